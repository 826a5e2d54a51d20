import type { NodeId, Run, Tensor } from '../../engine/index.js';

/**
 * A gate's local gradients by the names of its operands. A name read twice has the sum of both; constants have none, and
 * neither has an operand of a matrix gate, whose local gradient is a formula.
 */
export function localsByName(run: Run, gate: NodeId): Map<string, Tensor> {
  const { circuit } = run;
  const locals = new Map<string, Tensor>();
  circuit.args(gate).forEach((arg, k) => {
    if (circuit.gate(arg) === 'const') return;
    const local = run.local(gate, k);
    if (local === undefined) return;
    const before = locals.get(circuit.name(arg));
    const data = before === undefined ? local.data : local.data.map((entry, at) => entry + before.data[at]!);
    locals.set(circuit.name(arg), { shape: local.shape, data });
  });
  return locals;
}
