import { type NestedNumbers, nearest, toNested } from '../engine/index.js';
import { chainMistakeIds, gateMistakeIds, type MistakeId, tensorMistakeIds } from '../messages/mistakes.js';
import { numberWanted } from './kinds/index.js';
import { mistakesAt } from './mistakes/index.js';
import { pose } from './pose.js';
import { currentQuestion, type LessonState } from './state.js';

/** The mistakes that a learner can be played with. */
export const mistakeIds: readonly string[] = [...gateMistakeIds, ...chainMistakeIds, ...tensorMistakeIds];

export function isMistakeId(id: string): id is MistakeId {
  return mistakeIds.includes(id);
}

/** The id of a mistake that an unknown one was probably meant to be. */
export function nearestMistake(id: string): string | undefined {
  return nearest(id, mistakeIds);
}

/** What a learner who makes this mistake types at the question at hand; undefined where it can't be made. */
export function mistakenAnswer(state: LessonState, id: MistakeId): string | undefined {
  const question = currentQuestion(state);
  const posed = question && numberWanted(pose(state, question));
  if (posed === undefined) return undefined;
  const group = mistakesAt(posed).find((one) => one.ids.has(id));
  return group && writtenNumbers(toNested(group.value));
}

/** Numbers as one who works them out exactly would type them. */
export function writtenNumbers(value: NestedNumbers): string {
  return typeof value === 'number'
    ? String(Number(value.toPrecision(12)))
    : `[${value.map(writtenNumbers).join(', ')}]`;
}
