import { CircuitBuilder } from './builder.js';
import { forward } from './forward.js';
import type { GateOptions } from './gates/row.js';
import { codedRow, isElementwise } from './gates/table.js';
import { FlatRun } from './run.js';
import type { Shape, Tensor } from './types.js';

/**
 * What a gate gives for constants, worked out while the circuit is built.
 * @param admit is asked before a tensor is made; see CircuitBuilder
 * @throws ProgramError as the gate itself
 */
export function fold(
  name: string,
  operands: readonly Tensor[],
  options: GateOptions,
  labels: readonly string[],
  admit: (shape: Shape, work: number) => void,
): Tensor {
  const row = codedRow(name);
  if (isElementwise(row) && operands.every(({ shape }) => shape.length === 0)) {
    const [x, y] = operands.map(({ data }) => data[0]!) as [number, number?];
    return { shape: [], data: Float64Array.of(row.value(x, y ?? 0)) };
  }
  const builder = new CircuitBuilder(8, admit);
  const ids = operands.map((operand) => builder.constant(operand));
  const circuit = builder.finish(builder.gate(name, ids, options, labels));
  const result = new FlatRun(circuit);
  result.load({});
  forward(circuit, result);
  return result.value(circuit.output);
}
