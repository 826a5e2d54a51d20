import { contribute } from './backward.js';
import { FlatRun } from './run.js';
import { sizeOf } from './tensor.js';
import type { NodeId, Run, Stage, Tensor } from './types.js';

/**
 * The partial of a whole line with respect to a name that it reads: a backward pass over the line's own gates, from 1
 * at its result. A name read twice counts with all its ways; a line that renames has 1. Where the line's value is no
 * scalar this is the gradient of the sum of its entries.
 * @throws RangeError if the line does not read the name
 */
export function stageLocal(run: Run, stage: Stage, name: string): Tensor {
  const target = run.circuit.find(name);
  if (!(run instanceof FlatRun) || target === undefined || !stage.reads.includes(name))
    throw new RangeError(`the line of ${stage.name} does not read ${name}`);
  const { circuit } = run;
  const gradients = new Map<NodeId, Float64Array>();
  const gradientOf = (id: NodeId): Float64Array => {
    let entries = gradients.get(id);
    if (entries === undefined) {
      entries = new Float64Array(sizeOf(circuit.shape(id)));
      gradients.set(id, entries);
    }
    return entries;
  };
  gradientOf(stage.node).fill(1);
  for (let at = stage.gates.length - 1; at >= 0; at--) {
    const id = stage.gates[at]!;
    const upstream = gradients.get(id);
    if (upstream === undefined) continue;
    circuit.args(id).forEach((operand, k) => {
      contribute(run, id, k, upstream, gradientOf(operand));
    });
  }
  return { shape: circuit.shape(target), data: gradientOf(target) };
}
