import { describe, expect, test } from 'vitest';
import { courseLibrary } from './course.js';
import { mount } from './mount.js';

const library = courseLibrary(['training']);
const right = ['hidden.T @ dout', 'dout @ v.T', 'dhidden*(Z > 0)', 'X.T @ dZ', 'dZ.sum(axis=0)'];
const withoutMask = right.with(2, 'dhidden');

/** At the question that trains: every question before it skipped, every prose gone past. */
async function atTraining(options: Parameters<typeof mount>[0] = {}) {
  const tutor = await mount({ lesson: 'training', library, ...options });
  const there = () => tutor.text().includes('dout = 2*e/N') && tutor.text().includes('Nx2');
  for (let items = 0; items < 60 && !there(); items++) await tutor.type('\x0e', ...(there() ? [] : ['\r']));
  return tutor;
}

const typed = (lines: readonly string[]) => lines.map((line) => `${line}\r`);
const verdicts = (recorded: readonly object[]) =>
  recorded.flatMap((event) => ('verdict' in event ? [event.verdict] : []));

describe('writing the lines', () => {
  test('each line is judged by Enter, and the next one is at hand', async () => {
    const tutor = await atTraining();
    const first = tutor.cursor();
    await tutor.type('np.dot(hidden.T, dout)\r');
    expect(tutor.text()).toMatch(/✓ +dv {6}= › np\.dot\(hidden\.T, dout\)/);
    expect(tutor.cursor()).toEqual({ row: first.row + 1, column: first.column });
  });

  test('a wrong line is named and stays at hand; Enter again goes on', async () => {
    const tutor = await atTraining();
    const first = tutor.cursor();
    await tutor.type('-(hidden.T @ dout)\r');
    expect(tutor.text()).toMatch(/✗ +dv/);
    expect(tutor.text()).toContain('the other sign');
    expect(tutor.cursor().row).toBe(first.row);
    await tutor.type('\r');
    expect(tutor.cursor().row).toBe(first.row + 1);
    expect(tutor.text()).toContain('Still to write');
  });

  test('a mark goes when its line is changed', async () => {
    const tutor = await atTraining();
    await tutor.type('hidden.T @ dout\r', '\x1b[A', ' ');
    expect(tutor.text()).toMatch(/✓ +dv/);
    await tutor.type('+ 1');
    expect(tutor.text()).not.toMatch(/✓ +dv/);
  });

  test.each([';', '\n'])('all five pasted at once, with %j between them, go each into its row', async (between) => {
    const tutor = await atTraining();
    const names = ['dv', 'dhidden', 'dZ', 'dW', 'db'];
    const pasted = right.map((line, k) => `${names[k]} = ${line}`).join(between);
    await tutor.type(`\x1b[200~${pasted}\x1b[201~`);
    expect(tutor.text()).toMatch(/dhidden = › dout @ v\.T$/m);
    await tutor.type('\r');
    expect(verdicts(tutor.recorded).at(-1)).toBe('right');
  });

  test('commands can be typed, and what they say is read there', async () => {
    const tutor = await atTraining();
    await tutor.type(':hint\r');
    expect(tutor.text()).toContain('From the output back');
    await tutor.type(':hnit\r');
    expect(tutor.text()).toContain('There is no :hnit.');
  });

  test('what was written is there again when the lesson is opened later', async () => {
    const before = await atTraining();
    await before.type('hidden.T @ dout\r', 'dout\r');
    const tutor = await mount({ lesson: 'training', library, events: before.recorded });
    expect(tutor.text()).toMatch(/✓ +dv {6}= › hidden\.T @ dout/);
    expect(tutor.text()).toMatch(/dhidden = › dout$/m);
  });
});

