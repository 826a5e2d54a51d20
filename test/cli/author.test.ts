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
    expect(made.stdout).toContain(`backprop-tutor learn ${folder}`);
    expect(await backpropTutor(['lint', folder])).toMatchObject({ code: 0 });
    const played = await backpropTutor(['run', folder, '--answers', '-'], {
      stdin: readFileSync(join(folder, 'answers.txt'), 'utf8'),
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
      `${join(folder, 'lesson.yaml')}:5:10: error: there is no skill local:mull; did you mean local:mul?`,
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
        expect.objectContaining({ file: 'lesson.yaml', line: 5, column: 10, severity: 'error', code: 'unknown-skill' }),
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
