import type { Tensor } from '../engine/index.js';
import { everything, truth } from './answer/posed.js';
import { type AnyAsk, type Asked, engineAnswer, numberWanted } from './kinds/index.js';
import type { Question } from './open.js';

/** What the engine says to a question whose answer is a number; undefined for the other kinds. */
export function expected(question: Question): Tensor | undefined {
  const asked = askedOf(question);
  const wanted = numberWanted(asked);
  if (wanted !== undefined) return truth(wanted.ask, wanted.run);
  const { kind } = question.ask;
  return kind === 'entry' || kind === 'movement'
    ? { shape: [], data: Float64Array.of(Number(engineAnswer(asked))) }
    : undefined;
}

/** The engine's answer as a careful learner would type it: the digits shown on a wire, `-4` rather than `-4.00`. */
export function perfectAnswer(question: Question): string {
  return engineAnswer(askedOf(question));
}

/** A question as it is when everything is shown. */
export function askedOf({ ask, on: { circuit, run } }: Question): Asked<AnyAsk> {
  return { ask, circuit, run, shown: everything(circuit) };
}
