import type { Progress } from '../journal.js';
import { addDays, type Day } from './day.js';
import type { Memory } from './memory.js';
import { type Sitting, sittings } from './sittings.js';

/** Answers that were judged, and the time they took. */
export interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly seconds: number;
}

/** How often a mistake was made, and when last. */
export interface MistakeTally {
  readonly times: number;
  readonly last: Day;
}

/** What came of a sitting of the unseen test. */
export interface TestResult {
  readonly sitting: Sitting;
  readonly day: Day;
  readonly right: number;
  readonly total: number;
  /** Whether every question was put. */
  readonly finished: boolean;
}

/** What a journal adds up to. */
export interface Summary {
  readonly progress: Progress;
  readonly memory: Memory;
  /** By skill, from drills. */
  readonly skills: ReadonlyMap<string, Tally>;
  /** By the mistake's stable id, from lessons and drills. */
  readonly mistakes: ReadonlyMap<string, MistakeTally>;
  readonly days: ReadonlyMap<Day, Tally>;
  readonly all: Tally;
  readonly tests: readonly TestResult[];
}

/** The sitting of the unseen test that is due: before the course, after it, and seven days after that. */
export function nextSitting(tests: readonly TestResult[], courseDone: boolean, today: Day): Sitting | undefined {
  const sat = (sitting: Sitting) => tests.find((test) => test.sitting === sitting && test.finished);
  const next = sittings.find((sitting) => sat(sitting) === undefined);
  const after = sat('after');
  if (next === 'before') return next;
  if (next === 'after') return courseDone ? next : undefined;
  return next === 'later' && after !== undefined && addDays(after.day, 7) <= today ? next : undefined;
}
