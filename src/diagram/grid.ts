import { EAST, type GlyphSet, NORTH, SOUTH, WEST } from './glyphs.js';
import type { Line, Role, Span } from './span.js';
import { dropWidth, takeWidth, textWidth } from './text.js';

/** The role of wires that are pointed out: they are where the gradient comes back. */
export const HIGHLIGHT: Role = 'gradient';

const EMPTY = 0;
const WIRE = 1;
const GLYPH = 2;
const TEXT = 3;
/** Inside of a box: blank, but no wire may enter. */
const BLANK = 4;

/**
 * A window of cells that drawing primitives are painted into, in the coordinates of the whole drawing; what lies
 * outside is cut off. A cell holds one net's wire, two that cross at a right angle, or text: anything else is a fault
 * of the layout and throws.
 */
export class Grid {
  readonly #row: number;
  readonly #column: number;
  readonly #rows: number;
  readonly #columns: number;
  readonly #kind: Uint8Array;
  readonly #legs: Uint8Array;
  /** The legs that are pointed out. */
  readonly #lit: Uint8Array;
  /** Net + 1 of what runs left-right and up-down through the cell. */
  readonly #across: Int32Array;
  readonly #down: Int32Array;
  readonly #role: Uint8Array;
  /** For glyphs and texts: index into the texts. */
  readonly #textAt: Int32Array;
  readonly #texts: string[] = [];
  readonly #roles: Role[] = [];
  readonly #textIndex = new Map<string, number>();

  constructor(row: number, column: number, rows: number, columns: number) {
    this.#row = row;
    this.#column = column;
    this.#rows = rows;
    this.#columns = columns;
    const cells = rows * columns;
    this.#kind = new Uint8Array(cells);
    this.#legs = new Uint8Array(cells);
    this.#lit = new Uint8Array(cells);
    this.#across = new Int32Array(cells);
    this.#down = new Int32Array(cells);
    this.#role = new Uint8Array(cells);
    this.#textAt = new Int32Array(cells);
  }

