import { namesOf, type Posed } from './answer/posed.js';
import { remember } from './answer/remember.js';
import type { AnyAsk, Asked } from './kinds/index.js';
import { knownOn } from './known.js';
import type { OpenCircuit, Question } from './open.js';
import { type LessonState, questionsOf } from './state.js';

/** The question with what a learner can see of its circuit: the mind of the tutor judges, hints and explains by it. */
export function pose<A extends AnyAsk>(state: LessonState, question: Question & { readonly ask: A }): Asked<A> {
  const { circuit, run } = question.on;
  return { ask: question.ask, circuit, run, shown: shownOn(state, question.on) };
}

const shownIn = remember((_state: LessonState) => new Map<OpenCircuit, Posed['shown']>());

function shownOn(state: LessonState, on: OpenCircuit): Posed['shown'] {
  const mine = shownIn(state);
  const shown = mine.get(on) ?? workOut(state, on);
  mine.set(on, shown);
  return shown;
}

function workOut(state: LessonState, on: OpenCircuit): Posed['shown'] {
  const known = knownOn(state, on);
  const names = namesOf(on.circuit);
  const node = (name: string) => on.circuit.find(name)!;
  const locals = questionsOf(state.open).flatMap(({ id, on: circuit, ask }) =>
    (ask.kind === 'local' || ask.kind === 'rule') && circuit === on && state.outcomes.has(id)
      ? [`${ask.of}.${ask.wrt}`]
      : [],
  );
  return {
    values: new Set(names.filter((name) => known.values.has(node(name)))),
    gradients: new Set(names.filter((name) => known.gradients.has(node(name)))),
    locals: new Set(locals),
  };
}
