import * as v from 'valibot';
import type { JournalEvent } from './types.js';

const stamp = {
  v: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: v.string(),
  lesson: v.string(),
  facts: v.string(),
};
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const lessonEvent = v.variant('type', [
  v.object({ type: v.literal('answer'), text: v.string() }),
  v.object({ type: v.picklist(['hint', 'nudge', 'why', 'reveal', 'skip', 'next', 'back', 'undo']) }),
]);
const known = {
  open: v.looseObject({ ...stamp, type: v.literal('open'), seed: count }),
  step: v.looseObject({
    ...stamp,
    type: v.literal('step'),
    event: lessonEvent,
    question: v.optional(v.string()),
    verdict: v.optional(v.picklist(['right', 'wrong', 'unreadable'])),
    mistake: v.optional(v.string()),
    done: count,
    total: count,
    finished: v.boolean(),
  }),
};
const anyEvent = v.looseObject({ v: stamp.v, type: v.string() });

/** What a journal says, and which of its lines (from 1) say nothing that can be read. */
export interface JournalReading {
  readonly events: readonly JournalEvent[];
  readonly broken: readonly number[];
}

type LineReading = JournalEvent | 'broken' | 'unknown';

function parseLine(line: string): LineReading {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return 'broken';
  }
  const event = v.safeParse(anyEvent, data);
  if (!event.success) return 'broken';
  const schema = known[event.output.type as keyof typeof known];
  if (!Object.hasOwn(known, event.output.type)) return 'unknown';
  const exact = v.safeParse(schema, data);
  if (exact.success) return exact.output as JournalEvent;
  return event.output.v > 1 ? 'unknown' : 'broken';
}

/**
 * Reads the text of a journal. A line that cannot be read (a torn write, a hand's edit) is counted and passed over; an
 * event of a type or a version this program does not know is passed over in silence: a newer program wrote it.
 */
export function parseJournal(text: string): JournalReading {
  const events: JournalEvent[] = [];
  const broken: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const event = parseLine(line);
    if (event === 'broken') broken.push(index + 1);
    else if (event !== 'unknown') events.push(event);
  });
  return { events, broken };
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

const UNTOUCHED: LessonProgress = { done: 0, total: 0, finished: false, underway: false, sittings: 0, latest: -1 };

/** The progress after one more event. */
export function advanceProgress(progress: Progress, event: JournalEvent): Progress {
  const next = new Map(progress);
  recordProgress(next, event, latestPosition(progress) + 1);
  return next;
}

/** Sums up a journal, lesson by lesson. */
export function progressOf(events: readonly JournalEvent[]): Progress {
  const progress = new Map<string, LessonProgress>();
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

function recordProgress(progress: Map<string, LessonProgress>, event: JournalEvent, latest: number): void {
  const key = progressKey({ id: event.lesson, facts: event.facts });
  const before = progress.get(key) ?? UNTOUCHED;
  if (event.type === 'open') {
    progress.set(key, { ...before, done: 0, underway: false, sittings: before.sittings + 1, latest });
    return;
  }
  const { done, total } = event;
  const finished = before.finished || event.finished;
  progress.set(key, { ...before, done, total, finished, underway: !event.finished, latest });
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
  const mine = events.filter((event) => event.lesson === lesson.id && event.facts === lesson.facts);
  const start = mine.findLastIndex((event) => event.type === 'open');
  const open = mine[start];
  return open?.type === 'open' ? { seed: open.seed, events: mine.slice(start + 1) } : undefined;
}
