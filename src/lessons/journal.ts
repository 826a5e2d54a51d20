import { readEvent } from './journal-event.js';
import type { JournalEvent } from './types.js';

/**
 * Reads the text of a journal, event by event, so that none has to be kept; returns which lines are broken. A line that
 * cannot be read (a torn write, a hand's edit) is counted and passed over; an event of a type or a version this program
 * does not know is passed over in silence: a newer program wrote it.
 */
export function scanJournal(text: string, visit: (event: JournalEvent) => void): readonly number[] {
  const broken: number[] = [];
  for (let start = 0, line = 1; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const written = text.slice(start, end);
    start = end + 1;
    if (!written.startsWith('{') && written.trim() === '') continue;
    const event = readLine(written);
    if (event === 'broken') broken.push(line);
    else if (event !== 'unknown') visit(event);
  }
  return broken;
}

function readLine(line: string): JournalEvent | 'broken' | 'unknown' {
  try {
    return readEvent(JSON.parse(line));
  } catch {
    return 'broken';
  }
}

/** An event as the journal's line, with its newline. */
export function journalLine(event: JournalEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** How far a learner got in a lesson. */
export interface LessonProgress {
  /** Items behind the learner in the latest sitting, and all items; 0 of 0 before the first answer. */
  readonly done: number;
  readonly total: number;
  /** Whether any sitting ever reached the end. */
  readonly finished: boolean;
  /** Whether the latest sitting has begun and not ended: there is something to resume. */
  readonly underway: boolean;
  /** How many times the lesson was begun; numbers drawn from a seed differ each time. */
  readonly sittings: number;
  /** Position of the latest event in the journal, for finding what was touched last. */
  readonly latest: number;
}

/** Progress by lesson; a lesson whose circuits or questions changed starts anew, so the hash of its facts is part of the key. */
export type Progress = ReadonlyMap<string, LessonProgress>;

/** The key of a lesson in `Progress`. */
export function progressKey(lesson: { readonly id: string; readonly facts: string }): string {
  return `${lesson.id} ${lesson.facts}`;
}

/** One sitting of a lesson: what it was opened with, and what was done since, for `resume`. */
export interface Sitting {
  readonly seed: number;
  readonly habits?: readonly string[] | undefined;
  readonly events: readonly JournalEvent[];
}
