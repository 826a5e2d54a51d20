import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/lessons/drill/day.js';
import { phaseOf } from '../../src/lessons/index.js';
import { Played, practice, today } from '../lessons/drill/play.js';
import { Learner, rightAnswer } from './learner.js';
import { type Mounted, mount } from './mount.js';
import { screens } from './screens.js';

const plan = practice(['local:mul', 'gradient:mul', 'fork'], 3, 5);
const begun = new Learner().drill(plan, today, undefined, 1);

/** A drill on the screen, and beside it the same drill as the machine has it. */
async function together(options: Parameters<typeof mount>[0]) {
  const tutor = await mount({ ...options, events: begun.journal, drill: { kind: 'practice' } });
  const model = new Played(plan).exercise();
  return { tutor, model };
}

/** Types the right answer and goes on until the exercise at hand is behind both. */
async function solve(tutor: Mounted, model: Played): Promise<void> {
  const { length } = model.state.done;
  while (model.state.exercise && model.state.done.length === length) {
    const asking = phaseOf(model.state.lesson!) === 'asking';
    await tutor.type(asking ? `${rightAnswer(model)}\r` : '\r');
    model.take(asking ? 'right' : 'next');
  }
}

const said = {
  en: {
    hint: /tab hint/,
    miss: /✗ .*123\.456/,
    over: 'Drill: over',
    asked: 'Asked, and when it is due again:',
    on: 'drill',
  },
  zh: {
    hint: /tab 提示/,
    miss: /✗ .*123\.456/,
    over: '练习：做完了',
    asked: '练过的技能，以及下次的时间：',
    on: '练习',
  },
} as const;

describe.each(screens)('a drill in %s at %i x %i', (lang, columns, rows) => {
  const words = said[lang];

  test('left in the middle goes on there; a miss, a hint, undo and right answers; at its end what is due when', async () => {
    const { tutor, model } = await together({ lang, columns, rows });
    expect(tutor.rows()[0]).toMatch(/2 \/ 3$/);
    expect(tutor.recorded, 'nothing is begun anew').toEqual([]);
    expect(tutor.rows().at(-1)).toMatch(words.hint);
    const asking = tutor.rows().slice(0, -1);

    await tutor.type('123.456\r');
    expect(tutor.text()).toMatch(words.miss);
    await tutor.type('\x1f'); // undo: the miss is taken back
    await tutor.type('\x15');
    expect(tutor.rows().slice(0, -1)).toEqual(asking);
    await tutor.type('123.456\r', '\t');
    model.take('wrong', 'undo', 'wrong', 'hint');
    expect(tutor.text().split('\n').length).toBeLessThanOrEqual(rows);
    await solve(tutor, model);
    expect(tutor.rows()[0]).toMatch(/3 \/ 3$/);
    await solve(tutor, model);

    const { at: drill } = begun.journal[0]!;
    expect(tutor.recorded.map(({ at: _, ...event }) => event)).toEqual(
      model.journal.slice(begun.journal.length).map(({ at: _, ...event }) => ({ ...event, drill })),
    );
    expect(tutor.rows()[0]).toBe(` ${words.over}`);
    expect(tutor.text()).toContain(words.asked);
    expect(tutor.rows().at(-1)).toContain(`enter ${words.on}`);
    expect(tutor.rows().at(-1)).toContain(lang === 'en' ? 'n 12 exercises' : 'n 每次 12 题');
    await tutor.type('n', '\r');
    expect(tutor.rows()[0]).toMatch(/1 \/ 20$/);
    expect(tutor.recorded.at(-1)).toMatchObject({ type: 'drill', kind: 'practice', total: 20 });
  });

  test('the unseen test has one try at each question and no help, and is gone on with after leaving', async () => {
    const tutor = await mount({ lang, columns, rows });
    await tutor.type('t');
    expect(tutor.rows()[0]).toMatch(/1 \/ 8$/);
    expect(tutor.rows().at(-1)).not.toMatch(words.hint);
    const before = tutor.recorded.length;
    await tutor.type('\t', '\x1f');
    expect(tutor.recorded).toHaveLength(before);
    await tutor.type('123.456\r');
    expect(tutor.rows()[0]).toMatch(/2 \/ 8$/);
    await tutor.escape();
    await tutor.type('G', '\r'); // the last of the menu leaves
    expect(await tutor.code).toBe(0);
    await tutor.settled();
    expect(tutor.text()).toContain('backprop-tutor drill --kind test');

    const again = await mount({ lang, columns, rows, events: tutor.recorded });
    expect(again.text()).toMatch(lang === 'en' ? /Test .*1 of 8 done/ : /测验 .*已完成 1\/8/);
    await again.type('t');
    expect(again.rows()[0]).toMatch(/2 \/ 8$/);
    expect(again.recorded).toEqual([]);
  });
});

test('a drill of yesterday that was left is not gone on with: what is due has changed', async () => {
  const old = new Learner().drill(plan, addDays(today, -1), undefined, 1);
  const tutor = await mount({ events: old.journal });
  await tutor.type('d');
  expect(tutor.rows()[0]).toMatch(/1 \/ 12$/);
});

test('after answers that a machine of another version would have drawn differently it begins anew', async () => {
  const other = begun.journal.map((event) => (event.type === 'drilled' ? { ...event, facts: 'other' } : event));
  const tutor = await mount({ events: other });
  await tutor.type('d');
  expect(tutor.rows()[0]).toMatch(/1 \/ 12$/);
});

test('what is typed in ASCII and without colours stays in ASCII', async () => {
  const tutor = await mount({ glyphs: 'ascii', drill: { kind: 'practice', seed: 3 }, env: { NO_COLOR: '1' } });
  await tutor.type('123.456\r', '\t', '\t');
  expect(tutor.text()).not.toMatch(/[^\x20-\x7e\n]/);
});
