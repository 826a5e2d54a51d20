import { CircuitBuilder } from './builder.js';
import type { FlatCircuit } from './circuit.js';
import type { GateOptions } from './gates/row.js';
import { CONST, INPUT } from './gates/table.js';
import type { NodeId, Stage, Tensor } from './types.js';

/** How a copy of a circuit differs from it. */
export interface CopyPlan {
  /** Nodes to leave out; nothing that stays may read them. */
  readonly without: ReadonlySet<NodeId>;
  /** The gate to make otherwise. */
  readonly changed: NodeId;
  /** Makes it from the operands that it had, or any other nodes of the copy; gives its new node. */
  readonly make: (builder: CircuitBuilder, copyOf: (id: NodeId) => NodeId) => NodeId;
}

/** The options of a gate on tensors. */
export function optionsOf(circuit: FlatCircuit, id: NodeId): GateOptions {
  return circuit.parts.details.get(id)?.options ?? {};
}

/** The value that a leaf has, if it has one. */
export function leafValues(circuit: FlatCircuit): ReadonlyMap<NodeId, number | Tensor> {
  const { leafIds, leafValues: scalars, leafTensors } = circuit.parts;
  const values = new Map<NodeId, number | Tensor>(leafTensors);
  leafIds.forEach((id, k) => {
    values.set(id, scalars[k]!);
  });
  return values;
}

/** A circuit made again with one gate changed; names and lines are carried over. */
export function copyCircuit(circuit: FlatCircuit, plan: CopyPlan): FlatCircuit {
  const { ops, names, nameOf, origin } = circuit.parts;
  const builder = new CircuitBuilder(circuit.size);
  const values = leafValues(circuit);
  const copies = new Map<NodeId, NodeId>();
  const created = new Map<NodeId, NodeId[]>();
  const copyOf = (id: NodeId): NodeId => copies.get(id)!;
  for (let id = 0; id < circuit.size; id++) {
    if (plan.without.has(id)) continue;
    const from = builder.size;
    const name = nameOf.get(id);
    if (ops[id] === INPUT) copies.set(id, builder.input(name ?? circuit.name(id), values.get(id)));
    else if (ops[id] === CONST) copies.set(id, builder.constant(values.get(id)!, name));
    else if (id === plan.changed) copies.set(id, plan.make(builder, copyOf));
    else copies.set(id, builder.gate(circuit.gate(id), circuit.args(id).map(copyOf), optionsOf(circuit, id)));
    const made: NodeId[] = [];
    for (let node = from; node < builder.size; node++) if (builder.isGate(node)) made.push(node);
    created.set(id, made);
  }
  for (const [name, id] of names) if (copies.has(id)) builder.name(copyOf(id), name);
  for (const stage of circuit.stages) {
    if (!copies.has(stage.node)) continue;
    const gates = stage.gates.flatMap((id) => created.get(id) ?? []);
    const copied: Stage = { ...stage, node: copyOf(stage.node), gates };
    builder.stage(copied);
  }
  return builder.finish(copyOf(circuit.output), origin);
}
