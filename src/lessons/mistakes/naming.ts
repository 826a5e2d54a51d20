import { type Circuit, formatNumber, gateRow, type NodeId } from '../../engine/index.js';
import { isExact } from '../answer/range.js';

/** A number in a sentence: 3 and not 3.00, but 0.20 where it is rounded. */
export function said(x: number): string {
  const text = formatNumber(x, { significant: 2 });
  return isExact(x) && text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
}

/** A number as a factor or a term after a sign: in brackets if it has a sign of its own. */
export function bracketed(x: number): string {
  return x < 0 ? `(${said(x)})` : said(x);
}

const LONGEST = 24;
const DEEPEST = 4;

/** What a node is called: its name, a number for a constant, else the expression it computes, or the gate's sign if that is long. */
export function nameOf(circuit: Circuit, id: NodeId): string {
  const text = expression(circuit, id, DEEPEST);
  return text.length <= LONGEST || circuit.named(id) ? text : `${circuit.name(id)}`;
}

/** What a node computes, in terms of its operands' names. */
export function formulaOf(circuit: Circuit, id: NodeId): string {
  return filled(circuit, id, (arg) => bracketIfNeeded(expression(circuit, arg, DEEPEST - 1)));
}

function expression(circuit: Circuit, id: NodeId, depth: number): string {
  if (circuit.named(id) || circuit.args(id).length === 0 || depth === 0) return circuit.name(id);
  return filled(circuit, id, (arg) => bracketIfNeeded(expression(circuit, arg, depth - 1)));
}

function filled(circuit: Circuit, id: NodeId, operand: (id: NodeId) => string): string {
  const args = circuit.args(id);
  const row = gateRow(circuit.gate(id));
  if (row === undefined || args.length === 0) return circuit.name(id);
  return row.formula
    .replace(/\b[\p{L}_]+\b/gu, (word) => {
      const arg = args[row.operands.indexOf(word)];
      return arg === undefined ? word : operand(arg);
    })
    .replace(/\(\(([^()]*)\)\)/g, '($1)');
}

function bracketIfNeeded(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*(\([^()]*\))?$|^\d+\.?\d*$/u.test(text) ? text : `(${text})`;
}
