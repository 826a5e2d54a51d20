import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, onTerminal, PROGRAM } from './terminal.js';

const LEARN = [PROGRAM, 'learn', 'chain-rule', '--plain'];

describe('the linear mode on a terminal', { timeout: 30_000 }, () => {
  test('a lesson is chosen, a question answered after a hint, left by a word and resumed', async () => {
    const env = { BACKPROP_TUTOR_HOME: freshFolder() };
    const tutor = onTerminal({ args: [PROGRAM, '--plain'], env, rows: 60 });
    await tutor.waitFor('lesson:');
    tutor.type('3\r');
    await tutor.waitFor('Enter goes on:');
    tutor.type('\r');
    await tutor.waitFor('q: asked now');
    tutor.type('5\r:hint\r3\r');
    await tutor.waitFor('Right. q');
    expect(tutor.text()).toContain('Hint 1 of 4.');
    tutor.type(':quit\r');
    expect(await tutor.code).toBe(0);
    expect(tutor.text()).toMatch(
      /The chain rule: 1 of \d+ done, and saved\.\nGo on with: backprop-tutor learn chain-rule$/,
    );
    const journal = readFileSync(join(env.BACKPROP_TUTOR_HOME, 'journal.jsonl'), 'utf8');
    expect(journal.match(/"verdict":"(right|wrong)"/g)).toEqual(['"verdict":"wrong"', '"verdict":"right"']);

    const again = onTerminal({ args: LEARN, env });
    await again.waitFor('Right. q');
    await again.waitFor('Enter goes on:');
    again.type('\r');
    await again.waitFor('f:');
  });

  test('nothing is placed on the screen: no alternate screen, no colours, no cursor addressing', async () => {
    const tutor = onTerminal({ args: LEARN });
    await tutor.waitFor('Enter goes on:');
    tutor.type('\r5\r');
    await tutor.waitFor('Not yet.');
    // What readline sends while a line is edited stays within that line.
    expect(tutor.written()).not.toMatch(/\x1b\[\?1049h|\x1b\[\d+;\d+H|\x1b\[[\d;]*m|\x1b\[2J/);
    expect(tutor.mainScreen()).toBe(true);
  });

  test('what was typed before is called up and mended', async () => {
    const tutor = onTerminal({ args: LEARN });
    await tutor.waitFor('Enter goes on:');
    tutor.type('\r5\r');
    await tutor.waitFor('Not yet.');
    tutor.type('\x1b[A\x7f3\r');
    await tutor.waitFor('Right. q');
  });

  test('Ctrl-C leaves with 130, Ctrl-D with 0, and both say how to resume', async () => {
    for (const [key, code] of [
      ['\x03', 130],
      ['\x04', 0],
    ] as const) {
      const tutor = onTerminal({ args: LEARN });
      await tutor.waitFor('Enter goes on:');
      tutor.type(key);
      expect(await tutor.code).toBe(code);
      expect(tutor.text()).toMatch(/Enter goes on:\nThe chain rule: .*\nGo on with: backprop-tutor learn chain-rule$/);
    }
  });

  test.skipIf(process.platform === 'win32')('a dumb terminal gets it without asking', async () => {
    const tutor = onTerminal({ command: 'env', args: ['TERM=dumb', process.execPath, PROGRAM] });
    await tutor.waitFor('lesson:');
    tutor.type('chain rule\r');
    await tutor.waitFor('Enter goes on:');
    tutor.type('\r3\r');
    await tutor.waitFor('Right. q');
    expect(tutor.written()).not.toContain('\x1b');
    tutor.type('\x03');
    expect(await tutor.code).toBe(130);
  });

  test('the settings can ask for it', async () => {
    const home = freshFolder();
    writeFileSync(join(home, 'settings.json'), '{"plain": true, "lang": "zh"}');
    const tutor = onTerminal({ args: [PROGRAM], env: { BACKPROP_TUTOR_HOME: home } });
    await tutor.waitFor('课程：');
  });

  test('a pipe is refused in a sentence', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [...LEARN], { input: '3\n', encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('needs a terminal');
    expect(stderr).toContain('backprop-tutor run chain-rule --answers -');
  });
});
