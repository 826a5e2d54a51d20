import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/diagram/index.js';
import { today } from '../lessons/drill/play.js';
import { courseLibrary } from './course.js';
import { Learner } from './learner.js';
import { type Mounted, mount } from './mount.js';
import { screens } from './screens.js';

const { entries } = courseLibrary();
const practised = new Learner().finished(entries.slice(0, 2), '2026-10-20').month(today);
practised.drill({ kind: 'test', sitting: 'before' }, '2026-10-01', (exercise) => exercise > 4);

const said = {
  en: {
    row: /^ ▸ Progress +2 of 4 lessons, 17 days$/,
    title: ' Progress',
    skill: /local gradient: multiply +[━─]{8} +in \d+ days +\d+% +20 s/,
    test: /before the course +5 of 8, on 2026-10-01/,
    legend: '· none   ░ 1-9   ▒ 10-24   ▓ 25-49   █ 50+   answers a day',
    monday: 'Mon',
  },
  zh: {
    row: /^ ▸ 进度 +4 课中学完 2 课，17 天$/,
    title: ' 进度',
    skill: /局部梯度：乘法门 +[━─]{8} +\d+ 天后 +\d+% +20 秒/,
    test: /课程之前 +2026-10-01：8 题对 5 题/,
    legend: '· 没有   ░ 1-9   ▒ 10-24   ▓ 25-49   █ 50+   每天的回答数',
    monday: '一',
  },
} as const;

/** The progress screen, opened from the list of lessons. */
async function opened(options: Parameters<typeof mount>[0]): Promise<Mounted> {
  const tutor = await mount({ events: practised.journal, ...options });
  await tutor.type('g');
  while (!/▸ (Progress|进度)/.test(tutor.text())) await tutor.type('j');
  await tutor.type('\r');
  return tutor;
}

/** All lines of the screen's body, from the first to the last, as scrolling shows them. */
async function scrolled(tutor: Mounted): Promise<string[]> {
  const lines: string[] = [];
  for (let page = 0; page < 12; page++) {
    for (const row of tutor.rows().slice(2, -2)) if (!lines.includes(row)) lines.push(row);
    await tutor.type('\x1b[6~');
  }
  return lines;
}

describe.each(screens)('the progress screen in %s at %i x %i', (lang, columns, rows) => {
  const words = said[lang];

  test('has skills, mistakes, the tests and a calendar of a month, all within the screen', async () => {
    const tutor = await opened({ lang, columns, rows });
    expect(tutor.rows()[0]).toBe(words.title);
    const lines = await scrolled(tutor);
    const text = lines.join('\n');
    expect(text).toMatch(words.skill);
    expect(text).toMatch(words.test);
    expect(text).toContain(words.legend);
    const monday = lines.find((line) => line.trim().startsWith(`${words.monday}  `))!;
    expect(monday.trimEnd().split(/ +/).at(-1), 'today is a Monday, and was practised').toMatch(/[░▒]/);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(columns);
  });

  test('scrolls, and does not scroll away', async () => {
    const tutor = await opened({ lang, columns, rows });
    const top = tutor.rows();
    await tutor.type('k', '\x1b[5~');
    expect(tutor.rows()).toEqual(top);
    await tutor.type('G');
    const end = tutor.rows();
    expect(end.join('\n')).toContain(words.legend);
    await tutor.type('j', '\x1b[6~');
    expect(tutor.rows()).toEqual(end);
    await tutor.type('g');
    expect(tutor.rows()).toEqual(top);
  });

  test('in ASCII the bars and the calendar are ASCII', async () => {
    const tutor = await opened({ lang, columns, rows });
    await tutor.type('A');
    const lines = await scrolled(tutor);
    expect(lines.join('\n')).toMatch(/[#.]{8}/);
    expect(lines.join('\n')).not.toMatch(/[━─░▒▓█·]/);
    if (lang === 'en') expect(lines.join('\n')).not.toMatch(/[^\x20-\x7e\n]/);
  });
});

test('keys: language, a drill, the way back', async () => {
  const tutor = await opened({});
  await tutor.type('L');
  expect(tutor.rows()[0]).toBe(said.zh.title);
  await tutor.type('L', 'd');
  expect(tutor.rows()[0]).toMatch(/1 \/ 12$/);
  const again = await opened({});
  await again.escape();
  expect(again.rows().find((row) => row.includes('▸'))).toMatch(said.en.row);
});

test('nothing done yet is said, not drawn', async () => {
  const tutor = await opened({ events: [] });
  expect(tutor.text()).toContain('Nothing has been answered yet.');
});
