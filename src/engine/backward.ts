import { addShare } from './bound.js';
import type { FlatCircuit } from './circuit.js';
import { TENSOR } from './gates/table.js';
import type { FlatRun } from './run.js';
import type { NodeId } from './types.js';

/**
 * Carries the output's gradient back to every node it depends on: the gradient of an operand gains the local gradient
 * times the gate's own (`+=`, as a node may feed several gates). Leaves that are constants end with 0.
 */
export function backwardThrough(circuit: FlatCircuit, buffers: FlatRun): void {
  const { left, right, ops, constants } = circuit.parts;
  const { gradients, dx, dy } = buffers;
  const reached = circuit.reach();
  for (let id = circuit.output; id >= 0; id--) {
    const first = left[id]!;
    if (first < 0 || reached[id] === 0) continue;
    if (ops[id]! >= TENSOR) {
      const gate = buffers.gates.get(id)!;
      for (let k = 0; k < gate.operands.length; k++) {
        const into = gate.gradients[k];
        if (into !== undefined) addShare(gate, k, gate.upstream, into);
      }
      continue;
    }
    const upstream = gradients[id]!;
    gradients[first]! += dx[id]! * upstream;
    const second = right[id]!;
    if (second >= 0) gradients[second]! += dy[id]! * upstream;
  }
  for (let k = 0; k < constants.length; k++) gradients[constants[k]!] = 0;
}

/**
 * What operand `k` of one gate receives back through it: adds upstream times local to `into`, which holds the
 * operand's entries as `upstream` holds the gate's.
 */
export function contribute(buffers: FlatRun, id: NodeId, k: number, upstream: Float64Array, into: Float64Array): void {
  const gate = buffers.gates.get(id);
  if (gate !== undefined) addShare(gate, k, upstream, into);
  else into[0]! += (k === 0 ? buffers.dx : buffers.dy)[id]! * upstream[0]!;
}
