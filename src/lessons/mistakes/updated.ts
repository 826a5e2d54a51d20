import { alteredRun } from '../../engine/altered.js';
import {
  build,
  gateFormulas,
  type NestedNumbers,
  type NodeId,
  type Run,
  run,
  type Tensor,
  toNested,
} from '../../engine/index.js';
import { liveNodes } from '../backward-plan.js';
import { type Candidate, combine, ranks, type Sight } from './candidate.js';
import { nameOf } from './naming.js';

/** Learning rates that are common in print. */
const RATES = [0.1, 0.01, 0.5, 1];
/** More weights than this lie in nobody's head at once. */
const MOST_PASSAGES = 24;
const PRODUCTS = new Set(['mul', 'matmul', 'linear']);
const LOSSES = new Set(['mse', 'cross_entropy', 'svm_hinge']);

/** A product of a weight and what lies between the thing asked about and the output. */
interface Passage {
  readonly gate: NodeId;
  readonly weight: NodeId;
  readonly other: NodeId;
}

/**
 * Gradients that passed a weight after its update: where there is a loss to descend, descent has to wait until the
 * backward pass is through. For single numbers at the commonest rate only, as such numbers often match by chance.
 */
export function updatedMistakes({ ask, pass, node }: Sight): readonly Candidate[] {
  if (ask.kind !== 'gradient' || !hasLoss(pass)) return [];
  const found = passages(pass, node);
  if (found.length > MOST_PASSAGES) return [];
  return found.flatMap((passage) => {
    const isNumber = pass.circuit.shape(passage.weight).length === 0;
    return (isNumber ? RATES.slice(0, 1) : RATES).map(
      (rate): Candidate => ({
        id: 'updated-weights',
        rank: ranks.branch,
        family: 'local',
        facts: () => ({ other: nameOf(pass.circuit, passage.weight), otherValue: String(rate) }),
        value: (sight) => withUpdated(again(sight.pass), node, passage, rate),
      }),
    );
  });
}

function passages({ circuit }: Run, node: NodeId): readonly Passage[] {
  const live = liveNodes(circuit);
  const reached = new Set<NodeId>([node]);
  const found: Passage[] = [];
  for (let gate = node + 1; gate < circuit.size; gate++) {
    const args = circuit.args(gate);
    if (!live.has(gate) || !args.some((arg) => reached.has(arg))) continue;
    reached.add(gate);
    if (!PRODUCTS.has(circuit.gate(gate))) continue;
    const [a, b] = args as [NodeId, NodeId];
    for (const [weight, other] of [
      [a, b],
      [b, a],
    ] as const)
      if (circuit.inputs.includes(weight) && reached.has(other) && weight !== node) found.push({ gate, weight, other });
  }
  return found;
}

function hasLoss({ circuit }: Run): boolean {
  for (const id of liveNodes(circuit)) {
    if (LOSSES.has(circuit.gate(id))) return true;
    if (circuit.gate(id) === 'pow' && circuit.name(circuit.args(id)[1]!) === '2') return true;
  }
  return false;
}

function withUpdated(pass: Run, node: NodeId, { gate, weight, other }: Passage, rate: number): Tensor {
  const before = pass.value(weight);
  const after = combine(before, pass.gradient(weight), (w, dw) => w - rate * dw);
  const [stale, fresh] = [shareWith(pass, gate, weight, other, before), shareWith(pass, gate, weight, other, after)];
  const gradient = combine(
    combine(pass.gradient(other), stale, (g, share) => g - share),
    fresh,
    (g, share) => g + share,
  );
  return node === other ? gradient : alteredRun(pass, other, gradient).gradient(node);
}

/** The pass of the same inputs, where a run shows rounded numbers: a change can be carried through it. */
function again(pass: Run): Run {
  const { circuit } = pass;
  const inputs = Object.fromEntries(circuit.inputs.map((id) => [circuit.name(id), toNested(pass.value(id))]));
  return run(circuit, { inputs, seed: toNested(pass.gradient(circuit.output)) });
}

/** What comes back to `other` through the gate if the weight has another value. */
function shareWith(pass: Run, gate: NodeId, weight: NodeId, other: NodeId, value: Tensor): Tensor {
  const { operands, formula } = gateFormulas(pass.circuit, gate);
  const args = pass.circuit.args(gate);
  const inputs: Record<string, NestedNumbers> = {};
  args.forEach((arg, k) => {
    inputs[operands[k]!] = toNested(arg === weight ? value : pass.value(arg));
  });
  const alone = build(`product = ${formula}`, { inputs });
  return run(alone, { seed: toNested(pass.gradient(gate)) }).gradient(alone.find(operands[args.indexOf(other)]!)!);
}
