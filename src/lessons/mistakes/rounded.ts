import { evaluate, type NodeId, type Run, type Tensor } from '../../engine/index.js';
import { elementwiseRow, shownRange } from '../answer/range.js';
import { mapped } from './candidate.js';

/** A run as it stands on the screen: what a learner computes with is the numbers as they are shown, in their digits. */
export function asShown(pass: Run): Run {
  const { circuit } = pass;
  const value = once((id: NodeId): Tensor => mapped(pass.value(id), shownNumber));
  const gradient = once((id: NodeId): Tensor => mapped(pass.gradient(id), shownNumber));
  const locals = [0, 1].map((k) => once((id: NodeId) => localOf(id, k)));
  const local = (id: NodeId, k: number): Tensor | undefined => (locals[k] ?? ((node) => pass.local(node, k)))(id);
  const localOf = (id: NodeId, k: number): Tensor | undefined => {
    const row = elementwiseRow(circuit.gate(id));
    if (row === undefined || circuit.shape(id).length > 0) return pass.local(id, k);
    const [x, y] = circuit.args(id);
    const at = { x: value(x!), y: y === undefined ? value(x!) : value(y), o: value(id) };
    const scope = { x: at.x.data[0]!, y: at.y.data[0]!, o: at.o.data[0]! };
    return evaluate(row.partials[k]!, scope);
  };
  const share = (id: NodeId, k: number): Tensor => {
    const p = local(id, k);
    if (p === undefined || circuit.shape(id).length > 0) return pass.share(id, k);
    return mapped(p, (x) => x * gradient(id).data[0]!);
  };
  return { circuit, value, gradient, local, share };
}

function shownNumber(x: number): number {
  const { lo, hi } = shownRange(x);
  return lo === hi ? x : Number(((lo + hi) / 2).toPrecision(12));
}

function once<Value>(work: (id: NodeId) => Value): (id: NodeId) => Value {
  const known = new Map<NodeId, Value>();
  return (id) => {
    if (!known.has(id)) known.set(id, work(id));
    return known.get(id)!;
  };
}
