import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lintLesson } from '../../src/lessons/author/lint.js';
import { freshFolder, onTerminal, PROGRAM } from './terminal.js';

const RIGHT = '\x1b[C';

describe('the playground of the built program', { timeout: 30_000 }, () => {
  test('a program is nudged, split, asked about, written anew and saved; the next start offers it', async () => {
    const home = freshFolder();
    const folder = join(freshFolder(), 'my-own');
    const env = { BACKPROP_TUTOR_HOME: home };
    const tutor = onTerminal({ args: [PROGRAM, 'play', 'x = 3; f = sigmoid(x)'], env });
    await tutor.waitFor('f = 0.95257');
    tutor.type(RIGHT);
    await tutor.waitFor('x nudged by +0.01: f moved');
    tutor.type('\ts');
    await tutor.waitFor('exp');
    tutor.type('z\r');
    await tutor.waitFor('enter check');
    tutor.type('\x1b');
    await tutor.waitFor('back to the playground');
    tutor.type('\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A\x1b[A');
    tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    expect(tutor.mainScreen()).toBe(true);
    expect(tutor.text()).toContain('Go on with: backprop-tutor play');

    const again = onTerminal({ args: [PROGRAM, 'play'], env });
    await again.waitFor('A circuit to begin with');
    again.type('e\x1b[200~q = x + y\nf = q * z\x1b[201~');
    await again.waitFor('f = 9.0000');
    again.type('\x1b');
    await again.waitFor('input');
    again.type('w');
    await again.waitFor('Folder');
    again.type(`${folder}\r`);
    await again.waitFor('Saved as');
    again.type('q');
    expect(await again.code).toBe(0);
    const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    expect(lintLesson(files, true).errors).toEqual([]);

    const third = onTerminal({ args: [PROGRAM, 'play'], env });
    await third.waitFor('yours');
    await third.waitFor('f = 9.0000');
  });
});
