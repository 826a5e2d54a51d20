import { describe, expect, test } from 'vitest';
import { assess, type Posed } from '../../../src/lessons/answer/index.js';
import { pose } from '../pose.js';

const mistakeOf = (typed: string, posed: Posed) => {
  const assessed = assess(typed, posed);
  if (assessed.verdict !== 'wrong') return assessed.verdict;
  return assessed.mistake ?? assessed.diagnosis.kind;
};
const signal = { x: [1, 4, -2, 3, 5], w: [2, -1, 3] };
const image = {
  X: [
    [
      [
        [1, 0, 2],
        [3, -1, 1],
        [0, 4, -2],
      ],
    ],
  ],
  W: [
    [
      [
        [2, -1],
        [0.5, 3],
      ],
    ],
  ],
};
const pooled = {
  X: [
    [
      [
        [1, 5],
        [-2, 3],
      ],
    ],
  ],
};
const seed = [2, -3, 5];

/** Each by hand: y0 = 2*x0 - x1 + 3*x2 and so on. */
describe('convolutions', () => {
  test.each<[string, Posed, Record<string, string>]>([
    [
      'of a signal, its input',
      pose('y = conv1d(x, w)', signal, 'gradient of x', { seed }),
      {
        '[4, -8, 19, -14, 15]': 'right',
        '[6, -11, 22, -11, 10]': 'conv-unflipped',
        '[4, -6, 10, -5, 15]': 'conv-overwritten',
        '[2, 1, 4, 2, 3]': 'conv-no-upstream',
        '[4, -8, 19, -14, 0]': 'entries',
      },
    ],
    [
      'of a signal, its kernel',
      pose('y = conv1d(x, w)', signal, 'gradient of w', { seed }),
      {
        '[-20, 29, 12]': 'right',
        '[12, 29, -20]': 'conv-kernel-flipped',
        '[-10, 15, 25]': 'conv-overwritten',
        '[3, 5, 6]': 'conv-no-upstream',
        '[-6.67, 9.67, 4]': 'conv-averaged',
      },
    ],
    [
      'with padding',
      pose('y = conv1d(x, w, pad=1)', { x: [1, 4, -2], w: [2, -1, 3] }, 'gradient of x', { seed }),
      {
        // In the padded input: 4, -8, 19, -14, 15.
        '[-8, 19, -14]': 'right',
        '[4, -8, 19]': 'conv-not-cropped',
      },
    ],
    [
      'with padding, the kernel',
      pose('y = conv1d(x, w, pad=1)', { x: [1, 4, -2], w: [2, -1, 3] }, 'gradient of w', { seed }),
      { '[17, -20, 14]': 'right', '[-20, 14, -4]': 'conv-padding-missed' },
    ],
    [
      'of an image, its kernel',
      pose('Y = conv2d(X, W)', image, 'gradient of W', {
        seed: [
          [
            [
              [1, -2],
              [3, 5],
            ],
          ],
        ],
      }),
      {
        '[[[[5, -2], [25, -1]]]]': 'right',
        '[[[[-1, 25], [-2, 5]]]]': 'conv-kernel-flipped',
      },
    ],
    [
      'the bias of an image',
      pose('Y = conv2d(X, W, b)', { ...image, b: [1] }, 'gradient of b', {
        seed: [
          [
            [
              [1, -2],
              [3, 5],
            ],
          ],
        ],
      }),
      { '[7]': 'right', '[1.75]': 'broadcast-averaged' },
    ],
  ])('%s', (_name, posed, answers) => {
    expect(Object.fromEntries(Object.keys(answers).map((typed) => [typed, mistakeOf(typed, posed)]))).toEqual(answers);
  });
});

describe('where the largest is kept', () => {
  test.each<[string, Posed, Record<string, string>]>([
    [
      'pooling',
      pose('Y = maxpool2(X)', pooled, 'gradient of X', { seed: [[[[3]]]] }),
      {
        '[[[[0, 3], [0, 0]]]]': 'right',
        '[[[[3, 3], [3, 3]]]]': 'pool-all',
        '[[[[0.75, 0.75], [0.75, 0.75]]]]': 'pool-shared',
        '[[[[3, 0], [0, 0]]]]': 'pool-first',
        '[[[[0, 1], [0, 0]]]]': 'pool-ones',
        '[[[[0, 15], [0, 0]]]]': 'pool-own',
      },
    ],
    [
      'of each row',
      pose(
        'm = max(X, axis=1)',
        {
          X: [
            [1, 5],
            [7, 2],
          ],
        },
        'gradient of X',
        { seed: [2, -3] },
      ),
      {
        '[[0, 2], [-3, 0]]': 'right',
        '[[2, 2], [-3, -3]]': 'pool-all',
        '[[2, 0], [-3, 0]]': 'pool-first',
        '[[1, 1], [-1.5, -1.5]]': 'pool-shared',
      },
    ],
  ])('%s', (_name, posed, answers) => {
    expect(Object.fromEntries(Object.keys(answers).map((typed) => [typed, mistakeOf(typed, posed)]))).toEqual(answers);
  });
});

describe('weights after their update', () => {
  const net = (ask: string) =>
    pose('a = sigmoid(z)\ny = v @ a\nL = 0.5 * (y - 1)**2', { z: [Math.log(4), -Math.log(4), 0], v: [2, -3, 6] }, ask);

  test('deltas of a hidden layer', () => {
    const answers = {
      '[0.96, -1.44, 4.5]': 'right',
      '[0.84, -1.47, 4.39]': 'updated-weights',
      '((v - 0.1*dv)*dy)*a*(1-a)': 'updated-weights',
      '((v - 0.5*dv)*dy)*a*(1-a)': 'updated-weights',
    };
    expect(
      Object.fromEntries(Object.keys(answers).map((typed) => [typed, mistakeOf(typed, net('gradient of z'))])),
    ).toEqual(answers);
  });

  test('single numbers, where there is a loss', () => {
    const program = 'a = sigmoid(z)\ny = v*a\nL = 0.5 * (y - 1)**2';
    expect(mistakeOf('-1.14', pose(program, { z: 0, v: 4 }, 'gradient of z'))).not.toBe('updated-weights');
    // dv = 0.5, so v is 3.95 after a step of 0.1.
    expect(mistakeOf('0.9875', pose(program, { z: 0, v: 4 }, 'gradient of z'))).toBe('updated-weights');
    expect(mistakeOf('0.9875', pose('a = sigmoid(z)\nL = v*a', { z: 0, v: 3.95 }, 'gradient of z'))).toBe('right');
  });
});
