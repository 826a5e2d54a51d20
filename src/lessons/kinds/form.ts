import type { Circuit, Run } from '../../engine/index.js';
import type { LessonProblem } from '../load/problem.js';
import type { CircuitSpec } from '../types.js';
import type { KindStepAsk } from './ask.js';
import type { AnyAsk } from './kind.js';

/** Keys of a step that belong to one kind of question. */
export interface StepKeys {
  readonly options?: readonly string[] | undefined;
  readonly answer?: string | undefined;
  readonly plant?: { readonly mistake: string; readonly at: string } | undefined;
  readonly done?: readonly string[] | undefined;
  readonly most?: number | undefined;
  readonly stages?: number | undefined;
}

export type StepKey = keyof StepKeys;

/** The circuit that a step's question is about, and where problems with the question are noted. */
export interface FormSight {
  readonly spec: CircuitSpec;
  readonly circuit: Circuit;
  /** At seed 1. */
  readonly run: Run;
  readonly keys: StepKeys;
  /** Whether the circuit has the name; notes it with a near one if not. */
  readonly known: (name: string) => boolean;
  /** Notes a problem at the ask, or at the key that is at fault. */
  readonly note: (code: LessonProblem['code'], params?: LessonProblem['params'], key?: StepKey) => void;
}

/** A form of `ask:` in lesson.yaml. */
export interface Form<S extends KindStepAsk> {
  /** As written, for messages and the documentation. */
  readonly forms: readonly string[];
  /** The keys that it takes. */
  readonly keys: readonly StepKey[];
  /** @param words the ask, split at spaces @param names the circuit's names; undefined when it is not of this form */
  readonly parse: (words: readonly string[], keys: StepKeys, names: ReadonlySet<string>) => S | undefined;
  readonly check: (ask: S, sight: FormSight) => void;
  /** The questions that the step asks; one with the step's own id unless given. */
  readonly questions?: (
    ask: S,
    id: string,
    circuit: Circuit,
  ) => readonly { readonly id: string; readonly ask: AnyAsk }[];
}

/** `dW` as the gradient of W, unless the program itself has a dW. */
export function gradientOrValue(word: string, names: ReadonlySet<string>): { of: string; gradient: boolean } {
  if (names.has(word) || !/^d./.test(word)) return { of: word, gradient: false };
  return { of: word.slice(1), gradient: true };
}
