import { type Progress, type ProgressInTheMaking, recordProgress } from '../journal.js';
import type { DrillOpened, JournalEvent } from '../types.js';
import { addDays, type Day, type DayOf } from './day.js';
import { type Memory, metMistake, mistakeKey, mistakesIn, type Remembered } from './memory.js';
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

/** All that is derived from a journal, in one pass. */
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
  /** How many drills were begun: the next one's seed is made of it. */
  readonly drills: number;
}

/** Longer pauses are no time spent on an answer. */
const longestPause = 300;

interface Count {
  right: number;
  wrong: number;
  seconds: number;
}

/** Sums up a journal. Any beginning of a journal is a journal: its summary is what was so at that moment. */
export function summarise(events: readonly JournalEvent[], dayOf: DayOf): Summary {
  const progress: ProgressInTheMaking = new Map();
  const memory = new Map<string, Remembered>();
  const skills = new Map<string, Count>();
  const mistakes = new Map<string, { times: number; last: Day }>();
  const days = new Map<Day, Count>();
  const all: Count = { right: 0, wrong: 0, seconds: 0 };
  const tests: (TestResult & { right: number; finished: boolean })[] = [];
  let drill: DrillOpened | undefined;
  let drills = 0;
  let minute = '';
  let day: Day = '';
  let previous = '';
  for (let position = 0; position < events.length; position++) {
    const event = events[position]!;
    recordProgress(progress, event, position);
    if (event.at.slice(0, 16) !== minute) {
      minute = event.at.slice(0, 16);
      day = dayOf(new Date(event.at));
    }
    const before = previous;
    previous = event.at;
    if (event.type === 'open' || event.type === 'reset') continue;
    if (event.type === 'drill') {
      drill = event;
      drills++;
      if (event.sitting !== undefined)
        tests.push({ sitting: event.sitting, day, right: 0, total: event.total, finished: false });
      continue;
    }
    if (event.type === 'drilled') {
      for (const { id, now: kept } of event.changes ?? [])
        if (kept === null) memory.delete(id);
        else memory.set(id, kept);
      const test = drill?.kind === 'test' ? tests.at(-1) : undefined;
      if (test !== undefined) {
        test.right = event.right;
        test.finished = event.done === event.total;
      }
    }
    const { verdict } = event;
    if (verdict !== 'right' && verdict !== 'wrong') continue;
    const seconds = between(before, event.at);
    const counts = [all, tallied(days, day)];
    if (event.type === 'drilled' && event.skill !== undefined) counts.push(tallied(skills, event.skill));
    for (const count of counts) {
      count[verdict]++;
      count.seconds += seconds;
    }
    if (event.mistake === undefined) continue;
    const known = mistakes.get(event.mistake);
    mistakes.set(event.mistake, { times: (known?.times ?? 0) + 1, last: day });
    if (event.type === 'step' && event.skill !== undefined)
      for (const mistake of mistakesIn(event.mistake)) {
        const key = mistakeKey(mistake, event.skill);
        if (memory.get(key)?.clean !== 0 || memory.get(key)?.card.last !== day) memory.set(key, metMistake(day));
      }
  }
  return { progress, memory, skills, mistakes, days, all, tests, drills };
}

function tallied(counts: Map<string, Count>, key: string): Count {
  const known = counts.get(key);
  if (known !== undefined) return known;
  const count = { right: 0, wrong: 0, seconds: 0 };
  counts.set(key, count);
  return count;
}

/** Seconds from one event to the next; none where the clock went backwards, or the learner away. */
function between(before: string, now: string): number {
  const seconds = (Date.parse(now) - Date.parse(before)) / 1000;
  return seconds >= 0 && seconds <= longestPause ? seconds : 0;
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
