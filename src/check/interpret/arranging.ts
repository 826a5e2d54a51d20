import { sizeOf } from '../../engine/tensor.js';
import { getItem, type Picked } from '../arrays/indexing.js';
import type { ArrayValue, Value } from '../arrays/value.js';
import { type Arguments, integersOf, toArray } from './arguments.js';
import type { Callable } from './functions.js';

const same: Callable = (call) => call.array(0);
const copied: Callable = (call) => call.arrays.copy(call.array(0));

/** The numbers behind the array: `x.reshape(2, -1)`, `np.reshape(x, (2, -1))`. */
function rest(call: Arguments, from = 1): readonly number[] {
  return call.positional.slice(from).flatMap((part) => integersOf(part) ?? call.wrong(from));
}

const transpose: Callable = (call) => {
  const x = call.array(0);
  const order = rest(call);
  if (order.length === 0) return call.arrays.transposed(x);
  const counted = order.map((axis) => (axis < 0 ? axis + x.shape.length : axis));
  // torch's transpose(0, 1) swaps two axes; numpy's has all of them.
  if (call.torch && call.name === 'transpose') return swapped(call, x, counted[0]!, counted[1]!);
  if ([...counted].sort((a, b) => a - b).some((axis, k) => axis !== k) || counted.length !== x.shape.length)
    return call.wrong(1);
  return call.arrays.transposed(x, counted);
};

function swapped(call: Arguments, x: ArrayValue, a: number, b: number): ArrayValue {
  if (!(a in x.shape) || !(b in x.shape)) return call.wrong(1);
  const order = x.shape.map((_, axis) => (axis === a ? b : axis === b ? a : axis));
  return call.arrays.transposed(x, order);
}

const swapaxes: Callable = (call) => {
  const x = call.array(0);
  const [a, b] = rest(call).map((axis) => (axis < 0 ? axis + x.shape.length : axis));
  return swapped(call, x, a ?? -1, b ?? -1);
};

const reshape: Callable = (call) => {
  const named = call.keyword('newshape', 'shape');
  return call.arrays.reshape(call.array(0), named === undefined ? rest(call) : (integersOf(named) ?? call.wrong(1)));
};

const squeeze: Callable = (call) => {
  const x = call.array(0);
  const axes = call.integers(1, 'axis', 'dim')?.map((axis) => (axis < 0 ? axis + x.shape.length : axis));
  const shape = x.shape.filter((extent, axis) => extent !== 1 || (axes !== undefined && !axes.includes(axis)));
  return call.arrays.reshape(x, shape);
};

const unsqueeze: Callable = (call) => {
  const x = call.array(0);
  const axis = call.number(1, 'axis', 'dim') ?? call.wrong(1);
  const at = axis < 0 ? axis + x.shape.length + 1 : axis;
  return call.arrays.reshape(x, [...x.shape.slice(0, at), 1, ...x.shape.slice(at)]);
};

function spread(shapeOf: (call: Arguments, x: ArrayValue) => readonly number[]): Callable {
  return (call) => {
    const x = call.array(0);
    const missing = shapeOf(call, x).length - x.shape.length;
    const wanted = shapeOf(call, x).map((extent, axis) => (extent === -1 ? x.shape[axis - missing]! : extent));
    return call.arrays.broadcast(x, wanted);
  };
}

/** Copies laid side by side, along every axis. */
const tile: Callable = (call) => {
  const counts = rest(call);
  let x = call.array(0);
  if (x.shape.length < counts.length)
    x = call.arrays.reshape(x, [...new Array<number>(counts.length - x.shape.length).fill(1), ...x.shape]);
  const offset = x.shape.length - counts.length;
  counts.forEach((count, k) => {
    if (!(count >= 1)) call.wrong(1);
    if (count > 1)
      x = call.arrays.gate('concat', new Array<ArrayValue>(Math.min(count, 10_000)).fill(x), { axis: [k + offset] });
  });
  return x;
};

function several(call: Arguments): ArrayValue[] {
  const value = call.at(0, 'arrays', 'tensors');
  if (value?.kind !== 'items') return [call.array(0)];
  return value.items.map((item) => toArray(call.arrays, item) ?? call.wrong(0));
}

const concatenate: Callable = (call) =>
  call.arrays.gate('concat', several(call), { axis: [call.number(1, 'axis', 'dim') ?? 0] });

const stacked: Callable = (call) => {
  const axis = call.number(1, 'axis', 'dim') ?? 0;
  const stack = call.arrays.gate('stack', several(call));
  if (axis === 0) return stack;
  const at = axis < 0 ? axis + stack.shape.length : axis;
  const order = stack.shape.map((_, k) => k).slice(1);
  order.splice(at, 0, 0);
  return call.arrays.transposed(stack, order);
};

function joined(least: number, axis: number): Callable {
  return (call) => {
    const parts = several(call).map((part) =>
      part.shape.length >= least ? part : call.arrays.reshape(part, axis === 0 ? [1, sizeOf(part.shape)] : [-1]),
    );
    return call.arrays.gate('concat', parts, { axis: [parts[0]!.shape.length > 1 ? axis : 0] });
  };
}

