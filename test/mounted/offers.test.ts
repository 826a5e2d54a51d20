import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/lessons/drill/day.js';
import type { Sitting } from '../../src/lessons/drill/sittings.js';
import { today } from '../lessons/drill/play.js';
import { courseLibrary } from './course.js';
import { Learner } from './learner.js';
import { mount } from './mount.js';
import { screens } from './screens.js';

const { entries } = courseLibrary();
const [first] = entries;

const named = {
  en: {
    placement: 'Placement  five questions',
    test: 'Test ',
    due: 'The unseen test is due',
    start: 'A good place to start',
  },
  zh: { placement: '定位       五道题', test: '测验 ', due: '可以做测验了', start: '适合从这里开始' },
} as const;
const sat = (learner: Learner, sitting: Sitting, day: Day) => learner.drill({ kind: 'test', sitting }, day);

describe.each(screens)('what is offered, in %s at %i x %i', (lang, columns, rows) => {
  const words = named[lang];
  const screen = { lang, columns, rows };

  test('to a newcomer the placement, which ends at the lesson to start with', async () => {
    const tutor = await mount(screen);
    expect(tutor.text()).toContain(words.placement);
    await tutor.type('s');
    expect(tutor.rows()[0]).toMatch(/1 \/ 5$/);
    await tutor.type(':skip\r', '\x0e');
    const { journal } = new Learner().drill({ kind: 'placement', seed: 1 }, today, (exercise) => exercise === 3);
    const placed = await mount({ ...screen, events: journal });
    const forks = entries.find(({ id }) => id === 'forks')!;
    expect(placed.text()).not.toContain(words.placement);
    expect(placed.rows().find((row) => row.includes('▸'))).toContain(forks.title[lang]);
    await placed.type('\r');
    expect(placed.recorded).toEqual([expect.objectContaining({ type: 'open', lesson: 'forks' })]);
  });

  test('the placement’s last screen names the lesson, and Enter opens it', async () => {
    const tutor = await mount(screen);
    await tutor.type('s');
    for (const at of [1, 2, 3, 4, 5]) {
      expect(tutor.rows()[0]).toMatch(new RegExp(`${at} / 5$`));
      await tutor.type('\x0e');
    }
    expect(tutor.text()).toContain(words.start);
    expect(tutor.rows().at(-1)).toContain(first!.title[lang]);
    await tutor.type('\r');
    expect(tutor.rows()[0]).toContain(first!.title[lang]);
  });

  test('the unseen test before the course, after it, and seven days later, and not in between', async () => {
    const learner = new Learner();
    const offered = async () =>
      (await mount({ ...screen, events: learner.journal })).text().includes(`  ${words.test}`);
    expect(await offered()).toBe(true);
    sat(learner, 'before', addDays(today, -40));
    expect(await offered()).toBe(false);
    learner.finished(entries, addDays(today, -8));
    expect(await offered()).toBe(true);
    const early = new Learner();
    early.journal.push(...learner.journal);
    sat(early, 'after', addDays(today, -6));
    expect((await mount({ ...screen, events: early.journal })).text()).not.toContain(`  ${words.test}`);
    sat(learner, 'after', addDays(today, -7));
    const tutor = await mount({ ...screen, events: learner.journal });
    expect(tutor.text()).toContain(`  ${words.test}`);
    await tutor.type('t');
    expect(tutor.recorded).toEqual([expect.objectContaining({ type: 'drill', kind: 'test', sitting: 'later' })]);
  });

  test('the test is announced where a drill ends, and its key begins it', async () => {
    const tutor = await mount({ ...screen, drill: { kind: 'practice', skill: 'local:add', count: 1, seed: 3 } });
    await tutor.type(':skip\r');
    expect(tutor.text()).toContain(words.due);
    await tutor.type('t');
    expect(tutor.rows()[0]).toMatch(/1 \/ 8$/);
  });
});

test('testing out is offered where much has piled up', async () => {
  const learner = new Learner();
  const skills = ['mul', 'add', 'sub', 'max', 'neg', 'relu', 'abs', 'exp', 'log'].flatMap((gate) => [
    `local:${gate}`,
    `gradient:${gate}`,
  ]);
  learner.drill({ kind: 'practice', seed: 1, count: 18, skills }, addDays(today, -90));
  const tutor = await mount({ events: learner.journal });
  expect(tutor.text()).toMatch(/Test out +much is due/);
  await tutor.type('o');
  expect(tutor.rows()[0]).toMatch(/^ Test out .* 1 \/ 3$/);
});
