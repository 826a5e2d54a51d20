import { sizeOf } from '../../engine/tensor.js';
import type { Tensor } from '../../engine/types.js';
import { type ArrayValue, entriesOf, type Value } from '../arrays/value.js';
import { Unread } from '../unread.js';
import type { Arguments } from './arguments.js';
import { arranging } from './arranging.js';
import { creation } from './creation.js';

/** A function of numpy, torch or math, by the name behind the last dot. */
export type Callable = (call: Arguments) => Value;

const elementwise =
  (gate: string): Callable =>
  (call) =>
    call.arrays.gate(gate, [call.array(0, 'x', 'input')]);
const pairwise =
  (gate: string): Callable =>
  (call) =>
    call.arrays.gate(gate, [call.array(0, 'x1', 'input'), call.array(1, 'x2', 'other', 'exponent')]);

function reduction(gate: string): Callable {
  return (call) => {
    const axis = call.integers(1, 'axis', 'dim');
    const keepdims = call.flag(2, 'keepdims', 'keepdim') === true;
    const x = call.array(0, 'a', 'input', 'x');
    return call.arrays.gate(gate, [x], { ...(axis && { axis }), ...(keepdims && { keepdims }) });
  };
}

/** The largest or smallest: of two numbers (`max(0, x)`), of two arrays as torch has it, or along an axis. */
function extreme(pair: string, along: string): Callable {
  return (call) => {
    const second = call.at(1);
    const isAxis = second?.kind === 'array' && second.dtype === 'int' && second.shape.length === 0;
    if (second?.kind === 'array' && (call.style === 'plain' || !isAxis))
      return call.arrays.gate(pair, [call.array(0), call.array(1)]);
    const result = reduction(along)(call) as ArrayValue;
    const axis = call.integers(1, 'axis', 'dim');
    if (axis === undefined || axis.length !== 1) return result;
    return { ...result, indices: largestPlaces(call, axis[0]!, along === 'amin' ? -1 : 1, result.shape) };
  };
}

function largestPlaces(call: Arguments, axis: number, sign: number, shape: readonly number[] | undefined): ArrayValue {
  const x = entriesOf(call.array(0));
  const at = axis < 0 ? axis + x.shape.length : axis;
  const extent = x.shape[at];
  if (extent === undefined) return call.wrong(1);
  const inner = sizeOf(x.shape.slice(at + 1));
  const outer = sizeOf(x.shape.slice(0, at));
  const data = new Float64Array(outer * inner);
  for (let i = 0; i < data.length; i++) {
    const start = Math.floor(i / inner) * extent * inner + (i % inner);
    let best = 0;
    for (let k = 1; k < extent; k++)
      if (x.data[start + k * inner]! * sign > x.data[start + best * inner]! * sign) best = k;
    data[i] = best;
  }
  const kept = shape ?? x.shape.filter((_, k) => k !== at);
  return call.arrays.leaf({ shape: kept, data }, 'int');
}

function argument(sign: number): Callable {
  return (call) => {
    const axis = call.integers(1, 'axis', 'dim');
    if (axis !== undefined) return largestPlaces(call, axis[0]!, sign, undefined);
    const { data } = entriesOf(call.array(0));
    let best = 0;
    data.forEach((entry, i) => {
      if (entry * sign > data[best]! * sign) best = i;
    });
    return call.arrays.scalar(best, 'int');
  };
}

/** How many less than all entries a variance divides by: 0 in numpy, 1 in torch, unless said. */
function missing(call: Arguments): number {
  const unbiased = call.flag(2, 'unbiased');
  const given = call.number(9, 'ddof', 'correction');
  if (given !== undefined) return given;
  return unbiased === undefined ? (call.torch ? 1 : 0) : unbiased ? 1 : 0;
}

const variance: Callable = (call) => {
  const x = call.array(0, 'a', 'input');
  const axis = call.integers(1, 'axis', 'dim');
  const keepdims = call.flag(9, 'keepdims', 'keepdim') === true;
  const { arrays } = call;
  const biased = arrays.gate('var', [x], { ...(axis && { axis }), ...(keepdims && { keepdims }) });
  const count = sizeOf(x.shape) / sizeOf(biased.shape);
  const ddof = missing(call);
  return ddof === 0 ? biased : arrays.gate('mul', [biased, arrays.scalar(count / (count - ddof), 'float', true)]);
};

