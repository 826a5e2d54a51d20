import type { FlatCircuit } from './circuit.js';
import { codedRow, isElementwise } from './gates/table.js';
import { FlatRun } from './run.js';
import type { NodeId, Run } from './types.js';

const PICKING = new Set(['amax', 'amin', 'maxpool2']);

/** The gates that change their formula somewhere. */
export function kinkGates(circuit: FlatCircuit): NodeId[] {
  const found: NodeId[] = [];
  for (let id = 0; id <= circuit.output; id++) {
    if (circuit.args(id).length === 0) continue;
    const row = codedRow(circuit.gate(id));
    if (PICKING.has(row.name) || row.name === 'svm_hinge' || (isElementwise(row) && row.kink !== undefined))
      found.push(id);
  }
  return found;
}

/** On which side of its kinks a gate is, entry by entry, as a text to compare; found from values alone. */
export function sides(circuit: FlatCircuit, buffers: FlatRun, id: NodeId): string {
  const [first, second] = circuit.args(id) as readonly [NodeId, NodeId?];
  const gate = buffers.gates.get(id);
  const x = buffers.value(first).data;
  const out = buffers.value(id).data;
  if (gate !== undefined && gate.plan.length > 0) {
    // the entry that is let through, or for the hinge whether scores keep their order with the margin
    if (circuit.gate(id) !== 'svm_hinge') return Array.from(x, (entry, i) => +(entry === out[gate.plan[i]!])).join('');
    return Array.from(x, (a) => Array.from(x, (b) => Math.sign(a - b + 1)).join()).join(';');
  }
  const y = second === undefined ? undefined : buffers.value(second).data;
  const [mapX, mapY] = gate?.detail.maps ?? [];
  const leaky = circuit.gate(id) === 'leaky_relu';
  return Array.from(out, (_, i) => {
    const other = y === undefined || leaky ? 0 : y[mapY === undefined ? i : mapY[i]!]!;
    return Math.sign(x[mapX === undefined ? i : mapX[i]!]! - other);
  }).join();
}

/**
 * On which side of its kinks every gate that has one is, by gate: where two runs of a circuit differ in it, a gate took
 * another branch of its formula in between, and the slope changed at once.
 */
export function sidesOf(run: Run): ReadonlyMap<NodeId, string> {
  if (!(run instanceof FlatRun)) throw new TypeError('a run is made by run');
  return new Map(kinkGates(run.circuit).map((id) => [id, sides(run.circuit, run, id)]));
}
