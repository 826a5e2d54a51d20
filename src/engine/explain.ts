import { formatNumber } from './format.js';
import { gateFormulas, stepNames, substitute } from './formulas.js';
import type { GateRow } from './gates/row.js';
import { codedRow } from './gates/table.js';
import { shapeText } from './tensor.js';
import type { NodeId, Run, Tensor } from './types.js';

/** Why one operand of a gate receives what it receives. */
export interface OperandExplanation {
  readonly name: string;
  /**
   * The local gradient as a formula over the names of the circuit. For a gate on whole tensors, the operand's gradient
   * from the output's, which is called `d` and the output's name.
   */
  readonly symbols: string;
  /** The same with numbers in place of names, where all of them are scalars. */
  readonly numbers: string | undefined;
  /** The same with shapes in place of names, for matrix products. */
  readonly shapes: string | undefined;
  /** The local gradient's entries; undefined for a gate that is no elementwise one. */
  readonly local: Tensor | undefined;
}

/** A gate explained from its row of the table: what hints and worked answers are made of. */
export interface Explanation {
  readonly name: string;
  readonly gate: string;
  /** What the gate computes, over the names of the circuit. */
  readonly formula: string;
  readonly operands: readonly OperandExplanation[];
  /** What the gate does and the rule of its local gradient, in words. */
  readonly words: GateRow['words'];
}

/**
 * Explains a gate of a run: the formulas of its local gradients with symbols, with numbers and in words.
 * @throws RangeError for a leaf
 */
export function explain(run: Run, id: NodeId): Explanation {
  const { circuit } = run;
  const gate = circuit.gate(id);
  const row = codedRow(gate);
  const args = circuit.args(id);
  const formulas = gateFormulas(circuit, id);
  const nodes = new Map<string, NodeId>(formulas.operands.map((name, k) => [name, args[k]!]));
  nodes.set(formulas.output, id);
  const output = circuit.name(id);
  const symbols = new Map([...nodes].map(([name, node]) => [name, operandText(circuit.name(node))]));
  symbols.set('dY', `d${output}`);
  const scalar = [...nodes.values()].every((node) => circuit.shape(node).length === 0);
  const numbers = new Map([...nodes].map(([name, node]) => [name, operandText(readable(run, node))]));
  const shapes = new Map([...nodes].map(([name, node]) => [name, `(${shapeText(circuit.shape(node))})`]));
  shapes.set('dY', shapes.get(formulas.output)!);
  const product = gate === 'matmul' || gate === 'linear';
  return {
    name: output,
    gate,
    formula: named(formulas.formula, symbols),
    operands: args.map((arg, k) => ({
      name: circuit.name(arg),
      symbols: named(formulas.partials[k]!, symbols),
      numbers: scalar && formulas.output === 'o' ? substitute(formulas.partials[k]!, numbers) : undefined,
      shapes: product ? substitute(formulas.partials[k]!, shapes) : undefined,
      local: run.local(id, k),
    })),
    words: row.words,
  };
}

function readable(run: Run, id: NodeId): string {
  const { circuit } = run;
  if (circuit.gate(id) === 'const') return circuit.name(id);
  return formatNumber(run.value(id).data[0]!, { significant: 2 });
}

/** In brackets where a minus sign would run into the formula. */
function operandText(text: string): string {
  return /^[-[]/.test(text) ? `(${text})` : text;
}

/** The formula over the circuit's names; its own steps are renamed where they would be taken for those. */
function named(formula: string, symbols: ReadonlyMap<string, string>): string {
  const taken = new Set(symbols.values());
  let text = formula;
  for (const step of stepNames(formula)) {
    if (!taken.has(step)) continue;
    text = text.replace(new RegExp(`\\b${step}\\b(?!\\()`, 'g'), `${step}_`);
  }
  return substitute(text, symbols);
}
