import type { Circuit, NodeId } from '../engine/index.js';
import { liveNodes } from './backward-plan.js';
import type { OpenCircuit } from './open.js';
import { type LessonState, questionsOf } from './state.js';

/** What a learner may see of a circuit at this moment: the nodes whose value, and whose gradient, is not `?`. */
export interface Known {
  readonly values: ReadonlySet<NodeId>;
  readonly gradients: ReadonlySet<NodeId>;
}

/** Nodes between `from` (not included) and the output. */
function downstream(circuit: Circuit, from: NodeId, live: ReadonlySet<NodeId>): Set<NodeId> {
  const reached = new Set<NodeId>([from]);
  for (let id = from + 1; id < circuit.size; id++)
    if (live.has(id) && circuit.args(id).some((arg) => reached.has(arg))) reached.add(id);
  reached.delete(from);
  return reached;
}

/**
 * Values are shown but for names that a `value of` question still asks. A gradient is shown once it was answered, and
 * where it is upstream of something asked so far: it is what the answer is worked out from.
 */
export function knownOn(state: LessonState, on: OpenCircuit): Known {
  const { circuit } = on;
  const live = liveNodes(circuit);
  const values = new Set(Array.from({ length: circuit.size }, (_, id) => id));
  const gradients = new Set<NodeId>();
  const answered = (id: string) => state.outcomes.has(id);
  for (const question of questionsOf(state.open)) {
    if (question.on !== on) continue;
    const { ask } = question;
    const node = circuit.find(ask.of);
    if (node === undefined) continue;
    if (ask.kind === 'value' && !answered(question.id))
      for (const id of circuit.stages.find((s) => s.name === ask.of)?.gates ?? [node]) values.delete(id);
    if (ask.kind !== 'gradient') continue;
    const outcome = state.outcomes.get(question.id);
    if (outcome !== undefined && outcome.result !== 'skipped') gradients.add(node);
    if (outcome !== undefined || isCurrent(state, question.id))
      for (const id of downstream(circuit, node, live)) gradients.add(id);
  }
  return { values, gradients };
}

function isCurrent(state: LessonState, id: string): boolean {
  const item = state.open.items[state.at];
  return item?.kind === 'question' && item.question.id === id;
}
