import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLessonFolder } from '../../src/host/lesson-folder.js';
import { lintLesson } from '../../src/lessons/author/lint.js';
import { lessonProblemText } from '../../src/lessons/problem-text.js';
import { langs } from '../../src/lessons/types.js';
import { backpropTutor } from '../cli/support/world.js';

const broken = join(import.meta.dirname, 'broken');
const names = readdirSync(broken).sort();

/** What the linter has against a folder, in both languages. */
function said(name: string): readonly (readonly string[])[] {
  const folder = readLessonFolder(join(broken, name));
  if (!folder.ok) throw new Error(`${folder.path}: ${folder.reason}`);
  const { errors } = lintLesson(folder.files);
  return langs.map((lang) => errors.map((problem) => lessonProblemText(problem, lang)));
}

describe('lessons that are broken, each in a way of its own', () => {
  test('there are many of them', () => {
    expect(names.length).toBeGreaterThan(40);
  });

  test.each(names)('%s: lint says where it is and how to mend it', async (name) => {
    const [en, zh] = said(name);
    for (const line of [...en!, ...zh!]) {
      expect(line).toMatch(/^(lesson\.yaml|en\.md|zh\.md):\d+:\d+: \S/);
      // Nothing that a terminal would obey.
      expect(line).toMatch(/^\P{Cc}*$/u);
    }
    expect(zh!.filter((line) => !/[\u4e00-\u9fff]/.test(line))).toEqual([]);
    await expect(`${[...en!, '', ...zh!].join('\n')}\n`).toMatchFileSnapshot(join(broken, name, 'expected.txt'));
    const { code, stdout } = await backpropTutor(['lint', join(broken, name)]);
    expect(code).toBe(1);
    for (const line of en!) {
      const [place, ...sentence] = line.split(': ');
      expect(stdout).toContain(`${join(broken, name, place!)}: error: ${sentence.join(': ')}\n`);
    }
  });
});
