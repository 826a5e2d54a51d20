import { addDays, type Day } from '../../src/lessons/drill/day.js';
import type { DrillPlan } from '../../src/lessons/drill/index.js';
import { Ledger } from '../../src/lessons/drill/ledger.js';
import { currentQuestion, perfectAnswer, phaseOf } from '../../src/lessons/index.js';
import type { JournalEvent, LessonEntry } from '../../src/lessons/types.js';
import { Played } from '../lessons/drill/play.js';
import { dayOf } from '../tui/app.js';

/** A learner whose journal grows day by day. */
export class Learner {
  readonly journal: JournalEvent[] = [];

  /** Sits at a drill on a day; `misses` says at which exercises the first answer is wrong, `leaveAt` where it is left. */
  drill(plan: DrillPlan, day: Day, misses: (exercise: number) => boolean = () => false, leaveAt = Infinity): this {
    const drill = new Played(plan, new Ledger(dayOf, this.journal).summary().memory, day);
    while (drill.state.exercise && drill.state.done.length < leaveAt)
      drill.exercise(misses(drill.state.done.length) ? 'wrong' : 'right');
    this.journal.push(...drill.journal);
    return this;
  }

  /** A month of practice that ends on a day: every other day, a few skills, a miss now and then. */
  month(until: Day): this {
    const skills = ['local:mul', 'local:add', 'gradient:mul', 'chain', 'fork', 'local:sigmoid', 'line:matmul'];
    for (let ago = 30; ago >= 0; ago -= 2) {
      const plan: DrillPlan = { kind: 'practice', seed: 100 + ago, count: 4 + (ago % 6), skills };
      this.drill(plan, addDays(until, -ago), (exercise) => (exercise + ago) % 5 === 0);
    }
    return this;
  }

  /** Has finished lessons, without their answers. */
  finished(entries: readonly LessonEntry[], day: Day): this {
    for (const { id: lesson, facts } of entries) {
      const stamp = { v: 1, at: `${day}T10:00:00.000Z`, lesson, facts } as const;
      this.journal.push(
        { ...stamp, type: 'open', seed: 1 },
        { ...stamp, type: 'step', event: { type: 'next' }, done: 9, total: 9, finished: true },
      );
    }
    return this;
  }
}

/** What is to be typed to answer the question at hand of a drill, from the engine. */
export function rightAnswer(drill: Played): string {
  const lesson = drill.state.lesson!;
  return phaseOf(lesson) === 'asking' ? perfectAnswer(currentQuestion(lesson)!) : '';
}
