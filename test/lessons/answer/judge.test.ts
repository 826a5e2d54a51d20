import { describe, expect, test } from 'vitest';
import { assess, feedbackFor, type Posed } from '../../../src/lessons/answer/index.js';
import { chain, pose } from '../pose.js';

const verdict = (text: string, posed: Posed) => assess(text, posed).verdict;

const neuron = (ask: string) =>
  pose('dot = w0*x0 + w1*x1 + w2\nf = sigmoid(dot)', { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 }, ask);

describe('numbers are judged by the digits on the screen', () => {
  test.each([
    ['-0.5898', 'right'],
    ['-0.59', 'right'],
    ['-0.60', 'right'],
    ['-0.6', 'right'],
    ['-0.63', 'wrong'],
    ['-0.5', 'wrong'],
    ['0.59', 'wrong'],
    ['-3*0.20', 'right'],
    ['-3*0.1966', 'right'],
  ])('dx1 = %s is %s', (text, expected) => {
    expect(verdict(text, neuron('gradient of x1'))).toBe(expected);
  });

  test.each([
    ['0.2', 'right'],
    ['0.20', 'right'],
    ['0.1971', 'right'],
    ['0.1966', 'right'],
    ['0.27*0.73', 'right'],
    ['0.22', 'wrong'],
  ])('dot gets %s: %s', (text, expected) => {
    expect(verdict(text, neuron('gradient of dot'))).toBe(expected);
  });

  test.each(['1', '0', '0.7'])('a number rounded beyond recognition is not right: %s for 0.73', (text) => {
    expect(verdict(text, neuron('value of f'))).toBe(text === '0.7' ? 'right' : 'wrong');
  });

  test('where the digits shown are all there are, nothing near them is right', () => {
    for (const text of ['7', '8', '7.4', '7.6', '7.49'])
      expect(verdict(text, chain('gradient of x'))).not.toBe('right');
    for (const text of ['7.5', '7.50', '15/2', '75e-1']) expect(verdict(text, chain('gradient of x'))).toBe('right');
  });

  test('a sum of shares from rounded numbers is right: 0.51 - 0.04 + 1.58 = 2.05 for 2.06', () => {
    const staged = [
      'sigy = sigmoid(y)',
      'num = x + sigy',
      'sigx = sigmoid(x)',
      'xpy = x + y',
      'xpysqr = xpy**2',
      'den = sigx + xpysqr',
      'invden = 1 / den',
      'f = num * invden',
    ].join('\n');
    const posed = pose(staged, { x: 3, y: -4 }, 'gradient of x');
    expect(verdict('2.05', posed)).toBe('right');
    expect(verdict('2.06', posed)).toBe('right');
    expect(verdict('2.10', posed)).toBe('wrong');
  });
});

describe('formulas are judged at other numbers too', () => {
  test.each([
    ['y*dq', 'right'],
    ['z*y', 'right'],
    ['y*z*1', 'right'],
    ['7.5', 'right'],
    ['x+1.5', 'right'],
    ['x*5/4', 'unreadable'],
    ['y*dz', 'wrong'],
  ])('%s: %s', (text, expected) => {
    expect(verdict(text, chain('gradient of x'))).toBe(expected);
  });

  test('right here, but not in general, is said so and not counted', () => {
    const assessed = assess('x*5/4', chain('gradient of x'));
    expect(assessed).toMatchObject({ verdict: 'unreadable', problem: { code: 'here-only' } });
    const said = feedbackFor(assessed, 'en', 'ascii')
      .map(({ text }) => text)
      .join('');
    expect(said).toBe(
      'x*5/4 gives 7.5 here, and that is the number. With other inputs it would not be. Which formula always holds?',
    );
  });

  test('the random points stay on the side of the kink that the question is on', () => {
    const posed = pose('m = maximum(a, b)\nf = m * c', { a: 4, b: 3.9, c: -2 }, 'gradient of a');
    expect(verdict('c', posed)).toBe('right');
    expect(verdict('upstream', posed)).toBe('right');
  });
});

describe('ties: every value of the subdifferential is right', () => {
  test.each(['0', '0.5', '1', '0.3'])('max(3, 3): %s', (text) => {
    expect(verdict(text, pose('f = maximum(a, b)', { a: 3, b: 3 }, 'local f wrt a'))).toBe('right');
  });
  test.each(['0', '-3', '-1.5'])('relu at 0 with upstream -3: %s', (text) => {
    const posed = pose('r = relu(x)\nf = -3 * r', { x: 0 }, 'gradient of x');
    expect(verdict(text, posed)).toBe('right');
    expect(verdict('1', posed)).toBe('wrong');
  });
});