describe('watching them train', () => {
  test('right lines train at once: steps are counted, the loss falls, all points end on their side', async () => {
    const tutor = await atTraining({ motion: true });
    await tutor.type(...typed(right));
    expect(tutor.text()).toMatch(/step 0 \/ 200/);
    await tutor.tick();
    expect(tutor.text()).toMatch(/step 1 \/ 200/);
    const curve = (rows: readonly string[]) => rows.join('').match(/[\u2801-\u28ff]/g)?.length ?? 0;
    const begun = curve(tutor.rows());
    while (await tutor.tick());
    expect(tutor.text()).toMatch(/step 200 \/ 200/);
    expect(curve(tutor.rows())).toBeGreaterThan(begun + 10);
    expect(tutor.text()).toContain('4 of 4 points right');
    expect(tutor.text()).not.toContain('the right lines');
  });

  test('a wrong line is trained with when the learner says so, beside the right ones', async () => {
    const tutor = await atTraining();
    await tutor.type(...typed(withoutMask.slice(0, 3)), '\r', ...typed(withoutMask.slice(3)));
    expect(tutor.text()).toContain('Enter again trains with it');
    expect(tutor.rows().at(-1)).toContain('enter train');
    await tutor.type('\r', 'x');
    expect(tutor.text()).toMatch(/⠤⠤ your lines: loss 0\.\d+, [12]\d of 40 points right|3\d of 40/);
    expect(tutor.text()).toContain('⠄ ⠄ the right lines: loss 0.041, 40 of 40 points right');
    expect(tutor.text()).toMatch(/▸ ✗ dZ {6}= dhidden/);
    expect(verdicts(tutor.recorded).filter((verdict) => verdict === 'wrong')).toHaveLength(1);
    await tutor.type('\r');
    expect(tutor.rows().at(-1)).toContain('enter train');
    await tutor.type('dhidden*(Z > 0)\r');
    expect(tutor.text()).not.toContain('the right lines');
    await tutor.type('\r');
    expect(tutor.text()).not.toContain('XOR  step');
  });

  test('numbers that run away are said to', async () => {
    const tutor = await atTraining();
    await tutor.type(...typed(right.with(1, '-(dout @ v.T)').slice(0, 2)), '\r', ...typed(right.slice(2)), '\r');
    expect(tutor.text()).toMatch(/your lines: no number after step \d+/);
    expect(tutor.text()).toContain('ran away');
  });

  test('lines that can take no step say so, and stay to be mended', async () => {
    const tutor = await atTraining();
    await tutor.type('dout.T @ hidden\r', '\r', ...typed(right.slice(1)), '\r');
    expect(tutor.text()).toContain("These lines can't take a step: dv is 1x6, and v is 6x1.");
    expect(tutor.text()).toMatch(/dv {6}= › dout\.T @ hidden/);
  });

  test('pause, a few steps, restart, pace, rate and data', async () => {
    const tutor = await atTraining({ motion: true });
    await tutor.type(...typed(right));
    await tutor.tick();
    await tutor.type(' ');
    expect(tutor.text()).toContain('paused');
    expect(await tutor.tick()).toBe(false);
    await tutor.type('.', 'f', '.');
    expect(tutor.text()).toMatch(/step 7 \/ 200/);
    expect(tutor.text()).toContain('4 steps at a time');
    await tutor.type('r');
    expect(tutor.text()).toMatch(/step 0 \/ 200/);
    await tutor.type('\x1b[D');
    expect(tutor.text()).toContain('learning rate 0.05');
    await tutor.type('x');
    expect(tutor.text()).toMatch(/spiral {2}step 0 \/ 800/);
    expect(await tutor.tick()).toBe(true);
  });

  test('nothing runs behind the help, or on a screen that is too small', async () => {
    const tutor = await atTraining({ motion: true });
    await tutor.type(...typed(right), '?');
    expect(await tutor.tick()).toBe(false);
    await tutor.escape();
    expect(await tutor.tick()).toBe(true);
    await tutor.resize(40, 10);
    expect(await tutor.tick()).toBe(false);
    await tutor.resize(80, 24);
    expect(await tutor.tick()).toBe(true);
  });

  test('without motion the end is drawn at once, and can be gone through step by step', async () => {
    const tutor = await atTraining({ motion: false });
    await tutor.type(...typed(right));
    expect(tutor.text()).toMatch(/step 200 \/ 200/);
    await tutor.type('r', '.');
    expect(tutor.text()).toMatch(/step 1 \/ 200/);
    await tutor.type(' ');
    expect(tutor.text()).toMatch(/step 200 \/ 200/);
  });

  test('the answer revealed while wrong lines are watched trains the right ones', async () => {
    const tutor = await atTraining();
    await tutor.type(...typed(withoutMask.slice(0, 3)), '\r', ...typed(withoutMask.slice(3)), '\r', '\x12');
    expect(tutor.text()).toContain('✓ dZ      = (Z > 0) * dhidden');
    expect(tutor.text()).toContain('4 of 4 points right');
    expect(tutor.rows().at(-1)).toContain('enter go on');
  });
});

describe.each(['en', 'zh'] as const)('every size, in %s', (lang) => {
  test.each([
    [80, 24, 'unicode'],
    [120, 40, 'unicode'],
    [80, 24, 'ascii'],
    [60, 18, 'unicode'],
  ] as const)('%i x %i, %s: both nets, all five lines and the keys are seen', async (columns, rows, glyphs) => {
    const tutor = await atTraining({ lang, columns, rows, glyphs });
    const lines = [...typed(withoutMask.slice(0, 3)), '\r', ...typed(withoutMask.slice(3))];
    await tutor.type(...lines);
    const writing = tutor.rows();
    await tutor.type('\r');
    const watching = tutor.rows();
    for (const screen of [writing, watching]) {
      const text = screen.join('\n');
      for (const name of ['dv', 'dhidden', 'dZ', 'dW', 'db']) expect(text).toMatch(new RegExp(`\\b${name} +=`));
      expect(screen.at(-2)).toBe((glyphs === 'ascii' ? '-' : '─').repeat(columns));
      expect(screen.at(-1)!.trim()).not.toBe('');
      if (glyphs === 'ascii' && lang === 'en') expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    }
    expect(watching.join('\n')).toContain(lang === 'en' ? 'the right lines' : '正确的几行');
    expect(tutor.cursor().row).toBeLessThan(rows);
  });
});
