import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replayDrill } from '../../src/cli/script/replay-drill.js';
import { pastSittings } from '../../src/lessons/drill/history.js';
import type { DrillPlan } from '../../src/lessons/drill/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { type Doing, Played, practice } from '../lessons/drill/play.js';

const options = { width: 80, glyphs: 'unicode', lang: 'en' } as const;

/** The transcript of the only drill in a journal. */
function replayed(journal: readonly JournalEvent[]): string {
  const [sitting] = pastSittings(journal);
  return sitting?.kind === 'drill' ? replayDrill(sitting.opened, sitting.events, options) : '';
}

/** What was typed, in order, as the journal has it. */
const typed = (journal: readonly JournalEvent[]) =>
  journal.flatMap((event) => (event.type === 'drilled' && event.event.type === 'answer' ? [event.event.text] : []));

describe('a past drill', () => {
  test('is written with its circuits, answers and verdicts', () => {
    const drill = new Played(practice(['local:mul', 'chain'], 2)).exercise('wrong').exercise();
    const text = replayed(drill.journal);
    expect(text).toMatch(/^Drill\n═{80}\n\n── 1 \/ 2 local gradient: multiply ─+\n/);
    expect(text).toMatch(/› 123.456\n✗ /);
    expect(text).toMatch(/── 2 \/ 2 chain rule, step by step ─+\n/);
    expect(text.match(/^✓/gm)?.length).toBeGreaterThanOrEqual(3);
  });

  test('holds every answer in its order, whatever was done in between', () => {
    const happening = fc.constantFrom<Doing>('right', 'wrong', 'hint', 'reveal', 'skip', 'next', 'back', 'undo');
    const plans: DrillPlan[] = [practice(['local:mul', 'chain'], 4, 2), { kind: 'placement', seed: 4 }];
    fc.assert(
      fc.property(fc.constantFrom(...plans), fc.array(happening, { maxLength: 16 }), (plan, events) => {
        const drill = new Played(plan);
        for (const event of events)
          if (drill.state.lesson && !(drill.state.graded && event === 'right')) drill.take(event);
        const shown = [...replayed(drill.journal).matchAll(/^\S+ › (?!:)(.+)$/gm)].map(([, answer]) => answer);
        expect(shown).toEqual(typed(drill.journal));
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  test('whose exercises are drawn otherwise by now is told by its answers', () => {
    const drill = new Played(practice(['local:mul'], 1)).exercise();
    const old = drill.journal.map((event) => (event.type === 'drilled' ? { ...event, facts: 'old' } : event));
    const text = replayed(old);
    expect(text).toMatch(/── 1 \/ 1 local gradient: multiply ─+\n\nq1 › -?\d/);
    expect(text).not.toContain('┌');
  });
});
