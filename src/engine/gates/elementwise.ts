import type { ElementwiseRow, GateRow } from './row.js';
import { words } from './words.js';

type Partial = (x: number, y: number, o: number) => number;

const zero: Partial = () => 0;
const one: Partial = () => 1;
const minusOne: Partial = () => -1;

function unary(
  name: string,
  symbol: string,
  formula: string,
  value: (x: number) => number,
  partial: string,
  dx: Partial,
  text: GateRow['words'],
): ElementwiseRow {
  return { name, symbol, arity: 1, operands: ['x'], formula, partials: [partial], words: text, value, dx, dy: zero };
}

function binary(
  name: string,
  symbol: string,
  formula: string,
  value: (x: number, y: number) => number,
  partials: readonly [string, string],
  dx: Partial,
  dy: Partial,
  text: GateRow['words'],
): ElementwiseRow {
  return { name, symbol, arity: 2, operands: ['x', 'y'], formula, partials, words: text, value, dx, dy };
}

/** 1 / (1 + e^-x) without overflow, and accurate to the last digits at both ends. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** o(1-o) without the cancellation of 1-o at large x. */
function sigmoidSlope(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / ((1 + e) * (1 + e));
}

/** 1-o^2 without the cancellation at large |x|: 4 / (e^x + e^-x)^2. */
function tanhSlope(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / ((1 + e) * (1 + e));
}

function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** As PyTorch: the power 0 is constant, also at x = 0. */
function powSlope(x: number, y: number): number {
  return y === 0 ? 0 : y * x ** (y - 1);
}

/** As PyTorch: 0 at x = 0 for powers from 0 on; NaN at negative x, where x**y is no function of a real y. */
function powExponentSlope(x: number, y: number, o: number): number {
  return x === 0 && y >= 0 ? 0 : o * Math.log(x);
}

const bigger: Partial = (x, y) => (x > y ? 1 : x === y ? 0.5 : 0);
const smaller: Partial = (x, y) => (x < y ? 1 : x === y ? 0.5 : 0);

function comparison(
  name: string,
  symbol: string,
  holds: (x: number, y: number) => boolean,
  en: string,
  zh: string,
): ElementwiseRow {
  const text = words(
    `1 where ${en}, else 0`,
    'it jumps, so nothing flows back',
    `${zh}时为 1，否则为 0`,
    '是跳变，梯度不往回传',
  );
  const value = (x: number, y: number): number => (holds(x, y) ? 1 : 0);
  return binary(name, symbol, `x ${symbol} y`, value, ['0', '0'], zero, zero, text);
}

/**
 * The gates of one and two numbers. Ties are split equally at max and min; the slopes of relu and abs at 0 are 0, of
 * leaky_relu at 0 the slope of its negative side.
 */
