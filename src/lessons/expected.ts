import type { Tensor } from '../engine/index.js';
import { everything, truth } from './answer/posed.js';
import { type AnyAsk, type Asked, engineAnswer, numberBehind, numberWanted } from './kinds/index.js';
import type { Question } from './open.js';

/** Kinds that are answered by a formula: what it gives at the lesson's numbers can be asserted. */
const formulas: readonly string[] = ['line', 'rule', 'fuse'];

/** What the engine says to a question whose answer is a number, or code that computes one; undefined for the other kinds. */
export function expected(question: Question): Tensor | undefined {
  const asked = askedOf(question);
  const { kind } = question.ask;
  const wanted = formulas.includes(kind) ? numberBehind(asked) : numberWanted(asked);
  if (wanted !== undefined) return truth(wanted.ask, wanted.run);
  if (kind === 'pair') return { shape: [2], data: Float64Array.from(engineAnswer(asked).split(', '), Number) };
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
