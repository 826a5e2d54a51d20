import { type Progress, progressKey } from '../journal.js';
import type { DrillOpened, LessonEntry } from '../types.js';
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
  readonly drill?: LatestDrill;
  /** Whether each question of the latest placement that was finished was right. */
  readonly placement?: readonly boolean[];
}

/** The sum of a journal without events. */
export const nothingDone: Summary = {
  progress: new Map(),
  memory: new Map(),
  skills: new Map(),
  mistakes: new Map(),
  days: new Map(),
  all: { right: 0, wrong: 0, seconds: 0 },
  tests: [],
};

/** The drill that was begun last. */
export interface LatestDrill {
  readonly kind: DrillOpened['kind'];
  readonly sitting?: Sitting;
  readonly day: Day;
  readonly done: number;
  readonly total: number;
  readonly events: number;
}

/** How far the learner is in the course. */
export interface CourseProgress {
  readonly finished: number;
  readonly total: number;
  /** Whether all but the last part, which goes beyond the course, is finished. */
  readonly over: boolean;
}

export function courseProgress(entries: readonly LessonEntry[], progress: Progress): CourseProgress {
  const isFinished = (entry: LessonEntry) => progress.get(progressKey(entry))?.finished === true;
  const core = entries.filter(({ part }) => part !== 'beyond');
  return {
    finished: entries.filter(isFinished).length,
    total: entries.length,
    over: core.length > 0 && core.every(isFinished),
  };
}

/** A sitting of the unseen test: what came of it, or from which day on it is due. */
export interface SittingState {
  readonly sitting: Sitting;
  readonly result?: TestResult;
  readonly due?: Day;
}

/** Days between the sitting after the course and the last one. */
export const daysLater = 7;

/** The three sittings: one is due before the first lesson is finished, one after the course, and one seven days after that. */
export function sittingStates(
  tests: readonly TestResult[],
  course: CourseProgress,
  today: Day,
): readonly SittingState[] {
  const sat = (sitting: Sitting) => tests.find((test) => test.sitting === sitting && test.finished);
  const after = sat('after');
  const due: Readonly<Record<Sitting, Day | undefined>> = {
    before: course.finished === 0 && after === undefined ? today : undefined,
    after: course.over ? today : undefined,
    later: after && addDays(after.day, daysLater),
  };
  return sittings.map((sitting) => {
    const [result, day] = [sat(sitting), due[sitting]];
    if (result !== undefined) return { sitting, result };
    return day === undefined ? { sitting } : { sitting, due: day };
  });
}

/** The sitting of the unseen test that is due today. */
export function nextSitting(tests: readonly TestResult[], course: CourseProgress, today: Day): Sitting | undefined {
  return sittingStates(tests, course, today).find(({ due }) => due !== undefined && due <= today)?.sitting;
}

/** Whether a drill was left in the middle and can be gone on with: practice on the day it was begun, what measures on any. */
export function isUnderway(drill: LatestDrill | undefined, today: Day): drill is LatestDrill {
  if (drill === undefined || drill.done >= drill.total || drill.events === 0) return false;
  return drill.kind === 'placement' || drill.kind === 'test' || drill.day === today;
}
