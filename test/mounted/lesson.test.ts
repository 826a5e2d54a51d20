import { describe, expect, test } from 'vitest';
import { mount } from './mount.js';

/** The chain-rule lesson at its first question: the value of q = x + y with x = -2, y = 5. */
async function atFirstQuestion(options: Parameters<typeof mount>[0] = {}) {
  const tutor = await mount({ lesson: 'chain-rule', ...options });
  await tutor.type('\r');
  return tutor;
}

const fieldRow = (rows: readonly string[], mark = '›') =>
  rows.find((row) => row.includes(` ${mark} `) || row.endsWith(` ${mark}`));
const answers = (recorded: readonly object[]) =>
  recorded.flatMap((event) => ('verdict' in event ? [event.verdict] : []));

describe('answering', () => {
  test('a right answer is taken, its value lands in the circuit, Enter goes on to the next question', async () => {
    const tutor = await atFirstQuestion();
    expect(tutor.rows().join('\n')).not.toContain('3.00');
    await tutor.type('3', '\r');
    expect(tutor.text()).toContain('3.00');
    expect(fieldRow(tutor.rows())).toBeUndefined();
    expect(tutor.rows().at(-1)).toContain('enter go on');
    await tutor.type('\r');
    expect(fieldRow(tutor.rows())).toBeDefined();
    expect(answers(tutor.recorded)).toEqual(['right']);
  });

  test('after a miss the field keeps what was typed, and typing replaces it', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('5\r');
    expect(fieldRow(tutor.rows())).toMatch(/› 5$/);
    await tutor.type('3');
    expect(fieldRow(tutor.rows())).toMatch(/› 3$/);
    await tutor.type('\r');
    expect(answers(tutor.recorded)).toEqual(['wrong', 'right']);
  });

  test('keys typed ahead in one chunk are taken in order, each where the one before it led', async () => {
    const tutor = await mount({ lesson: 'chain-rule', typedAhead: '\r5\r3\r\r-1\rq*z\r' });
    expect(answers(tutor.recorded)).toEqual(['wrong', 'right', 'wrong', 'right']);
    expect(tutor.text()).toContain('-12.00');
  });

  test('an answer and its Enter in one chunk, or byte by byte', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type(...'3\r');
    expect(answers(tutor.recorded)).toEqual(['right']);
  });

  test('a paste is not submitted by the line break in it', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('\x1b[200~-2 + 5\n\x1b[201~');
    expect(fieldRow(tutor.rows())).toMatch(/› -2 \+ 5$/);
    expect(answers(tutor.recorded)).toEqual([]);
    await tutor.type('\r');
    expect(answers(tutor.recorded)).toEqual(['right']);
  });

  test('the cursor stands behind what was typed, wide characters counted as two cells', async () => {
    const tutor = await atFirstQuestion();
    const start = tutor.cursor();
    expect(tutor.rows()[start.row]).toContain('›');
    await tutor.type('-4门');
    expect(tutor.cursor()).toEqual({ row: start.row, column: start.column + 4 });
    await tutor.type('\x1b[D');
    expect(tutor.cursor()).toEqual({ row: start.row, column: start.column + 2 });
  });

  test('Enter on nothing says what to do, until the next key', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('\r');
    expect(tutor.text()).toContain('Type an answer, then Enter');
    await tutor.type('1');
    expect(tutor.text()).not.toContain('Type an answer, then Enter');
    expect(answers(tutor.recorded)).toEqual([]);
  });

  test('up calls up an earlier answer', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('-4+7\r\r', '\x1b[A');
    expect(fieldRow(tutor.rows())).toMatch(/› -4\+7$/);
  });
});