/** A function whose entries are computed here and let no gradient through: rounding, logic. */
function untaught(one: (x: number, y: number) => number, dtype: ArrayValue['dtype']): Callable {
  return (call) => {
    const x = call.array(0);
    const y = call.count > 1 ? call.array(1) : undefined;
    const shaped = y === undefined ? x : call.arrays.gate('add', [x, y]);
    const xs = entriesOf(call.arrays.broadcast(x, shaped.shape)).data;
    const ys = y === undefined ? undefined : entriesOf(call.arrays.broadcast(y, shaped.shape)).data;
    const data = xs.map((entry, i) => one(entry, ys?.[i] ?? 0));
    return call.arrays.result(undefined, y === undefined ? [x] : [x, y], {}, { shape: shaped.shape, data }, dtype);
  };
}

const where: Callable = (call) => {
  const [mask, a, b] = [call.array(0, 'condition'), call.array(1, 'x', 'input'), call.array(2, 'y', 'other')];
  const { arrays } = call;
  const others = arrays.gate('sub', [arrays.scalar(1, 'float', true), mask]);
  return arrays.gate('add', [arrays.gate('mul', [mask, a]), arrays.gate('mul', [others, b])]);
};

const clip: Callable = (call) => {
  const { arrays } = call;
  const low = call.at(1, 'min', 'a_min');
  const high = call.at(2, 'max', 'a_max');
  const raised = low === undefined ? call.array(0) : arrays.gate('max', [call.array(0), call.array(1, 'min', 'a_min')]);
  return high === undefined ? raised : arrays.gate('min', [raised, call.array(2, 'max', 'a_max')]);
};

/** Matrix product; rows of a batch of any rank at the left are taken together. */
export const matmul: Callable = (call) => {
  const [a, b] = [call.array(0, 'a', 'input'), call.array(1, 'b', 'other', 'mat2')];
  const { arrays } = call;
  if (call.name === 'dot' && (a.shape.length === 0 || b.shape.length === 0)) return arrays.gate('mul', [a, b]);
  if (a.shape.length <= 2 || b.shape.length > 2) return arrays.gate('matmul', [a, b]);
  const inner = a.shape[a.shape.length - 1]!;
  const rows = arrays.reshape(a, [sizeOf(a.shape) / inner, inner]);
  return arrays.reshape(arrays.gate('matmul', [rows, b]), [...a.shape.slice(0, -1), ...b.shape.slice(1)]);
};

function alongAxis(gate: string): Callable {
  return (call) => {
    const axis = call.integers(1, 'dim', 'axis');
    const keepdims = call.flag(9, 'keepdim', 'keepdims') === true;
    return call.arrays.gate(gate, [call.array(0, 'input')], { ...(axis && { axis }), ...(keepdims && { keepdims }) });
  };
}

const negativeLogLikelihood: Callable = (call) => {
  const [logs, labels] = [call.array(0, 'input'), call.array(1, 'target')];
  if (logs.shape.length !== 2) return call.wrong(0);
  const { arrays } = call;
  const rows = arrays.leaf(range(logs.shape[0]!), 'int');
  const index = [{ kind: 'array', operand: 1 } as const, { kind: 'array', operand: 2 } as const];
  const picked = arrays.gate('index', [logs, rows, labels], { index });
  return arrays.gate('neg', [arrays.gate('mean', [picked])]);
};

function range(count: number): Tensor {
  return { shape: [count], data: Float64Array.from({ length: count }, (_, i) => i) };
}

const logarithm =
  (base: number): Callable =>
  (call) =>
    call.arrays.gate('div', [
      call.arrays.gate('log', [call.array(0)]),
      call.arrays.scalar(Math.log(base), 'float', true),
    ]);

