import type { Day, DayOf } from './drill/day.js';
import { drillStep, openDrill } from './drill/index.js';
import type { Ledger } from './drill/ledger.js';
import { type DrillRequest, planDrill } from './drill/plan.js';
import { resumeDrill } from './drill/resume.js';
import type { DrillState } from './drill/session.js';
import { courseProgress, isUnderway, nextSitting } from './drill/statistics.js';
import { progressKey } from './journal.js';
import { resume, start, step } from './machine.js';
import { openLesson } from './open.js';
import type { LessonState } from './state.js';
import type { JournalEvent, Lesson, LessonEntry, LessonEvent } from './types.js';

/** An event as it is journalled, but for the version and the time. */
export type Unstamped<Event = JournalEvent> = Event extends JournalEvent ? Omit<Event, 'v' | 'at'> : never;

/** An event as it is journalled: at a moment, and of a drill the one that `ledger` has as begun last. */
export function stamped(event: Unstamped, at: Date, ledger: Ledger): JournalEvent {
  const drill = event.type === 'drilled' ? ledger.drill?.opened.at : undefined;
  return { v: 1, at: at.toISOString(), ...event, ...(drill !== undefined && { drill }) };
}

/** So many of a learner's most frequent mistakes are tried for one that can be planted. */
const MOST_HABITS = 9;

/** A new state, and what the journal is to hold of how it came about, before it is shown. */
export interface Taken<State> {
  readonly state: State;
  readonly records: readonly Unstamped[];
}

/** A lesson where it was left; from its start if it was never begun or is at its end, or if it is wanted `again`. */
export function sitDown(lesson: Lesson, entry: LessonEntry, ledger: Ledger, again: boolean): Taken<LessonState> {
  const { progress: all, mistakes } = ledger.summary();
  const progress = all.get(progressKey(entry));
  const sitting = ledger.sitting(entry);
  if (!again && sitting && (progress?.underway || sitting.events.length === 0))
    return { state: resume(openLesson(lesson, sitting.seed, sitting.habits), sitting.events), records: [] };
  const seed = (progress?.sittings ?? 0) + 1;
  const habits = [...mistakes]
    .sort(([, a], [, b]) => b.times - a.times)
    .slice(0, MOST_HABITS)
    .map(([id]) => id);
  const opened = { type: 'open', lesson: entry.id, facts: entry.facts, seed, habits } as const;
  return { state: start(openLesson(lesson, seed, habits)), records: [opened] };
}

/** The next state of a lesson. */
export function lessonTaken(entry: LessonEntry, before: LessonState, event: LessonEvent): Taken<LessonState> {
  const { state, effects } = step(before, event);
  const { id: lesson, facts } = entry;
  return { state, records: effects.map(({ type: _, ...effect }) => ({ type: 'step', lesson, facts, ...effect })) };
}

/** The next state of a drill. */
export function drillTaken(before: DrillState, event: LessonEvent, today: Day): Taken<DrillState> {
  const { state, effects } = drillStep(before, event, today);
  return { state, records: effects.map((effect) => effect.event) };
}

/** Where lessons come from: the host's library. */
interface Lessons {
  readonly entries: readonly LessonEntry[];
  lesson(id: string): Lesson | undefined;
}

/**
 * A drill on what the journal says is due, or will be met in the lessons that were begun; or the one of its kind that was left
 * in the middle, unless options were given.
 * @param exercises how many a practice has, where `asked` does not say
 */
export function drillBegun(
  asked: DrillRequest,
  ledger: Ledger,
  lessons: Lessons,
  dayOf: DayOf,
  today: Day,
  exercises?: number,
): Taken<DrillState> {
  const summary = ledger.summary();
  const { drill: latest, tests, progress, memory } = summary;
  const due = nextSitting(tests, courseProgress(lessons.entries, progress), today);
  const sitting = asked.kind === 'test' ? (asked.sitting ?? due) : undefined;
  if (Object.keys(asked).length === 1 && isUnderway(latest, today) && latest.kind === asked.kind) {
    const left = latest.sitting === sitting && resumeDrill(ledger.drill!, dayOf);
    if (left) return { state: left, records: [] };
  }
  const begun = lessons.entries.flatMap((entry) =>
    progress.has(progressKey(entry)) ? (lessons.lesson(entry.id) ?? []) : [],
  );
  // Another seed for each drill, and the same one for whoever has done the same.
  const length = asked.kind === 'practice' && exercises !== undefined ? { count: exercises } : {};
  const plan = planDrill({ ...length, ...asked, ...(sitting && { sitting }) }, summary, begun, ledger.count + 1);
  const { state, effects } = openDrill(plan, memory, today);
  return { state, records: effects.map(({ event }) => event) };
}
