import { readEvent } from './journal-event.js';
import { recordsOf } from './records.js';
import type { JournalEvent } from './types.js';

/** What a journal says, and which of its lines (from 1) say nothing that can be read. */
export interface JournalReading {
  readonly events: readonly JournalEvent[];
  readonly broken: readonly number[];
}

/**
 * Reads the text of a journal. A line that cannot be read (a torn write, a hand's edit) is counted and passed over; an
 * event of a type or a version this program does not know is passed over in silence: a newer program wrote it.
 */
export function parseJournal(text: string): JournalReading {
  const events: JournalEvent[] = [];
  const broken: number[] = [];
  for (let start = 0, line = 1; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const written = text.slice(start, end);
    start = end + 1;
    if (!written.startsWith('{') && written.trim() === '') continue;
    const event = readLine(written);
    if (event === 'broken') broken.push(line);
    else if (event !== 'unknown') events.push(event);
  }
  return { events, broken };
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

/** The progress after one more event. */
export function advanceProgress(progress: Progress, event: JournalEvent): Progress {
  const next = new Map([...progress].map(([key, lesson]) => [key, { ...lesson }]));
  recordProgress(next, event, latestPosition(progress) + 1);
  return next;
}

/** Sums up a journal, lesson by lesson. */
export function progressOf(events: readonly JournalEvent[]): Progress {
  const progress: ProgressInTheMaking = new Map();
  events.forEach((event, position) => {
    recordProgress(progress, event, position);
  });
  return progress;
}

function latestPosition(progress: Progress): number {
  let latest = -1;
  for (const lesson of progress.values()) latest = Math.max(latest, lesson.latest);
  return latest;
}

/** A progress that is being summed up: changed in place, as a long journal would otherwise leave a copy for each event. */
export type ProgressInTheMaking = Map<string, { -readonly [Field in keyof LessonProgress]: LessonProgress[Field] }>;

/** Takes one event, at its place in the journal, into a progress that is being summed up. */
export function recordProgress(progress: ProgressInTheMaking, event: JournalEvent, position: number): void {
  if (event.type === 'reset')
    for (const key of progress.keys()) if (key.startsWith(`${event.lesson} `)) progress.delete(key);
  if (event.type !== 'open' && event.type !== 'step') return;
  const key = progressKey({ id: event.lesson, facts: event.facts });
  let lesson = progress.get(key);
  if (lesson === undefined) {
    lesson = { done: 0, total: 0, finished: false, underway: false, sittings: 0, latest: -1 };
    progress.set(key, lesson);
  }
  lesson.latest = position;
  if (event.type === 'open') {
    lesson.done = 0;
    lesson.underway = false;
    lesson.sittings++;
    return;
  }
  lesson.done = event.done;
  lesson.total = event.total;
  lesson.finished ||= event.finished;
  lesson.underway = !event.finished;
}

/** One sitting of a lesson: the seed its numbers were drawn from, and what was done since, for `resume`. */
export interface Sitting {
  readonly seed: number;
  readonly events: readonly JournalEvent[];
}

/** The latest sitting of a lesson with these facts, or nothing if it was never opened. */
export function latestSitting(
  events: readonly JournalEvent[],
  lesson: { readonly id: string; readonly facts: string },
): Sitting | undefined {
  const mine = recordsOf(events, lesson);
  const start = mine.findLastIndex((event) => event.type === 'open');
  const open = mine[start];
  return open?.type === 'open' ? { seed: open.seed, events: mine.slice(start + 1) } : undefined;
}