const table: readonly (readonly [string, Callable])[] = [
  ...['exp', 'log', 'sqrt', 'sin', 'cos', 'tanh', 'sigmoid', 'relu', 'abs', 'softplus'].map(
    (name) => [name, elementwise(name)] as const,
  ),
  ['expit', elementwise('sigmoid')],
  ['fabs', elementwise('abs')],
  ['absolute', elementwise('abs')],
  ['neg', elementwise('neg')],
  ['negative', elementwise('neg')],
  ['log2', logarithm(2)],
  ['log10', logarithm(10)],
  ['square', (call) => call.arrays.gate('pow', [call.array(0), call.arrays.scalar(2, 'int', true)])],
  ['rsqrt', (call) => call.arrays.gate('pow', [call.array(0), call.arrays.scalar(-0.5, 'float', true)])],
  ['reciprocal', (call) => call.arrays.gate('div', [call.arrays.scalar(1, 'float', true), call.array(0)])],
  ['add', pairwise('add')],
  ['subtract', pairwise('sub')],
  ['sub', pairwise('sub')],
  ['multiply', pairwise('mul')],
  ['mul', pairwise('mul')],
  ['divide', pairwise('div')],
  ['true_divide', pairwise('div')],
  ['div', pairwise('div')],
  ['pow', pairwise('pow')],
  ['power', pairwise('pow')],
  ['maximum', pairwise('max')],
  ['minimum', pairwise('min')],
  ['fmax', pairwise('max')],
  ['fmin', pairwise('min')],
  [
    'leaky_relu',
    (call) => {
      const slope = call.number(1, 'negative_slope') ?? 0.01;
      return call.arrays.gate('leaky_relu', [call.array(0), call.arrays.scalar(slope, 'float', true)]);
    },
  ],
  ['sum', reduction('sum')],
  ['mean', reduction('mean')],
  ['average', reduction('mean')],
  ['max', extreme('max', 'amax')],
  ['min', extreme('min', 'amin')],
  ['amax', reduction('amax')],
  ['amin', reduction('amin')],
  ['argmax', argument(1)],
  ['argmin', argument(-1)],
  ['var', variance],
  ['std', (call) => call.arrays.gate('sqrt', [variance(call) as ArrayValue])],
  ['where', where],
  ['clip', clip],
  ['clamp', clip],
  ['clamp_min', (call) => call.arrays.gate('max', [call.array(0), call.array(1, 'min')])],
  ['sign', untaught(Math.sign, 'float')],
  ['floor', untaught(Math.floor, 'float')],
  ['ceil', untaught(Math.ceil, 'float')],
  ['round', untaught(Math.round, 'float')],
  ['floor_divide', untaught((x, y) => Math.floor(x / y), 'int')],
  ['remainder', untaught((x, y) => x - y * Math.floor(x / y), 'int')],
  ['logical_not', untaught((x) => (x === 0 ? 1 : 0), 'bool')],
  ['logical_and', untaught((x, y) => (x !== 0 && y !== 0 ? 1 : 0), 'bool')],
  ['logical_or', untaught((x, y) => (x !== 0 || y !== 0 ? 1 : 0), 'bool')],
  ['logical_xor', untaught((x, y) => ((x !== 0) !== (y !== 0) ? 1 : 0), 'bool')],
  ['equal', pairwise('eq')],
  ['greater', pairwise('gt')],
  ['less', pairwise('lt')],
  ['dot', matmul],
  ['matmul', matmul],
  ['mm', matmul],
  ['mv', matmul],
  [
    'outer',
    (call) => {
      const { arrays } = call;
      return arrays.gate('mul', [arrays.reshape(call.array(0), [-1, 1]), arrays.reshape(call.array(1), [1, -1])]);
    },
  ],
  [
    'norm',
    (call) => {
      const { arrays } = call;
      const x = call.array(0);
      if (call.count > 1) throw new Unread('argument', { function: 'norm', place: 2 });
      return arrays.gate('sqrt', [arrays.gate('sum', [arrays.gate('mul', [x, x])])]);
    },
  ],
  ['softmax', alongAxis('softmax')],
  ['log_softmax', alongAxis('log_softmax')],
  ['logsumexp', alongAxis('logsumexp')],
  ['cross_entropy', (call) => call.arrays.gate('cross_entropy', [call.array(0, 'input'), call.array(1, 'target')])],
  ['nll_loss', negativeLogLikelihood],
  ['mse_loss', (call) => call.arrays.gate('mse', [call.array(0, 'input'), call.array(1, 'target')])],
  ...creation,
  ...arranging,
];

/** The functions and methods that are read, by the name behind the last dot. */
export const callables: ReadonlyMap<string, Callable> = new Map(table);
