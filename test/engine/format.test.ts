import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/engine/index.js';

describe('formatNumber', () => {
  it.each([
    [-2, '-2.00'],
    [0.7310585786300049, '0.73'],
    [0.5, '0.50'],
    [-12, '-12.00'],
    [1.005, '1.01'],
    [-1.005, '-1.01'],
    [2.675, '2.68'],
    [0.995, '1.00'],
    [9.995, '10.00'],
    [-0, '0.00'],
    [-0.004, '-4e-3'],
    [0.005, '0.01'],
    [-0.0002, '-2e-4'],
    [0.00096, '1e-3'],
    [5e-324, '5e-324'],
    [1234.5678, '1234.57'],
    [12345.678, '12345.7'],
    [99999.96, '100000'],
    [999999.4, '999999'],
    [999999.5, '1e6'],
    [1234567, '1.23457e6'],
    [1e21, '1e21'],
    [-1.7976931348623157e308, '-1.79769e308'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('%f is read as %s', (x, text) => expect(formatNumber(x)).toBe(text));

  it('keeps as many significant digits as a later answer needs', () => {
    expect(formatNumber(0.01798620996209156, { significant: 2 })).toBe('0.018');
    expect(formatNumber(0.0025, { significant: 2 })).toBe('0.0025');
    expect(formatNumber(0.0000123, { significant: 2 })).toBe('1.2e-5');
    expect(formatNumber(-4, { significant: 2 })).toBe('-4.00');
    expect(formatNumber(1.23456, { significant: 4 })).toBe('1.235');
  });

  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const anyDigits = fc.integer({ min: 1, max: 6 });

  it('is near the number, of the same sign, at most six digits long, and never a zero that is none', () => {
    fc.assert(
      fc.property(finite, anyDigits, (x, significant) => {
        const text = formatNumber(x, { significant });
        expect(text).toMatch(/^-?(\d+(\.\d+)?|\d(\.\d{1,5})?e-?\d+)$/);
        const read = Number(text);
        expect(Math.sign(read)).toBe(x === 0 ? 0 : Math.sign(x));
        expect(
          text
            .replace(/e.*$/, '')
            .replace(/^-?0*\.?0*/, '')
            .replace(/\D/g, '').length,
        ).toBeLessThanOrEqual(6);
        const error = Math.abs(read - x);
        expect(error <= 0.0050001 || error <= Math.abs(x) * 0.51 * 10 ** (1 - Math.min(6, significant))).toBe(true);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('of the opposite number is the same text with a minus sign', () => {
    fc.assert(
      fc.property(finite, anyDigits, (x, significant) => {
        fc.pre(x > 0);
        expect(formatNumber(-x, { significant })).toBe(`-${formatNumber(x, { significant })}`);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('never falls as numbers grow', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(Number(formatNumber(low))).toBeLessThanOrEqual(Number(formatNumber(high)));
      }),
      { seed: 9, numRuns: 2000 },
    );
  });
});
