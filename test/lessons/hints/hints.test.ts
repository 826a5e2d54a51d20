import { describe, expect, test } from 'vitest';
import type { Posed } from '../../../src/lessons/answer/index.js';
import { hintsFor, nudgeFor, promptFor, questionFor, whyFor, workingFor } from '../../../src/lessons/hints/index.js';
import type { Inline } from '../../../src/lessons/types.js';
import { chain, pose } from '../pose.js';

const text = (inlines: readonly Inline[]) => inlines.map((one) => one.text).join('');
const fork = pose('u = x*y\nv = x*z\nf = u + v', { x: 4, y: -5, z: 2 }, 'gradient of x');

test('the ladder: the gate, the rule, the rule with numbers, the answer', () => {
  expect(hintsFor(chain('gradient of x'), 'en', 'unicode').map(text)).toEqual([
    'x goes into one gate. It multiplies its inputs: q = x * y.',
    'The local gradient times what arrives from upstream: dx = ∂q/∂x · dq.',
    'With the numbers: dx = _ · (-3).',
    'dx = ∂q/∂x · dq = -2.5 · (-3) = 7.5',
  ]);
  expect(hintsFor(chain('local f wrt z'), 'zh', 'unicode').map(text)).toEqual([
    '这个门的作用：把输入相乘，即 f = p * z，其中 p = -13、z = -3。',
    '局部梯度的规则是另一个输入的值，即 ∂f/∂z = p。',
    '其他都不动。z 增加 1，f 变化 _。',
    '∂f/∂z = p = -13',
  ]);
});

test('a question names the gate, its numbers and what is wanted', () => {
  expect(text(questionFor(chain('local f wrt z'), 'en', 'unicode'))).toBe(
    'This gate computed f = p * z, with p = -13 and z = -3. How strongly does f react to z here? The local gradient ∂f/∂z:',
  );
  expect(promptFor(chain('local f wrt z').ask, 'ascii')).toBe('df/dz');
});

describe('one line says why an answer is right', () => {
  test.each<[string, Posed, string]>([
    ['a value', chain('value of q'), 'q = x * y = 6 * (-2.5) = -15'],
    ['a local gradient', chain('local f wrt z'), '∂f/∂z = p = -13'],
    ['a constant one', chain('local p wrt w'), '∂p/∂w = 1: if w moves by 1, p moves by 1.'],
    ['a gradient', chain('gradient of x'), 'dx = ∂q/∂x · dq = -2.5 · (-3) = 7.5'],
    ['the start', chain('gradient of f'), 'df = ∂f/∂f = 1'],
    ['a fork', fork, 'dx = ∂u/∂x · du + ∂v/∂x · dv = -5 · 1 + 2 · 1 = -3'],
    [
      'sigmoid',
      pose('f = sigmoid(x)', { x: Math.log(4) }, 'local f wrt x'),
      '∂f/∂x = f * (1 - f) = 0.8 * (1 - 0.8) = 0.16',
    ],
    ['a power', pose('f = x**3', { x: -2 }, 'local f wrt x'), '∂f/∂x = 3 * x**2 = 3 * (-2)**2 = 12'],
    ['1/x', pose('f = 1/x', { x: -2 }, 'local f wrt x'), '∂f/∂x = -1 / x**2 = -1 / (-2)**2 = -0.25'],
    ['a line', pose('f = w*x + b', { w: 2, x: 3, b: 1 }, 'local f wrt w'), '∂f/∂w = x = 3'],
  ])('%s', (_name, posed, working) => {
    expect(text(workingFor(posed, 'en', 'unicode'))).toBe(working);
  });
});

test('a nudge shows the movement and leaves the division', () => {
  expect(text(nudgeFor(chain('gradient of x'), 'en', 'unicode'))).toBe(
    'Raise x by 0.001, as the circuit shows now: f goes from 39 to 39.0075, a move of 0.0075. How much is that per unit of x?',
  );
  expect(text(nudgeFor(chain('gradient of q'), 'en', 'unicode'))).toContain(
    'f goes from 39 to 38.997, a move of -0.003',
  );
  expect(text(nudgeFor(chain('local p wrt q'), 'zh', 'unicode'))).toContain('p 从 -13 变到 -12.999');
});

test('a doubted answer is confirmed by moving the name itself', () => {
  expect(text(whyFor(chain('gradient of q'), 'en', 'unicode'))).toContain('how far f moved: -3.');
});