const plainRows: readonly ElementwiseRow[] = [
  binary(
    'add',
    '+',
    'x + y',
    (x, y) => x + y,
    ['1', '1'],
    one,
    one,
    words('adds its inputs', '1 for every input', '把输入相加', '对每个输入都是 1'),
  ),
  binary(
    'sub',
    '-',
    'x - y',
    (x, y) => x - y,
    ['1', '-1'],
    one,
    minusOne,
    words(
      'subtracts the second input from the first',
      '1 for the first input, -1 for the second',
      '第一个输入减第二个输入',
      '对第一个输入是 1，对第二个输入是 -1',
    ),
  ),
  binary(
    'mul',
    '*',
    'x * y',
    (x, y) => x * y,
    ['y', 'x'],
    (_x, y) => y,
    (x) => x,
    words('multiplies its inputs', "the other input's value", '把输入相乘', '另一个输入的值'),
  ),
  binary(
    'div',
    '/',
    'x / y',
    (x, y) => x / y,
    ['1 / y', '-x / y**2'],
    (_x, y) => 1 / y,
    (_x, y, o) => -o / y,
    words(
      'divides the first input by the second',
      '1 over the divisor for the first input; minus the first input over the square of the divisor for the second',
      '第一个输入除以第二个输入',
      '对被除数是除数的倒数；对除数是负的被除数除以除数的平方',
    ),
  ),
  unary('neg', '*-1', '-x', (x) => -x, '-1', minusOne, words('turns the sign', '-1', '取相反数', '-1')),
  binary(
    'pow',
    '^',
    'x ** y',
    (x, y) => x ** y,
    ['y * x**(y - 1)', 'log(x) * o'],
    powSlope,
    powExponentSlope,
    words(
      'raises the first input to the power of the second',
      'for the base, the exponent times the base to one power less; for the exponent, the output times the logarithm of the base',
      '求幂，第一个输入是底数，第二个输入是指数',
      '对底数：指数乘以底数的低一次方；对指数：输出乘以底数的对数',
    ),
  ),
  binary(
    'max',
    'max',
    'maximum(x, y)',
    (x, y) => Math.max(x, y),
    ['(x > y) + 0.5 * (x == y)', '(y > x) + 0.5 * (x == y)'],
    bigger,
    smaller,
    words(
      'lets the larger input through',
      '1 for the larger input, 0 for the other; half to each at a tie',
      '让较大的输入通过',
      '较大的输入为 1，另一个为 0；相等时各一半',
    ),
  ),
  binary(
    'min',
    'min',
    'minimum(x, y)',
    (x, y) => Math.min(x, y),
    ['(x < y) + 0.5 * (x == y)', '(y < x) + 0.5 * (x == y)'],
    smaller,
    bigger,
    words(
      'lets the smaller input through',
      '1 for the smaller input, 0 for the other; half to each at a tie',
      '让较小的输入通过',
      '较小的输入为 1，另一个为 0；相等时各一半',
    ),
  ),
  unary(
    'exp',
    'exp',
    'exp(x)',
    Math.exp,
    'o',
    (_x, _y, o) => o,
    words('raises e to its input', 'its own output', '求 e 的输入次方', '就是它自己的输出'),
  ),
  unary(
    'log',
    'log',
    'log(x)',
    Math.log,
    '1 / x',
    (x) => 1 / x,
    words('takes the natural logarithm', '1 over its input', '求自然对数', '输入的倒数'),
  ),
  unary(
    'sqrt',
    'sqrt',
    'sqrt(x)',
    Math.sqrt,
    '1 / (2 * o)',
    (_x, _y, o) => 0.5 / o,
    words('takes the square root', '1 over twice its output', '求平方根', '输出的两倍的倒数'),
  ),
  unary(
    'sigmoid',
    'σ',
    'sigmoid(x)',
    sigmoid,
    'o * (1 - o)',
    sigmoidSlope,
    words(
      'squashes its input between 0 and 1',
      'its output times 1 minus its output',
      '把输入压到 0 和 1 之间',
      '输出乘以（1 减输出）',
    ),
  ),
  unary(
    'tanh',
    'tanh',
    'tanh(x)',
    Math.tanh,
    '1 - o**2',
    tanhSlope,
    words(
      'squashes its input between -1 and 1',
      '1 minus the square of its output',
      '把输入压到 -1 和 1 之间',
      '1 减输出的平方',
    ),
  ),
  unary(
    'relu',
    'relu',
    'relu(x)',
    (x) => Math.max(x, 0),
    'x > 0',
    (x) => (x > 0 ? 1 : 0),
    words(
      'lets a positive input through, else gives 0',
      '1 where the input is positive, else 0',
      '输入为正就通过，否则为 0',
      '输入为正时是 1，否则是 0',
    ),
  ),
  binary(
    'leaky_relu',
    'leaky',
    'leaky_relu(x, y)',
    (x, y) => (x > 0 ? x : y * x),
    ['(x > 0) + y * (x <= 0)', 'x * (x <= 0)'],
    (x, y) => (x > 0 ? 1 : y),
    (x) => (x > 0 ? 0 : x),
    words(
      'lets a positive input through and shrinks a negative one',
      '1 where the input is positive, else the small slope',
      '输入为正就通过，为负则缩小',
      '输入为正时是 1，否则是那个小斜率',
    ),
  ),
  unary(
    'abs',
    '|x|',
    'abs(x)',
    Math.abs,
    '(x > 0) - (x < 0)',
    (x) => (x > 0 ? 1 : x < 0 ? -1 : 0),
    words(
      'drops the sign',
      '1 where the input is positive, -1 where it is negative',
      '取绝对值',
      '输入为正是 1，为负是 -1',
    ),
  ),
  unary(
    'softplus',
    'softplus',
    'softplus(x)',
    softplus,
    'sigmoid(x)',
    sigmoid,
    words(
      'is a smooth relu, log(1 + e^x)',
      'the sigmoid of its input',
      '平滑的 relu，即 log(1 + e^x)',
      '输入的 sigmoid',
    ),
  ),
  unary(
    'sin',
    'sin',
    'sin(x)',
    Math.sin,
    'cos(x)',
    (x) => Math.cos(x),
    words('takes the sine', 'the cosine of its input', '求正弦', '输入的余弦'),
  ),
  unary(
    'cos',
    'cos',
    'cos(x)',
    Math.cos,
    '-sin(x)',
    (x) => -Math.sin(x),
    words('takes the cosine', 'minus the sine of its input', '求余弦', '负的输入的正弦'),
  ),
  comparison('gt', '>', (x, y) => x > y, 'the first input is larger', '第一个输入较大'),
  comparison('lt', '<', (x, y) => x < y, 'the first input is smaller', '第一个输入较小'),
  comparison('ge', '>=', (x, y) => x >= y, 'the first input is not smaller', '第一个输入不较小'),
  comparison('le', '<=', (x, y) => x <= y, 'the first input is not larger', '第一个输入不较大'),
  comparison('eq', '==', (x, y) => x === y, 'both inputs are equal', '两个输入相等'),
  comparison('ne', '!=', (x, y) => x !== y, 'the inputs differ', '两个输入不等'),
];

type Kink = NonNullable<ElementwiseRow['kink']>;

const tie: Kink = (x, y) => (x === y ? [0, 1] : undefined);

/** Where a gate has a kink, every slope between the two sides' counts as right. */
const kinks: Readonly<Record<string, Kink>> = {
  max: tie,
  min: tie,
  relu: (x) => (x === 0 ? [0, 1] : undefined),
  abs: (x) => (x === 0 ? [-1, 1] : undefined),
  leaky_relu: (x, y, k) => (x === 0 && k === 0 ? [Math.min(1, y), Math.max(1, y)] : undefined),
};

/** Fused gates as programs of simpler ones. */
const splits: Readonly<Record<string, string>> = {
  sigmoid: '1 / (1 + exp(-x))',
  tanh: 'p = exp(x); m = exp(-x); (p - m) / (p + m)',
  relu: 'maximum(x, 0)',
  abs: 'maximum(x, -x)',
  softplus: 'log(1 + exp(x))',
};

function complete(row: ElementwiseRow): ElementwiseRow {
  const program = splits[row.name];
  const kink = kinks[row.name];
  return {
    ...row,
    ...(program === undefined ? {} : { split: () => program }),
    ...(kink === undefined ? {} : { kink }),
  };
}

/** The gates of one and two numbers, each with its kinks and its simpler gates. */
export const elementwiseRows: readonly ElementwiseRow[] = plainRows.map(complete);
