import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newLesson } from '../../src/lessons/author/template.js';
import { freshFolder, onTerminal, PROGRAM } from './terminal.js';

const LEARN = [PROGRAM, 'learn', 'chain-rule'];

describe('the built program', { timeout: 30_000 }, () => {
  test('without arguments opens the list of lessons; one is found and begun, an answer is taken and saved', async () => {
    const home = freshFolder();
    const tutor = onTerminal({ env: { BACKPROP_TUTOR_HOME: home } });
    await tutor.waitFor('Enter begins the first lesson.');
    tutor.type('/chain rule\r');
    await tutor.waitFor('enter go on');
    tutor.type('\r');
    await tutor.waitFor('enter check');
    tutor.type('3\r');
    await tutor.waitFor('3.00');
    tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    expect(readFileSync(join(home, 'journal.jsonl'), 'utf8')).toMatch(/"verdict":"right".*\n$/);

    const again = onTerminal({ env: { BACKPROP_TUTOR_HOME: home } });
    await again.waitFor('▸ Continue');
    again.type('\r');
    await again.waitFor('3.00');
  });

  test('keys typed before it is there are taken when it is', async () => {
    const tutor = onTerminal({ args: LEARN });
    tutor.type('\r5\r3\r\r');
    await tutor.waitFor(() => tutor.text().includes('2/') && tutor.text().includes('enter check'));
    expect(tutor.text()).toContain('3.00');
  });

  test('a terminal that draws lines double is found out, and gets ASCII; others get lines', async () => {
    const wide = onTerminal({ args: LEARN, wide: true });
    await wide.waitFor(() => /x-+\|/.test(wide.text()) && wide.text().includes('enter go on'));
    expect(wide.text()).not.toMatch(/[─│┤]/);
    const usual = onTerminal({ args: LEARN });
    await usual.waitFor(() => /x─+┤/.test(usual.text()));
    // The answer has come before this key, and left nothing in the field.
    usual.type('\r4');
    await usual.waitFor('› 4');
    expect(usual.text()).toMatch(/x─+┨/);
  });

  test('Ctrl-C restores the screen and says how to resume', async () => {
    const tutor = onTerminal({ args: LEARN });
    await tutor.waitFor('enter go on');
    tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    expect(tutor.mainScreen()).toBe(true);
    expect(tutor.text()).toContain('Go on with: backprop-tutor learn chain-rule');
  });

  test('SIGTERM restores the screen and exits 143', async () => {
    const tutor = onTerminal({ args: LEARN });
    await tutor.waitFor('enter go on');
    process.kill(tutor.pid, 'SIGTERM');
    expect(await tutor.code).toBe(143);
    expect(tutor.mainScreen()).toBe(true);
    expect(tutor.written()).toMatch(/\x1b\[\?25h\x1b\[\?1049l/);
  });

  test.skipIf(process.platform === 'win32')(
    'the window is closed: so is the program, without a core dump',
    async () => {
      const tutor = onTerminal({ args: LEARN });
      await tutor.waitFor('enter go on');
      tutor.hangUp();
      expect(await tutor.code).toBe(129);
    },
  );

  test('a size in the middle of an answer keeps the answer', async () => {
    const tutor = onTerminal({ args: LEARN });
    await tutor.waitFor('enter go on');
    tutor.type('\r');
    await tutor.waitFor('enter check');
    tutor.type('-2+5');
    await tutor.waitFor('› -2+5');
    tutor.resize(50, 10);
    await tutor.waitFor('This needs 60 x 18');
    tutor.resize(120, 40);
    await tutor.waitFor(() => tutor.lines().at(-1)!.includes('enter check') && tutor.text().includes('› -2+5'));
  });

  test('two hundred sizes while an answer is typed: nothing is lost, and the screen is drawn for the last one', async () => {
    const tutor = onTerminal({ args: LEARN });
    await tutor.waitFor('enter go on');
    tutor.type('\r');
    await tutor.waitFor('enter check');
    const answer = '1.2345678901234567890';
    for (let at = 0; at < 200; at++) {
      tutor.resize(60 + ((at * 37) % 90), 18 + ((at * 11) % 30));
      if (at % 10 === 0) tutor.type(answer[at / 10]!);
    }
    tutor.resize(100, 30);
    tutor.type(answer[20]!);
    await tutor.waitFor(() => tutor.text().includes(`q › ${answer}`) && tutor.lines()[28] === '─'.repeat(100));
    expect(tutor.lines()[29]).toContain('enter check');
  });

  test('a paste waits for Enter', async () => {
    const tutor = onTerminal({ args: LEARN });
    await tutor.waitFor('enter go on');
    tutor.type('\r');
    await tutor.waitFor('enter check');
    expect(tutor.written()).toContain('\x1b[?2004h');
    tutor.type('\x1b[200~-2 + 5\r\n\x1b[201~');
    await tutor.waitFor('› -2 + 5');
    tutor.type('\r');
    await tutor.waitFor('3.00');
  });

  test('a bug ends in a message on the main screen and exit code 70', async () => {
    const copy = freshFolder();
    const root = dirname(dirname(PROGRAM));
    for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(copy, part), { recursive: true });
    for (const file of readdirSync(join(copy, 'dist/library')))
      if (file !== 'index.json') writeFileSync(join(copy, 'dist/library', file), '{"torn');
    const tutor = onTerminal({ args: [join(copy, 'bin/backprop-tutor.js')] });
    await tutor.waitFor('Enter begins');
    tutor.type('\r');
    expect(await tutor.code).toBe(70);
    expect(tutor.mainScreen()).toBe(true);
    expect(tutor.text()).toContain('bug');
  });

  test('Chinese from the locale, and L changes it for the next time', async () => {
    const home = freshFolder();
    const env = { LANG: 'zh_CN.UTF-8', BACKPROP_TUTOR_HOME: home };
    const tutor = onTerminal({ env });
    await tutor.waitFor('按 Enter 开始第一课。');
    tutor.type('L');
    await tutor.waitFor('Enter begins the first lesson.');
    tutor.type('q');
    expect(await tutor.code).toBe(0);
    const again = onTerminal({ env });
    await again.waitFor('Enter begins the first lesson.');
  });

  test('NO_COLOR is kept to, and CI does not silence the screen', async () => {
    const tutor = onTerminal({ args: LEARN, env: { NO_COLOR: '1', CI: '1' } });
    await tutor.waitFor('enter go on');
    expect(tutor.written()).not.toMatch(/\x1b\[(?:1|2|7|3\d|9\d|38;[\d;]*)m/);
    const coloured = onTerminal({ args: LEARN });
    await coloured.waitFor('enter go on');
    expect(coloured.written()).toMatch(/\x1b\[1m/);
  });

  test('a lesson that is being written is read again at every save, and what is wrong is shown', async () => {
    const folder = join(freshFolder(), 'mine');
    for (const [name, text] of newLesson('mine')) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const yaml = join(folder, 'lesson.yaml');
    const whole = readFileSync(yaml, 'utf8');
    const home = freshFolder();
    const env = { BACKPROP_TUTOR_HOME: home };
    const tutor = onTerminal({ args: [PROGRAM, 'learn', folder, '--watch'], env });
    await tutor.waitFor('enter go on');
    tutor.type('\r');
    await tutor.waitFor('Forward first');
    writeFileSync(yaml, whole.replace('value of s', 'value of ss'));
    await tutor.waitFor('did you mean s?');
    // As an editor saves: a new file in the place of the old one.
    writeFileSync(`${yaml}.new`, whole);
    renameSync(`${yaml}.new`, yaml);
    await tutor.waitFor(() => tutor.text().includes('Forward first') && tutor.text().includes('enter check'));
    tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    expect(tutor.text()).toContain('--watch');
    expect(readdirSync(home)).toEqual([]);
  });

  test('the C locale gets ASCII', async () => {
    const tutor = onTerminal({ args: LEARN, env: { LC_ALL: 'C' } });
    await tutor.waitFor('enter go on');
    expect(tutor.text()).toMatch(/^[\x20-\x7e\n]*$/);
  });
});

describe.skipIf(process.platform === 'win32')('under a shell', { timeout: 30_000 }, () => {
  test('Ctrl-Z gives the screen back, fg brings the answer that was being typed', async () => {
    const shell = onTerminal({ command: 'bash', args: ['--norc', '-i'], env: { PS1: 'shell$ ' } });
    await shell.waitFor('shell$');
    shell.type(`"${process.execPath}" "${PROGRAM}" learn chain-rule\r`);
    await shell.waitFor('enter go on');
    shell.type('\r');
    await shell.waitFor('enter check');
    shell.type('-2+5');
    await shell.waitFor('› -2+5');
    for (const time of ['once', 'twice']) {
      shell.type('\x1a');
      await shell.waitFor(() => shell.mainScreen() && shell.text().endsWith('shell$'));
      shell.type(`echo ${time} in the shell\r`);
      await shell.waitFor(`\n${time} in the shell`);
      shell.type('fg\r');
      await shell.waitFor('› -2+5');
    }
    shell.type('\r');
    await shell.waitFor('3.00');
    shell.type('\x03');
    await shell.waitFor(() => shell.mainScreen() && shell.text().endsWith('shell$'));
    shell.type('echo "code $?"\r');
    await shell.waitFor('code 130');
  });
});
