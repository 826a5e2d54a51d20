import { describe, expect, test } from 'vitest';
import { assess, feedbackFor, type Posed } from '../../../src/lessons/answer/index.js';
import { pose } from '../pose.js';

const mistakeOf = (typed: string, posed: Posed) => {
  const assessed = assess(typed, posed);
  if (assessed.verdict !== 'wrong') return assessed.verdict;
  return assessed.mistake ?? assessed.diagnosis.kind;
};

const vectors = { a: [2, -1, 3], b: [4, 5, -2] };
const W = [
  [2, -1],
  [3, 5],
];
const X = [
  [1, 4],
  [-2, 6],
];
const dD = [
  [2, -3],
  [7, 1],
];

describe('the numbers of questions.md', () => {
  test.each<[string, Posed, Record<string, string>]>([
    [
      'dot',
      pose('s = a @ b\nf = 0.5*s', vectors, 'gradient of a'),
      {
        '[2, 2.5, -1]': 'right',
        '2, 2.5, -1': 'right',
        'b*ds': 'right',
        '[1, -0.5, 1.5]': 'dot-own',
        '[4, 5, -2]': 'dot-no-upstream',
        'a*ds': 'dot-own',
        '3': 'shape',
      },
    ],
    [
      'entrywise',
      pose('y = a * b', vectors, 'gradient of a', { seed: [3, -2, 0.5] }),
      { '[12, -10, -1]': 'right', '[6, 2, 1.5]': 'mul-own', '[4, 5, -2]': 'no-upstream', '[12, 10, -1]': 'entries' },
    ],
    [
      'sum',
      pose('s = sum(a)\nf = 2*s', { a: [2, -1, 3] }, 'gradient of a'),
      { '[2, 2, 2]': 'right', '3': 'shape', '[1, 1, 1]': 'sum-ones', '[4, -2, 6]': 'sum-own' },
    ],
    [
      'matmul W',
      pose('D = W @ X', { W, X }, 'gradient of W', { seed: dD }),
      {
        '[[-10,-22],[11,-8]]': 'right',
        'dD @ X.T': 'right',
        '[[-12,-5],[50,-6]]': 'matmul-order',
        '[[8,-10],[5,34]]': 'matmul-no-transpose',
        'X.T @ dD': 'matmul-order',
        '[[-10,11],[-22,-8]]': 'matmul-transposed',
        'dD * X': 'matmul-entrywise',
      },
    ],
    [
      'matmul X',
      pose('D = W @ X', { W, X }, 'gradient of X', { seed: dD }),
      { 'W.T @ dD': 'right', 'W @ dD': 'matmul-no-transpose', 'dD @ W.T': 'matmul-order', 'dD @ W': 'matmul-order' },
    ],
    [
      'bias',
      pose(
        'Y = X + b',
        {
          X: [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
          b: [1, 2],
        },
        'gradient of b',
        {
          seed: [
            [1, 2],
            [3, -1],
            [2, 0.5],
          ],
        },
      ),
      {
        '[6, 1.5]': 'right',
        'sum(dY, axis=0)': 'right',
        '[2, 0.5]': 'broadcast-averaged',
        '[3, 2, 2.5]': 'shape',
        '[1, 2]': 'broadcast-first',
      },
    ],
    [
      'mean',
      pose(
        'm = mean(X, axis=0)',
        {
          X: [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
        },
        'gradient of X',
        { seed: [6, -3] },
      ),
      {
        '[[2,-1],[2,-1],[2,-1]]': 'right',
        '[[6,-3],[6,-3],[6,-3]]': 'mean-passed',
        '[[18,-9],[18,-9],[18,-9]]': 'mean-multiplied',
      },
    ],
    [
      'centring',
      pose('m = mean(x)\ny = x - m', { x: [1, 2, 6] }, 'gradient of x', { seed: [6, -3, 3] }),
      { '[4, -5, 1]': 'right', '[6, -3, 3]': 'overwrote', '[8, -1, 5]': 'branch-sign', '[0, -9, -3]': 'mean-passed' },
    ],
    [
      'hinge',
      pose('L = svm_hinge(s, y)', { s: [1, 3, 0.4, -2] }, 'gradient of s', { consts: { y: 0 } }),
      {
        '[-2, 1, 1, 0]': 'right',
        '[-1, 1, 1, 0]': 'hinge-right-one',
        '[2, 1, 1, 0]': 'entries',
        '[-3, 1, 1, 0]': 'hinge-right-counted',
        '[-3.4, 3, 0.4, 0]': 'hinge-margins',
      },
    ],
    [
      'cross-entropy',
      pose('L = cross_entropy(z, y)', { z: [Math.log(2), 0, Math.log(5)] }, 'gradient of z', { consts: { y: 0 } }),
      {
        '[-0.75, 0.125, 0.625]': 'right',
        '[0.25, 0.125, 0.625]': 'cross-entropy-no-target',
        '[0.75, -0.125, -0.625]': 'sign',
        '[-0.75, -0.875, -0.375]': 'cross-entropy-all-targets',
      },
    ],
    [
      'softmax',
      pose('p = softmax(z)', { z: [Math.log(2), 0, Math.log(5)] }, 'gradient of z', { seed: [8, 0, -8] }),
      { '[2.75, 0.375, -3.125]': 'right', '[1.5, 0, -1.875]': 'softmax-diagonal', '[2, 0, -5]': 'softmax-weighted' },
    ],
    [
      'mse',
      pose('L = mse(a, b)', { a: [5, 1, 4, 0, 7], b: [4, 3, 1, 2, 2] }, 'gradient of a'),
      {
        '[0.4, -0.8, 1.2, -0.8, 2]': 'right',
        '[0.2, -0.4, 0.6, -0.4, 1]': 'mse-no-two',
        '[2, -4, 6, -4, 10]': 'mse-no-mean',
        '[1, -2, 3, -2, 5]': 'mse-difference',
      },
    ],
    [
      'weight decay',
      pose('R = 0.1 * sum(w * w)', { w: [-3, 2] }, 'gradient of w'),
      { '[-0.6, 0.4]': 'right', '[-0.3, 0.2]': 'squared-once' },
    ],
    [
      'embedding',
      pose(
        'E = C[ix]',
        {
          C: [
            [1, 2],
            [3, 4],
            [5, 6],
          ],
        },
        'gradient of C',
        {
          consts: { ix: [0, 2, 0] },
          seed: [
            [1, -2],
            [3, 4],
            [0.5, 5],
          ],
        },
      ),
      { '[[1.5,3],[0,0],[3,4]]': 'right', '[[0.5,5],[0,0],[3,4]]': 'index-overwritten' },
    ],
    [
      'a learned step',
      pose('new = w - 0.1 * dw', { w: 2, dw: -0.5 }, 'value of new'),
      { '2.05': 'right', '2.5': 'value-no-factor', '1.95': 'value-added', '-0.05': 'value-inner' },
    ],
  ])('%s', (_name, posed, answers) => {
    expect(Object.fromEntries(Object.keys(answers).map((typed) => [typed, mistakeOf(typed, posed)]))).toEqual(answers);
  });
});

test('shapes come before numbers, and wrong entries are pointed out', () => {
  const posed = pose(
    'D = W @ X',
    {
      W: [[1, 2, 3]],
      X: [
        [1, 0],
        [2, 1],
        [0, 5],
      ],
    },
    'gradient of W',
    { seed: [[2, -3]] },
  );
  const say = (typed: string, lang: 'en' | 'zh') =>
    feedbackFor(assess(typed, posed), lang, 'unicode')
      .map(({ text }) => text)
      .join('');
  expect(say('X @ dD.T', 'en')).toBe('X @ dD.T is 3×1; dW must be 1×3, like W. Which order, which transpose?');
  expect(say('X @ dD.T', 'zh')).toBe('X @ dD.T 是 3×1，而 dW 必须和 W 一样，应当是 1×3。次序和转置该怎么调整？');
  expect(say('[[2, 1, -14]]', 'en')).toBe('Right but for [0, 2] of dW. What goes into those?');
  expect(say('[[2, 1, -14]]', 'zh')).toBe('dW 除了 [0, 2] 都对。那里该是哪些数合成的？');
});

test("a stranger's circuit cannot make a diagnosis long: many ways, many entries", () => {
  const many = pose(
    `f = ${Array.from({ length: 800 }, (_, k) => `x*${k + 2}`).join(' + ')}`,
    { x: 2 },
    'gradient of x',
  );
  expect(assess('5', many)).toMatchObject({ verdict: 'wrong', diagnosis: { kind: 'none', about: 'fork' } });
  const wide = Array.from({ length: 80 }, () => Array.from({ length: 80 }, (_, k) => k));
  const signal = Array.from({ length: 3000 }, (_, k) => k % 7);
  const long = pose('y = conv1d(x, w)\nf = sum(y)', { x: signal, w: signal.slice(0, 90) }, 'gradient of w');
  expect(assess('w', long)).toMatchObject({ verdict: 'wrong' });
  const sums = Array.from({ length: 60 }, (_, k) => `w${k}`);
  const deep = pose(
    `${sums.map((w, k) => `h${k} = ${k === 0 ? 'x' : `h${k - 1}`} * ${w}`).join('\n')}\nf = h59 ** 2`,
    Object.fromEntries([['x', 2], ...sums.map((w) => [w, 1] as const)]),
    'gradient of x',
  );
  expect(assess('5.37', deep)).toMatchObject({ verdict: 'wrong', diagnosis: { kind: 'none' } });
  const large = pose('s = W * W\nf = sum(s)', { W: wide }, 'gradient of W');
  expect(assess('W', large)).toMatchObject({ verdict: 'wrong', diagnosis: { kind: 'none' } });
});
