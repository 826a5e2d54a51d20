import { describe, expect, test } from 'vitest';
import { openLesson, perfectAnswer, phaseOf, start, step } from '../../src/lessons/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { today } from '../lessons/drill/play.js';
import { courseLibrary } from './course.js';
import { Learner } from './learner.js';
import { mount } from './mount.js';

const library = courseLibrary();
const [first, second] = library.entries;

/** A journal of a lesson, answered from the engine up to `items` of its items, or to its end. */
function journalOf(id: string, items = Number.POSITIVE_INFINITY): JournalEvent[] {
  const entry = library.entries.find((each) => each.id === id)!;
  const stamp = { v: 1, at: '2026-11-22T08:00:00Z', lesson: id, facts: entry.facts } as const;
  const events: JournalEvent[] = [{ ...stamp, type: 'open', seed: 1 }];
  let state = start(openLesson(library.lesson(id)!, 1));
  while (phaseOf(state) !== 'finished' && state.at < items) {
    const item = state.open.items[state.at]!;
    const asked = phaseOf(state) === 'asking' && item.kind === 'question';
    const taken = step(state, asked ? { type: 'answer', text: perfectAnswer(item.question) } : { type: 'next' });
    state = taken.state;
    for (const { type: _, ...effect } of taken.effects) events.push({ ...stamp, type: 'step', ...effect });
  }
  return events;
}

const chosen = (rows: readonly string[]) => rows.filter((row) => row.includes('▸')).map((row) => row.trim());

describe.each([
  [80, 24],
  [120, 40],
])('the home screen at %i x %i', (columns, rows) => {
  /** The welcome stays, and what does not fit below it is counted. */
  const inSight = library.entries.slice(0, rows < 30 ? 2 : undefined);

  test('a first start: three sentences, the lessons, and one key to begin', async () => {
    const tutor = await mount({ columns, rows });
    expect(tutor.text()).toContain('Nothing breaks');
    expect(tutor.text()).toContain('Enter begins the first lesson.');
    for (const { title } of inSight) expect(tutor.text()).toContain(title.en);
    expect(chosen(tutor.rows())).toEqual([expect.stringContaining(first!.title.en!)]);
    expect(tutor.rows().at(-1)).toContain('enter open');
    await tutor.type('\r');
    expect(tutor.rows()[0]).toContain(first!.title.en);
    expect(tutor.recorded).toEqual([expect.objectContaining({ type: 'open', lesson: first!.id, seed: 1 })]);
  });

  test('who has drilled but opened no lesson is no newcomer', async () => {
    for (const lang of ['en', 'zh'] as const) {
      const tutor = await mount({ columns, rows, lang, events: new Learner().month(today).journal });
      expect(tutor.text()).not.toMatch(/Nothing breaks|Enter begins|不怕答错|按 Enter 开始/);
      expect(tutor.rows()[0]).toContain('backprop-tutor');
      expect(chosen(tutor.rows())).toEqual([expect.stringContaining(first!.title[lang]!)]);
    }
  });

  test('in Chinese', async () => {
    const tutor = await mount({ columns, rows, lang: 'zh' });
    expect(tutor.text()).toContain('按 Enter 开始第一课。');
    for (const { title } of inSight) expect(tutor.text()).toContain(title.zh);
    expect(tutor.rows().at(-1)).toContain('enter 打开');
  });
});

describe('moving', () => {
  test('arrows, hjkl, g and G', async () => {
    const tutor = await mount();
    await tutor.type('j');
    expect(chosen(tutor.rows())[0]).toContain(second!.title.en);
    await tutor.type('\x1b[A');
    expect(chosen(tutor.rows())[0]).toContain(first!.title.en);
    await tutor.type('G');
    expect(chosen(tutor.rows())[0]).toContain(library.entries.at(-1)!.title.en);
    await tutor.type('g', 'k', '\x1bOB', 'j', 'jj', '\x1bOB', 'j');
    expect(chosen(tutor.rows())[0]).toContain(second!.title.en);
  });

  test('what is chosen stays on a short screen', async () => {
    const tutor = await mount({ rows: 18 });
    await tutor.type('G');
    expect(chosen(tutor.rows())[0]).toContain(library.entries.at(-1)!.title.en);
    expect(tutor.rows().at(-1)).toContain('enter open');
    await tutor.type('g');
    expect(tutor.text()).toMatch(/▾ \d more/);
  });
});

