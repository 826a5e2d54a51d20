import { isAscii } from 'node:buffer';
import { closeSync, fdatasyncSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { journalLine, scanJournal } from '../lessons/journal.js';
import type { JournalEvent } from '../lessons/types.js';
import { errorCode } from './error-code.js';

/** Whether a file could be written; `code` is the system's word for why not, such as `ENOSPC` or `EACCES`. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly code: string };

/** What came of reading a journal: lines (from 1) that say nothing that can be read, or why it could not be opened. */
export interface JournalReading {
  readonly broken: readonly number[];
  readonly failure?: string;
}

/** The learner's journal: only ever appended to. */
export interface Journal {
  readonly path: string;
  /** Hands over every event that can be read, one after the other. A journal that does not exist is empty. */
  read(visit: (event: JournalEvent) => void): JournalReading;
  /** Adds one event and has it flushed to the disk; never throws. */
  append(event: JournalEvent): Written;
}

/** A journal that keeps nothing: for a lesson that is being written. */
export const noJournal: Journal = { path: '', read: () => ({ broken: [] }), append: () => ({ ok: true }) };

const NEWLINE = 0x0a;

/**
 * The journal at `path`. Each event is a single append of a whole line, so two programs at once lose nothing. If the last
 * write was torn (the disk was full, the power went), the next one starts on a line of its own.
 */
export function openJournal(path: string): Journal {
  return {
    path,
    read(visit) {
      let text: string;
      try {
        const bytes = readFileSync(path);
        // Decoding takes a tenth of the time where there is nothing to decode.
        text = isAscii(bytes) ? bytes.toString('latin1') : bytes.toString();
      } catch (error) {
        const code = errorCode(error);
        return code === 'ENOENT' ? { broken: [] } : { broken: [], failure: code };
      }
      return { broken: scanJournal(text, visit) };
    },
    append(event) {
      try {
        mkdirSync(dirname(path), { recursive: true });
        const file = openSync(path, 'a+', 0o600);
        try {
          const line = Buffer.from((endsTorn(file) ? '\n' : '') + journalLine(event));
          if (writeSync(file, line) < line.length) return { ok: false, code: 'ENOSPC' };
          fdatasyncSync(file);
          return { ok: true };
        } finally {
          closeSync(file);
        }
      } catch (error) {
        return { ok: false, code: errorCode(error) };
      }
    },
  };
}

function endsTorn(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] !== NEWLINE;
}
