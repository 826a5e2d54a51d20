import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { backpropTutor } from './support/world.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'bpt-author-')), 'mine');
});

describe('new', () => {
  test('writes a lesson that passes lint and plays', async () => {
    const made = await backpropTutor(['new', folder]);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain(`backprop-tutor learn ${folder} --watch`);
    expect(await backpropTutor(['lint', folder])).toMatchObject({ code: 0 });
    const played = await backpropTutor(['run', folder, '--answers', '-'], {
      stdin: readFileSync(join(folder, 'scripts/mine.answers'), 'utf8'),
    });
    expect(played.code).toBe(0);
  });

  test('never writes over anything', async () => {
    await backpropTutor(['new', folder]);
    writeFileSync(join(folder, 'en.md'), 'my work');
    const again = await backpropTutor(['new', folder]);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('holds files') });
    expect(readFileSync(join(folder, 'en.md'), 'utf8')).toBe('my work');
  });

  test('a folder whose name is no id is refused', async () => {
    expect(await backpropTutor(['new', join(folder, 'My Lesson')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("My Lesson can't be a lesson's id"),
    });
  });
});

describe('lint', () => {
  const broken = async () => {
    await backpropTutor(['new', folder]);
    const file = join(folder, 'lesson.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('local:mul', 'local:mull'));
  };

  test('says where and how to mend it, in both languages, and exits with 1', async () => {
    await broken();
    const { code, stdout } = await backpropTutor(['lint', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `${join(folder, 'lesson.yaml')}:6:10: error: there is no skill local:mull; did you mean local:mul?`,
    );
    expect((await backpropTutor(['lint', folder, '--lang', 'zh'])).stdout).toContain('没有技能 local:mull');
  });

  test('--json and --junit say the same', async () => {
    await broken();
    const { stdout } = await backpropTutor(['lint', folder, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 1,
      lessons: 1,
      findings: expect.arrayContaining([
        expect.objectContaining({ file: 'lesson.yaml', line: 6, column: 10, severity: 'error', code: 'unknown-skill' }),
      ]),
    });
    const report = (await backpropTutor(['lint', folder, '--junit'])).stdout;
    expect(report).toContain('<testsuites tests="1" failures="1">');
    expect(report).toContain('did you mean local:mul?');
  });

  test('a folder without lessons is a usage error', async () => {
    expect(await backpropTutor(['lint', tmpdir().concat('/nothing-here')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no lesson in'),
    });
  });
});

describe('test', () => {
  beforeEach(async () => {
    await backpropTutor(['new', folder]);
  });

  test('plays a lesson at many seeds, and holds recorded plays to their transcripts', async () => {
    const fresh = await backpropTutor(['test', folder]);
    expect(fresh).toMatchObject({ code: 1, stdout: expect.stringContaining('record it with --update') });
    const written = await backpropTutor(['test', folder, '--update']);
    expect(written).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('4 transcripts (4 written), 0 failures'),
    });
    expect(written.stdout).toMatch(/^ok {2}mine {2}\d+ questions at 20 seeds/m);
    expect(await backpropTutor(['test', folder])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'scripts/mine.zh.unicode.txt'), 'utf8')).toContain('我自己的一课');
  });

  test('says in which line a transcript has changed', async () => {
    await backpropTutor(['test', folder, '--update']);
    const prose = join(folder, 'en.md');
    writeFileSync(prose, readFileSync(prose, 'utf8').replace('Forward first', 'First forward'));
    const { code, stdout } = await backpropTutor(['test', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/mine\.en\.unicode\.txt:\d+: recorded is "Forward first.*seen is "First forward/);
  });

  test('answers that do not fit are told with their line', async () => {
    const script = join(folder, 'scripts/mine.answers');
    writeFileSync(script, `${readFileSync(script, 'utf8')}more: 1\n`);
    const { code, stdout } = await backpropTutor(['test', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/mine\.answers:\d+: more is not asked any more/);
  });

  test('--json and --junit say the same; a broken lesson is a failure', async () => {
    await backpropTutor(['test', folder, '--update']);
    expect(JSON.parse((await backpropTutor(['test', folder, '--json'])).stdout)).toMatchObject({
      format: 1,
      transcripts: 4,
      lessons: [{ id: 'mine', seeds: 20, failures: [] }],
    });
    const file = join(folder, 'lesson.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('value of s', 'value of ss'));
    const report = await backpropTutor(['test', folder, '--junit']);
    expect(report).toMatchObject({ code: 1, stdout: expect.stringContaining('did you mean s?') });
  });

  test('without a folder: the whole course, and how often each mistake was named', { timeout: 240_000 }, async () => {
    const { code, stdout } = await backpropTutor(['test']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^27 lessons, 0 transcripts, 0 failures$/m);
    expect(stdout).toMatch(/^no-upstream /m);
  });
});
