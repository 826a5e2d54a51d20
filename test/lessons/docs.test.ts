import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { playTranscript } from '../../src/cli/script/transcript.js';
import { askForms } from '../../src/lessons/ask.js';
import { lintLesson } from '../../src/lessons/author/lint.js';
import { openLesson } from '../../src/lessons/index.js';
import { lessonProblemText } from '../../src/lessons/problem-text.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/lessons.md'), 'utf8');
const blocks = (kind: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, body]) => body!);
const [en, zh] = blocks('markdown');
const files = new Map([
  ['lesson.yaml', blocks('yaml')[0]!],
  ['en.md', en!],
  ['zh.md', zh!],
]);

describe('the guide for authors', () => {
  test('its example passes every check', () => {
    const { errors } = lintLesson(files, true);
    expect(errors.map((problem) => lessonProblemText(problem, 'en'))).toEqual([]);
  });

  test.each(['en', 'zh'] as const)('its example can be played in %s, at any seed', (lang) => {
    const { lesson } = lintLesson(files);
    for (const seed of [1, 2, 3, 4, 5]) {
      const played = playTranscript(openLesson(lesson!, seed), 'perfect', { width: 80, lang, glyphs: 'unicode' });
      expect(played.right).toBe(true);
      expect(played.text).not.toMatch(/undefined|NaN/);
    }
  });

  test('it lists every form of ask', () => {
    for (const form of askForms) expect(guide).toContain(`\`${form}\``);
  });
});
