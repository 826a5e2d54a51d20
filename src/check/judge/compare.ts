import { broadcastMap } from '../../engine/gates/axes.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape, Tensor } from '../../engine/types.js';
import { largest } from './truth.js';

/** An entry that is not what it should be. */
export interface Difference {
  readonly at: readonly number[];
  readonly got: number;
  readonly expected: number;
}

export type Comparison =
  /** `loose`: the shape is another one, but spreads to the right one: keepdims was left out, or a number stands for all. */
  | { readonly kind: 'exact'; readonly loose: boolean }
  | { readonly kind: 'approximate'; readonly loose: boolean; readonly difference: number }
  | { readonly kind: 'differs'; readonly count: number; readonly differences: readonly Difference[] }
  | { readonly kind: 'shape' };

/** Relative to the largest entry. */
const EXACT = 1e-9;
const APPROXIMATE = 1e-4;
const SHOWN = 3;

/** Compares a learner's gradient with the true one. @param rounding differences up to this are rounding */
export function compareGradients(got: Tensor, expected: Tensor, rounding = 0): Comparison {
  if (!alike(got.shape, expected.shape)) {
    const spread = spreadTo(got, expected.shape);
    const same = spread === undefined ? undefined : compareGradients(spread, expected, rounding);
    return same?.kind === 'exact' || same?.kind === 'approximate' ? { ...same, loose: true } : { kind: 'shape' };
  }
  const loose = got.shape.join() !== expected.shape.join();
  const scale = largest(finite(expected.data));
  const near = (bound: number) => (entry: number, i: number) => {
    const right = expected.data[i]!;
    return Object.is(entry, right) || entry === right || Math.abs(entry - right) <= bound * scale + rounding;
  };
  if (got.data.every(near(EXACT))) return { kind: 'exact', loose };
  if (got.data.every(near(APPROXIMATE))) {
    const difference = largest(got.data.map((entry, i) => entry - expected.data[i]!));
    return { kind: 'approximate', loose, difference };
  }
  const wrong = [...got.data.keys()].filter((i) => !near(EXACT)(got.data[i]!, i));
  const differences = wrong
    .slice(0, SHOWN)
    .map((i) => ({ at: indicesOf(i, expected.shape), got: got.data[i]!, expected: expected.data[i]! }));
  return { kind: 'differs', count: wrong.length, differences };
}

/** The entries spread to a larger shape, as numpy does it; undefined where they don't. */
function spreadTo(got: Tensor, shape: Shape): Tensor | undefined {
  const missing = shape.length - got.shape.length;
  if (missing < 0 || got.shape.some((extent, axis) => extent !== 1 && extent !== shape[missing + axis]))
    return undefined;
  const map = broadcastMap(got.shape, shape);
  const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => got.data[map === undefined ? i : map[i]!]!);
  return { shape, data };
}

/** Whether two shapes are the same but for axes of length 1. */
export function alike(a: Shape, b: Shape): boolean {
  return a.filter((extent) => extent !== 1).join() === b.filter((extent) => extent !== 1).join();
}

/** Whether two arrays hold the same numbers, up to rounding, and are not all zero. */
export function sameNumbers(a: Tensor, b: Tensor): boolean {
  return alike(a.shape, b.shape) && sameEntries(a.data, b.data);
}

export function sameEntries(a: Float64Array, b: Float64Array): boolean {
  const scale = Math.max(largest(a), largest(b));
  if (a.length !== b.length || !(scale > 0) || !Number.isFinite(scale)) return false;
  return a.every((entry, i) => Math.abs(entry - b[i]!) <= EXACT * scale);
}

/** The number that `a` is of `b`, entry by entry; undefined if there is none. */
export function ratioOf(a: Float64Array, b: Float64Array): number | undefined {
  const scale = largest(b);
  if (a.length !== b.length || !(scale > 0) || !Number.isFinite(scale)) return undefined;
  const at = b.findIndex((entry) => Math.abs(entry) === scale);
  const ratio = a[at]! / b[at]!;
  if (!Number.isFinite(ratio)) return undefined;
  const bound = EXACT * Math.max(Math.abs(ratio), 1) * scale;
  return a.every((entry, i) => Math.abs(entry - ratio * b[i]!) <= bound) ? ratio : undefined;
}

function finite(data: Float64Array): Float64Array {
  return data.filter((entry) => Number.isFinite(entry));
}

function indicesOf(place: number, shape: Shape): number[] {
  const indices: number[] = [];
  let rest = place;
  for (let axis = 0; axis < shape.length; axis++) {
    const inner = sizeOf(shape.slice(axis + 1));
    indices.push(Math.floor(rest / inner));
    rest %= inner;
  }
  return indices;
}
