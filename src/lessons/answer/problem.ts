import type { AnswerSentences } from '../../messages/answers.js';

/** Why nothing can be said of an answer: a code, and the parameters of its sentence. Plain data, free of human language. */
export interface Problem {
  readonly code: keyof AnswerSentences;
  readonly params: Readonly<Record<string, string | number>>;
}

export function problem(code: Problem['code'], params: Problem['params'] = {}): Problem {
  return { code, params };
}
