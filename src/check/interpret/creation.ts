import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/types.js';
import type { ArrayValue } from '../arrays/value.js';
import type { Arguments } from './arguments.js';
import { toArray } from './arguments.js';
import type { Callable } from './functions.js';
import type { Chance } from './random.js';

type Making = readonly [string, Callable];

function filled(
  call: Arguments,
  shape: Shape,
  entry: (i: number) => number,
  dtype: ArrayValue['dtype'] = 'float',
): ArrayValue {
  const size = sizeOf(shape);
  call.arrays.budget.array(size);
  const data = new Float64Array(size);
  for (let i = 0; i < size; i++) data[i] = entry(i);
  return call.arrays.leaf({ shape, data }, dtype);
}

function like(entry: (call: Arguments) => number): Callable {
  return (call) => filled(call, call.array(0, 'a', 'input').shape, () => entry(call));
}

/** Numbers at even distances: `arange(stop)`, `arange(start, stop, step)`. */
const arange: Callable = (call) => {
  const first = call.number(0, 'start') ?? 0;
  const [start, stop] = call.count > 1 ? [first, call.number(1, 'end', 'stop')!] : [0, first];
  const step = call.number(2, 'step') ?? 1;
  const count = Math.ceil((stop - start) / step);
  if (!(count > 0)) return call.wrong(0);
  const whole = [start, stop, step].every((one) => Number.isInteger(one));
  return filled(call, [count], (i) => start + i * step, whole ? 'int' : 'float');
};

const linspace: Callable = (call) => {
  const [start, stop, count] = [
    call.number(0, 'start'),
    call.number(1, 'stop', 'end'),
    call.number(2, 'num', 'steps') ?? 50,
  ];
  if (start === undefined || stop === undefined || !(count >= 2)) return call.wrong(2);
  return filled(call, [count], (i) => start + ((stop - start) * i) / (count - 1));
};

const eye: Callable = (call) => {
  const rows = call.number(0, 'N', 'n') ?? call.wrong(0);
  const columns = call.number(1, 'M', 'm') ?? rows;
  return filled(call, [rows, columns], (i) => (Math.floor(i / columns) === i % columns ? 1 : 0));
};

const oneHot: Callable = (call) => {
  const labels = call.array(0, 'tensor', 'input');
  const { storage, places } = labels;
  const entries = places === undefined ? storage.data : Float64Array.from(places, (at) => storage.data[at]!);
  const classes = call.number(1, 'num_classes') ?? entries.reduce((most, one) => Math.max(most, one), 0) + 1;
  if (!(classes > 0)) return call.wrong(1);
  return filled(
    call,
    [...labels.shape, classes],
    (i) => (entries[Math.floor(i / classes)] === i % classes ? 1 : 0),
    'int',
  );
};

/** An array of what is given; a copy, as in numpy. */
const array: Callable = (call) => {
  const value = call.at(0, 'object', 'data');
  const made = value === undefined ? undefined : toArray(call.arrays, value);
  return call.arrays.copy(made ?? call.wrong(0));
};

/** Functions that make arrays out of nothing. */
export const creation: readonly Making[] = [
  ['zeros', (call) => filled(call, call.shape(0), () => 0)],
  ['empty', (call) => filled(call, call.shape(0), () => 0)],
  ['ones', (call) => filled(call, call.shape(0), () => 1)],
  [
    'full',
    (call) => filled(call, call.integers(0, 'shape', 'size') ?? call.wrong(0), () => call.number(1, 'fill_value') ?? 0),
  ],
  ['zeros_like', like(() => 0)],
  ['empty_like', like(() => 0)],
  ['ones_like', like(() => 1)],
  ['full_like', like((call) => call.number(1, 'fill_value') ?? 0)],
  ['arange', arange],
  ['linspace', linspace],
  ['eye', eye],
  ['identity', eye],
  ['one_hot', oneHot],
  ...['array', 'asarray', 'tensor', 'as_tensor', 'Tensor', 'FloatTensor', 'LongTensor'].map(
    (name): Making => [name, array],
  ),
];

/** The functions that draw random numbers from `chance`. */
export function randomFunctions(chance: Chance): readonly Making[] {
  const normal = (): number => chance.normal();
  const uniform = (): number => chance.uniform();
  const scaled = (
    one: () => number,
    first: string,
    second: string,
    spread: (a: number, b: number) => number,
  ): Callable => {
    return (call) => {
      const a = call.number(0, first) ?? 0;
      const b = call.number(1, second) ?? 1;
      const shape = call.integers(2, 'size', 'shape') ?? [];
      return filled(call, shape, () => a + spread(a, b) * one());
    };
  };
  const randint: Callable = (call) => {
    const size = call.keyword('size') ?? call.positional.find(({ kind }) => kind === 'items');
    const bounds = call.positional.filter((value) => value !== size).slice(0, 2);
    const first = call.number(0, 'low') ?? 0;
    const [low, high] =
      bounds.length > 1 || call.keyword('high') !== undefined ? [first, call.number(1, 'high')!] : [0, first];
    if (!(high > low)) return call.wrong(0);
    const shape =
      call.integers(2, 'size') ?? (size === undefined ? [] : (call.integers(call.positional.indexOf(size)) ?? []));
    return filled(call, shape, () => chance.whole(low, high), 'int');
  };
  return [
    ['randn', (call) => filled(call, call.shape(0), normal)],
    ['standard_normal', (call) => filled(call, call.shape(0), normal)],
    ['rand', (call) => filled(call, call.shape(0), uniform)],
    ['random', (call) => filled(call, call.shape(0), uniform)],
    ['random_sample', (call) => filled(call, call.shape(0), uniform)],
    ['randn_like', like(normal)],
    ['rand_like', like(uniform)],
    ['normal', scaled(normal, 'loc', 'scale', (_a, b) => b)],
    ['uniform', scaled(uniform, 'low', 'high', (a, b) => b - a)],
    ['randint', randint],
    ['integers', randint],
  ];
}
