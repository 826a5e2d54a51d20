import type { Glyphs, Line, Role } from '../../diagram/index.js';
import type { DataSet } from './data.js';
import { predict, type Weights } from './net.js';

/** A curve of a plot: how it is drawn tells it from others without colour. */
export interface Curve {
  readonly values: readonly number[];
  /** `full`: every dot; `dotted`: every third one. */
  readonly stroke: 'full' | 'dotted';
  readonly role: Role;
}

interface PlotSize {
  readonly columns: number;
  readonly rows: number;
  readonly glyphs: Glyphs;
  /** The number of values from the left edge to the right one. */
  readonly span: number;
  /** The value at the upper edge; the lower one is 0. */
  readonly top: number;
}

const BRAILLE = 0x2800;
/** The bit of a dot in a braille cell, by column and row. */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;
const ASCII_STROKES = { full: '*', dotted: '.' } as const;

/**
 * Curves from 0 up to `top`, in braille dots (2x4 a cell), or in ASCII with a sign a cell. Where curves meet, the first
 * one is drawn; what lies above the plot is drawn at its upper edge, and what is no number is left out.
 */
export function plot(curves: readonly Curve[], { columns, rows, glyphs, span, top }: PlotSize): Line[] {
  const [across, down] = glyphs === 'unicode' ? [2, 4] : [1, 1];
  const cells = Array.from(
    { length: rows },
    () => new Array<{ bits: number; sign: string; role: Role } | undefined>(columns),
  );
  const dot = (x: number, y: number, curve: Curve) => {
    const row = cells[Math.floor(y / down)]!;
    const at = Math.floor(x / across);
    const bits = DOTS[x % across]![y % down]!;
    const cell = row[at];
    if (cell === undefined) row[at] = { bits, sign: ASCII_STROKES[curve.stroke], role: curve.role };
    else cell.bits |= bits;
  };
  for (const curve of curves) {
    let before: number | undefined;
    for (let x = 0; x < columns * across; x++) {
      const at = Math.round((x / Math.max(1, columns * across - 1)) * (span - 1));
      const value = curve.values[at];
      if (value === undefined || Number.isNaN(value)) break;
      const share = Math.min(1, Math.max(0, value / top));
      const y = Math.round((1 - share) * (rows * down - 1));
      if (curve.stroke === 'full' || x % 3 === 0) dot(x, y, curve);
      // a steep fall stays one line
      if (curve.stroke === 'full' && before !== undefined)
        for (let between = Math.min(before, y) + 1; between < Math.max(before, y); between++) dot(x, between, curve);
      before = y;
    }
  }
  return cells.map((row) =>
    joined(
      Array.from({ length: columns }, (_, at) => {
        const cell = row[at];
        if (cell === undefined) return { text: ' ', role: 'plain' };
        return { text: glyphs === 'unicode' ? String.fromCodePoint(BRAILLE + cell.bits) : cell.sign, role: cell.role };
      }),
    ),
  );
}

/** What the net says, from 0 to 1. */
export const SHADES = { unicode: ' ░▒▓', ascii: ' .:#' } as const;
/** How a point of class 0 and one of class 1 is drawn. */
export const POINTS = { unicode: ['○', '●'], ascii: ['0', '1'] } as const;
/** The square that is drawn reaches a little beyond the points. */
const REACH = 1.25;

/** What a net says all over the square, from light (class 0) to dark (class 1), with the points of the data set on it. */
export function boundary(
  weights: Weights,
  data: DataSet,
  { columns, rows, glyphs }: { readonly columns: number; readonly rows: number; readonly glyphs: Glyphs },
): Line[] {
  const shades = SHADES[glyphs];
  const centre = (at: number, count: number) => (((at + 0.5) / count) * 2 - 1) * REACH;
  const place = (value: number, count: number) => Math.min(count - 1, Math.floor(((value / REACH + 1) / 2) * count));
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column): { text: string; role: Role } => {
      const out = predict(weights, centre(column, columns), -centre(row, rows));
      const shade = Number.isFinite(out) ? shades[Math.min(3, Math.max(0, Math.floor(out * 4)))]! : '?';
      return { text: shade, role: 'faint' };
    }),
  );
  data.points.forEach(([x, y], at) => {
    const kind = data.classes[at]!;
    grid[place(-y, rows)]![place(x, columns)] = {
      text: POINTS[glyphs][kind]!,
      role: kind === 1 ? 'value' : 'emphasis',
    };
  });
  return grid.map(joined);
}

/** A line of single signs, neighbours of one role as one span. */
function joined(signs: readonly { readonly text: string; readonly role: Role }[]): Line {
  const spans: { text: string; role: Role }[] = [];
  for (const { text, role } of signs) {
    const last = spans.at(-1);
    if (last?.role === role) last.text += text;
    else spans.push({ text, role });
  }
  return spans;
}
