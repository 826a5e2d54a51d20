import { type LessonProgress, progressKey, type Sitting } from '../journal.js';
import type { DrillOpened, DrillStepped, JournalEvent, LessonOpened, LessonRecord, LessonStepped } from '../types.js';
import type { Day, DayOf } from './day.js';
import { type Memory, metMistake, mistakeKey, mistakesIn, type Remembered } from './memory.js';
import type { LatestDrill, MistakeTally, Summary, Tally, TestResult } from './statistics.js';

/** Longer pauses are no time spent on an answer. */
const longestPause = 300;

const unopened: LessonProgress = { done: 0, total: 0, finished: false, underway: false, sittings: 0, latest: -1 };
const nothing: Tally = { right: 0, wrong: 0, seconds: 0 };

/** The latest drill of a journal: how it was begun, what was remembered then, and what was done since. */
export interface DrillRecord {
  readonly opened: DrillOpened;
  readonly memory: Memory;
  readonly events: readonly DrillStepped[];
}

/** A drill as the ledger keeps it. */
interface KeptDrill extends DrillRecord {
  readonly day: Day;
  readonly events: DrillStepped[];
  /** Of a sitting of the test: where its result stands. */
  readonly test?: number;
}

/** How many programs may drill at once before the drill of the first is forgotten as one that can be gone on with. */
const drillsKept = 4;

/**
 * A journal summed up event by event. Of the events themselves only those of the latest sittings are kept, which can be
 * resumed: a year of practice is read without being held. Any beginning of a journal is a journal.
 */
export class Ledger {
  readonly #dayOf: DayOf;
  readonly #progress = new Map<string, LessonProgress>();
  readonly #memory = new Map<string, Remembered>();
  readonly #skills = new Map<string, Tally>();
  readonly #mistakes = new Map<string, MistakeTally>();
  readonly #days = new Map<Day, Tally>();
  readonly #tests: TestResult[] = [];
  readonly #sittings = new Map<string, Sitting & { readonly events: LessonStepped[] }>();
  #lesson = { id: '', facts: '', key: '' };
  /** The latest drills, the one that began last at the end. */
  #drills: readonly KeptDrill[] = [];
  #placement?: readonly boolean[];
  #all: Tally = nothing;
  #count = 0;
  #noted = 0;
  #minute = '';
  #day: Day = '';
  #previous = 0;

  constructor(dayOf: DayOf, events: Iterable<JournalEvent> = []) {
    this.#dayOf = dayOf;
    for (const event of events) this.add(event);
  }

  /** How many events there are. */
  get count(): number {
    return this.#count;
  }

  /** Of how many lines that can't be read the learner was told. */
  get noted(): number {
    return this.#noted;
  }

