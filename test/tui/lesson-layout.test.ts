import { describe, expect, test, vi } from 'vitest';
import { lineWidth, toText } from '../../src/diagram/index.js';
import { type LessonState, type LessonView, openLesson, perfectAnswer, start, step } from '../../src/lessons/index.js';
import { type App, bodyRows } from '../../src/tui/app.js';
import { layoutLesson, seenIn } from '../../src/tui/lesson-layout.js';
import { playOf } from '../../src/tui/play.js';
import { courseLibrary } from '../mounted/course.js';
import { appWith } from './app.js';

// Hundreds of frames take their time on a busy machine; no test asserts how much.
vi.setConfig({ testTimeout: 60_000 });

const library = courseLibrary();

/** Every state a learner meets who misses once, asks for every hint, and then answers right. */
function statesOf(id: string): LessonState[] {
  const states: LessonState[] = [start(openLesson(library.lesson(id)!, 1))];
  for (;;) {
    const state = states.at(-1)!;
    const item = state.open.items[state.at];
    if (item === undefined) return states;
    const asked = item.kind === 'question' && !state.outcomes.has(item.question.id);
    const events = asked
      ? ([
          { type: 'answer', text: '12345' },
          { type: 'hint' },
          { type: 'hint' },
          { type: 'hint' },
          { type: 'hint' },
          { type: 'nudge' },
          { type: 'answer', text: perfectAnswer(item.question) },
        ] as const)
      : ([{ type: 'next' }] as const);
    for (const event of events) states.push(step(states.at(-1)!, event).state);
  }
}

function appOf(columns: number, rows: number, lang: 'en' | 'zh', glyphs: 'unicode' | 'ascii'): App {
  return appWith([], { size: { columns, rows }, lang, glyphs });
}

function widest({ circuit }: LessonView): number {
  return Math.max(0, ...circuit.map(lineWidth));
}

describe.each(['chain-rule', 'staged-practice'])('%s', (id) => {
  const states = statesOf(id);
  const entry = library.entries.find((each) => each.id === id)!;

  test.each([
    [80, 24, 'en', 'unicode'],
    [80, 24, 'zh', 'unicode'],
    [80, 24, 'en', 'ascii'],
    [60, 18, 'zh', 'unicode'],
    [120, 40, 'en', 'unicode'],
    [200, 60, 'zh', 'unicode'],
  ] as const)(
    'at %i x %i, %s, %s: all of the question, the field, and the gate at hand are seen',
    (columns, rows, lang, glyphs) => {
      const app = appOf(columns, rows, lang, glyphs);
      for (const state of states) {
        const play = playOf(entry, state);
        const view = seenIn(app, playOf(entry, state), Math.min(76, columns - 2));
        const layout = layoutLesson(app, play);
        const { circuit, prose } = layout;
        const beside = layout.proseColumn !== undefined;
        const region = (rows: number) => (rows === 0 ? 0 : rows + 1);
        const used =
          (beside ? region(Math.max(circuit.rows, prose.rows)) : region(circuit.rows) + region(prose.rows)) +
          layout.question.length;
        expect(layout.fieldRow).toBe(used);
        expect(used + layout.fieldRows + layout.feedback.length).toBeLessThanOrEqual(bodyRows(app));
        expect(toText(layout.question).replace(/\s+/g, '')).toBe(toText(view.question).replace(/\s+/g, ''));
        expect(circuit.lines).toHaveLength(circuit.rows);
        expect(prose.lines).toHaveLength(prose.rows);
        for (const line of [...circuit.lines, ...layout.question, ...layout.feedback])
          expect(lineWidth(line)).toBeLessThanOrEqual(app.size.columns);
        const drawn = [columns, columns - 36].map((width) => seenIn(app, playOf(entry, state), width));
        const shown = drawn.find((each) => each.circuit.length === circuit.height && widest(each) === circuit.width);
        expect(shown).toBeDefined();
        const focus = shown?.focus;
        if (focus && circuit.rows >= focus.rows) {
          expect(focus.row).toBeGreaterThanOrEqual(circuit.top);
          expect(focus.row + focus.rows).toBeLessThanOrEqual(circuit.top + circuit.rows);
        }
      }
    },
  );

  test.each([
    [80, 24, 'en'],
    [80, 24, 'zh'],
    [60, 18, 'en'],
    [60, 18, 'zh'],
  ] as const)('at %i x %i, %s, nothing of what came of an answer is cut', (columns, rows, lang) => {
    const app = appOf(columns, rows, lang, 'unicode');
    for (const state of states) {
      const { feedback } = seenIn(app, playOf(entry, state), Math.min(76, columns - 2));
      expect(toText(layoutLesson(app, playOf(entry, state)).feedback).replace(/\s/g, '')).toBe(
        toText(feedback).replace(/\s/g, ''),
      );
    }
  });
});
