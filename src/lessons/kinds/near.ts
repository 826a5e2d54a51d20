import { isExact, type Range } from '../answer/range.js';

/** The most that rounding at the digit typed may move an answer, as a share of it. */
const MOST_ROUNDING = 0.05;

/** Whether a number is right within a range, widened by rounding at the digit typed. */
export function nearNumber(x: number, rounding: number, right: number, range: Range): boolean {
  const noise = 1e-9 * Math.max(Math.abs(right), Math.abs(x)) + 1e-300;
  const off = Math.max(range.lo - x, x - range.hi, 0);
  if (off <= noise) return true;
  if (isExact(right) && range.lo === range.hi) return false;
  return off <= rounding + noise && off <= MOST_ROUNDING * Math.abs(right);
}
