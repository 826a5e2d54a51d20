import { leafValues } from './copy.js';
import { gateFormulas, substitute } from './formulas.js';
import { flatCircuit } from './run.js';
import { isTensor, toNested } from './tensor.js';
import type { Circuit } from './types.js';

/**
 * A circuit as a program with a line for each gate, in the order in which they compute: what a program of long lines, or a
 * circuit whose gates were split and fused, is gate by gate. Inputs and named constants stay names; other constants are
 * written out. The last line is the output's.
 */
export function listing(circuit: Circuit): string {
  const values = leafValues(flatCircuit(circuit));
  const text = (id: number): string => {
    if (circuit.gate(id) !== 'const' || circuit.named(id)) return circuit.name(id);
    const value = values.get(id)!;
    const literal = isTensor(value) ? JSON.stringify(toNested(value)) : `${value}`;
    return literal.startsWith('-') ? `(${literal})` : literal;
  };
  const lines: string[] = [];
  for (let id = 0; id <= circuit.output; id++) {
    const args = circuit.args(id);
    if (args.length === 0) continue;
    const { operands, formula } = gateFormulas(circuit, id);
    const names = new Map(operands.map((name, k) => [name, text(args[k]!)]));
    lines.push(`${circuit.name(id)} = ${substitute(formula, names)}`);
  }
  return lines.join('\n');
}
