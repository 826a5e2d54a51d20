import { expect, test } from 'vitest';
import { englishProblems } from '../../src/engine/language/problems.js';
import { problemsZh } from '../../src/messages/problems.js';

const blanks = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each(Object.entries(englishProblems))('%s says the same things in both languages', (code, sentence) => {
  const chinese = problemsZh[code as keyof typeof problemsZh];
  expect(blanks(chinese)).toEqual(blanks(sentence));
  expect(chinese).toMatch(/[\u4e00-\u9fff]/);
});
