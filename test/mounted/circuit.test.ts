import { describe, expect, test } from 'vitest';
import { mount } from './mount.js';

const CTRL_G = '\x07';
const UNDO = '\x1f';
/** To the first question of the lesson: the value of q = x + y with x = -2, y = 5. */
const chainRule = { lesson: 'chain-rule' } as const;

describe('a number is told apart by its mark, without colour', () => {
  test('not asked, asked now, missed, right', async () => {
    const tutor = await mount({ ...chainRule, theme: 'none' });
    await tutor.type('\r');
    expect(tutor.text()).toMatch(/\+ ┃ +\[\?\] +┌/);
    expect(tutor.text()).toMatch(/│ +\?\n/);
    await tutor.type('5\r');
    expect(tutor.text()).toMatch(/\+ ┃ +✗\? +┌/);
    await tutor.type('3\r');
    expect(tutor.text()).toMatch(/\+ │ +3\.00 +┌/);
  });

  test('in ASCII, too', async () => {
    const tutor = await mount({ ...chainRule, glyphs: 'ascii' });
    await tutor.type('\r5\r');
    expect(tutor.text()).toMatch(/\+ # +x\? +\+/);
  });

  test('the way of the gradient from the output to the wire that is asked is heavy', async () => {
    const tutor = await mount(chainRule);
    // A local gradient is the gate's own matter; the first that comes from upstream is dz.
    for (let i = 0; i < 20 && !tutor.text().includes(' dz ›'); i++) {
      expect(tutor.text()).not.toMatch(/┣━+f/);
      await tutor.type('\x12\r');
    }
    const rows = tutor.rows();
    expect(rows.find((row) => row.trimEnd().endsWith('f'))).toMatch(/\* ┣━+f/);
    expect(rows.find((row) => /z━/.test(row))).toMatch(/z━+┫/);
    expect(rows.find((row) => /^ *x/.test(row))).toMatch(/x─+┤/);
  });
});

describe('^G', () => {
  const neuron = { lesson: 'sigmoid-neuron', columns: 120, rows: 40 } as const;

  test.each(['en', 'zh'] as const)('fuses gates into a box, and splits it within a dashed frame (%s)', async (lang) => {
    const tutor = await mount({ ...neuron, lang });
    expect(tutor.rows().at(-1)).toContain(lang === 'en' ? '^G split/fuse' : '^G 拆/合');
    await tutor.type(CTRL_G);
    expect(tutor.text()).toMatch(/w·x\+b ├/);
    expect(tutor.text()).toMatch(/σ ├/);
    await tutor.type(CTRL_G);
    expect(tutor.text()).toContain('┌┄ w·x+b ┄');
    expect(tutor.text()).toContain('┌┄ σ ┄');
    expect(tutor.text()).toMatch(/\*-1├/);
  });

  test('at a question takes the box at hand alone, and changes nothing of the lesson', async () => {
    const tutor = await mount(neuron);
    await tutor.type('\r', '\r', CTRL_G);
    const before = tutor.recorded.length;
    expect(tutor.text()).toMatch(/w·x\+b ┠/);
    expect(tutor.text()).not.toMatch(/σ ├/);
    await tutor.type(CTRL_G);
    expect(tutor.text()).toContain('┌┄ w·x+b ┄');
    expect(tutor.recorded).toHaveLength(before);
  });

  test('what was split stays so from step to step and over an undo; a resumed lesson is as it was made', async () => {
    const tutor = await mount(neuron);
    await tutor.type('\r', '\r', CTRL_G, '1\r');
    expect(tutor.text()).toMatch(/w·x\+b ├/);
    await tutor.type(UNDO);
    expect(tutor.text()).toMatch(/w·x\+b ┠/);
    const again = await mount({ ...neuron, events: tutor.recorded });
    expect(again.text()).not.toContain('w·x+b');
  });

  test('frames fold with the drawing', async () => {
    const tutor = await mount({ ...neuron, columns: 60 });
    await tutor.type(CTRL_G, CTRL_G);
    expect(tutor.text()).toMatch(/┌┄ w·x\+b ┄.*▷dot.*── 2\/2 ─.*┌┄ σ ┄/s);
  });

  test('where no gates belong together it says so', async () => {
    const tutor = await mount(chainRule);
    expect(tutor.rows().at(-1)).not.toContain('^G');
    await tutor.type(CTRL_G);
    expect(tutor.text()).toContain('nothing to split or fuse');
  });
});

describe('a terminal that draws box characters double', () => {
  const AT_COLUMN = (column: number) => `\x1b[2;${column}R`;

  test('is asked before anything is drawn, and with its answer the drawing is ASCII', async () => {
    const tutor = await mount(chainRule);
    expect(tutor.written()).toContain('\x1b[6n');
    expect(tutor.text()).toContain('─┤');
    await tutor.type(AT_COLUMN(9));
    expect(tutor.text()).not.toMatch(/[─┤·]/);
    expect(tutor.text()).toMatch(/x-+\|/);
    expect(tutor.settings()).toEqual({});
  });

  test('one that draws them as wide as letters keeps them; so does one that never answers', async () => {
    const tutor = await mount(chainRule);
    await tutor.type(AT_COLUMN(5));
    expect(tutor.text()).toContain('─┤');
  });

  test('its answer among keys typed ahead is no key, and cut in two it is none either', async () => {
    const tutor = await mount({ ...chainRule, typedAhead: `\r${AT_COLUMN(9)}3\r` });
    expect(tutor.text()).toMatch(/\+ \| +3\.00/);
    const slow = await mount(chainRule);
    await slow.type('\r-', '\x1b[2', ';9R', '4');
    expect(slow.text()).toMatch(/> -4$/m);
    expect(slow.text()).toMatch(/x-+#/);
  });

  test('Shift-F3, which looks alike, is no answer', async () => {
    const tutor = await mount(chainRule);
    await tutor.type('\x1b[1;2R');
    expect(tutor.text()).toContain('─┤');
  });

  test('who chose the characters is not asked', async () => {
    expect((await mount({ ...chainRule, glyphs: 'ascii' })).written()).not.toContain('\x1b[6n');
    expect((await mount({ ...chainRule, env: { TERM: 'dumb' } })).written()).not.toContain('\x1b[6n');
    expect((await mount({ ...chainRule, chosen: { glyphs: 'unicode' } })).written()).not.toContain('\x1b[6n');
  });
});
