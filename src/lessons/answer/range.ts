import type { ElementwiseRow } from '../../engine/gates/row.js';
import { evaluate, formatNumber, gateRow } from '../../engine/index.js';

/** The numbers from `lo` to `hi`. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

export function point(x: number): Range {
  return { lo: x, hi: x };
}

export function hull(a: Range, b: Range): Range {
  return { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}

export function plus(a: Range, b: Range): Range {
  return { lo: a.lo + b.lo, hi: a.hi + b.hi };
}

export function times(a: Range, b: Range): Range {
  const corners = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi];
  return { lo: Math.min(...corners), hi: Math.max(...corners) };
}

/**
 * The numbers that a number on the screen may stand for: itself, where its digits say all of it, else everything that
 * rounds to the same digits, and of the same sign.
 */
export function shownRange(x: number): Range {
  if (!Number.isFinite(x)) return point(x);
  const text = formatNumber(x, { significant: 2 });
  if (isExact(x)) return point(x);
  const half = halfUnitOf(text);
  const shown = Number(text);
  const lo = x > 0 ? Math.max(0, shown - half) : shown - half;
  const hi = x < 0 ? Math.min(0, shown + half) : shown + half;
  return hull({ lo, hi }, point(x));
}

/** Whether the digits shown say all of the number. */
export function isExact(x: number): boolean {
  return Math.abs(Number(formatNumber(x, { significant: 2 })) - x) <= 1e-12 * Math.abs(x);
}

function halfUnitOf(text: string): number {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

/** The table's row of a gate that works entry by entry; undefined for leaves and for matrix gates. */
export function elementwiseRow(gate: string): ElementwiseRow | undefined {
  const row = gateRow(gate);
  return row !== undefined && 'dx' in row ? (row as ElementwiseRow) : undefined;
}

const KINKED = new Set(['max', 'min', 'relu', 'leaky_relu', 'abs', 'gt', 'lt', 'ge', 'le', 'eq', 'ne']);

/** Whether a gate has a kink or a jump: its local gradient depends on which side its inputs are. */
export function isKinked(gate: string): boolean {
  return KINKED.has(gate);
}

/** What a gate may give for inputs within ranges: by the corners and the middle, which is exact for monotone gates. */
export function valueRange(row: ElementwiseRow, x: Range, y: Range): Range {
  return spread(corners(x).flatMap((at) => corners(y).map((bt) => row.value(at, bt))));
}

/**
 * What a learner may work out as the local gradient of operand `k` from rounded inputs and output. At a tie this is the
 * whole subdifferential.
 * @param at the unrounded inputs and output
 */
export function localRange(
  row: ElementwiseRow,
  k: number,
  [x, y, o]: readonly [Range, Range, Range],
  at: { readonly x: number; readonly y: number; readonly o: number },
): Range {
  const exact = (k === 0 ? row.dx : row.dy)(at.x, at.y, at.o);
  if (KINKED.has(row.name)) return tieRange(row.name, k, at) ?? point(exact);
  const formula = row.partials[k]!;
  const found = [exact];
  for (const xs of used(formula, 'x', x))
    for (const ys of used(formula, 'y', y))
      for (const os of used(formula, 'o', o)) found.push(evaluate(formula, { x: xs, y: ys, o: os }).data[0]!);
  return spread(found.filter(Number.isFinite));
}

function tieRange(gate: string, k: number, at: { readonly x: number; readonly y: number }): Range | undefined {
  if ((gate === 'max' || gate === 'min') && at.x === at.y) return { lo: 0, hi: 1 };
  if (at.x !== 0 || k !== 0) return undefined;
  if (gate === 'relu') return { lo: 0, hi: 1 };
  if (gate === 'abs') return { lo: -1, hi: 1 };
  return gate === 'leaky_relu' ? { lo: Math.min(at.y, 1), hi: Math.max(at.y, 1) } : undefined;
}

function used(formula: string, name: string, range: Range): readonly number[] {
  return new RegExp(`\\b${name}\\b`).test(formula) ? corners(range) : [range.lo];
}

function corners({ lo, hi }: Range): readonly number[] {
  return lo === hi ? [lo] : [lo, (lo + hi) / 2, hi];
}

function spread(numbers: readonly number[]): Range {
  return { lo: Math.min(...numbers), hi: Math.max(...numbers) };
}
