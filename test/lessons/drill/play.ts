import type { Day } from '../../../src/lessons/drill/day.js';
import {
  type DrillPlan,
  type DrillState,
  drillStep,
  type Memory,
  openDrill,
} from '../../../src/lessons/drill/index.js';
import { currentQuestion, type LessonEvent, perfectAnswer, phaseOf } from '../../../src/lessons/index.js';
import type { JournalEvent } from '../../../src/lessons/types.js';

export const today: Day = '2026-11-23';

/** A practice of a few skills. */
export function practice(skills: readonly string[], count: number, seed = 1): DrillPlan {
  return { kind: 'practice', seed, count, skills };
}

/** What a learner does: an event of the lesson, the right answer, a wrong one, or what is typed. */
export type Doing = Exclude<LessonEvent['type'], 'answer'> | 'right' | 'wrong' | { readonly text: string };

/** A drill as it is played: its states, and the journal it would leave. */
export class Played {
  state: DrillState;
  readonly journal: JournalEvent[] = [];
  #seconds = 0;
  readonly #today: Day;

  constructor(plan: DrillPlan, memory: Memory = new Map(), day: Day = today) {
    this.#today = day;
    const opened = openDrill(plan, memory, day);
    this.state = opened.state;
    this.#record(opened.effects);
  }

  /** Takes one event, or a right or a wrong answer. */
  take(...events: readonly Doing[]): this {
    for (const event of events) {
      const taken = drillStep(this.state, this.#event(event), this.#today);
      this.state = taken.state;
      this.#record(taken.effects);
    }
    return this;
  }

  /** Answers everything right, or wrong first, until the exercise at hand is done. */
  exercise(first: 'right' | 'wrong' = 'right'): this {
    const before = this.state.done.length;
    let miss = first === 'wrong';
    while (this.state.lesson !== undefined && this.state.done.length === before) {
      if (phaseOf(this.state.lesson) !== 'asking') this.take('next');
      else if (miss) {
        miss = false;
        this.take('wrong');
      } else this.take('right');
    }
    return this;
  }

  #event(event: Doing): LessonEvent {
    if (typeof event === 'object') return { type: 'answer', text: event.text };
    if (event === 'right') return { type: 'answer', text: perfectAnswer(currentQuestion(this.state.lesson!)!) };
    if (event === 'wrong') return { type: 'answer', text: '123.456' };
    return { type: event };
  }

  #record(effects: ReturnType<typeof openDrill>['effects']): void {
    for (const { event } of effects) {
      const at = new Date(Date.parse(`${this.#today}T12:00:00Z`) + 20_000 * this.#seconds++).toISOString();
      this.journal.push({ v: 1, at, ...event } as JournalEvent);
    }
  }
}
