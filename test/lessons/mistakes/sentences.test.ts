import { describe, expect, test } from 'vitest';
import { assess, feedbackFor, type Posed } from '../../../src/lessons/answer/index.js';
import { chain, pose } from '../pose.js';

const say = (typed: string, posed: Posed, lang: 'en' | 'zh' = 'en') =>
  feedbackFor(assess(typed, posed), lang, 'unicode')
    .map(({ text }) => text)
    .join('');

/** What is said, and about which mistake, for answers of the lessons in questions.md. */
const cases: readonly (readonly [Posed, string, string, string])[] = [
  [
    pose('q = x + y\nf = q * z', { x: -2, y: 5, z: -4 }, 'local f wrt z'),
    '-4',
    "-4 is z's own value. At a multiply gate, one input's local gradient is the other input's value. What multiplies z?",
    '-4 是 z 本身的值。乘法门对一个输入的局部梯度，等于另一个输入的值。和 z 相乘的是哪个量？',
  ],
  [
    chain('gradient of x'),
    '-2.5',
    '-2.5 is the local gradient: per unit of x, q moves -2.5. Per unit of q, f moves -3. So per unit of x, f moves?',
    '-2.5 是局部梯度：x 每增加 1，q 变化 -2.5。而 q 每增加 1，f 变化 -3。那么 x 增加 1，f 变化多少？',
  ],
  [
    chain('gradient of x'),
    '-5.5',
    '-5.5 is -2.5 plus -3. A change in x is scaled by -2.5, then by -3. How do two scalings combine?',
    '-5.5 等于 -2.5 加 -3。x 的变化先按 -2.5 缩放，再按 -3 缩放。两个倍率该怎么合起来？',
  ],
  [
    pose('f = x*y + x*z', { x: 4, y: -5, z: 2 }, 'gradient of x'),
    '-5',
    '-5 is the share through x * y. Which other gate does x feed, and what comes back from there?',
    '-5 是经 x * y 这条分支传回的那一份。x 还进了哪个门？那边传回多少？',
  ],
  [
    pose('u = 1/x\nf = 3*u', { x: -2 }, 'gradient of x'),
    '1.5',
    '1.5 is -1/x, times 3 from upstream. Which power of x is in the derivative of 1/x?',
    '1.5 是 -1/x，再乘以上游梯度 3。1/x 的导数里，x 是几次方？',
  ],
  [
    pose('s = sigmoid(x)\nf = -2*s', { x: Math.log(4) }, 'gradient of x'),
    '1.07',
    "1.07 is what comes from the input, 1.39, times -2 from upstream. The s in s(1-s) is the gate's output. What did it put out?",
    '1.07 是用输入 1.39 代入得到的，再乘以上游梯度 -2。s(1-s) 里的 s 是门的输出。输出是多少？',
  ],
  [
    pose('m = maximum(z, w)\nf = 3*m', { z: -2, w: -7 }, 'gradient of w'),
    '3',
    '3 is what the winner gets. max did not pick w = -7. Raise w by 0.1: how far does its output move?',
    '3 是被选中的输入才会得到的值。max 没有选中 w = -7。把 w 增加 0.1，输出变多少？',
  ],
];

describe('a miss is answered by what the number is, and the question that leads on', () => {
  test.each(cases)('%#: %s', (posed, typed, en, zh) => {
    expect(say(typed, posed)).toBe(en);
    expect(say(typed, posed, 'zh')).toBe(zh);
  });
});

