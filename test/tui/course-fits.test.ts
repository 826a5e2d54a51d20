import { describe, expect, test, vi } from 'vitest';
import { openLesson, perfectAnswer, start, step } from '../../src/lessons/index.js';
import { layoutLesson } from '../../src/tui/lesson-layout.js';
import { playOf } from '../../src/tui/play.js';
import { lessonIds } from '../lessons/support/lessons.js';
import { courseLibrary } from '../mounted/course.js';
import { appWith } from './app.js';

vi.setConfig({ testTimeout: 60_000 });

const library = courseLibrary(lessonIds);

/** Steps of a lesson whose prose has to be paged through when they are first seen. */
function paged(id: string, lang: 'en' | 'zh'): string[] {
  const entry = library.entries.find((each) => each.id === id)!;
  const app = appWith([], { size: { columns: 80, rows: 24 }, lang, glyphs: 'unicode' });
  const found: string[] = [];
  let state = start(openLesson(library.lesson(id)!, 1));
  for (;;) {
    const item = state.open.items[state.at];
    if (item === undefined) return found;
    const { prose } = layoutLesson(app, playOf(entry, state));
    const asked = item.kind === 'question' && !state.outcomes.has(item.question.id);
    if ((asked || item.kind !== 'question') && prose.rows < prose.height) found.push(item.step.id);
    state = step(state, asked ? { type: 'answer', text: perfectAnswer(item.question) } : { type: 'next' }).state;
  }
}

describe.each(lessonIds)('%s at 80 x 24', (id) => {
  test.each(['en', 'zh'] as const)('%s: no words of a step are out of sight', (lang) => {
    expect(paged(id, lang)).toEqual([]);
  });
});
