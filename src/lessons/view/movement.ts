import type { Marks } from '../../diagram/index.js';
import type { NodeId } from '../../engine/index.js';
import { liveNodes } from '../backward-plan.js';
import type { Item, OpenCircuit, Question } from '../open.js';
import { currentItem, currentQuestion, type LessonState } from '../state.js';

/** A moment of a movement over the drawing: values that come gate by gate, or a gradient that flows on. */
export interface Moment {
  readonly pass: 'forward' | 'backward';
  /** How much of the movement has happened. */
  readonly done: number;
}

/** A larger circuit computes several gates at a time, so that nobody waits for it. */
const mostForward = 12;

/** How many moments the forward pass takes where the item at hand is the first to show its circuit; else 0. */
export function forwardMoments(state: LessonState): number {
  const item = currentItem(state);
  const on = item && circuitOf(item);
  if (on === undefined || state.open.items.slice(0, state.at).some((earlier) => circuitOf(earlier) === on)) return 0;
  return Math.min(mostForward, gatesOf(on).length);
}

/** How many moments a gradient takes to be seen flowing on from the question at hand; 0 where none was found. */
export function backwardMoments(state: LessonState): number {
  const question = currentQuestion(state);
  if (question === undefined || state.outcomes.get(question.id)?.result !== 'right') return 0;
  const { ask, on } = question;
  if (ask.kind === 'local') return 2;
  if (ask.kind !== 'gradient') return 0;
  return on.circuit.args(on.circuit.find(ask.of)!).length === 0 ? 1 : 3;
}

function circuitOf(item: Item): OpenCircuit {
  return item.kind === 'question' ? item.question.on : item.on;
}

function gatesOf({ circuit }: OpenCircuit): readonly NodeId[] {
  return Array.from({ length: circuit.size }, (_, id) => id).filter((id) => circuit.args(id).length > 0);
}

/** The marks at a moment of a movement; what the learner does not know yet stays hidden. */
export function marksAt(marks: Marks, on: OpenCircuit, question: Question | undefined, moment: Moment): Marks {
  if (moment.pass === 'forward') return computing(marks, on, moment.done);
  return question === undefined ? marks : flowing(marks, on, question, moment.done);
}

function computing(marks: Marks, on: OpenCircuit, done: number): Marks {
  const gates = gatesOf(on);
  const moments = Math.min(mostForward, gates.length);
  const upTo = (moment: number) => Math.ceil((gates.length * moment) / moments);
  const ahead = new Set(gates.slice(upTo(done)));
  const now = new Set(gates.slice(upTo(done), upTo(done + 1)));
  return {
    ...marks,
    value: (node) => (ahead.has(node) ? undefined : marks.value(node)),
    current: (node) => now.has(node),
  };
}

/** First the way on which the gradient came, then the gate it has reached, then the ways on which it goes on. */
function flowing(marks: Marks, { circuit }: OpenCircuit, { ask }: Question, done: number): Marks {
  if (ask.kind === 'local') {
    const wrt = circuit.find(ask.wrt);
    const gates = new Set(circuit.stages.find(({ name }) => name === ask.of)?.gates);
    return {
      ...marks,
      current: (node) => gates.has(node),
      highlighted: ({ node, k }) => done > 0 && gates.has(node) && circuit.args(node)[k] === wrt,
    };
  }
  if (ask.kind !== 'gradient') return marks;
  const reached = circuit.find(ask.of);
  const live = liveNodes(circuit);
  return {
    ...marks,
    current: (node) => done > 0 && node === reached,
    highlighted: ({ node, k }) =>
      done === 0 ? live.has(node) && circuit.args(node)[k] === reached : done === 2 && node === reached,
  };
}
