import {
  currentItem,
  currentQuestion,
  type LessonEvent,
  type LessonState,
  mistakenAnswer,
  perfectAnswer,
  phaseOf,
} from '../../lessons/index.js';
import type { MistakeId } from '../../messages/mistakes.js';
import type { AnswerLine, AnswerProblem } from './answers.js';

/**
 * Where a played lesson's answers come from: a file's lines, the engine, or a learner who makes one mistake first wherever
 * it can be made, and then knows better.
 */
export type Player = { readonly answers: readonly AnswerLine[] } | { readonly mistake: MistakeId } | 'perfect';

/** Answers one question after the other. */
export interface Answerer {
  /** What happens next in a lesson that is not finished; prose and right answers advance by themselves. */
  next(state: LessonState): LessonEvent | AnswerProblem;
  /** What is wrong with the answers that are left over when all is finished. */
  leftOver(): AnswerProblem | undefined;
}

export function answererOf(player: Player): Answerer {
  const queue = player !== 'perfect' && 'answers' in player ? [...player.answers] : undefined;
  const mistake = player !== 'perfect' && 'mistake' in player ? player.mistake : undefined;
  return {
    next(state): LessonEvent | AnswerProblem {
      const question = currentQuestion(state);
      if (phaseOf(state) !== 'asking' || question === undefined) return { type: 'next' };
      if (queue === undefined) {
        const tried = state.feedback?.kind === 'marked';
        const miss = mistake === undefined || tried ? undefined : mistakenAnswer(state, mistake);
        return { type: 'answer', text: miss ?? perfectAnswer(question) };
      }
      const line = queue.shift();
      if (line === undefined) return { line: 0, code: 'ends-early', params: { asked: question.id } };
      const fits = line.id === undefined || line.id === question.id || line.id === currentItem(state)?.step.id;
      return fits ? line.event : { line: line.line, code: 'not-asked', params: { id: line.id!, asked: question.id } };
    },
    leftOver(): AnswerProblem | undefined {
      const left = queue?.[0];
      if (left === undefined) return undefined;
      return left.id === undefined
        ? { line: left.line, code: 'left-over', params: {} }
        : { line: left.line, code: 'not-asked', params: { id: left.id, asked: '' } };
    },
  };
}