  /** What the events add up to so far; later events do not change it. */
  summary(): Summary {
    return {
      progress: new Map(this.#progress),
      memory: new Map(this.#memory),
      skills: new Map(this.#skills),
      mistakes: new Map(this.#mistakes),
      days: new Map(this.#days),
      all: this.#all,
      tests: [...this.#tests],
      ...(this.drill && { drill: latestOf(this.drill) }),
      ...(this.#placement && { placement: this.#placement }),
    };
  }

  /** The latest sitting of a lesson with these facts since its last reset, or nothing if it was never opened. */
  sitting(lesson: { readonly id: string; readonly facts: string }): Sitting | undefined {
    return this.#sittings.get(progressKey(lesson));
  }

  /** The latest drill. */
  get drill(): KeptDrill | undefined {
    return this.#drills.at(-1);
  }

  add(event: JournalEvent): void {
    this.#count++;
    const minute = event.at.slice(0, 16);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#day = this.#dayOf(new Date(event.at));
    }
    const now = Date.parse(event.at);
    const seconds = (now - this.#previous) / 1000;
    this.#previous = now;
    switch (event.type) {
      case 'reset':
        this.#forget(event.lesson);
        break;
      case 'open':
        this.#open(event);
        break;
      case 'drill':
        this.#begin(event);
        break;
      case 'step':
        this.#step(event);
        this.#judge(event, seconds);
        break;
      case 'noted':
        this.#noted = event.broken;
        break;
      case 'drilled':
        this.#remember(event);
        this.#judge(event, seconds);
    }
  }

  #forget(lesson: string): void {
    for (const kept of [this.#progress, this.#sittings])
      for (const key of kept.keys()) if (key.startsWith(`${lesson} `)) kept.delete(key);
  }

  #open(event: LessonOpened): void {
    const key = this.#keyOf(event);
    const { total, finished, sittings } = this.#progress.get(key) ?? unopened;
    const latest = this.#count - 1;
    this.#progress.set(key, { done: 0, total, finished, underway: false, sittings: sittings + 1, latest });
    this.#sittings.set(key, { seed: event.seed, habits: event.habits, events: [] });
  }

  #step(event: LessonStepped): void {
    const key = this.#keyOf(event);
    const { finished, sittings } = this.#progress.get(key) ?? unopened;
    this.#progress.set(key, {
      done: event.done,
      total: event.total,
      finished: finished || event.finished,
      underway: !event.finished,
      sittings,
      latest: this.#count - 1,
    });
    this.#sittings.get(key)?.events.push(event);
  }

  /** The lesson's key; most events are of the same lesson as the one before. */
  #keyOf({ lesson: id, facts }: LessonRecord): string {
    if (id !== this.#lesson.id || facts !== this.#lesson.facts)
      this.#lesson = { id, facts, key: progressKey({ id, facts }) };
    return this.#lesson.key;
  }

  #begin(opened: DrillOpened): void {
    const { sitting, total } = opened;
    const drill: KeptDrill = { opened, day: this.#day, memory: new Map(this.#memory), events: [] };
    this.#drills = [
      ...this.#drills.slice(1 - drillsKept),
      sitting === undefined ? drill : { ...drill, test: this.#tests.length },
    ];
    if (sitting !== undefined) this.#tests.push({ sitting, day: this.#day, right: 0, total, finished: false });
  }

  #remember(event: DrillStepped): void {
    const { changes = [], right, done, total } = event;
    for (const { id, now } of changes)
      if (now === null) this.#memory.delete(id);
      else this.#memory.set(id, now);
    const drill =
      event.drill === undefined ? this.drill : this.#drills.findLast(({ opened }) => opened.at === event.drill);
    drill?.events.push(event);
    if (drill?.opened.kind === 'placement' && done === total) this.#placement = answersIn(drill.events);
    if (drill?.test !== undefined)
      this.#tests[drill.test] = { ...this.#tests[drill.test]!, right, finished: done === total };
  }

  #judge(event: LessonStepped | DrillStepped, pause: number): void {
    const { verdict, mistake, skill } = event;
    if (verdict !== 'right' && verdict !== 'wrong') return;
    // None where the clock went backwards, or the learner away.
    const seconds = pause >= 0 && pause <= longestPause ? pause : 0;
    const counted = (tally: Tally = nothing): Tally => ({
      ...tally,
      [verdict]: tally[verdict] + 1,
      seconds: tally.seconds + seconds,
    });
    this.#all = counted(this.#all);
    this.#days.set(this.#day, counted(this.#days.get(this.#day)));
    if (event.type === 'drilled' && skill !== undefined) this.#skills.set(skill, counted(this.#skills.get(skill)));
    if (mistake === undefined) return;
    this.#mistakes.set(mistake, { times: (this.#mistakes.get(mistake)?.times ?? 0) + 1, last: this.#day });
    if (event.type === 'step' && skill !== undefined) this.#met(mistake, skill);
  }

  /** A mistake made in a lesson comes back in drills from the next day on. */
  #met(named: string, skill: string): void {
    for (const mistake of mistakesIn(named)) {
      const key = mistakeKey(mistake, skill);
      const known = this.#memory.get(key);
      if (known?.clean !== 0 || known.card.last !== this.#day) this.#memory.set(key, metMistake(this.#day));
    }
  }
}

function latestOf({ opened, day, events }: KeptDrill): LatestDrill {
  const { kind, sitting, total } = opened;
  const done = events.at(-1)?.done ?? 0;
  return { kind, day, done, total, events: events.length, ...(sitting !== undefined && { sitting }) };
}

/** Whether each question of a drill with one try each was right. */
function answersIn(events: readonly DrillStepped[]): readonly boolean[] {
  const answers: boolean[] = [];
  let before = 0;
  for (const { done, right } of events) {
    if (done > answers.length) answers.push(right > before);
    before = right;
  }
  return answers;
}
