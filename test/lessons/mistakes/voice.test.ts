import { describe, expect, test } from 'vitest';
import { toNested } from '../../../src/engine/index.js';
import { assess, feedbackFor, type Posed } from '../../../src/lessons/answer/index.js';
import { mistakesAt } from '../../../src/lessons/mistakes/index.js';
import { pose } from '../pose.js';

/** A spread of gates, forks and losses; every mistake of each is made, and what is said of it is read. */
const unary = [
  'exp(x)',
  'log(x)',
  'sqrt(x)',
  'abs(x)',
  'sigmoid(x)',
  'tanh(x)',
  'relu(x)',
  'leaky_relu(x, 0.1)',
  'softplus(x)',
  'sin(x)',
  'cos(x)',
  '-x',
  '1/x',
  'x + 7',
  '-1.5*x',
  'x**3',
  '3**x',
  'x*x',
  'maximum(x, y)',
  'minimum(x, y)',
  'x + y',
  'x - y',
  'y - x',
  'x * y',
  'x / y',
  'y / x',
];
const questions: readonly Posed[] = [
  ...unary.flatMap((gate) =>
    [1.4, -2.2].flatMap((x) =>
      ['gradient of x', 'local u wrt x', 'value of u'].map((ask) =>
        pose(
          `u = ${gate}\nv = u * g\nf = v - c`,
          { x: /log|sqrt/.test(gate) ? Math.abs(x) : x, ...(/\by\b/.test(gate) ? { y: 0.7 } : {}), g: -3.5, c: 4 },
          ask,
        ),
      ),
    ),
  ),
  pose('p = x * y\nq = x * z\ns = p + q\nf = s * c', { x: 3, y: -7, z: 5, c: 2 }, 'gradient of x'),
  pose('f = x * y + x * z - 4 * x', { x: 3, y: -7, z: 5 }, 'gradient of x'),
  pose('p = a * b\nf = p * c - 2 * p', { a: 5, b: -3, c: 6 }, 'gradient of a'),
  pose('dot = w0*x0 + w1*x1 + w2\nf = sigmoid(dot)', { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 }, 'gradient of w0'),
  pose(
    'D = W @ X',
    {
      W: [
        [2, -1],
        [3, 5],
      ],
      X: [
        [1, 4],
        [-2, 6],
      ],
    },
    'gradient of W',
    {
      seed: [
        [2, -3],
        [7, 1],
      ],
    },
  ),
  pose('m = mean(x)\ny = x - m', { x: [1, 2, 6] }, 'gradient of x', { seed: [6, -3, 3] }),
  pose(
    'Y = X + b',
    {
      X: [
        [1, 2],
        [3, 4],
      ],
      b: [1, 2],
    },
    'gradient of b',
    {
      seed: [
        [1, 2],
        [3, -1],
      ],
    },
  ),
  pose('L = svm_hinge(s, y)', { s: [1, 3, 0.4, -2] }, 'gradient of s', { consts: { y: 0 } }),
  pose(
    'L = cross_entropy(Z, y)',
    {
      Z: [
        [1, 0, 2],
        [0.5, 1, 0],
      ],
    },
    'gradient of Z',
    { consts: { y: [0, 2] } },
  ),
  pose('p = softmax(z)', { z: [1, 0, 2] }, 'gradient of z', { seed: [8, 0, -8] }),
  ...['x', 'w'].map((name) =>
    pose('y = conv1d(x, w, pad=1)', { x: [1, 4, -2, 3], w: [2, -1, 3] }, `gradient of ${name}`, {
      seed: [2, -3, 5, 7],
    }),
  ),
  pose(
    'Y = maxpool2(X)',
    {
      X: [
        [
          [
            [1, 5, 2, 4],
            [-2, 3, 7, 6],
          ],
        ],
      ],
    },
    'gradient of X',
    { seed: [[[[3, -2]]]] },
  ),
  pose('a = sigmoid(z)\ny = v @ a\nL = 0.5 * (y - 1)**2', { z: [1, -1, 0], v: [2, -3, 6] }, 'gradient of z'),
  pose('L = mse(a, b)', { a: [5, 1, 4], b: [4, 3, 1] }, 'gradient of a'),
];

const said = questions.flatMap((posed) =>
  mistakesAt(posed).flatMap(({ candidate, value }) => {
    const assessed = assess(JSON.stringify(toNested(value)), posed);
    if (assessed.verdict !== 'wrong') return [];
    const sentence = (lang: 'en' | 'zh', glyphs: 'unicode' | 'ascii') => feedbackFor(assessed, lang, glyphs);
    return [
      {
        id: candidate.id,
        en: sentence('en', 'unicode'),
        zh: sentence('zh', 'unicode'),
        ascii: sentence('en', 'ascii'),
      },
    ];
  }),
);
const whole = (sentence: (typeof said)[number]['en']) => sentence.map(({ text }) => text).join('');

describe('what is said of every mistake', () => {
  test('is whole: no name or number is missing', () => {
    for (const { id, en, zh } of said)
      for (const sentence of [en, zh]) {
        expect([id, whole(sentence)]).not.toEqual([
          id,
          expect.stringMatching(/undefined|NaN|``|^\s|\s$| {2}| [.,?，。？]/),
        ]);
        expect(sentence.filter(({ text }) => text.trim() === '' && text !== ' ')).toEqual([]);
        expect(sentence.filter(({ style, text }) => style === 'code' && text.trim() === '')).toEqual([]);
      }
  });

  test('ends with a question that leads on, and never scolds or cheers', () => {
    for (const { id, en, zh } of said) {
      expect([id, whole(en)]).toEqual([id, expect.stringMatching(/\?$/)]);
      expect([id, whole(zh)]).toEqual([id, expect.stringMatching(/？$/)]);
      expect([id, whole(en)]).not.toEqual([id, expect.stringMatching(/!|wrong!|incorrect|you should/i)]);
      expect([id, whole(zh)]).not.toEqual([id, expect.stringMatching(/[！!]|[,;:?](?= ?[\u4e00-\u9fff])/)]);
    }
  });

  test('needs no symbol that ASCII has not', () => {
    for (const { ascii } of said) expect(whole(ascii)).toMatch(/^[\x20-\x7e]*$/);
  });
});
