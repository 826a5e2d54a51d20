import { perfectAnswer } from './expected.js';
import { start, step } from './machine.js';
import type { OpenLesson } from './open.js';
import { currentItem, currentQuestion, type LessonState, phaseOf } from './state.js';

/**
 * A learner's place in a lesson that was changed meanwhile: the step they were at, by its id, or, if it is gone, the nearest
 * one before it that is still there. What they had answered right is answered again where it is right still; on the way to
 * the place the engine answers.
 */
export function revisit(open: OpenLesson, before: LessonState): LessonState {
  const goal = goalIn(open, before);
  let state = start(open);
  while (phaseOf(state) !== 'finished' && !goal(state)) state = further(state, before);
  return state;
}

/** Whether a state is at the place that is looked for. */
function goalIn(open: OpenLesson, before: LessonState): (state: LessonState) => boolean {
  if (phaseOf(before) === 'finished') return () => false;
  const question = currentQuestion(before)?.id;
  if (question !== undefined && idsOf(open).has(question)) return (state) => currentQuestion(state)?.id === question;
  const steps = new Set(open.items.map(({ step }) => step.id));
  const behind = before.open.items.slice(0, before.at + 1).map(({ step }) => step.id);
  const kept = behind.findLast((id) => steps.has(id));
  return (state) => kept === undefined || currentItem(state)?.step.id === kept;
}

function idsOf(open: OpenLesson): ReadonlySet<string> {
  return new Set(open.items.flatMap((item) => (item.kind === 'question' ? [item.question.id] : [])));
}

/** One event on: what was typed before, if it is right here, else what the engine says. */
function further(state: LessonState, before: LessonState): LessonState {
  const question = currentQuestion(state);
  if (phaseOf(state) !== 'asking' || question === undefined) return step(state, { type: 'next' }).state;
  const typed = before.outcomes.get(question.id)?.marked?.typed;
  for (const text of typed === undefined ? [perfectAnswer(question)] : [typed, perfectAnswer(question)]) {
    const answered = step(state, { type: 'answer', text }).state;
    if (phaseOf(answered) === 'answered') return answered;
  }
  return step(state, { type: 'reveal' }).state;
}
