import { codedRow, isElementwise } from './gates/table.js';
import { flatCircuit } from './run.js';
import type { Circuit, NodeId } from './types.js';

/** A gate's formulas for the shapes and options it has in a circuit, over the names of its row. */
export interface GateFormulas {
  /** What the formulas call the operands. */
  readonly operands: readonly string[];
  /** What they call the output: `o` for elementwise gates, `Y` for others. */
  readonly output: 'o' | 'Y';
  readonly formula: string;
  /** Per operand its partial (elementwise gates), or its gradient from `dY`. */
  readonly partials: readonly string[];
}

/**
 * The formulas of a gate as it stands in a circuit: with its axes, and for operands of its ranks. They are programs of
 * the language, so they can be run as well as shown.
 */
export function gateFormulas(circuit: Circuit, id: NodeId): GateFormulas {
  const row = codedRow(circuit.gate(id));
  const args = circuit.args(id);
  if (isElementwise(row)) return { ...row, partials: powerRule(circuit, id) ?? row.partials, output: 'o' };
  const shapes = args.map((arg) => circuit.shape(arg));
  const { options } = flatCircuit(circuit).parts.details.get(id)!;
  const { formula, partials } = row.formulas?.(shapes, options) ?? row;
  const operands = args.map((_, k) => row.operands[k] ?? String.fromCharCode(65 + k));
  return { operands, output: 'Y', formula, partials };
}

/** The rule of a power with a known exponent as it is learnt: `2 * x` rather than `2 * x**(2 - 1)`. */
function powerRule(circuit: Circuit, id: NodeId): readonly string[] | undefined {
  const exponent = circuit.args(id)[1];
  if (circuit.gate(id) !== 'pow' || circuit.gate(exponent!) !== 'const') return undefined;
  const less = Number(circuit.name(exponent!)) - 1;
  if (Number.isNaN(less)) return undefined;
  const power = less === 1 ? 'x' : less < 0 ? `x**(${less})` : `x**${less}`;
  return [less === 0 ? '1' : `y * ${power}`, codedRow('pow').partials[1]!];
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** A formula with other texts for its names; what stands before a bracket or `=` is no such name. */
export function substitute(formula: string, texts: ReadonlyMap<string, string>): string {
  return formula.replace(NAME, (name, at: number) => {
    const after = formula.slice(at + name.length);
    if (/^\(|^=[^=]/.test(after) || formula[at - 1] === '.') return name;
    return texts.get(name) ?? name;
  });
}

/** The names that a formula of several steps gives to its steps. */
export function stepNames(formula: string): string[] {
  return [...formula.matchAll(/(?:^|; )([\p{L}_][\p{L}\p{N}_]*) = /gu)].map((match) => match[1]!);
}