  #roleIndex(role: Role): number {
    const known = this.#roles.indexOf(role);
    return known >= 0 ? known : this.#roles.push(role) - 1;
  }

  #index(row: number, column: number): number {
    const r = row - this.#row;
    const c = column - this.#column;
    return r < 0 || c < 0 || r >= this.#rows || c >= this.#columns ? -1 : r * this.#columns + c;
  }

  /** Adds legs of `net` to a cell's wire, on the lane that runs their way. */
  #wire(cell: number, legs: number, net: number, lit: boolean, lane: Int32Array): void {
    const kind = this.#kind[cell];
    const before = lane[cell];
    if ((kind !== EMPTY && kind !== WIRE) || (before !== 0 && before !== net + 1)) throw this.#conflict(cell);
    this.#kind[cell] = WIRE;
    this.#legs[cell]! |= legs;
    if (lit) this.#lit[cell]! |= legs;
    lane[cell] = net + 1;
    const across = this.#across[cell]!;
    const down = this.#down[cell]!;
    if (across !== 0 && down !== 0 && across !== down) this.#legs[cell]! |= CROSSED;
  }

  /** A wire of `net` along a row, pointed out if `lit`; with `fromTrack` or `toTrack` that end leaves its cell inwards only. */
  across(row: number, from: number, to: number, net: number, fromTrack: boolean, toTrack: boolean, lit: boolean): void {
    if (row < this.#row || row >= this.#row + this.#rows) return;
    const first = Math.max(from, this.#column);
    const last = Math.min(to, this.#column + this.#columns - 1);
    const start = (row - this.#row) * this.#columns - this.#column;
    for (let column = first; column <= last; column++) {
      const legs = (column === from && fromTrack ? 0 : WEST) | (column === to && toTrack ? 0 : EAST);
      if (legs !== 0) this.#wire(start + column, legs, net, lit, this.#across);
    }
  }

  /** A wire of `net` along a column; its ends leave their cells inwards only. */
  down(column: number, from: number, to: number, net: number, lit: boolean): void {
    if (column < this.#column || column >= this.#column + this.#columns) return;
    const first = Math.max(from, this.#row);
    const last = Math.min(to, this.#row + this.#rows - 1);
    for (let row = first; row <= last; row++) {
      const legs = (row === from ? 0 : NORTH) | (row === to ? 0 : SOUTH);
      if (legs !== 0) this.#wire(this.#index(row, column), legs, net, lit, this.#down);
    }
  }

  /** One character that is neither a wire nor a word: a border, a joint. */
  glyph(row: number, column: number, char: string, role: Role): void {
    const cell = this.#index(row, column);
    if (cell < 0) return;
    if (this.#kind[cell] !== EMPTY) throw this.#conflict(cell);
    this.#put(cell, GLYPH, this.#known(char), this.#roleIndex(role));
  }

  /** Keeps cells of a row free of wires and text. */
  blank(row: number, from: number, to: number): void {
    if (row < this.#row || row >= this.#row + this.#rows) return;
    const last = Math.min(to, this.#column + this.#columns - 1);
    for (let column = Math.max(from, this.#column); column <= last; column++) {
      const cell = this.#index(row, column);
      if (this.#kind[cell] !== EMPTY) throw this.#conflict(cell);
      this.#kind[cell] = BLANK;
    }
  }

  /** Words, from `column` on; they may stand on blanked cells. */
  text(row: number, column: number, text: string, role: Role): void {
    if (row < this.#row || row >= this.#row + this.#rows) return;
    const shown = dropWidth(text, this.#column - column);
    const start = Math.max(column, this.#column);
    const cut = takeWidth(shown, this.#column + this.#columns - start);
    const width = textWidth(cut);
    if (width === 0) return;
    const first = this.#index(row, start);
    const known = this.#known(cut);
    const roleIndex = this.#roleIndex(role);
    for (let cell = first; cell < first + width; cell++) {
      if (this.#kind[cell] !== EMPTY && this.#kind[cell] !== BLANK) throw this.#conflict(cell);
      this.#put(cell, TEXT, known, roleIndex);
    }
  }

  /** How many cells of a row are empty before a column, a space left to a text. */
  freeBefore(row: number, column: number): number {
    let free = 0;
    for (; ; free++) {
      const cell = this.#index(row, column - 1 - free);
      if (cell < 0) return free;
      if (this.#kind[cell] !== EMPTY) return this.#kind[cell] === TEXT ? Math.max(0, free - 1) : free;
    }
  }

  /** Where a text stands among the texts. */
  #known(text: string): number {
    const known = this.#textIndex.get(text);
    if (known !== undefined) return known;
    const index = this.#texts.push(text) - 1;
    this.#textIndex.set(text, index);
    return index;
  }

  #put(cell: number, kind: number, text: number, role: number): void {
    this.#kind[cell] = kind;
    this.#textAt[cell] = text;
    this.#role[cell] = role;
  }

  #conflict(cell: number): Error {
    const row = Math.floor(cell / this.#columns) + this.#row;
    return new Error(`two things in one cell at row ${row}, column ${(cell % this.#columns) + this.#column}`);
  }

  /** The window as lines, without trailing spaces. */
  lines(glyphs: GlyphSet): Line[] {
    return Array.from({ length: this.#rows }, (_, row) => this.#line(row, glyphs));
  }

  #line(row: number, glyphs: GlyphSet): Line {
    const spans: Span[] = [];
    let text = '';
    let role: Role = 'plain';
    let blanks = 0;
    const flush = () => {
      if (text !== '') spans.push({ text, role });
      text = '';
    };
    const add = (piece: string, pieceRole: Role) => {
      if (pieceRole !== role || blanks > 0) flush();
      // Blanks have no role: one that underlines would be seen.
      if (blanks > 0) spans.push({ text: ' '.repeat(blanks), role: 'plain' });
      blanks = 0;
      role = pieceRole;
      text += piece;
    };
    const end = (row + 1) * this.#columns;
    for (let cell = row * this.#columns; cell < end; cell++) {
      const kind = this.#kind[cell];
      if (kind === EMPTY || kind === BLANK) blanks += 1;
      else if (kind === WIRE) {
        const legs = this.#legs[cell]!;
        if (legs & CROSSED && legs !== (CROSSED | NORTH | EAST | SOUTH | WEST)) throw this.#conflict(cell);
        const lit = this.#lit[cell]!;
        const crossed = (legs & CROSSED) !== 0;
        const glyph = crossed ? glyphs.crossing(lit) : lit ? glyphs.lit(legs, lit) : glyphs.wire[legs]!;
        add(glyph, lit ? HIGHLIGHT : 'wire');
      } else {
        const piece = this.#texts[this.#textAt[cell]!]!;
        add(piece, this.#roles[this.#role[cell]!]!);
        cell += textWidth(piece) - 1;
      }
    }
    flush();
    return spans;
  }
}

const CROSSED = 16;