/** Parts along an axis: numpy's split is told how many, torch's split how long they are, torch's chunk how many. */
const parts: Callable = (call) => {
  const x = call.array(0);
  const axis = call.number(2, 'axis', 'dim') ?? 0;
  const at = axis < 0 ? axis + x.shape.length : axis;
  const extent = x.shape[at] ?? call.wrong(2);
  const told = call.number(1, 'indices_or_sections', 'split_size_or_sections', 'chunks') ?? call.wrong(1);
  const length = call.torch && call.name === 'split' ? told : Math.ceil(extent / told);
  if (!(length >= 1) || !Number.isInteger(length)) return call.wrong(1);
  const items: Value[] = [];
  for (let start = 0; start < extent; start += length) {
    const before = x.shape.slice(0, at).map((): Picked => ({ kind: 'slice' }));
    items.push(getItem(call.arrays, x, [...before, { kind: 'slice', start, stop: start + length }]));
  }
  return { kind: 'items', items };
};

const size: Callable = (call) => {
  const { shape } = call.array(0);
  const axis = call.number(1, 'dim');
  const items: Value[] = shape.map((extent) => call.arrays.scalar(extent, 'int', true));
  if (axis === undefined) return { kind: 'items', items };
  return items[axis < 0 ? axis + shape.length : axis] ?? call.wrong(1);
};

const length: Callable = (call) => {
  const [value] = call.positional;
  const count =
    value?.kind === 'items'
      ? value.items.length
      : value?.kind === 'container'
        ? value.entries.size
        : call.array(0).shape[0];
  return call.arrays.scalar(count ?? call.wrong(0), 'int', true);
};

const entries: Callable = (call) => call.arrays.scalar(sizeOf(call.array(0).shape), 'int', true);

const range: Callable = (call) => {
  const numbers = [0, 1, 2].map((place) => call.number(place));
  if (numbers.some((one) => one !== undefined && !Number.isInteger(one))) return call.wrong(0);
  const [first, second, third] = numbers;
  if (first === undefined || third === 0) return call.wrong(0);
  return { kind: 'range', start: second === undefined ? 0 : first, stop: second ?? first, step: third ?? 1 };
};

const reversed: Callable = (call) => {
  const [value] = call.positional;
  if (value?.kind !== 'range') return call.wrong(0);
  const { start, stop, step } = value;
  const count = Math.max(0, Math.ceil((stop - start) / step));
  return { kind: 'range', start: start + (count - 1) * step, stop: start - step, step: -step };
};

function typed(dtype: ArrayValue['dtype']): Callable {
  return (call) => ({ ...call.arrays.copy(call.array(0)), dtype });
}

const astype: Callable = (call) => {
  const [, type] = call.positional;
  const name = type?.kind === 'opaque' ? type.name : type?.kind === 'text' ? type.text : '';
  const dtype = /bool/.test(name) ? 'bool' : /int|long/.test(name) ? 'int' : 'float';
  return { ...call.arrays.copy(call.array(0)), dtype };
};

/** Functions that arrange entries, or tell how many there are. */
export const arranging: readonly (readonly [string, Callable])[] = [
  ['transpose', transpose],
  ['permute', transpose],
  ['t', (call) => call.arrays.transposed(call.array(0))],
  ['swapaxes', swapaxes],
  ['reshape', reshape],
  ['view', reshape],
  ['view_as', (call) => call.arrays.reshape(call.array(0), call.array(1).shape)],
  ['reshape_as', (call) => call.arrays.reshape(call.array(0), call.array(1).shape)],
  ['ravel', (call) => call.arrays.reshape(call.array(0), [-1])],
  ['flatten', (call) => call.arrays.copy(call.arrays.reshape(call.array(0), [-1]))],
  ['squeeze', squeeze],
  ['unsqueeze', unsqueeze],
  ['expand_dims', unsqueeze],
  ['broadcast_to', spread((call) => rest(call))],
  ['expand', spread((call) => rest(call))],
  ['expand_as', spread((call) => call.array(1).shape)],
  ['repeat', tile],
  ['tile', tile],
  ['concatenate', concatenate],
  ['concat', concatenate],
  ['cat', concatenate],
  ['stack', stacked],
  ['hstack', joined(1, 1)],
  ['vstack', joined(2, 0)],
  ['split', parts],
  ['chunk', parts],
  ['size', size],
  ['len', length],
  ['numel', entries],
  ['nelement', entries],
  ['range', range],
  ['reversed', reversed],
  ['copy', copied],
  ['clone', copied],
  ['deepcopy', copied],
  ['item', copied],
  ['detach', same],
  ['contiguous', same],
  ['requires_grad_', same],
  ['numpy', same],
  ['cpu', same],
  ['to', same],
  ['type', astype],
  ['astype', astype],
  ['float', typed('float')],
  ['double', typed('float')],
  ['float64', typed('float')],
  ['float32', typed('float')],
  ['long', typed('int')],
  ['int', typed('int')],
  ['bool', typed('bool')],
  ['list', (call) => call.positional[0] ?? call.wrong(0)],
  ['tuple', (call) => call.positional[0] ?? call.wrong(0)],
];
