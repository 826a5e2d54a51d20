import { ProgramError } from '../language/program-error.js';
import { shapeText, sizeOf, strides, transposeLabel } from '../tensor.js';
import type { Shape } from '../types.js';
import type { GateOptions } from './row.js';

/**
 * The axes that an option names, counted from 0 and sorted; all of them where it names none.
 * @throws ProgramError no-such-axis, repeated-axis
 */
export function axesOf(shape: Shape, axis: readonly number[] | undefined, name: string): number[] {
  if (axis === undefined) return shape.map((_, k) => k);
  const axes = axis.map((one) => {
    const counted = one < 0 ? one + shape.length : one;
    if (counted < 0 || counted >= shape.length)
      throw new ProgramError('no-such-axis', { name, shape: shapeText(shape), axis: one });
    return counted;
  });
  axes.sort((a, b) => a - b);
  axes.forEach((one, k) => {
    if (k > 0 && axes[k - 1] === one) throw new ProgramError('repeated-axis', { axis: one });
  });
  return axes;
}

/** The shape after a reduction along axes. */
export function reducedShape(shape: Shape, axes: readonly number[], keepdims: boolean): Shape {
  if (keepdims) return shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent));
  return shape.filter((_, axis) => !axes.includes(axis));
}

/** For every entry of a tensor, the entry of its reduction along axes that it goes into. */
export function groupsAlong(shape: Shape, axes: readonly number[]): Int32Array {
  const kept = shape.map((extent, axis) => (axes.includes(axis) ? 1 : extent));
  const step = strides(kept).map((stride, axis) => (axes.includes(axis) ? 0 : stride));
  return walk(shape, step, 0);
}

/** For every entry of a tensor of this shape, in order, `start` plus its indices times the steps. */
export function walk(shape: Shape, step: readonly number[], start: number): Int32Array {
  const size = sizeOf(shape);
  const result = new Int32Array(size);
  const index = new Int32Array(shape.length);
  let at = start;
  for (let k = 0; k < size; k++) {
    result[k] = at;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += step[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      at -= step[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return result;
}

/** `axis=…, keepdims=True` as it stands in a formula, with a comma before it, or nothing. */
export function optionsText({ axis, keepdims }: GateOptions): string {
  const along = axis === undefined ? '' : `, axis=${axis.length === 1 ? axis[0] : `[${axis.join(', ')}]`}`;
  return keepdims === true ? `${along}, keepdims=True` : along;
}

/** A formula that gives a reduced value its axes back, so that it broadcasts: `dY[:, None]`. */
export function expanded(name: string, shape: Shape, options: GateOptions): string {
  const axes = axesOf(shape, options.axis, name);
  if (options.keepdims === true || axes.length === shape.length) return name;
  return `${name}[${shape.map((_, axis) => (axes.includes(axis) ? 'None' : ':')).join(', ')}]`;
}

/**
 * The shape that two shapes broadcast to, as in numpy.
 * @throws ProgramError shapes-differ
 */
export function broadcastShape(a: Shape, b: Shape, labels: readonly string[]): Shape {
  const rank = Math.max(a.length, b.length);
  const result: number[] = [];
  for (let k = 0; k < rank; k++) {
    const p = a[a.length - rank + k] ?? 1;
    const q = b[b.length - rank + k] ?? 1;
    if (p !== q && p !== 1 && q !== 1) {
      throw new ProgramError('shapes-differ', {
        left: labels[0]!,
        leftShape: shapeText(a),
        right: labels[1]!,
        rightShape: shapeText(b),
        ...transposeThatFits(a, b, labels),
      });
    }
    result.push(p === 1 ? q : p);
  }
  return result;
}

function transposeThatFits(a: Shape, b: Shape, labels: readonly string[]): { near?: string } {
  if (a.length !== 2 || b.length !== 2 || a[0] !== b[1] || a[1] !== b[0]) return {};
  return { near: transposeLabel(labels[1]!) };
}

/** For every entry of a broadcast result, the entry of an operand it is made from; undefined where that is the same one. */
export function broadcastMap(operand: Shape, out: Shape): Int32Array | undefined {
  if (sizeOf(operand) === sizeOf(out)) return undefined;
  const missing = out.length - operand.length;
  const own = strides(operand);
  const step = out.map((_, axis) => (axis < missing || operand[axis - missing] === 1 ? 0 : own[axis - missing]!));
  return walk(out, step, 0);
}
