import type { Line } from '../../diagram/index.js';
import { lessonMessages } from '../../messages/lesson.js';
import type { Question } from '../open.js';
import { type LessonState, questionsOf } from '../state.js';
import { textOf } from './text.js';
import type { ViewOptions } from './types.js';
import { setBlocks, wrap } from './wrap.js';

/** What the finished screen says: how the questions went, and what was learnt. */
export function summaryLines(state: LessonState, options: ViewOptions): readonly Line[] {
  const asked = questionsOf(state.open).map((question) => resultOf(state, question));
  const count = (what: string) => asked.filter((result) => result === what).length;
  const counts = lessonMessages[options.lang].counts({
    first: count('first'),
    later: count('later'),
    revealed: count('revealed'),
    skipped: count('skipped'),
  });
  const { summary } = textOf(state.open.lesson, options);
  return [...wrap([{ text: counts, role: 'plain' }], options.width), [], ...setBlocks(summary, options.width)];
}

function resultOf(state: LessonState, question: Question): string | undefined {
  const outcome = state.outcomes.get(question.id);
  if (outcome?.result !== 'right') return outcome?.result;
  const tried = state.attempts.get(question.id);
  return tried === undefined || (tried.misses.length === 0 && tried.hints === 0) ? 'first' : 'later';
}
