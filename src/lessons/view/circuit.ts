import {
  beside,
  type Layout,
  type Line,
  layout,
  type Marks,
  opens,
  openTensors,
  paint,
  runMarks,
  type State,
  textWidth,
  viewGraph,
} from '../../diagram/index.js';
import type { NodeId, Run } from '../../engine/index.js';
import { liveNodes } from '../backward-plan.js';
import type { AnyAsk } from '../kinds/index.js';
import { knownOn } from '../known.js';
import type { OpenCircuit, Question } from '../open.js';
import { currentQuestion, type LessonState, phaseOf } from '../state.js';
import { boxesOn, graphOf } from './graph.js';
import { marksAt } from './movement.js';
import type { ViewOptions } from './types.js';

/** A circuit as a learner sees it at this moment, and the lines its gate at hand takes. */
export interface CircuitView {
  readonly lines: readonly Line[];
  readonly focus?: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
}

const layouts = new WeakMap<Run, Map<string, Layout>>();

function layoutOf(on: OpenCircuit, run: Run, boxes: readonly string[], { width, glyphs }: ViewOptions): Layout {
  const mine = layouts.get(run) ?? new Map<string, Layout>();
  layouts.set(run, mine);
  const key = `${width} ${glyphs} ${boxes.join(' ')}`;
  const found = mine.get(key) ?? layout(graphOf(on, run, boxes), { width, glyphs });
  mine.set(key, found);
  return found;
}

/** Draws a circuit of the lesson: what is known, what is asked now, the gate at hand heavy. */
export function viewCircuit(state: LessonState, on: OpenCircuit, options: ViewOptions): CircuitView {
  const known = knownOn(state, on);
  if (known.shows.instead !== undefined) return { lines: drawInstead(known.shows.instead, options) };
  const asking = phaseOf(state) === 'asking';
  const question = currentQuestion(state);
  const mine = question?.on === on ? question : undefined;
  const subject = mine && 'of' in mine.ask ? on.circuit.find(mine.ask.of) : known.shows.subject;
  const outcome = mine && state.outcomes.get(mine.id);
  const stateOf =
    (shown: ReadonlySet<NodeId>, kind: 'value' | 'gradient') =>
    (id: NodeId): State => {
      if (mine && askedAt(mine.ask) === kind && id === subject) {
        if (asking) return 'asked';
        if (outcome?.result === 'right') return 'right';
        if (outcome?.result === 'revealed') return 'revealed';
      }
      return shown.has(id) ? 'shown' : 'hidden';
    };
  const current = mine && asking ? gatesAtHand(on, mine.ask) : new Set<NodeId>();
  const gradient = stateOf(known.gradients, 'gradient');
  const marks = runMarks(on.circuit, known.run, {
    value: stateOf(known.values, 'value'),
    gradient,
    share: ({ node, k }) =>
      asking && isShareAsked(on, mine, node, k)
        ? 'asked'
        : known.share(node, k)
          ? 'shown'
          : gradient(on.circuit.args(node)[k]!),
    current: (id) => current.has(id),
  });
  const still = known.backward ? marks : withoutGradients(marks);
  const drawn = paint(
    layoutOf(on, known.run, boxesOn(state, on), options),
    options.moment ? marksAt(still, on, mine, options.moment) : still,
  );
  const focus = focusOf(drawn);
  const about = mine ? tensorsAtHand(on, gatesAtHand(on, mine.ask), subject) : [];
  const unless = (kind: 'value' | 'gradient', of: (id: NodeId) => State) => (id: NodeId) =>
    asking && id === subject && mine?.ask.kind === 'entry' && mine.ask.gradient === (kind === 'gradient')
      ? 'asked'
      : of(id);
  const panel = openTensors(known.run, about, {
    value: unless('value', stateOf(known.values, 'value')),
    gradient: unless('gradient', gradient),
  });
  const lines = beside(drawn, panel, options.width);
  return focus ? { lines, focus } : { lines };
}

/** The circuit that an answer made, with all its values. */
function drawInstead(run: Run, { width, glyphs }: ViewOptions): readonly Line[] {
  const { circuit } = run;
  return paint(layout(viewGraph(circuit, { run }), { width, glyphs }), withoutGradients(runMarks(circuit, run)));
}

function withoutGradients(marks: Marks): Marks {
  return { ...marks, gradient: () => undefined, share: () => undefined };
}

/** Which number of its subject a question asks, where it asks one. */
function askedAt(ask: AnyAsk): 'value' | 'gradient' | undefined {
  if (ask.kind === 'value' || ask.kind === 'gradient') return ask.kind;
  return ask.kind === 'line' || ask.kind === 'mend' || ask.kind === 'culprit' ? 'gradient' : undefined;
}

/** Whether a question asks what comes back through this very branch. */
function isShareAsked({ circuit }: OpenCircuit, question: Question | undefined, gate: NodeId, k: number): boolean {
  if (question?.ask.kind !== 'share') return false;
  const { of, through } = question.ask;
  const stage = circuit.stages.find(({ name }) => name === through);
  return stage?.gates.includes(gate) === true && circuit.args(gate)[k] === circuit.find(of);
}

/** The gates a question is about: the stage that computes, or the gates that a gradient comes back through. */
function gatesAtHand({ circuit }: OpenCircuit, ask: AnyAsk): ReadonlySet<NodeId> {
  if (!('of' in ask)) return new Set();
  const node = circuit.find(ask.of)!;
  const line = ask.kind === 'share' ? ask.through : ask.of;
  const forward = ask.kind === 'value' || ask.kind === 'local' || ask.kind === 'rule' || ask.kind === 'share';
  if (forward || ((ask.kind === 'shape' || ask.kind === 'entry') && !ask.gradient))
    return new Set(circuit.stages.find((stage) => stage.name === line)?.gates ?? [node]);
  if (ask.kind === 'movement') return new Set();
  if (node === circuit.output) return new Set([node]);
  const live = liveNodes(circuit);
  const readers = new Set<NodeId>();
  for (const id of live) if (circuit.args(id).includes(node)) readers.add(id);
  return readers;
}

/** The small tensors that a question is worked out from: their numbers stand beside the drawing, whose wires show shapes. */
function tensorsAtHand({ circuit }: OpenCircuit, gates: ReadonlySet<NodeId>, subject: NodeId | undefined): NodeId[] {
  const near = new Set([...gates].flatMap((gate) => [...circuit.args(gate), gate]));
  if (subject !== undefined) near.add(subject);
  return [...near]
    .filter((id) => circuit.named(id) && circuit.shape(id).length > 0 && opens(circuit.shape(id)))
    .sort((a, b) => a - b);
}

/** The rectangle of the heavy gates, read off the drawing. */
function focusOf(lines: readonly Line[]): CircuitView['focus'] {
  let [top, bottom, left, right] = [Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY, -1];
  for (const [row, line] of lines.entries()) {
    let column = 0;
    for (const { text, role } of line) {
      if (role === 'current') {
        top = Math.min(top, row);
        bottom = row;
        left = Math.min(left, column);
        right = Math.max(right, column + textWidth(text));
      }
      column += textWidth(text);
    }
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left };
}
