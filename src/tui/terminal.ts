import type { Size } from './painter.js';

/** The part of `process.stdin` that the program uses. */
export interface TerminalInput {
  readonly isTTY?: boolean;
  setRawMode(raw: boolean): unknown;
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data', listener: (chunk: string) => void): unknown;
  on(event: 'end' | 'error', listener: () => void): unknown;
  off(event: 'data', listener: (chunk: string) => void): unknown;
  off(event: 'end', listener: () => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** The part of `process.stdout` that the program uses. */
export interface TerminalOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
  write(text: string): unknown;
  on(event: 'resize', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

// Alternate screen, bracketed paste on, cursor hidden; and all of it back, with an update that was cut short ended.
const ENTER = '\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[2J\x1b[H';
const LEAVE = '\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?25h\x1b[?1049l';
const DEFAULT_SIZE: Size = { columns: 80, rows: 24 };

/** The terminal: its modes, what is typed into it, and its size. */
export interface Terminal {
  /** Takes over the screen and the keyboard. Does nothing if it has them. */
  enter(): void;
  /** Gives them back as they were. Does nothing if it does not have them. */
  leave(): void;
  /** Starts reading; what was typed since `enter` comes first. `ended` is called when nothing more can come. */
  listen(listener: (chunk: string) => void, ended: () => void): void;
  onResize(listener: () => void): void;
  size(): Size;
  /** Stops reading, so that the process can end. */
  close(): void;
}

/** Opens nothing yet: `enter` does. */
export function openTerminal(input: TerminalInput, output: TerminalOutput): Terminal {
  let entered = false;
  let early: string[] = [];
  let hear: ((chunk: string) => void) | undefined;
  let ended: (() => void) | undefined;
  let resized: (() => void) | undefined;
  let begun = false;
  const onData = (chunk: string) => (hear ? hear(chunk) : void early.push(chunk));
  const onEnd = () => ended?.();
  return {
    enter() {
      if (entered) return;
      entered = true;
      // Before anything else, so that keys typed ahead are neither echoed nor lost.
      input.setRawMode(true);
      if (!begun) {
        begun = true;
        input.setEncoding('utf8');
        input.on('data', onData);
        input.on('end', onEnd);
        // A terminal that has gone refuses its modes, too; unheard, that would be thrown in the middle of leaving.
        input.on('error', onEnd);
      }
      input.resume();
      output.write(ENTER);
    },
    leave() {
      if (!entered) return;
      entered = false;
      output.write(LEAVE);
      input.setRawMode(false);
    },
    listen(listener, atEnd) {
      hear = listener;
      ended = atEnd;
      const chunks = early;
      early = [];
      for (const chunk of chunks) listener(chunk);
    },
    onResize(listener) {
      resized = listener;
      output.on('resize', listener);
    },
    size() {
      return { columns: output.columns || DEFAULT_SIZE.columns, rows: output.rows || DEFAULT_SIZE.rows };
    },
    close() {
      input.off('data', onData);
      input.off('end', onEnd);
      if (resized) output.off('resize', resized);
      input.pause();
    },
  };
}
