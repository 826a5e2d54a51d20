import { expect, test } from 'vitest';
import { parseAnswers } from '../../../src/cli/script/answers.js';
import { playTranscript } from '../../../src/cli/script/transcript.js';
import { lintLesson } from '../../../src/lessons/author/lint.js';
import { newLesson } from '../../../src/lessons/author/template.js';
import { openLesson } from '../../../src/lessons/index.js';

test('a new lesson passes every check, and its answers play to the end', () => {
  const files = newLesson('mine');
  const { lesson, errors, warnings } = lintLesson(files);
  expect({ errors, warnings: warnings.filter(({ code }) => code !== 'indistinct') }).toEqual({
    errors: [],
    warnings: [],
  });
  const { lines } = parseAnswers(files.get('scripts/mine.answers')!);
  const played = playTranscript(openLesson(lesson!), { answers: lines }, { width: 80, glyphs: 'unicode', lang: 'zh' });
  expect(played.problem).toBeUndefined();
  expect(played.right).toBe(true);
});
