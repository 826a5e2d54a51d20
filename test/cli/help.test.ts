import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { textWidth } from '../../src/diagram/index.js';
import { writeNewFolder } from '../../src/host/new-folder.js';
import { newLesson } from '../../src/lessons/author/template.js';
import { langs } from '../../src/lessons/types.js';
import { backpropTutor } from './support/world.js';

const helps = [[], ...commands.map(({ name }) => [name])];

describe('help', () => {
  test('begins with examples, and names every command', async () => {
    const { stdout, code } = await backpropTutor(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Examples\n {2}backprop-tutor\n/);
    for (const { name } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
  });

  test.each(commands)('of $name names every option that the command takes', async ({ name, options }) => {
    const { stdout } = await backpropTutor([name, '-h']);
    expect(stdout).toMatch(new RegExp(`^Examples\n {2}backprop-tutor ${name}`));
    for (const option of options) expect(stdout).toContain(`--${option.name}`);
  });

  test.each(helps.flatMap((command) => langs.map((lang) => ({ command, lang }))))(
    'fits 100 cells and speaks one language: $command $lang',
    async ({ command, lang }) => {
      const { stdout } = await backpropTutor([...command, '--help', '--lang', lang]);
      for (const line of stdout.split('\n')) expect(textWidth(line), line).toBeLessThanOrEqual(100);
      expect(/[\u4e00-\u9fff]/.test(stdout)).toBe(lang === 'zh');
    },
  );

  test('follows the locale, and --lang over it', async () => {
    expect((await backpropTutor(['--help'], { lang: 'zh' })).stdout).toMatch(/^示例/);
    expect((await backpropTutor(['--help', '--lang', 'en'], { lang: 'zh' })).stdout).toMatch(/^Examples/);
  });

  test('--version prints the version alone', async () => {
    expect(await backpropTutor(['--version'])).toMatchObject({ code: 0, stdout: '1.2.3\n' });
  });
});

describe('every example in the help does what it says', () => {
  const here = process.cwd();
  beforeAll(() => {
    process.chdir(mkdtempSync(join(tmpdir(), 'bpt-examples-')));
    writeNewFolder('my-course/one', newLesson('one'));
  });
  afterAll(() => process.chdir(here));

  const stdin = '{"id": 1, "program": "f = x * y", "inputs": {"x": 4, "y": -3}}';
  const files = { 'exercise.py': 'x = 3\nf = x * x\ndx = 2 * x\n' };
  const examples = commands
    .flatMap(({ examples }) => examples.map((args) => [args.join(' '), args] as const))
    // The whole course at many seeds: test/cli/author.test.ts.
    .filter(([shown]) => shown !== 'test');
  test.each(examples)('%s', async (_, shown) => {
    // The lesson that is watched is begun by a later example.
    const args = shown.map((arg) => (shown.includes('--watch') && arg === './my-lesson' ? './my-course/one' : arg));
    const world = args.includes('--answers') ? { stdin: 'q: 3' } : { stdin, files, interactive: true };
    const { code, stderr, stdout, opened } = await backpropTutor(args, world);
    // The script answers the first question only: not everything was answered right.
    expect(code, stderr).toBe(args.includes('--answers') ? 1 : 0);
    expect(stdout !== '' || opened !== undefined).toBe(true);
  });
});