describe('matrices', () => {
  const square = {
    W: [
      [2, -1],
      [3, 5],
    ],
    X: [
      [1, 4],
      [-2, 6],
    ],
  };
  const product = pose('D = W @ X\nL = sum(D)', square, 'gradient of W');

  test('the ladder shows the formula, then the shapes', () => {
    expect(hintsFor(product, 'en', 'unicode').map(text)).toEqual([
      'W goes into one gate. It multiplies matrices: rows of the first with columns of the second: D = W @ X.',
      'The local gradient times what arrives from upstream: dW = dD @ X.T.',
      'With the numbers: dW = (2x2) @ (2x2).T.',
      'dW = dD @ X.T = [[5, 4], [5, 4]]',
    ]);
  });

  test('a bias is summed over the rows, and an entry is left to the learner', () => {
    const bias = pose('Y = X + b\nL = sum(Y)', { X: square.X, b: [1, 2] }, 'gradient of b');
    expect(text(workingFor(bias, 'en', 'unicode'))).toBe('db = sum(dY, axis=0) = [2, 2]');
    expect(hintsFor(bias, 'en', 'unicode').map(text)[2]).toBe('With the numbers: db = [2, _].');
  });

  test('a nudge raises one entry, and three witnesses agree', () => {
    expect(text(nudgeFor(product, 'en', 'unicode'))).toBe(
      'Raise W[0, 0] by 0.001, as the circuit shows now: L goes from 41 to 41.005, a move of 0.005. How much is that per unit of W[0, 0]?',
    );
    expect(text(whyFor(product, 'en', 'unicode')).match(/\[\[5, 4\], \[5, 4\]\]/g)).toHaveLength(3);
  });
});

describe('at a corner', () => {
  const tie = pose('f = max(a, b)', { a: 2, b: 2 }, 'local f wrt a');
  const corner = pose('r = relu(x)\nf = 3*r', { x: 0 }, 'gradient of x');

  test('it is said what else is right, and whose choice the number is', () => {
    expect(text(workingFor(tie, 'en', 'unicode'))).toBe(
      '∂f/∂a = 0.5   (a = b). There is a corner here, so everything from 0 to 1 is right; 0.5 is what this program and PyTorch take, others take one end.',
    );
    expect(text(workingFor(corner, 'zh', 'unicode'))).toBe(
      'dx = ∂r/∂x · dr = 0 · 3 = 0。这里正好是拐点，从 0 到 3 都对；本程序和 PyTorch 取 0，也有程序取一端的值。',
    );
  });

  test('witnesses that differ are explained by it', () => {
    expect(text(whyFor(corner, 'en', 'unicode'))).toMatch(/f moved: 1\.5\..*There is a corner here/);
  });
});

test('the start of the backward pass can be nudged and doubted too', () => {
  const seed = chain('gradient of f');
  expect(text(nudgeFor(seed, 'en', 'unicode'))).toBe(
    'Raise f by 0.001, and f has moved by 0.001. How much is that per unit of f?',
  );
  expect(text(whyFor(seed, 'zh', 'unicode'))).toBe('f 变化 1，f 自己也变化 1 个单位。');
});

test('witnesses are shown to the same digits, and a rule in steps is written as steps', () => {
  const neuron = pose('f = sigmoid(x)', { x: 1 }, 'local f wrt x');
  expect(text(whyFor(neuron, 'en', 'unicode')).match(/0\.196612/g)).toHaveLength(3);
  const hinge = pose('L = svm_hinge(s, y)', { s: [1, 3, 0.4, -2] }, 'gradient of s', { consts: { y: 0 } });
  expect(text(workingFor(hinge, 'en', 'unicode'))).toMatch(
    /^r = .*; ds = \(w - r \* sum\(w\)\) \* dL = \[-2, 1, 1, 0\]$/,
  );
});

describe('a gate whose local gradient is a number', () => {
  test('its rule would be the answer: the movement is thought of, then worked out, then said', () => {
    expect(hintsFor(chain('local p wrt q'), 'en', 'unicode').map(text).slice(1)).toEqual([
      'Keep everything else where it is. If q moves by 1, p moves by _.',
      'q from -15 to -14: p = -14 + 2 = _, and it was -13.',
      '∂p/∂q = 1: if q moves by 1, p moves by 1.',
    ]);
    const less = pose('f = a - b', { a: 7, b: -2 }, 'local f wrt b');
    expect(text(hintsFor(less, 'zh', 'unicode')[2]!)).toBe('b 从 -2 变到 -1：f = 7 - (-1) = _，原来是 9。');
  });

  test.each([
    ['f = a + b', 'b'],
    ['f = a - b', 'b'],
    ['f = -b', 'b'],
    ['f = 7 + b', 'b'],
    ['f = -1.5 * b', 'b'],
  ])('%s: no hint before the last one says it', (program, wrt) => {
    const posed = pose(program, program.includes('a') ? { a: 7, b: 3.5 } : { b: 3.5 }, `local f wrt ${wrt}`);
    const [, ...more] = hintsFor(posed, 'en', 'unicode').map(text);
    expect(more.map((hint) => hint.includes(`∂f/∂${wrt} = `))).toEqual([false, false, true]);
    expect(more[1]).toMatch(/^b from 3\.5 to 4\.5: f = .*4\.5.* = _, and it was /);
  });
});
