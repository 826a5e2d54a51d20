import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learningDay } from '../../../src/lessons/drill/day.js';
import { pastSittings } from '../../../src/lessons/drill/history.js';
import type { DrillPlan, DrillState } from '../../../src/lessons/drill/index.js';
import { Ledger } from '../../../src/lessons/drill/ledger.js';
import { resumeDrill } from '../../../src/lessons/drill/resume.js';
import { phaseOf } from '../../../src/lessons/index.js';
import { journalLine, scanJournal } from '../../../src/lessons/journal.js';
import type { JournalEvent } from '../../../src/lessons/types.js';
import { type Doing, Played, practice } from './play.js';

const dayOf = learningDay(() => 0);

function ledgerOf(journal: readonly JournalEvent[]): Ledger {
  const ledger = new Ledger(dayOf);
  expect(scanJournal(journal.map(journalLine).join(''), (event) => ledger.add(event))).toEqual([]);
  return ledger;
}

/** All of a state that is no circuit: those are drawn again. */
const bare = ({ exercise, lesson, before: _, ...rest }: DrillState) => ({
  ...rest,
  memory: [...rest.memory].sort(),
  done: rest.done.map(({ exercise: { spec }, ...done }) => ({ ...done, spec })),
  graded: rest.graded && { ...rest.graded, exercise: rest.graded.exercise.spec },
  spec: exercise?.spec,
  lesson: lesson && { at: lesson.at, outcomes: lesson.outcomes, attempts: lesson.attempts, feedback: lesson.feedback },
});

describe('a drill that was left in the middle', () => {
  test('goes on at the very state it was left in, and undo reaches back over the pause', () => {
    const plans: DrillPlan[] = [
      practice(['local:mul', 'chain', 'fork'], 4, 2),
      { kind: 'practice', seed: 1, count: 3, skills: ['gradient:mul'], level: 'fork' },
      { kind: 'test-out', seed: 4, count: 2 },
      { kind: 'placement', seed: 4 },
      { kind: 'test', sitting: 'after' },
    ];
    const happening = fc.constantFrom<Doing>('right', 'wrong', 'hint', 'why', 'reveal', 'skip', 'next', 'back', 'undo');
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.array(happening, { maxLength: 10 }), (plan, events) => {
        const earlier = new Played(practice(['local:mul', 'local:add'], 2)).exercise('wrong').exercise();
        const before = ledgerOf(earlier.journal).summary().memory;
        const drill = new Played(plan, before);
        for (const event of events) {
          const asks = drill.state.lesson && phaseOf(drill.state.lesson) === 'asking';
          if (drill.state.lesson && (asks || (event !== 'right' && event !== 'wrong'))) drill.take(event);
        }
        const resumed = resumeDrill(ledgerOf([...earlier.journal, ...drill.journal]).drill!, dayOf);
        if (drill.state.exercise === undefined) expect(resumed).toBeUndefined();
        else expect(bare(resumed!)).toEqual(bare(drill.state));
        if (resumed?.before) expect(bare(resumed.before)).toEqual(bare(drill.state.before!));
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('is not gone on with if its exercises are drawn differently by now, or too little of it is known', () => {
    const { journal } = new Played(practice(['local:mul', 'fork'], 3)).exercise();
    expect(resumeDrill(ledgerOf(journal).drill!, dayOf)).toBeDefined();
    const redrawn = journal.map((event) => (event.type === 'drilled' ? { ...event, facts: 'other' } : event));
    expect(resumeDrill(ledgerOf(redrawn).drill!, dayOf)).toBeUndefined();
    const older = journal.map((event) => (event.type === 'drill' ? { ...event, skills: undefined } : event));
    expect(resumeDrill(ledgerOf(older as JournalEvent[]).drill!, dayOf)).toBeUndefined();
  });

  test('goes on and is replayed as its own where two programs drilled at once', () => {
    const own = (drill: Played, begun: string): JournalEvent[] =>
      drill.journal.map((event, at) => ({
        ...event,
        at: new Date(Date.parse(begun) + 5000 * at).toISOString(),
        ...(event.type === 'drilled' && { drill: begun }),
      }));
    const [one, other] = ['2026-11-23T12:00:00.000Z', '2026-11-23T12:00:01.000Z'] as const;
    const test = new Played({ kind: 'test', sitting: 'before' });
    while (test.state.exercise) test.exercise(test.state.done.length === 2 ? 'wrong' : 'right');
    const left = new Played(practice(['local:mul', 'fork'], 4)).exercise('wrong').exercise();
    const both = [...own(test, one), ...own(left, other)].sort((a, b) => (a.at < b.at ? -1 : 1));
    expect(both.findLastIndex((event) => 'drill' in event && event.drill === one)).toBeGreaterThan(
      both.findIndex((event) => 'drill' in event && event.drill === other),
    );
    const ledger = ledgerOf(both);
    expect(bare(resumeDrill(ledger.drill!, dayOf)!)).toEqual(bare(left.state));
    expect(ledger.summary().tests).toMatchObject([{ sitting: 'before', right: 7, total: 8, finished: true }]);
    expect(ledger.summary().drill).toMatchObject({ kind: 'practice', done: 2, total: 4 });
    expect(pastSittings(both).map(({ events }) => events.length)).toEqual([
      test.journal.length - 1,
      left.journal.length - 1,
    ]);
  });
});
