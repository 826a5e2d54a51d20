import {
  type Branch,
  beside,
  gradientPath,
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
import type { AnyAsk } from '../kinds/index.js';
import { asksGradient, knownOn } from '../known.js';
import type { OpenCircuit, Question } from '../open.js';
import { currentQuestion, type LessonState, phaseOf, questionsOf } from '../state.js';
import { gatesAtHand } from './at-hand.js';
import { type Grouping, graphOf, groupingOn } from './graph.js';
import { marksAt } from './movement.js';
import { afterNudge, nudgedOn } from './nudged.js';
import type { ViewOptions } from './types.js';

/** A circuit as a learner sees it at this moment, and the lines its gate at hand takes. */
export interface CircuitView {
  readonly lines: readonly Line[];
  readonly focus?: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
}

const layouts = new WeakMap<Run, Map<string, Layout>>();

function layoutOf(on: OpenCircuit, run: Run, groups: Grouping, { width, glyphs }: ViewOptions): Layout {
  const mine = layouts.get(run) ?? new Map<string, Layout>();
  layouts.set(run, mine);
  const outputs = (of: Grouping['boxes']) => of.map(({ output }) => output).join(',');
  const key = `${width} ${glyphs} ${outputs(groups.boxes)} ${outputs(groups.frames)}`;
  const known = mine.get(key);
  if (known) return known;
  const layOut = (shown: Grouping) => layout(graphOf(on, run, shown), { width, glyphs });
  const framed = layOut(groups);
  // A frame that does not fit is left out.
  const found = framed.width > width && groups.frames.length > 0 ? layOut({ ...groups, frames: [] }) : framed;
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
  const subjects = new Set(mine?.ask.kind === 'pair' ? inputsOf(on, mine.ask.of) : [subject]);
  const outcome = mine && state.outcomes.get(mine.id);
  const asked = mine && (state.attempts.get(mine.id)?.misses.length ?? 0) > 0 ? 'wrong' : 'asked';
  const revealed = revealedOn(state, on);
  const stateOf =
    (shown: ReadonlySet<NodeId>, kind: 'value' | 'gradient') =>
    (id: NodeId): State => {
      if (mine && askedAt(mine.ask) === kind && subjects.has(id)) {
        if (asking) return asked;
        if (outcome?.result === 'right') return 'right';
      }
      if (!shown.has(id)) return 'hidden';
      return revealed.has(`${kind} ${id}`) ? 'revealed' : 'shown';
    };
  const current = mine && asking ? gatesAtHand(on, mine.ask) : new Set<NodeId>();
  const gradient = stateOf(known.gradients, 'gradient');
  const marks = runMarks(on.circuit, known.run, {
    value: stateOf(known.values, 'value'),
    gradient,
    share: ({ node, k }) =>
      asking && isShareAsked(on, mine, node, k)
        ? asked
        : known.share(node, k)
          ? 'shown'
          : gradient(on.circuit.args(node)[k]!),
    current: (id) => current.has(id),
    ...(mine && subject !== undefined && asksGradient(mine.ask) && { highlighted: wayTo(on, mine, subject) }),
  });
  const moved = nudgedOn(state, mine);
  const seen = moved === undefined ? marks : afterNudge(marks, moved);
  const still = known.backward ? seen : withoutGradients(seen);
  const drawn = paint(
    layoutOf(on, known.run, groupingOn(state, on, options.regrouped), options),
    options.moment ? marksAt(still, on, mine, options.moment) : still,
  );
  const focus = focusOf(drawn);
  const about = mine ? tensorsAtHand(on, gatesAtHand(on, mine.ask), subject) : [];
  const unless = (kind: 'value' | 'gradient', of: (id: NodeId) => State) => (id: NodeId) =>
    asking && id === subject && mine?.ask.kind === 'entry' && mine.ask.gradient === (kind === 'gradient')
      ? asked
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
export function askedAt(ask: AnyAsk): 'value' | 'gradient' | undefined {
  if (ask.kind === 'value' || ask.kind === 'gradient') return ask.kind;
  if (ask.kind === 'pair') return ask.gradient ? 'gradient' : undefined;
  return ask.kind === 'line' || ask.kind === 'mend' || ask.kind === 'culprit' ? 'gradient' : undefined;
}

/** The names that a line reads. */
function inputsOf({ circuit }: OpenCircuit, line: string): readonly (NodeId | undefined)[] {
  return circuit.stages.find(({ name }) => name === line)!.reads.map((name) => circuit.find(name));
}

/** Which numbers the program gave, not the learner: `value` or `gradient` and the node. */
function revealedOn(state: LessonState, on: OpenCircuit): ReadonlySet<string> {
  return new Set(
    questionsOf(state.open).flatMap(({ id, on: where, ask }) => {
      if (where !== on || state.outcomes.get(id)?.result !== 'revealed' || !('of' in ask)) return [];
      const at = askedAt(ask);
      const nodes = ask.kind === 'pair' ? inputsOf(on, ask.of) : [on.circuit.find(ask.of)];
      return at === undefined ? [] : nodes.map((node) => `${at} ${node}`);
    }),
  );
}

/** The way on which the gradient comes from the output to the wire that a question is about. */
function wayTo(on: OpenCircuit, question: Question, subject: NodeId): (branch: Branch) => boolean {
  const way = gradientPath(on.circuit, subject);
  if (question.ask.kind !== 'share') return way;
  const { through } = question.ask;
  const { node, gates } = on.circuit.stages.find(({ name }) => name === through)!;
  const before = gradientPath(on.circuit, node);
  return (branch) => before(branch) || (way(branch) && gates.includes(branch.node));
}

/** Whether a question asks what comes back through this very branch. */
function isShareAsked({ circuit }: OpenCircuit, question: Question | undefined, gate: NodeId, k: number): boolean {
  if (question?.ask.kind !== 'share') return false;
  const { of, through } = question.ask;
  const stage = circuit.stages.find(({ name }) => name === through);
  return stage?.gates.includes(gate) === true && circuit.args(gate)[k] === circuit.find(of);
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
