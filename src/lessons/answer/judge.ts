import { evaluate, ProgramError, type Shape, sameShape, type Tensor } from '../../engine/index.js';
import { acceptedRanges } from './accepted.js';
import { neighbours } from './neighbours.js';
import { type Posed, truth } from './posed.js';
import { isExact, type Range } from './range.js';
import type { Reading } from './read.js';
import { scopeOf } from './scope.js';

/** The verdict on an answer that could be read. */
export type Judgement =
  | { readonly verdict: 'right' }
  /** Rounded so far that it can't be told from a guess: the size is right. */
  | { readonly verdict: 'rough' }
  /** A formula that gives the right number here, but not at other inputs. */
  | { readonly verdict: 'here-only' }
  | { readonly verdict: 'wrong'; readonly reason: 'shape'; readonly expected: Shape; readonly got: Shape }
  | { readonly verdict: 'wrong'; readonly reason: 'value'; readonly entries: readonly number[] };

/** The most that rounding at the digit typed may move an answer, as a share of it: 0.2 stands for 0.1966, 1 not for 0.73. */
const MOST_ROUNDING = 0.05;
const POINTS = 4;

type ReadValue = Reading & { kind: 'value' };

/**
 * Judges an answer: right within the range that the digits on the screen imply, widened by rounding at the digit typed;
 * a formula at other points too; shapes before numbers. `entries` are the flat places of the wrong numbers.
 */
export function judge(reading: ReadValue, posed: Posed): Judgement {
  const right = truth(posed.ask, posed.run);
  const { value } = reading;
  if (!sameShape(value.shape, right.shape))
    return { verdict: 'wrong', reason: 'shape', expected: right.shape, got: value.shape };
  const ranges = acceptedRanges(posed);
  const fits = Array.from(value.data, (x, k) => nearness(x, reading.rounding[k]!, ranges[k]!, right.data[k]!));
  if (fits.every((one) => one === 'inside'))
    return holdsElsewhere(reading, posed) ? { verdict: 'right' } : { verdict: 'here-only' };
  if (fits.every((one) => one !== 'outside')) return { verdict: 'rough' };
  return { verdict: 'wrong', reason: 'value', entries: fits.flatMap((one, k) => (one === 'outside' ? [k] : [])) };
}

function nearness(x: number, rounding: number, range: Range, right: number): 'inside' | 'rough' | 'outside' {
  const noise = 1e-9 * Math.max(Math.abs(right), Math.abs(x)) + 1e-300;
  const off = Math.max(range.lo - x, x - range.hi, 0);
  if (off <= noise) return 'inside';
  if (isExact(right) && range.lo === range.hi) return 'outside';
  if (off > rounding + noise) return 'outside';
  return off <= MOST_ROUNDING * Math.abs(right)
    ? 'inside'
    : x === 0 || Math.sign(x) !== Math.sign(right)
      ? 'outside'
      : 'rough';
}

/** Whether a formula gives the right answer at other inputs too. Decimals in it are numbers read off here, so it is judged here only. */
function holdsElsewhere({ formula }: ReadValue, posed: Posed): boolean {
  if (formula === undefined || /\d\.\d/.test(formula)) return true;
  return neighbours(posed.run, POINTS).every((other) => {
    try {
      return close(evaluate(formula, scopeOf(posed, other)), truth(posed.ask, other));
    } catch (error) {
      if (error instanceof ProgramError) return false;
      throw error;
    }
  });
}

/** Whether two tensors are the same up to rounding of the arithmetic. */
export function close(a: Tensor, b: Tensor): boolean {
  if (!sameShape(a.shape, b.shape)) return false;
  let size = 1e-12;
  for (const y of b.data) size = Math.max(size, Math.abs(y));
  for (let k = 0; k < a.data.length; k++) if (!(Math.abs(a.data[k]! - b.data[k]!) <= 1e-7 * size)) return false;
  return true;
}