describe('help on the way', () => {
  const kinds = (recorded: readonly object[]) =>
    recorded.flatMap((event) => ('event' in event ? [(event.event as { type: string }).type] : [])).slice(1);

  test('keys and typed commands do the same', async () => {
    const byKey = await atFirstQuestion();
    await byKey.type('\t', '\x14', '\x19', '\x12', '\x1f', '\x0e', '\x10');
    const byWord = await atFirstQuestion();
    await byWord.type(...['hint', 'nudge', 'why', 'reveal'].map((word) => `:${word}\r`), '\x1f', ':skip\r', '\x10');
    expect(kinds(byKey.recorded)).toEqual(['hint', 'nudge', 'why', 'reveal', 'undo', 'skip', 'back']);
    expect(kinds(byWord.recorded)).toEqual(kinds(byKey.recorded));
  });

  test('a colon from a Chinese keyboard is one', async () => {
    const tutor = await atFirstQuestion({ lang: 'zh' });
    await tutor.type('：hint\r');
    expect(kinds(tutor.recorded)).toEqual(['hint']);
  });

  test('a command that does not exist is named, with those that do, and is no answer', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type(':hnit\r');
    expect(tutor.text()).toContain('There is no :hnit.');
    expect(tutor.text()).toContain(':reveal');
    expect(kinds(tutor.recorded)).toEqual([]);
  });

  test('a hint leaves what is being typed alone', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('-2 +', '\t');
    expect(fieldRow(tutor.rows())).toMatch(/› -2 \+$/);
  });
});

describe('menu and keys', () => {
  test('Esc opens the menu and closes it; what was typed is still there', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('12');
    await tutor.escape();
    expect(tutor.text()).toContain('What now?');
    expect(tutor.text()).toMatch(/tab\s+a hint/);
    await tutor.escape();
    expect(fieldRow(tutor.rows())).toMatch(/› 12$/);
  });

  test('the menu does what it names, and leads to all lessons', async () => {
    const tutor = await atFirstQuestion();
    await tutor.escape();
    await tutor.type('\r');
    expect(tutor.recorded.at(-1)).toMatchObject({ event: { type: 'hint' } });
    await tutor.escape();
    const rows = tutor.rows();
    const first = rows.findIndex((row) => row.includes('▸'));
    const home = rows.findIndex((row) => row.includes('all lessons'));
    await tutor.type('j'.repeat(home - first), '\r');
    expect(tutor.text()).toContain('▸ Continue');
  });

  test('a question mark is a key in an empty field, and a character in one that is not', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('?');
    expect(tutor.text()).toContain('Keys that work here');
    expect(tutor.text()).toMatch(/\^R\s+show the answer/);
    await tutor.escape();
    await tutor.type('1', '?');
    expect(fieldRow(tutor.rows())).toMatch(/› 1\?$/);
  });

  test('the language can be changed in the middle of a lesson', async () => {
    const tutor = await atFirstQuestion();
    await tutor.escape();
    const rows = tutor.rows();
    const first = rows.findIndex((row) => row.includes('▸'));
    const language = rows.findIndex((row) => row.includes('改用中文'));
    await tutor.type('j'.repeat(language - first), '\r');
    expect(tutor.rows()[0]).toContain('链式法则');
    expect(fieldRow(tutor.rows())).toBeDefined();
  });
});

describe('the end of a lesson', () => {
  async function atTheEnd(lesson: string) {
    const tutor = await mount({ lesson });
    const finished = () => tutor.rows()[0]!.includes('finished');
    for (let items = 0; items < 100 && !finished(); items++) {
      await tutor.type('\x0e');
      if (!finished()) await tutor.type('\r');
    }
    return tutor;
  }

  test('the summary, and Enter opens the next lesson', async () => {
    const tutor = await atTheEnd('chain-rule');
    expect(tutor.rows()[0]).toContain('3 The chain rule: finished');
    expect(tutor.rows().at(-1)).toContain('enter next: 6 A sigmoid neuron');
    await tutor.type('\r');
    expect(tutor.rows()[0]).toContain('A sigmoid neuron');
  });

  test('r begins again with other numbers, Esc shows all lessons', async () => {
    const tutor = await atTheEnd('chain-rule');
    await tutor.type('r');
    expect(tutor.recorded.at(-1)).toMatchObject({ type: 'open', seed: 2 });
    await tutor.escape();
    await tutor.escape();
    const done = await atTheEnd('chain-rule');
    await done.escape();
    expect(done.text()).toMatch(/✓\s+3 The chain rule/);
    expect(done.text()).toMatch(/▸ ○\s+6 A sigmoid neuron/);
  });

  test('after the last lesson there is none, and it says so', async () => {
    const tutor = await atTheEnd('staged-practice');
    await tutor.type('\r');
    expect(tutor.text()).toContain('That was the last lesson there is.');
  });
});

