import { contribute } from './backward.js';
import { CONST } from './gates/table.js';
import { FlatRun } from './run.js';
import { sizeOf } from './tensor.js';
import type { NodeId, Run, Tensor } from './types.js';

/**
 * The run with another gradient at one node, as if a mistake were made there: what lies further back follows from it,
 * the rest, values and local gradients, is the same.
 * @param gradient in the node's shape
 */
export function alteredRun(run: Run, at: NodeId, gradient: Tensor): Run {
  if (!(run instanceof FlatRun)) throw new TypeError('a run is made by run');
  const { circuit } = run;
  const reached = circuit.reach();
  const gradients = new Map<NodeId, Float64Array>();
  const entries = (id: NodeId): Float64Array => {
    const found = gradients.get(id) ?? new Float64Array(sizeOf(circuit.shape(id)));
    gradients.set(id, found);
    return found;
  };
  entries(circuit.output).set(run.gradient(circuit.output).data);
  for (let id = circuit.output; id >= 0; id--) {
    if (id === at) entries(id).set(gradient.data);
    if (reached[id] === 0) continue;
    circuit.args(id).forEach((operand, k) => {
      if (circuit.parts.ops[operand] !== CONST) contribute(run, id, k, entries(id), entries(operand));
    });
  }
  return {
    circuit,
    value: (id) => run.value(id),
    gradient: (id) => ({ shape: circuit.shape(id), data: entries(id) }),
    local: (id, k) => run.local(id, k),
    share: (id, k) => {
      const operand = circuit.args(id)[k]!;
      const data = new Float64Array(sizeOf(circuit.shape(operand)));
      contribute(run, id, k, entries(id), data);
      return { shape: circuit.shape(operand), data };
    },
  };
}
