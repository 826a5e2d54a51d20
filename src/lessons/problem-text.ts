import { lessonProblems } from '../messages/lesson-problems.js';
import { programProblem } from '../messages/problems.js';
import type { LessonProblem } from './load/index.js';
import { visible } from './markdown.js';
import type { Lang } from './types.js';

/** A problem of a lesson folder as `file:line:column: sentence`. What it quotes of the files is never obeyed by a terminal. */
export function lessonProblemText(problem: LessonProblem, lang: Lang): string {
  const say = lessonProblems[lang][problem.code] as (params: LessonProblem['params']) => string;
  const sentence = problem.error ? programProblem(problem.error, lang) : say(problem.params);
  return `${problem.file}:${problem.line}:${problem.column}: ${visible(sentence)}`;
}
