import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Ledger } from '../../src/lessons/drill/ledger.js';
import { openLesson, resume } from '../../src/lessons/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { bodyRows, placeOf } from '../../src/tui/app.js';
import { cursorOf } from '../../src/tui/cursor.js';
import { helpLines } from '../../src/tui/help.js';
import { firstChoice } from '../../src/tui/home-items.js';
import { homeLines } from '../../src/tui/home-lines.js';
import { bindings } from '../../src/tui/keys.js';
import { layoutLesson } from '../../src/tui/lesson-layout.js';
import type { LessonPlay } from '../../src/tui/play.js';
import { layoutPlayground } from '../../src/tui/playground-layout.js';
import type { Press } from '../../src/tui/press.js';
import { progressLines } from '../../src/tui/progress-lines.js';
import { courseLibrary } from '../mounted/course.js';
import { appWith, dayOf, storeOn } from './app.js';

// Hundreds of frames take their time on a busy machine; no test asserts how much.
vi.setConfig({ testTimeout: 60_000 });

const library = courseLibrary();

function started(recorded: JournalEvent[]) {
  const app = appWith(recorded, { motion: true });
  return storeOn(recorded, library, { ...app, home: { selected: firstChoice(app) } });
}

const keyNames = [...new Set(bindings.flatMap(({ keys }) => keys))].filter((key) => key !== 'q' && key !== 'ctrl-c');
const press: fc.Arbitrary<Press> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...keyNames).map((key) => (key.length === 1 ? { key, text: key } : { key })),
  },
  { weight: 3, arbitrary: fc.constantFrom(...'0123456789-.*dqxyz:').map((key) => ({ key, text: key })) },
  { weight: 4, arbitrary: fc.constant({ key: 'enter' }) },
  { weight: 1, arbitrary: fc.constant({ key: 'paste', text: '-2 + 5' }) },
  { weight: 2, arbitrary: fc.constant({ key: 'tick' }) },
);
const size = fc.record({ columns: fc.integer({ min: 20, max: 140 }), rows: fc.integer({ min: 5, max: 50 }) });

test('whatever keys come at whatever size: what is shown fits, and the journal leads to the state that is shown', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 12, arbitrary: press }, { weight: 1, arbitrary: size }), { maxLength: 80 }),
      (keys) => {
        const recorded: JournalEvent[] = [];
        const store = started(recorded);
        for (const each of keys) {
          if ('rows' in each) store.resize(each);
          else if (each.key === 'tick') store.tick();
          else store.press(each);
          const { app } = store;
          if (placeOf(app) === 'small') continue;
          const cursor = cursorOf(app);
          if (cursor) expect(cursor.column < app.size.columns && cursor.row < app.size.rows - 2).toBe(true);
          expect(helpLines(app).list.length).toBeLessThanOrEqual(bodyRows(app) - 3);
          if (app.page?.kind === 'progress')
            expect(progressLines(app, app.page).length).toBeLessThanOrEqual(bodyRows(app));
          else if (app.page) expect(layoutPlayground(app, app.page).lines.length).toBeLessThanOrEqual(bodyRows(app));
          else if (!app.play) expect(homeLines(app).length).toBeLessThanOrEqual(bodyRows(app));
          else {
            const { fieldRow, fieldRows } = layoutLesson(app, app.play);
            expect(fieldRow + fieldRows).toBeLessThanOrEqual(bodyRows(app));
          }
        }
        const { play } = store.app;
        if (play?.kind === 'drill') {
          expect(new Ledger(dayOf, recorded).summary().memory).toEqual(play.state.memory);
          expect(recorded.at(-1)!.type).toMatch(/^drill/);
        }
        if (play?.kind !== 'lesson') return;
        const sitting = new Ledger(dayOf, recorded).sitting(play.entry)!;
        const { open: _, ...replayed } = resume(
          openLesson(library.lesson(play.entry.id)!, sitting.seed),
          sitting.events,
        );
        const { open: __, ...shown } = play.state;
        expect(replayed).toEqual(shown);
      },
    ),
    { seed: 7, numRuns: 60 },
  );
});

test('a program started anew with the journal goes on from the very state that was left', () => {
  const recorded: JournalEvent[] = [];
  const first = started(recorded);
  const keys = [
    'enter',
    'enter',
    '5',
    'enter',
    'tab',
    '3',
    'enter',
    'enter',
    '7',
    'enter',
    'ctrl-t',
    'ctrl-n',
    'ctrl-p',
  ];
  for (const key of keys) first.press(key.length === 1 ? { key, text: key } : { key });
  const second = started(recorded);
  second.press({ key: 'enter' });
  const { open: _, ...left } = (first.app.play as LessonPlay).state;
  const { open: __, ...resumed } = (second.app.play as LessonPlay).state;
  expect(resumed).toEqual(left);
});
