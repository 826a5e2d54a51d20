import { indexedShape, placesOf } from '../../engine/gates/indexing.js';
import type { IndexItem } from '../../engine/gates/row.js';
import type { Shape, Tensor } from '../../engine/types.js';
import { checkLimits } from '../limits.js';
import { Unread } from '../unread.js';
import type { Arrays } from './arrays.js';
import { type ArrayValue, entriesOf, numberOf, type Value } from './value.js';

/** One item between brackets, evaluated. */
export type Picked =
  | Value
  | { readonly kind: 'slice'; readonly start?: number; readonly stop?: number; readonly step?: number };

interface Resolved {
  readonly items: readonly IndexItem[];
  readonly arrays: readonly Tensor[];
  /** Whether a mask picks nothing at all: then there is nothing to read or write. */
  readonly empty: boolean;
}

/** `X[…]`: a view for numbers and slices, a copy for arrays and masks, as in numpy. */
export function getItem(arrays: Arrays, target: ArrayValue, picked: readonly Picked[]): ArrayValue {
  const resolved = resolve(arrays, target.shape, picked);
  if (resolved.empty) throw new Unread('index', { what: 'empty' });
  const { items } = resolved;
  const places = placesIn(target, resolved);
  const shape = shapeOf(target, resolved);
  const data = gather(entriesOf(target).data, placesOf(operandsOf(target, resolved), items, target.label));
  const value = { shape, data };
  if (resolved.arrays.length === 0 && shape.length > 0)
    return arrays.view(target, value, places, 'index', { index: items }, '');
  const indices = resolved.arrays.map((index) => arrays.leaf(index, 'int'));
  return arrays.result('index', [target, ...indices], { index: items }, value, target.dtype);
}

/**
 * Writes into `X[…]`.
 * @param combine what stands there afterwards, from what stood there and the value; undefined to replace it
 */
export function setItem(
  arrays: Arrays,
  target: ArrayValue,
  picked: readonly Picked[],
  value: ArrayValue,
  combine: ((before: ArrayValue, value: ArrayValue) => ArrayValue) | undefined,
  traced: boolean,
): void {
  const resolved = resolve(arrays, target.shape, picked);
  if (resolved.empty) return;
  const shape = shapeOf(target, resolved);
  const before = combine === undefined ? undefined : getItem(arrays, target, picked);
  const after = before === undefined ? value : combine!(before, value);
  arrays.write(target.storage, placesIn(target, resolved), shape, after, traced);
}

/** `np.add.at(X, i, V)`: adds at every place as often as it is named. */
export function addAt(arrays: Arrays, target: ArrayValue, picked: readonly Picked[], value: ArrayValue): void {
  const resolved = resolve(arrays, target.shape, picked);
  if (resolved.empty) return;
  const places = placesIn(target, resolved);
  const { data } = entriesOf(arrays.broadcast(value, shapeOf(target, resolved)));
  const sums = Float64Array.from(target.storage.data);
  places.forEach((place, i) => {
    sums[place]! += data[i]!;
  });
  const { storage } = target;
  arrays.write(
    storage,
    undefined,
    storage.shape,
    arrays.untraced({ shape: storage.shape, data: sums }, 'float'),
    false,
  );
}

function gather(data: Float64Array, places: Int32Array): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = data[places[i]!]!;
  return picked;
}

function operandsOf(target: ArrayValue, { arrays }: Resolved): readonly Tensor[] {
  return [entriesOf(target), ...arrays];
}

function shapeOf(target: ArrayValue, resolved: Resolved): Shape {
  const shapes = operandsOf(target, resolved).map(({ shape }) => shape);
  return indexedShape(shapes, resolved.items, target.label || '(…)');
}

/** Places in the storage, not in the window. */
function placesIn(target: ArrayValue, resolved: Resolved): Int32Array {
  const places = placesOf(operandsOf(target, resolved), resolved.items, target.label || '(…)');
  return target.places === undefined ? places : places.map((place) => target.places![place]!);
}

function resolve(arrays: Arrays, shape: Shape, picked: readonly Picked[]): Resolved {
  const items: IndexItem[] = [];
  const operands: Tensor[] = [];
  let empty = false;
  const taken = picked.reduce((sum, item) => sum + axesTaken(item), 0);
  const array = (tensor: Tensor): void => {
    arrays.budget.array(tensor.data.length);
    operands.push(tensor);
    items.push({ kind: 'array', operand: operands.length });
  };
  let axis = 0;
  for (const item of picked) {
    if (item.kind === 'slice') items.push(item);
    else if (item.kind === 'none') items.push({ kind: 'new-axis' });
    else if (item.kind === 'ellipsis') {
      for (let k = taken; k < shape.length; k++, axis++) items.push({ kind: 'slice' });
      continue;
    } else if (item.kind === 'range') array(vector(rangeEntries(item)));
    else if (item.kind === 'array' && item.dtype === 'bool' && item.shape.length > 0) {
      const chosen = chosenBy(item, shape, axis);
      empty ||= chosen[0]!.length === 0;
      for (const places of chosen) array(vector(places));
    } else if (item.kind === 'array' && item.shape.length > 0) array(entriesOf(item));
    else items.push({ kind: 'at', index: wholeNumber(item) });
    axis += axesTaken(item);
  }
  return { items, arrays: operands, empty };
}

function axesTaken(item: Picked): number {
  if (item.kind === 'none' || item.kind === 'ellipsis') return 0;
  return item.kind === 'array' && item.dtype === 'bool' ? item.shape.length : 1;
}

/** The places where a mask holds, an array for every axis of it. */
function chosenBy(mask: ArrayValue, shape: Shape, axis: number): number[][] {
  const extents = mask.shape;
  if (!extents.every((extent, k) => extent === shape[axis + k]))
    throw new Unread('mask-shape', { mask: extents.join('x'), shape: shape.join('x') });
  const { data } = entriesOf(mask);
  const chosen: number[][] = extents.map(() => []);
  for (let at = 0; at < data.length; at++) {
    if (data[at] === 0) continue;
    let rest = at;
    for (let k = extents.length - 1; k >= 0; k--) {
      chosen[k]!.push(rest % extents[k]!);
      rest = Math.floor(rest / extents[k]!);
    }
  }
  return chosen;
}

function wholeNumber(item: Value): number {
  const number = numberOf(item);
  if (number === undefined) throw new Unread('index', { what: item.kind });
  return number;
}

/** The numbers of a range. */
export function rangeEntries({ start, stop, step }: { start: number; stop: number; step: number }): number[] {
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (!(count <= checkLimits.entries)) throw new Unread('limit', { what: 'entries', limit: checkLimits.entries });
  return Array.from({ length: count }, (_, k) => start + k * step);
}

function vector(entries: readonly number[]): Tensor {
  return { shape: [entries.length], data: Float64Array.from(entries) };
}

/** A range as an array of whole numbers. */
export function rangeArray(arrays: Arrays, range: { start: number; stop: number; step: number }): ArrayValue {
  const entries = rangeEntries(range);
  if (entries.length === 0) throw new Unread('index', { what: 'empty' });
  return arrays.leaf(vector(entries), 'int');
}
