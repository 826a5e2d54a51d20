import { ProgramError } from '../language/program-error.js';
import { shapeText, sizeOf, strides } from '../tensor.js';
import type { Shape, Tensor } from '../types.js';
import { broadcastMap, broadcastShape, walk } from './axes.js';
import type { IndexItem } from './row.js';

/** An index made complete: per output axis its extent and step, the start, and the arrays with their axes' strides. */
interface Resolved {
  readonly shape: Shape;
  readonly start: number;
  readonly step: readonly number[];
  readonly arrays: readonly { readonly operand: number; readonly axis: number; readonly stride: number }[];
  /** The output axes that the arrays' common shape takes. */
  readonly arrayAxis: number;
  readonly arrayShape: Shape;
}

/** What a slice picks of an axis, as in Python. @throws ProgramError zero-step, empty-slice */
function sliced(
  item: IndexItem & { kind: 'slice' },
  extent: number,
  name: string,
): { start: number; count: number; step: number } {
  const step = item.step ?? 1;
  if (step === 0) throw new ProgramError('zero-step');
  const clamp = (at: number, low: number, high: number): number =>
    Math.min(Math.max(at < 0 ? at + extent : at, low), high);
  const forward = step > 0;
  const start =
    item.start === undefined
      ? forward
        ? 0
        : extent - 1
      : clamp(item.start, forward ? 0 : -1, forward ? extent : extent - 1);
  const stop =
    item.stop === undefined
      ? forward
        ? extent
        : -1
      : clamp(item.stop, forward ? 0 : -1, forward ? extent : extent - 1);
  const count = Math.ceil((stop - start) / step);
  if (count <= 0) throw new ProgramError('empty-slice', { name });
  return { start, count, step };
}

function resolve(operands: readonly Shape[], items: readonly IndexItem[], name: string): Resolved {
  const source = operands[0]!;
  const used = items.filter(({ kind }) => kind !== 'new-axis').length;
  if (used > source.length) throw new ProgramError('index-rank', { name, shape: shapeText(source), got: used });
  const own = strides(source);
  const shape: number[] = [];
  const step: number[] = [];
  const arrays: { operand: number; axis: number; stride: number }[] = [];
  let arrayAxis = -1;
  let start = 0;
  let axis = 0;
  for (const item of items) {
    if (item.kind === 'new-axis') {
      shape.push(1);
      step.push(0);
      continue;
    }
    const extent = source[axis]!;
    const stride = own[axis]!;
    if (item.kind === 'at') start += stride * within(item.index, extent, name);
    else if (item.kind === 'slice') {
      const slice = sliced(item, extent, name);
      start += slice.start * stride;
      shape.push(slice.count);
      step.push(slice.step * stride);
    } else {
      if (arrayAxis < 0) arrayAxis = shape.length;
      arrays.push({ operand: item.operand, axis, stride });
    }
    axis++;
  }
  for (; axis < source.length; axis++) {
    shape.push(source[axis]!);
    step.push(own[axis]!);
  }
  const arrayShape = arrays.reduce<Shape>(
    (common, { operand }) => broadcastShape(common, operands[operand]!, [name, name]),
    [],
  );
  if (arrays.length > 0) {
    if (!together(items)) arrayAxis = 0;
    shape.splice(arrayAxis, 0, ...arrayShape);
    step.splice(arrayAxis, 0, ...arrayShape.map(() => 0));
  }
  return { shape, start, step, arrays, arrayAxis: Math.max(0, arrayAxis), arrayShape };
}

/** Whether the numbers and arrays of an index stand side by side; else numpy puts the arrays' axes first. */
function together(items: readonly IndexItem[]): boolean {
  const picking = items.map(({ kind }) => kind === 'at' || kind === 'array');
  return picking.lastIndexOf(true) - picking.indexOf(true) + 1 === picking.filter(Boolean).length;
}

function within(index: number, extent: number, name: string): number {
  if (!Number.isInteger(index)) throw new ProgramError('index-not-whole', { index });
  const counted = index < 0 ? index + extent : index;
  if (counted < 0 || counted >= extent)
    throw new ProgramError('index-out-of-range', { index, name, size: extent, last: extent - 1 });
  return counted;
}

/**
 * The shape of `X[…]`. Several arrays are taken together, entry by entry; their common shape stands where the first of
 * them stood.
 * @throws ProgramError index-rank, index-out-of-range, empty-slice, zero-step, shapes-differ
 */
export function indexedShape(operands: readonly Shape[], items: readonly IndexItem[], name: string): Shape {
  return resolve(operands, items, name).shape;
}

/**
 * For every entry of `X[…]` the place in X it comes from. `operands` are X and the arrays of the index.
 * @throws ProgramError index-out-of-range, index-not-whole
 */
export function placesOf(operands: readonly Tensor[], items: readonly IndexItem[], name = 'X'): Int32Array {
  const shapes = operands.map(({ shape }) => shape);
  const { shape, start, step, arrays, arrayAxis, arrayShape } = resolve(shapes, items, name);
  const places = walk(shape, step, start);
  if (arrays.length === 0) return places;
  const offsets = new Int32Array(sizeOf(arrayShape));
  for (const { operand, axis, stride } of arrays) {
    const { shape: own, data } = operands[operand]!;
    const map = broadcastMap(own, arrayShape);
    const extent = shapes[0]![axis]!;
    for (let i = 0; i < offsets.length; i++)
      offsets[i]! += stride * within(data[map === undefined ? i : map[i]!]!, extent, name);
  }
  const arrayStep = strides(arrayShape);
  const whole = shape.map((_, axis) => arrayStep[axis - arrayAxis] ?? 0);
  const which = walk(shape, whole, 0);
  for (let i = 0; i < places.length; i++) places[i]! += offsets[which[i]!]!;
  return places;
}

/** An index as it is written, with names for its arrays by operand number. */
export function indexText(items: readonly IndexItem[], names: readonly string[]): string {
  const texts = items.map((item) => {
    if (item.kind === 'new-axis') return 'None';
    if (item.kind === 'at') return `${item.index}`;
    if (item.kind === 'array') return names[item.operand]!;
    const step = item.step === undefined ? '' : `:${item.step}`;
    return `${item.start ?? ''}:${item.stop ?? ''}${step}`;
  });
  return `[${texts.join(', ')}]`;
}
