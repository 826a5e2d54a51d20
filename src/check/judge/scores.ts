import type { Tensor } from '../../engine/types.js';
import type { Mistake } from '../verdict.js';
import { sameEntries } from './compare.js';
import type { Truth } from './truth.js';
import { nameAfter, wayToOutput } from './way.js';

/** Softmax and cross-entropy: the probabilities without the 1 taken off at the right class, or with it taken off everywhere. */
export function scoresMistake(got: Tensor, value: Tensor, truth: Truth, node: number): Mistake | undefined {
  const scores = truth.tape.nodes[node]!.value;
  const classes = scores.shape[scores.shape.length - 1];
  if (classes === undefined || classes < 2) return undefined;
  const rows = scores.data.length / classes;
  const p = probabilities(scores.data, classes);
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

/** A softmax on its own: every output depends on every score of its row, so the gradient is p * (g - sum(g * p)). */
export function softmaxMistake(got: Tensor, truth: Truth, node: number): Mistake | undefined {
  const scores = truth.tape.nodes[node]!.value;
  const right = truth.gradient(node)!.data;
  const classes = scores.shape[scores.shape.length - 1];
  if (classes === undefined || classes < 2) return undefined;
  const p = probabilities(scores.data, classes);
  for (const at of wayToOutput(truth, node)) {
    const { value, line } = truth.tape.nodes[at]!;
    if (!sameEntries(value.data, p)) continue;
    const g = truth.gradient(at)!.data;
    const whole = new Float64Array(g.length);
    for (let i = 0; i < g.length; i++) {
      const row = Math.floor(i / classes) * classes;
      let total = 0;
      for (let k = row; k < row + classes; k++) total += g[k]! * p[k]!;
      whole[i] = p[i]! * (g[i]! - total);
    }
    for (const part of [p.map((one, i) => one * g[i]!), p.map((one, i) => one * (1 - one) * g[i]!)]) {
      const data = right.map((entry, i) => entry - whole[i]! + part[i]!);
      if (sameEntries(got.data, data)) return { code: 'softmax-part', params: { through: nameAfter(truth, at), line } };
    }
  }
  return undefined;
}

/** The softmax of every row. */
function probabilities(scores: Float64Array, classes: number): Float64Array {
  const p = new Float64Array(scores.length);
  for (let row = 0; row < scores.length; row += classes) {
    const own = scores.subarray(row, row + classes);
    const most = own.reduce((largest, score) => Math.max(largest, score), Number.NEGATIVE_INFINITY);
    const total = own.reduce((sum, score) => sum + Math.exp(score - most), 0);
    own.forEach((score, k) => {
      p[row + k] = Math.exp(score - most) / total;
    });
  }
  return p;
}

function isOneHot(data: Float64Array, classes: number): boolean {
  for (let from = 0; from < data.length; from += classes) {
    const row = data.subarray(from, from + classes);
    if (row.filter((entry) => Math.abs(entry - 1) < 1e-6).length !== 1) return false;
    if (row.some((entry) => Math.abs(entry) > 1e-6 && Math.abs(entry - 1) > 1e-6)) return false;
  }
  return true;
}
