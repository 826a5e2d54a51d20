import { remember } from './answer/remember.js';
import type { Plant } from './kinds/ask.js';
import type { Marking } from './kinds/index.js';
import type { Item, OpenLesson, Question } from './open.js';
import type { LessonEvent } from './types.js';

/** An answer, as typed and as it was understood. */
export interface Marked {
  readonly typed: string;
  readonly assessment: Marking;
}

/** How a question ended. `flowed`: answered itself, as its gate only passes gradients on. */
export interface Outcome {
  readonly result: 'right' | 'revealed' | 'skipped' | 'worked' | 'flowed';
  /** What was typed, where it was right. */
  readonly marked?: Marked;
}

/** What has been tried at a question. */
export interface Attempts {
  readonly misses: readonly Marked[];
  /** How many rungs of the ladder of hints were shown. */
  readonly hints: number;
}

/** What the last event brought: said once, below the question. */
export type Feedback =
  | { readonly kind: 'marked'; readonly marked: Marked; readonly misses: number }
  | { readonly kind: 'hint' | 'nudge' | 'why' | 'nothing-to-undo' };

/** A learner's place in a lesson. Immutable; made only by `start`, `step` and `resume`. */
export interface LessonState {
  readonly open: OpenLesson;
  /** Index of the item at hand; the number of items when the lesson is finished. */
  readonly at: number;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly attempts: ReadonlyMap<string, Attempts>;
  readonly feedback?: Feedback;
  /** Questions that answered themselves on the way to the item at hand. */
  readonly flowed: readonly Question[];
  /** What the backward pass that closes the lesson has planted in it in place of the lesson's own, once it was come to. */
  readonly plant?: Plant;
  /** Every event that changed the state, for undo. */
  readonly log: readonly LessonEvent[];
}

export const noAttempts: Attempts = { misses: [], hints: 0 };

export function currentItem(state: LessonState): Item | undefined {
  const { open, at, plant } = state;
  const item = open.items[at];
  if (plant === undefined || item?.kind !== 'question' || item.step !== open.lesson.steps.at(-1)) return item;
  const { ask } = item.question;
  if (ask.kind !== 'culprit' && ask.kind !== 'mend') return item;
  return { ...item, question: { ...item.question, ask: { ...ask, plant } } };
}

/** The question at hand, answered or not. */
export function currentQuestion(state: LessonState): Question | undefined {
  const item = currentItem(state);
  return item?.kind === 'question' ? item.question : undefined;
}

export type Phase = 'prose' | 'asking' | 'answered' | 'finished';

export function phaseOf(state: LessonState): Phase {
  const item = currentItem(state);
  if (item === undefined) return 'finished';
  if (item.kind !== 'question') return 'prose';
  return state.outcomes.has(item.question.id) ? 'answered' : 'asking';
}

/** All questions of a lesson in order, those that are shown worked included. */
export const questionsOf = remember((open: OpenLesson): readonly Question[] =>
  open.items.flatMap((item) =>
    item.kind === 'question' ? [item.question] : item.kind === 'worked' ? item.questions : [],
  ),
);
