import type { MistakeId } from '../messages/mistakes.js';
import type { Plant } from './kinds/ask.js';
import { standsOut } from './kinds/planted.js';
import { currentItem, type LessonState } from './state.js';

/** Slips of the hand are no rule that can be broken, and a wrong start is seen at the output already. */
const neverPlanted = /^(slip-|seed$)/;

/**
 * What is planted in a backward pass that closes a lesson, where this learner makes mistakes that give a number of their own at that
 * place: the one made most often in this sitting, the latest of those, else one of before. Undefined where the lesson's own stays.
 */
export function ownPlant(state: LessonState): Plant | undefined {
  const item = currentItem(state);
  if (item?.kind !== 'question' || item.question.ask.kind !== 'culprit') return undefined;
  if (item.step !== state.open.lesson.steps.at(-1)) return undefined;
  const { on, ask } = item.question;
  return [...mistakesMade(state), ...state.open.habits]
    .filter((mistake) => !neverPlanted.test(mistake))
    .map((mistake) => ({ mistake: mistake as MistakeId, at: ask.plant.at }))
    .find((plant) => standsOut(on.run, plant));
}

/** The mistakes made on the way to the item at hand, most often made first. */
function mistakesMade({ open, at, attempts }: LessonState): readonly string[] {
  const times = new Map<string, number>();
  for (const item of open.items.slice(0, at)) {
    const misses = item.kind === 'question' ? attempts.get(item.question.id)?.misses : undefined;
    for (const { assessment } of misses ?? [])
      if ('mistake' in assessment)
        for (const mistake of assessment.mistake?.split('+') ?? []) times.set(mistake, (times.get(mistake) ?? 0) + 1);
  }
  return [...times]
    .reverse()
    .sort(([, a], [, b]) => b - a)
    .map(([mistake]) => mistake);
}
