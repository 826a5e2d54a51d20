import { EventEmitter } from 'node:events';

/** A place on the screen, counted from 0. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

const BEGIN = '\x1b[?2026h\x1b[?25l';
const END = '\x1b[?2026l';
const CLEAR = '\x1b[0m\x1b[2J';

/**
 * What Ink believes to be its output stream. Ink, in its debug mode, writes each frame whole and nothing else; the painter
 * compares it with what stands on the screen and paints the lines that differ, at their places, in one write between
 * synchronized-update marks. It never scrolls and never erases what stays, so nothing flickers and the scrollback is
 * left alone. The real cursor is put where text is typed, as input methods open their windows there.
 */
export class Painter extends EventEmitter {
  /** Not a terminal to Ink: it then sends no cursor codes of its own. */
  readonly isTTY = false;
  readonly #send: (text: string) => void;
  #size: Size;
  #frame = '';
  #painted: string[] = [];
  #cursor: Cell | undefined;
  #shown: Cell | undefined;
  #scheduled = false;
  #paused = false;

  constructor(size: Size, send: (text: string) => void) {
    super();
    this.#size = size;
    this.#send = send;
  }

  get columns(): number {
    return this.#size.columns;
  }

  get rows(): number {
    return this.#size.rows;
  }

  /** Takes a frame; it is painted when the current work is done, so that of several frames only the last is. */
  write(frame: string): boolean {
    this.#frame = frame;
    this.#schedule();
    return true;
  }

  /** Says where the cursor is to stand with the next frame; nowhere hides it. */
  placeCursor(cursor: Cell | undefined): void {
    this.#cursor = cursor;
    this.#schedule();
  }

  /** The terminal has another size: what it shows now is unknown. */
  resize(size: Size): void {
    this.#size = size;
    this.repaint();
    this.emit('resize');
  }

  /** Forgets what stands on the screen and paints all of it anew. */
  repaint(): void {
    this.#painted = [];
    this.#shown = undefined;
    if (!this.#paused) this.#send(CLEAR);
    this.#schedule();
  }

  /** Paints nothing until `resume`, while the screen belongs to someone else. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.repaint();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      if (!this.#paused) this.#paint();
    });
  }

  #paint(): void {
    const next = this.#frame.split('\n').slice(0, this.rows);
    let changes = '';
    for (let row = 0; row < Math.max(next.length, this.#painted.length); row++) {
      const line = next[row] ?? '';
      // Erased before it is written: after the last column, erasing to the end would take that column along.
      if (line !== (this.#painted[row] ?? '')) changes += `\x1b[${row + 1};1H\x1b[2K${line}\x1b[0m`;
    }
    const cursor = this.#cursor;
    const moved = cursor?.column !== this.#shown?.column || cursor?.row !== this.#shown?.row;
    this.#painted = next;
    this.#shown = cursor;
    if (changes === '' && !moved) return;
    const cursorCode = cursor ? `\x1b[${cursor.row + 1};${cursor.column + 1}H\x1b[?25h` : '';
    this.#send(BEGIN + changes + cursorCode + END);
  }
}