describe('what does not fit', () => {
  test('the circuit is moved with shift and the arrows, and follows the gate again at the next question', async () => {
    const tutor = await mount({ lesson: 'staged-practice', columns: 70, rows: 20 });
    await tutor.type('\r\r');
    const before = tutor.rows();
    expect(tutor.text()).toMatch(/more of the circuit: shift-←↑↓→ {3}.*rows \d+–\d+\/\d+/);
    await tutor.type('\x1b[1;2B');
    expect(tutor.rows()).not.toEqual(before);
    await tutor.type('\x1b[1;2A');
    expect(tutor.rows()).toEqual(before);
    await tutor.type('\x1b[1;2B', '\t', '\x1f');
    expect(tutor.rows()).toEqual(before);
  });

  test('long prose is read on with PgDn, to its end and back', async () => {
    const tutor = await mount({ lesson: 'chain-rule', columns: 60, rows: 18 });
    expect(tutor.text()).toMatch(/\d+ more lines?: PgDn/);
    const top = tutor.rows();
    await tutor.type('\x1b[6~\x1b[6~\x1b[6~');
    expect(tutor.text()).toContain('end of text, back up: PgUp');
    await tutor.type('\x1b[5~\x1b[5~\x1b[5~');
    expect(tutor.rows()).toEqual(top);
  });
});

describe('size', () => {
  test('a terminal that is too small says what it needs, and the work is as it was when it grows', async () => {
    const tutor = await atFirstQuestion();
    await tutor.type('12');
    await tutor.resize(59, 24);
    expect(tutor.text()).toContain('This needs 60 x 18 characters.');
    expect(tutor.text()).toContain('59 x 24');
    await tutor.type('9', '\r');
    await tutor.resize(80, 24);
    expect(fieldRow(tutor.rows())).toMatch(/› 12$/);
    expect(answers(tutor.recorded)).toEqual([]);
  });

  test.each(['en', 'zh'] as const)('a very small one never wraps or scrolls: %s', async (lang) => {
    const tutor = await mount({ lang, columns: 12, rows: 2 });
    expect(tutor.rows()).toHaveLength(2);
    expect(tutor.rows()[0]!.length).toBeGreaterThan(0);
  });

  test('from 110 columns the prose stands beside the circuit, below that under it', async () => {
    const tutor = await mount({ lesson: 'chain-rule', columns: 120, rows: 40 });
    const besides = (rows: readonly string[]) => rows.some((row) => row.includes('┌───┐') && /[a-z]{4}/.test(row));
    expect(besides(tutor.rows())).toBe(true);
    await tutor.resize(109, 40);
    expect(besides(tutor.rows())).toBe(false);
  });

  test('a storm of sizes while typing ends as one of them would', async () => {
    const tutor = await atFirstQuestion();
    for (let turn = 0; turn < 60; turn++) {
      await tutor.resize(60 + ((turn * 13) % 90), 18 + ((turn * 7) % 30));
      if (turn % 10 === 0) await tutor.type('7');
    }
    await tutor.resize(80, 24);
    const calm = await atFirstQuestion();
    await calm.type('777777');
    expect(tutor.rows()).toEqual(calm.rows());
  });
});

describe.each(['en', 'zh'] as const)('every screen at 80 x 24 and 120 x 40, in %s', (lang) => {
  test.each([
    [80, 24, 'unicode'],
    [120, 40, 'unicode'],
    [80, 24, 'ascii'],
  ] as const)('%i x %i, %s: no row is cut, the keys are named, ASCII is ASCII', async (columns, rows, glyphs) => {
    const tutor = await mount({ lang, columns, rows, glyphs });
    const seen: string[][] = [tutor.rows()];
    const look = () => seen.push(tutor.rows());
    await tutor.type('?');
    look();
    await tutor.escape();
    await tutor.type('\r');
    look();
    await tutor.type('\r');
    look();
    await tutor.type('5\r');
    look();
    await tutor.type('\t');
    look();
    await tutor.type('\x12');
    look();
    await tutor.escape();
    look();
    for (const screen of seen) {
      expect(screen.at(-1)!.trim()).not.toBe('');
      const rule = glyphs === 'ascii' ? '-' : '─';
      expect(screen.at(-2)).toBe(rule.repeat(columns));
      if (glyphs === 'ascii' && lang === 'en') expect(screen.join('\n')).toMatch(/^[\x20-\x7e\n]*$/);
      expect(screen.join('\n')).not.toContain('undefined');
    }
  });
});
