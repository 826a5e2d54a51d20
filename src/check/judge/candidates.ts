import type { Tensor } from '../../engine/types.js';
import type { Mistake } from '../verdict.js';
import { alike, ratioOf, sameEntries, sameNumbers } from './compare.js';
import { factorMistake, rounded, tells } from './factors.js';
import { gateMistake, sigmoidMistake } from './gate-rules.js';
import type { Expected } from './judge.js';
import { productMistake } from './products.js';
import { scoresMistake, softmaxMistake } from './scores.js';
import { summedMistake } from './sums.js';
import type { Truth } from './truth.js';
import { branchesOf } from './way.js';

/**
 * The mistake that gives this value where `expected` is right, as far as one is known: what each known mistake would
 * have given is computed, and compared with what was written.
 */
export function mistakeIn(got: Tensor, expected: Expected): Mistake | undefined {
  const { value, truth, node } = expected;
  const name = truth.tape.nodes[node]!.names[0] ?? expected.version.name;
  return (
    productMistake(got, expected) ??
    summedMistake(got, expected, name) ??
    (alike(got.shape, value.shape) ? entryMistake(got, value, truth, node, name) : undefined) ??
    (isTranspose(got, value) ? { code: 'transposed', params: {} } : undefined)
  );
}

function entryMistake(got: Tensor, value: Tensor, truth: Truth, node: number, name: string): Mistake | undefined {
  return (
    scoresMistake(got, value, truth, node) ??
    softmaxMistake(got, truth, node) ??
    signOrBranch(got, value, truth, node) ??
    factorMistake(got, value, truth, true) ??
    gateMistake(got, truth, node) ??
    sigmoidMistake(got, truth, node) ??
    factorMistake(got, value, truth, false) ??
    (sameNumbers(got, truth.tape.nodes[node]!.value) ? { code: 'forward-value', params: { name } } : undefined)
  );
}

/** The sign of everything, or one branch of several that is missing, or counts with a wrong sign or factor. */
function signOrBranch(got: Tensor, value: Tensor, truth: Truth, node: number): Mistake | undefined {
  if (ratioOf(got.data, value.data) === -1 || isRatio(got.data, value.data, -1)) return { code: 'sign', params: {} };
  const branches = branchesOf(truth, node);
  if (branches.length < 2) return undefined;
  const off = got.data.map((entry, i) => entry - value.data[i]!);
  for (const branch of branches) {
    const ratio = ratioOf(off, branch.share);
    if (ratio === undefined || Math.abs(ratio) < 1e-9) continue;
    const times = 1 + ratio;
    const params = { through: branch.through, line: branch.line };
    if (Math.abs(times) < 1e-9) return { code: 'missing-branch', params };
    if (Math.abs(times + 1) < 1e-9) return { code: 'branch-sign', params };
    if (tells(times, off)) return { code: 'branch-factor', params: { ...params, times: rounded(times) } };
  }
  // Of three branches and more, several may be missing: the one that is there is named.
  const there = branches.find((branch) => sameEntries(got.data, branch.share));
  return there && { code: 'only-branch', params: { through: there.through, line: there.line } };
}

function isRatio(a: Float64Array, b: Float64Array, ratio: number): boolean {
  const found = ratioOf(a, b);
  return found !== undefined && Math.abs(found - ratio) < 1e-9;
}

function isTranspose(got: Tensor, value: Tensor): boolean {
  if (got.shape.length !== 2 || value.shape.length !== 2) return false;
  const [rows, columns] = value.shape as readonly [number, number];
  if (got.shape[0] !== columns || got.shape[1] !== rows) return false;
  return sameEntries(
    got.data,
    value.data.map((_, i) => value.data[(i % rows) * columns + Math.floor(i / rows)]!),
  );
}
