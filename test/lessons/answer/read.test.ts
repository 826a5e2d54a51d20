import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toNested } from '../../../src/engine/index.js';
import { readAnswer } from '../../../src/lessons/answer/index.js';
import { chain, pose } from '../pose.js';

const understood = (text: string, ask = 'gradient of x') => {
  const reading = readAnswer(text, chain(ask));
  return reading.kind === 'value' ? toNested(reading.value) : reading.problem.code;
};

describe('numbers', () => {
  test.each([
    ['-4', -4],
    ['+0.5', 0.5],
    ['.25', 0.25],
    ['1/3', 1 / 3],
    ['2e-3', 0.002],
    ['(1-0.73)*0.73', 0.27 * 0.73],
    ['－４', -4],
    ['−2.5', -2.5],
    ['ー3', -3],
    ['（－2）×３', -6],
    ['6÷4', 1.5],
    ['０。５', 0.5],
    ['½', 0.5],
    ['7½', 7.5],
    ['= 7.5', 7.5],
    ['-2.5 * -3 = 7.5', 7.5],
    ['"7.5"', 7.5],
    ['7.5。', 7.5],
    ['2³', 8],
    ['2^3', 8],
    ['10⁻²', 0.01],
    ['  7.5  ', 7.5],
    ['\u200b7.5\u0007', 7.5],
  ])('%s is %d', (text, value) => {
    expect(understood(text)).toBeCloseTo(value, 12);
  });
});

describe('formulas', () => {
  test.each([
    ['y*dq', 7.5],
    ['y·upstream', 7.5],
    ['upstream × y', 7.5],
    ['dq y', 'cant-read'],
    ['2x', 12],
    ['3(x-1)', 15],
    ['(x-1)(x+1)', 35],
    ['x²', 36],
    ['σ(0)', 0.5],
    ['df/dq * dq/dx', 7.5],
    ['∂f/∂q · y', 7.5],
    ['o', -15],
    ['dx = 7.5', 7.5],
    ['∂f/∂x = 7.5', 7.5],
    ['df/dx = y*dq', 7.5],
    ['dx = y*dq = 7.5', 7.5],
    ['e**0', 1],
  ])('%s is %s', (text, value) => {
    expect(understood(text)).toBe(value);
  });

  test.each(['7.5e0', '[1e-7, 2]', '3'])('%s is no formula', (typed) => {
    expect(readAnswer(typed, chain('gradient of x'))).not.toHaveProperty('formula');
  });

  test('a formula is kept for judging, and what was understood is echoed', () => {
    expect(readAnswer('（－3）×y', chain('gradient of x'))).toMatchObject({ formula: '(-3)*y', echo: '(-3)*y = 7.50' });
    expect(readAnswer('7.5', chain('gradient of x'))).not.toHaveProperty('echo');
  });

  test('the thing asked is never in scope, nor what is not known yet', () => {
    expect(understood('dx')).toBe('asked-itself');
    expect(understood('df/dx + 1')).toBe('asked-itself');
    expect(understood('q', 'value of q')).toBe('asked-itself');
    const posed = pose('q = x * y\nf = q * y', { x: 2, y: 3 }, 'gradient of x', { shown: { gradients: new Set() } });
    expect(readAnswer('y*dq', posed)).toMatchObject({ problem: { code: 'not-known-yet', params: { name: 'dq' } } });
    expect(readAnswer('y*upstream', posed)).toMatchObject({ problem: { code: 'not-known-yet' } });
  });

  test('names of the circuit come before d-names', () => {
    const posed = pose('q = x * dq\nf = 2 * q', { x: 3, dq: 5 }, 'gradient of x');
    expect(readAnswer('dq', posed)).toMatchObject({ kind: 'value', value: { data: Float64Array.of(5) } });
  });
});

describe('what cannot be read is no answer', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1/0', 'division-by-zero'],
    ['x/(x-6)', 'division-by-zero'],
    ['0/0', 'division-by-zero'],
    ['log(0-1)', 'no-number'],
    ['1e999', 'too-large'],
    ['9**9**9**9', 'too-large'],
    ['((1', 'unbalanced'],
    ['1)', 'unbalanced'],
    ['[1,2', 'unbalanced'],
    ['1 +', 'cant-read-end'],
    ['1 $ 2', 'cant-read'],
    ['2,5', 'decimal-comma'],
    ['foo(3)', 'unknown-function'],
    ['yy', 'unknown-name'],
    ['dy = 3', 'other-quantity'],
    ['q = 3', 'other-quantity'],
    ['1'.repeat(10_000), 'too-long'],
    ['('.repeat(10_000), 'too-long'],
  ])('%.20s: %s', (text, code) => {
    expect(understood(text)).toBe(code);
  });

  test('an unknown name comes with the near one', () => {
    const posed = pose('sigy = sigmoid(y)\nf = sigy * y', { y: 1 }, 'local f wrt y');
    expect(readAnswer('sigz', posed)).toMatchObject({ problem: { params: { name: 'sigz', near: 'sigy' } } });
  });

  test('whatever is typed, reading it neither throws nor hangs', () => {
    const posed = chain('gradient of x');
    const piece = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '*',
      '**',
      '-',
      '/',
      '@',
      '.',
      ',',
      'x',
      'dq',
      '9',
      '1e9',
      'σ',
      '=',
      '∂',
      'exp',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(piece, { maxLength: 60 }).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const reading = readAnswer(typed, posed);
        expect(reading.kind === 'unreadable' || reading.value.data.every(Number.isFinite)).toBe(true);
      }),
      { seed: 5, numRuns: 1500 },
    );
  });
});
