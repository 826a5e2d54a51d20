import type { Tensor } from '../../engine/types.js';
import type { Mistake } from '../verdict.js';
import { sameEntries } from './compare.js';
import type { Truth } from './truth.js';

/** Softmax and cross-entropy: the probabilities without the 1 taken off at the right class, or with it taken off everywhere. */
export function scoresMistake(got: Tensor, value: Tensor, truth: Truth, node: number): Mistake | undefined {
  const scores = truth.tape.nodes[node]!.value;
  const classes = scores.shape[scores.shape.length - 1];
  if (classes === undefined || classes < 2) return undefined;
  const rows = scores.data.length / classes;
  const p = new Float64Array(scores.data.length);
  for (let row = 0; row < rows; row++) {
    const own = scores.data.subarray(row * classes, (row + 1) * classes);
    const most = Math.max(...own);
    const total = own.reduce((sum, score) => sum + Math.exp(score - most), 0);
    own.forEach((score, k) => {
      p[row * classes + k] = Math.exp(score - most) / total;
    });
  }
  const isScores = [1, 1 / rows].some((scale) =>
    isOneHot(
      p.map((one, i) => one - value.data[i]! / scale),
      classes,
    ),
  );
  if (!isScores) return undefined;
  const less = p.map((one) => one - 1);
  for (const scale of [1, 1 / rows]) {
    const scaled = got.data.map((entry) => entry / scale);
    if (sameEntries(scaled, p)) return { code: 'no-minus-one', params: {} };
    if (sameEntries(scaled, less)) return { code: 'minus-one-everywhere', params: {} };
  }
  return undefined;
}

function isOneHot(data: Float64Array, classes: number): boolean {
  for (let from = 0; from < data.length; from += classes) {
    const row = data.subarray(from, from + classes);
    if (row.filter((entry) => Math.abs(entry - 1) < 1e-6).length !== 1) return false;
    if (row.some((entry) => Math.abs(entry) > 1e-6 && Math.abs(entry - 1) > 1e-6)) return false;
  }
  return true;
}
