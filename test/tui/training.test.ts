import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { currentQuestion, openLesson, phaseOf, resume, start, step } from '../../src/lessons/index.js';
import { wanted } from '../../src/lessons/training/net.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { bodyRows, placeOf } from '../../src/tui/app.js';
import { cursorOf } from '../../src/tui/cursor.js';
import { bindingsAt } from '../../src/tui/keys.js';
import type { LessonPlay } from '../../src/tui/play.js';
import type { Press } from '../../src/tui/press.js';
import { layoutWriting, watchedLines } from '../../src/tui/training-layout.js';
import { rightLines } from '../lessons/training/lines.js';
import { courseLibrary } from '../mounted/course.js';
import { appWith, now, storeOn } from './app.js';

// Hundreds of frames take their time on a busy machine; no test asserts how much.
vi.setConfig({ testTimeout: 60_000 });

const library = courseLibrary(['training']);
const entry = library.entries[0]!;
const lesson = library.lesson('training')!;
const stamp = { v: 1, at: now.toISOString(), lesson: entry.id, facts: entry.facts } as const;

/** The journal of a learner who skipped all questions before the one that trains. */
const journal: JournalEvent[] = [{ ...stamp, type: 'open', seed: 1 }];
for (let state = start(openLesson(lesson, 1)); currentQuestion(state)?.ask.kind !== 'train'; ) {
  const { state: next, effects } = step(state, { type: phaseOf(state) === 'asking' ? 'skip' : 'next' });
  for (const { type: _, ...effect } of effects) journal.push({ ...stamp, type: 'step', ...effect });
  state = next;
}

const keys = [...new Set([...bindingsAt('writing'), ...bindingsAt('training')].flatMap((row) => row.keys))].filter(
  (key) => !['q', 'w', '?', 'escape', 'enter', 'ctrl-c', 'ctrl-n', 'ctrl-o', 'ctrl-r', 'ctrl-z'].includes(key),
);
const line = fc.constantFrom('dout @ v.T', '-(dout @ v.T)', 'dZ', '1e9*dZ', '((', ':hint', 'dv = 1; dZ = dhidden');
/** All five at once, one of them perhaps not right. */
const five = fc
  .record({ row: fc.nat(9), text: fc.constantFrom('dZ', '1e9*dhidden', 'X', '-(hidden.T @ dout)') })
  .map(({ row, text }) => rightLines.map((right, at) => (at === row ? `d${wanted[at]} = ${text}` : right)).join('; '));
const entered = (text: string): readonly Press[] => [{ key: 'ctrl-u' }, { key: 'paste', text }, { key: 'enter' }];
const press: fc.Arbitrary<readonly Press[]> = fc.oneof(
  { weight: 3, arbitrary: line.map(entered) },
  { weight: 3, arbitrary: five.map(entered) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...keys).map((key) => [key.length === 1 ? { key, text: key } : { key }]),
  },
  { weight: 3, arbitrary: fc.constantFrom('enter', 'tick', 'ctrl-p').map((key) => [{ key }]) },
);
const size = fc.record({ columns: fc.integer({ min: 60, max: 140 }), rows: fc.integer({ min: 18, max: 50 }) });

test('whatever is written and pressed at whatever size: what is shown fits, and the journal leads to the state that is shown', () => {
  const seenPlaces = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(press, { minLength: 20, maxLength: 40 }),
      size,
      fc.boolean(),
      (presses, dimensions, motion) => {
        const recorded = [...journal];
        const store = storeOn(
          recorded,
          library,
          appWith(journal, { motion, entries: library.entries, size: dimensions }),
        );
        store.open('training');
        for (const one of presses.flat()) {
          if (one.key === 'tick') store.tick();
          else store.press(one);
          const { app: seen } = store;
          const play = seen.play as LessonPlay | undefined;
          // Gone on from it, or back.
          if (!play?.training) continue;
          const { training } = play;
          const room = bodyRows(seen);
          seenPlaces.set(placeOf(seen), (seenPlaces.get(placeOf(seen)) ?? 0) + 1);
          if (placeOf(seen) === 'writing') {
            const { firstRow, feedback } = layoutWriting(seen, play, training);
            expect(firstRow + wanted.length + 2 + feedback.length).toBeLessThanOrEqual(room);
            expect(cursorOf(seen)!.column).toBeLessThan(dimensions.columns);
          }
          if (placeOf(seen) === 'training')
            expect(watchedLines(seen, training, training.live!).length).toBeLessThanOrEqual(room);
        }
        const { open: _, ...state } = (store.app.play as LessonPlay).state;
        const { open: __, ...again } = resume(openLesson(lesson, 1), recorded);
        expect(again).toEqual(state);
      },
    ),
    { numRuns: 12, seed: 8 },
  );

  // Both screens were seen often enough for this to mean something.
  expect(seenPlaces.get('writing')).toBeGreaterThan(40);
  expect(seenPlaces.get('training')).toBeGreaterThan(40);
});
