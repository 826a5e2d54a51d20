import { describe, expect, test } from 'vitest';
import { mount } from './mount.js';

const chosen = (rows: readonly string[]) => rows.find((row) => row.includes('▸'));

describe.each([
  [80, 24],
  [120, 40],
])('the glossary at %i x %i', (columns, rows) => {
  test('from home: the terms in the order of the course, the chosen one explained; Esc leads back', async () => {
    const tutor = await mount({ columns, rows });
    const home = tutor.text();
    expect(tutor.rows().at(-1)).toContain('w words');
    await tutor.type('w');
    expect(chosen(tutor.rows())).toBe(' ▸ derivative  导数');
    expect(tutor.text()).toContain('How strongly f reacts to x');
    expect(tutor.text()).toContain('first met in');
    await tutor.type('\x1b[B');
    expect(chosen(tutor.rows())).toBe(' ▸ gradient  梯度');
    expect(tutor.text()).not.toContain('How strongly f reacts to x');
    await tutor.escape();
    expect(tutor.text()).toBe(home);
  });

  test('typing searches, in either language', async () => {
    const tutor = await mount({ columns, rows, lang: 'zh' });
    await tutor.type('w', 'upstream');
    expect(tutor.rows()[3]).toBe(' / › upstream');
    expect(tutor.cursor()).toEqual({ row: 3, column: 13 });
    expect(chosen(tutor.rows())).toBe(' ▸ 上游梯度  upstream gradient');
    expect(tutor.text()).toContain('沿输出线传回一个门的数');
    await tutor.type('\x15', '没有这个词');
    expect(tutor.text()).toContain('没有哪个术语里有这个。');
  });

  test('the last one is reached and seen whole', async () => {
    const tutor = await mount({ columns, rows });
    await tutor.type('w', '\x1b[6~'.repeat(10));
    expect(chosen(tutor.rows())).toBe(' ▸ layer norm  层归一化');
    expect(tutor.text()).toMatch(/first met in \S/);
    await tutor.type('\x1b[5~'.repeat(10));
    expect(chosen(tutor.rows())).toBe(' ▸ derivative  导数');
  });
});

test('from a lesson, by its key or by the help, and what was typed is still there', async () => {
  const tutor = await mount({ lesson: 'chain-rule' });
  await tutor.type('\r', '1+');
  await tutor.type('\x0f');
  expect(tutor.text()).toContain('Words of the subject; type to search');
  await tutor.type('fork');
  expect(chosen(tutor.rows())).toBe(' ▸ fork  分叉');
  await tutor.escape();
  expect(tutor.text()).toContain('› 1+');
  await tutor.type('\x15', '?', 'what they mean', '\r');
  expect(chosen(tutor.rows())).toBe(' ▸ derivative  导数');
  await tutor.escape();
  expect(tutor.rows().at(-1)).toContain('enter check');
});

test('in ASCII the English list has no Chinese in it', async () => {
  const tutor = await mount({ glyphs: 'ascii' });
  await tutor.type('w');
  expect(tutor.text()).toMatch(/^[\x20-\x7e\n]*$/);
});
