import { build, type Circuit, type Run, run } from '../engine/index.js';
import { liveStages, passesOn, planBackward } from './backward-plan.js';
import { draw } from './draw.js';
import { type AnyAsk, isKindStep, isNumberAsk, questionsOfKind } from './kinds/index.js';
import type { Ask, CircuitSpec, Lesson, Step } from './types.js';

/** A circuit of a lesson with its numbers, run forward and backward. */
export interface OpenCircuit {
  readonly spec: CircuitSpec;
  readonly circuit: Circuit;
  readonly run: Run;
}

/** One thing asked: the unit that has an id, an answer and an outcome. */
export interface Question {
  /** The step's id, or `step/f.z` and `step/dz` within a `backward` step. */
  readonly id: string;
  readonly on: OpenCircuit;
  readonly ask: AnyAsk;
  /** Asks for a local gradient of a stage that only passes gradients on. */
  readonly passesOn: boolean;
  /** Answers itself once the learner knows that such gates pass gradients on. */
  readonly flows: boolean;
}

/** Whether a question is about a value, a local gradient or a gradient. */
export function isNumberQuestion(question: Question): question is Question & { readonly ask: Ask } {
  return isNumberAsk(question.ask);
}

/** What stands in the lesson's row: something to read, to answer, or stages worked by the program. */
export type Item =
  | { readonly kind: 'prose'; readonly step: Step; readonly on: OpenCircuit }
  | { readonly kind: 'question'; readonly step: Step; readonly question: Question; readonly first: boolean }
  | {
      readonly kind: 'worked';
      readonly step: Step;
      readonly on: OpenCircuit;
      readonly questions: readonly Question[];
      readonly first: boolean;
    };

/** A lesson with its circuits built and its steps laid out in a row. */
export interface OpenLesson {
  readonly lesson: Lesson;
  readonly seed: number;
  readonly circuits: ReadonlyMap<string, OpenCircuit>;
  readonly items: readonly Item[];
  /** Mistakes that the learner was known for when the lesson was begun, the most frequent first. */
  readonly habits: readonly string[];
}

/** Opens a lesson at a seed. Throws ProgramError only for a lesson that `loadLesson` would refuse. */
export function openLesson(lesson: Lesson, seed = 1, habits: readonly string[] = []): OpenLesson {
  const circuits = new Map<string, OpenCircuit>();
  for (const spec of lesson.circuits) {
    const drawn = draw(spec, seed);
    const circuit = build(spec.program, drawn);
    circuits.set(spec.name, { spec, circuit, run: run(circuit, drawn.seed === undefined ? {} : { seed: drawn.seed }) });
  }
  const items = lesson.steps.flatMap((step) => layOut(step, circuits.get(step.on)!));
  return { lesson, seed, circuits, items, habits };
}

function layOut(step: Step, on: OpenCircuit): Item[] {
  const { ask } = step;
  if (ask === undefined) return [{ kind: 'prose', step, on }];
  if (isKindStep(ask))
    return questionsOfKind(ask, step.id, on.circuit).map((one, at) => ({
      kind: 'question',
      step,
      first: at === 0,
      question: question(one.id, on, one.ask),
    }));
  if (ask.kind !== 'backward') return [{ kind: 'question', step, first: true, question: question(step.id, on, ask) }];
  const readers = new Map<string, number>();
  for (const stage of liveStages(on.circuit))
    for (const name of stage.reads) readers.set(name, (readers.get(name) ?? 0) + 1);
  const items: Item[] = [];
  const worked: Question[] = [];
  for (const [index, { stage, asks }] of planBackward(on.circuit).entries()) {
    const flowing = passesOn(on.circuit, stage);
    const questions = asks.map((one) => {
      const id = `${step.id}/${one.kind === 'local' ? `${one.of}.${one.wrt}` : `d${one.of}`}`;
      const single =
        one.kind === 'local' || (readers.get(one.of) === 1 && one.of !== on.circuit.name(on.circuit.output));
      return { ...question(id, on, one), flows: flowing && single };
    });
    if (index < step.fade) worked.push(...questions);
    if (index === step.fade - 1) items.push({ kind: 'worked', step, on, questions: worked, first: true });
    if (index >= step.fade)
      for (const q of questions) items.push({ kind: 'question', step, question: q, first: items.length === 0 });
  }
  return items;
}

function question(id: string, on: OpenCircuit, ask: AnyAsk): Question {
  const stage = ask.kind === 'local' ? on.circuit.stages.find((s) => s.name === ask.of) : undefined;
  const passing = stage !== undefined && passesOn(on.circuit, stage);
  return { id, on, ask, passesOn: passing, flows: false };
}