describe('finding', () => {
  test('a word typed in one burst leaves the lessons that have it, and Enter opens the first', async () => {
    const tutor = await mount();
    await tutor.type('/sigmoid');
    expect(tutor.rows()[2]).toBe(' / sigmoid');
    expect(tutor.cursor()).toEqual({ row: 2, column: 10 });
    expect(tutor.text()).toContain('A sigmoid neuron');
    expect(tutor.text()).not.toContain(first!.title.en);
    await tutor.type('\r');
    expect(tutor.rows()[0]).toContain('A sigmoid neuron');
  });

  test('either language finds, whichever is shown', async () => {
    const tutor = await mount();
    await tutor.type('/链式');
    expect(chosen(tutor.rows())).toEqual([expect.stringContaining('The chain rule')]);
    expect(tutor.cursor()).toEqual({ row: 2, column: 7 });
  });

  test('letters that are keys elsewhere are letters here; rubbing out brings lessons back; Esc shows them all', async () => {
    const tutor = await mount({ rows: 26 });
    await tutor.type('/qjL?');
    expect(tutor.rows()[2]).toBe(' / qjL?');
    expect(tutor.text()).toContain('No lesson has that in its name');
    await tutor.type('\x7f\x7f\x7f\x7f', 'fork');
    expect(chosen(tutor.rows())).toEqual([expect.stringContaining('Forks')]);
    await tutor.escape();
    for (const { title } of library.entries) expect(tutor.text()).toContain(title.en);
    await tutor.type('q');
    expect(await tutor.code).toBe(0);
  });

  test('a pasted word is searched for', async () => {
    const tutor = await mount();
    await tutor.type('/', '\x1b[200~staged\n\x1b[201~');
    expect(chosen(tutor.rows())).toEqual([expect.stringContaining('Staged')]);
  });
});

describe('language', () => {
  test('L changes it, and it is kept', async () => {
    const tutor = await mount();
    await tutor.type('L');
    expect(tutor.rows().at(-1)).toContain('退出');
    expect(tutor.settings()).toEqual({ lang: 'zh' });
    await tutor.type('L');
    expect(tutor.rows().at(-1)).toContain('quit');
  });
});

describe('progress', () => {
  test('a lesson under way is continued where it was, with Enter alone', async () => {
    const tutor = await mount({ events: journalOf('forks', 3) });
    expect(chosen(tutor.rows())[0]).toMatch(/^▸ Continue\s+9 Forks.*3 of \d+ done$/);
    expect(tutor.text()).not.toContain('Nothing breaks');
    await tutor.type('\r');
    expect(tutor.rows()[0]).toMatch(/3\/\d+$/);
    expect(tutor.recorded).toEqual([]);
  });

  test('a finished lesson has its mark and is counted; the next one is chosen', async () => {
    const tutor = await mount({ events: journalOf(first!.id) });
    expect(tutor.text()).toMatch(/✓\s+3 The chain rule/);
    expect(tutor.rows()[0]).toContain('1 of 4 lessons finished');
    expect(chosen(tutor.rows())[0]).toContain(second!.title.en);
  });

  test('a finished lesson opened again is a new sitting with another seed', async () => {
    const tutor = await mount({ events: journalOf(first!.id) });
    await tutor.type('k\r');
    expect(tutor.recorded).toEqual([expect.objectContaining({ type: 'open', lesson: first!.id, seed: 2 })]);
    expect(tutor.rows()[0]).toMatch(/0\/\d+$/);
  });

  test('a lesson only looked at is not opened twice', async () => {
    const tutor = await mount();
    await tutor.type('\r');
    await tutor.escape();
    await tutor.type('G', 'k', 'k', 'k', 'k', 'k', 'k', '\r', '\r');
    expect(tutor.recorded).toHaveLength(1);
  });
});
