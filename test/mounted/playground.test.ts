import { describe, expect, test } from 'vitest';
import { lintLesson } from '../../src/lessons/author/lint.js';
import { mount } from './mount.js';

const [UP, DOWN, RIGHT, LEFT] = ['\x1b[A', '\x1b[B', '\x1b[C', '\x1b[D'];
const program = 'x = 3; y = -4\nnum = x + sigmoid(y)\nden = sigmoid(x) + (x + y)**2\nf = num / den';
const playground = { program };

describe.each([
  [80, 24],
  [120, 40],
])('the playground at %i x %i', (columns, rows) => {
  describe.each(['en', 'zh'] as const)('in %s', (lang) => {
    test.each(['unicode', 'ascii'] as const)('in %s', async (glyphs) => {
      const tutor = await mount({ columns, rows, lang, glyphs, playground });
      await tutor.type(RIGHT, '+', '+', RIGHT);
      expect(tutor.text()).toMatchSnapshot();
      await tutor.type('b', 'b');
      expect(tutor.text()).toMatchSnapshot();
      if (glyphs === 'ascii')
        expect(tutor.text().replace(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]/g, '')).toMatch(/^[\n\x20-\x7e]*$/);
    });
  });

  test('from home, at a choice of circuits; each is seen before it is taken', async () => {
    const tutor = await mount({ columns, rows });
    await tutor.type('g');
    while (!tutor.text().includes('▸ Playground')) await tutor.type('j');
    await tutor.type('\r');
    expect(tutor.rows()[0]).toContain('f = -12.000');
    await tutor.type('j', 'j');
    expect(tutor.rows()[0]).toContain('f = 1.5456');
    await tutor.type('\r', RIGHT);
    expect(tutor.text()).toContain('x nudged by +0.01');
    await tutor.escape();
    expect(tutor.text()).toContain('▸ Playground');
  });

  test('a program is written: errors with their place, the last good circuit stays', async () => {
    const tutor = await mount({ columns, rows, playground });
    await tutor.type('e', '\x1b[200~\ng = sigmiod(f)\x1b[201~');
    expect(tutor.text()).toContain('line 5, column 5: unknown function sigmiod; did you mean sigmoid?');
    expect(tutor.rows()[0]).toContain('f = 1.5456');
    await tutor.escape();
    expect(tutor.text()).toContain('e goes on with it');
    await tutor.type('e', '\x17', '\x7f'.repeat(4), '\x1b[200~g = 2 * f\nh = g + w\x1b[201~');
    expect(tutor.rows()[0]).toContain('h = 4.0913');
    const [row, column] = [tutor.cursor().row, tutor.cursor().column];
    expect(tutor.rows()[row]!.slice(0, column)).toBe(' 6 › h = g + w');
    await tutor.escape();
    expect(tutor.rows()[0]).toContain('h = 4.0913');
    expect(tutor.settings()).toMatchObject({ program: `${program}\ng = 2 * f\nh = g + w` });
  });

  test('a quiz on the circuit, and back', async () => {
    const tutor = await mount({ columns, rows, playground: { program: 'x = 3; y = -4; f = x * y' } });
    await tutor.type('z', '\r', '1\r', '\r', '-4\r');
    expect(tutor.text()).toContain('✓');
    await tutor.type('\r', '3\r', '\r', '-4\r', '\r', '3\r', '\r');
    expect(tutor.rows().at(-1)).toContain('playground');
    await tutor.type('\r', UP);
    expect(tutor.rows()[0]).toContain('f = -12.000');
    expect(tutor.recorded).toEqual([]);
  });

  test('is saved as a lesson that lint takes, and never over another one', async () => {
    const tutor = await mount({ columns, rows, playground });
    await tutor.type('w', 'Bad Name', '\r');
    expect(tutor.text()).toContain('begins with a letter');
    await tutor.type('\x15', 'mine', '\r');
    expect(tutor.text()).toContain('Saved as mine');
    expect(lintLesson(tutor.saved.get('mine')!, true).errors).toEqual([]);
    await tutor.type('w', 'mine', '\r');
    expect(tutor.text()).toContain('nothing was written');
    expect(tutor.saved.size).toBe(1);
  });
});

test('digits begin a value, and a value can be arithmetic', async () => {
  const tutor = await mount({ playground: { program: 'x = 3; y = -4; f = x * y' } });
  await tutor.type('2', '.5', '\r');
  expect(tutor.rows()[0]).toContain('f = -10.000');
  await tutor.type(DOWN, '\r', '-1/2', '\r');
  expect(tutor.rows()[0]).toContain('f = -1.2500');
  await tutor.type('1', 'x', '\r');
  expect(tutor.text()).toContain('1x is not a number');
  await tutor.escape();
  await tutor.type('u', 'u', LEFT);
  expect(tutor.rows()[0]).toContain('f = -11.960');
});

test('the drawing stands still while numbers change', async () => {
  const tutor = await mount({ playground });
  const boxes = () =>
    tutor
      .rows()
      .slice(2, 14)
      .map((row) => row.replace(/[^┌┐└┘├┤]/g, ' ').trimEnd());
  const before = boxes();
  for (let k = 0; k < 60; k++) await tutor.type(RIGHT);
  expect(boxes()).toEqual(before);
});

test('a circuit that is larger than the screen is a window that follows what is at hand, and can be moved', async () => {
  const lines = Array.from({ length: 12 }, (_, k) => `h${k} = tanh(a${k} * b${k} + c${k})`);
  const sum = `f = ${lines.map((_, k) => `h${k}`).join(' + ')}`;
  const tutor = await mount({ playground: { program: [...lines, sum].join('\n') } });
  expect(tutor.text()).toContain('shift-←↑↓→');
  const before = tutor.text();
  await tutor.type('\x1b[1;2B');
  expect(tutor.text()).not.toBe(before);
  await tutor.type('\x1b[1;2A');
  expect(tutor.text()).toBe(before);
  for (let k = 0; k < 35; k++) await tutor.type(DOWN);
  expect(tutor.text()).toContain('c11─');
});
