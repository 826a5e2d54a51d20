import { ProgramError } from './language/program-error.js';
import type { NestedNumbers, Shape, Tensor } from './types.js';

/** Number of entries of a tensor of this shape; 1 for a scalar. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const extent of shape) size *= extent;
  return size;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((extent, axis) => extent === b[axis]);
}

/** A shape as people write it: `5x10`, `[3]` for a vector of three, `[]` for a single number. */
export function shapeText(shape: Shape): string {
  return shape.length < 2 ? `[${shape.join('')}]` : shape.join('x');
}

/** What the transpose of an operand is called: `X.T`, and `X` for `X.T`. */
export function transposeLabel(label: string): string {
  if (label.endsWith('.T')) return label.slice(0, -2);
  return /^[\p{L}\p{N}_.]+$/u.test(label) ? `${label}.T` : `(${label}).T`;
}

/** Distance in the flat data between neighbours along each axis. */
export function strides(shape: Shape): number[] {
  const result = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    result[axis] = step;
    step *= shape[axis]!;
  }
  return result;
}

export function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && 'data' in value && value.data instanceof Float64Array;
}

const DEEPEST = 32;

/**
 * Nested lists as a tensor. The lists come from files and answers: anything may be in them.
 * @throws ProgramError not-a-value, ragged-list, empty-list; `name` says in the message what was read
 */
export function tensorFrom(value: NestedNumbers, name: string): Tensor {
  if (typeof value === 'number') return { shape: [], data: Float64Array.of(value) };
  const shape: number[] = [];
  for (let inner: unknown = value; Array.isArray(inner); inner = inner[0]) {
    if (inner.length === 0) throw new ProgramError('empty-list');
    if (shape.length >= DEEPEST) throw new ProgramError('not-a-value', { name });
    shape.push(inner.length);
  }
  if (shape.length === 0) throw new ProgramError('not-a-value', { name });
  const data: number[] = [];
  flatten(value, 0, shape, data, name);
  return { shape, data: Float64Array.from(data) };
}

function flatten(value: unknown, axis: number, shape: Shape, into: number[], name: string): void {
  if (axis === shape.length) {
    if (typeof value === 'number') into.push(value);
    else if (Array.isArray(value)) throw ragged(shape.slice(axis), value);
    else throw new ProgramError('not-a-value', { name });
    return;
  }
  if (typeof value === 'number' || (Array.isArray(value) && value.length !== shape[axis]))
    throw ragged(shape.slice(axis), value);
  if (!Array.isArray(value)) throw new ProgramError('not-a-value', { name });
  for (const item of value) flatten(item, axis + 1, shape, into, name);
}

function ragged(expected: Shape, value: unknown): ProgramError {
  const got: number[] = [];
  for (let inner = value; Array.isArray(inner) && got.length < DEEPEST; inner = inner[0]) got.push(inner.length);
  return new ProgramError('ragged-list', { first: shapeText(expected), second: shapeText(got) });
}

/** A tensor as nested lists; a scalar as a number. */
export function toNested(tensor: Tensor): NestedNumbers {
  const { shape, data } = tensor;
  let level: NestedNumbers[] = Array.from(data);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const extent = shape[axis]!;
    const rows: NestedNumbers[] = [];
    for (let at = 0; at < level.length; at += extent) rows.push(level.slice(at, at + extent));
    level = rows;
  }
  return level[0]!;
}
