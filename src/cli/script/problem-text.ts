import type { Lang } from '../../lessons/types.js';
import { scriptMessages } from '../../messages/script.js';
import type { AnswerProblem } from './answers.js';

/** What is wrong with a line of an answers file, as a sentence without its place. */
export function answerProblemText({ code, params }: AnswerProblem, lang: Lang): string {
  const say = scriptMessages[lang][code] as (params: AnswerProblem['params']) => string;
  return say(params);
}