describe('the numbers of questions.md', () => {
  const mistakeOf = (typed: string, posed: Posed) => {
    const assessed = assess(typed, posed);
    return assessed.verdict === 'wrong' ? assessed.mistake : assessed.verdict;
  };
  const unary = (line: string, factor: number, x: number) =>
    pose(`u = ${line}\nf = ${factor}*u`, { x }, 'gradient of x');
  test.each<[string, Posed, Record<string, string>]>([
    [
      'x*y',
      pose('f = x*y', { x: 6, y: -0.5 }, 'local f wrt x'),
      { '-0.5': 'right', '6': 'mul-own', '-3': 'mul-output', '0.5': 'sign' },
    ],
    [
      'x**2',
      pose('f = x**2', { x: 3 }, 'local f wrt x'),
      { '6': 'right', '9': 'output-value', '3': 'power-no-exponent' },
    ],
    [
      'a+b',
      pose('f = a+b', { a: 7, b: -2 }, 'local f wrt a'),
      { '1': 'right', '7': 'add-own', '-2': 'add-other', '5': 'output-value' },
    ],
    ['dz', chain('gradient of z'), { '-13': 'right', '-3': 'mul-own' }],
    [
      'dx',
      chain('gradient of x'),
      { '7.5': 'right', '-2.5': 'no-upstream', '-3': 'no-local', '-5.5': 'added', '-18': 'mul-own', '-7.5': 'sign' },
    ],
    ['dy', chain('gradient of y'), { '-18': 'right', '6': 'no-upstream', '3': 'added', '7.5': 'mul-own' }],
    [
      '1/x',
      unary('1/x', 3, -2),
      {
        '-0.75': 'right',
        '0.75': 'inverse-sign',
        '1.5': 'inverse-unsquared',
        '-0.25': 'no-upstream',
        '-12': 'inverse-at-output',
      },
    ],
    ['7+x', unary('7+x', -3, 4), { '-3': 'right', '1': 'no-upstream', '-21': 'shift-constant', '-12': 'shift-own' }],
    [
      '-1.5*x',
      unary('-1.5*x', 2, 4),
      { '-3': 'right', '8': 'scale-own', '-1.5': 'no-upstream', '2': 'no-local', '-6': 'output-value' },
    ],
    [
      'exp',
      unary('exp(x)', -2, Math.log(3)),
      { '-6': 'right', '-2.2': 'exp-own', '-2.4': 'exp-power-rule', '-0.67': 'exp-inverse', '-2': 'no-local' },
    ],
    [
      'sigmoid',
      unary('sigmoid(x)', -2, Math.log(4)),
      {
        '-0.32': 'right',
        '0.16': 'no-upstream',
        '-1.6': 'sigmoid-output',
        '-0.4': 'sigmoid-complement',
        '-0.72': 'sigmoid-tanh-rule',
        '1.07': 'sigmoid-input',
        '-0.43': 'wrong-point',
      },
    ],
    [
      'tanh',
      unary('tanh(x)', 5, Math.log(2)),
      {
        '3.2': 'right',
        '2.6': 'tanh-input',
        '2': 'tanh-unsquared',
        '1.2': 'tanh-sigmoid-rule',
        '1.8': 'tanh-square',
        '0.64': 'no-upstream',
      },
    ],
    [
      'relu open',
      unary('relu(x)', -3, 2.5),
      { '-3': 'right', '0': 'relu-closed', '-7.5': 'relu-value', '1': 'no-upstream' },
    ],
    ['relu shut', unary('relu(x)', 4, -1.5), { '0': 'right', '4': 'relu-open', '-6': 'relu-value' }],
    [
      'leaky',
      unary('leaky_relu(x, 0.1)', 5, -2),
      { '0.5': 'right', '0': 'leaky-zero', '-1': 'leaky-value', '5': 'no-local', '0.1': 'no-upstream' },
    ],
    [
      'fork',
      pose('f = x*y + x*z', { x: 4, y: -5, z: 2 }, 'gradient of x'),
      { '-3': 'right', '-5': 'overwrote', '2': 'overwrote', '-10': 'branches-multiplied', '-1.5': 'branches-averaged' },
    ],
    [
      'square',
      pose('s = x*x\nf = -3*s', { x: 5 }, 'gradient of x'),
      { '-30': 'right', '-15': 'squared-once', '10': 'no-upstream' },
    ],
    [
      'three',
      pose('f = x*y + x*z - 4*x', { x: 3, y: -7, z: 5 }, 'gradient of x'),
      { '-6': 'right', '-11': 'missed-branch', '1': 'missed-branch' },
    ],
    [
      'stale',
      pose('p = a*b\nf = p*c - 2*p', { a: 5, b: -3, c: 6 }, 'gradient of a'),
      { '-12': 'right', '-18': 'stale-upstream', '6': 'stale-upstream', '-3': 'no-upstream', '4': 'no-local' },
    ],
    [
      'pattern',
      pose('f = 3*(x*y + maximum(z, w))', { x: 5, y: -4, z: -2, w: -7 }, 'gradient of x'),
      { '-12': 'right', '15': 'mul-own', '-4': 'no-upstream', '3': 'no-local' },
    ],
  ])('%s', (_name, posed, answers) => {
    expect(Object.fromEntries(Object.keys(answers).map((typed) => [typed, mistakeOf(typed, posed)]))).toEqual(answers);
  });
});
