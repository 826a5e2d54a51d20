import { gateRow } from '../engine/index.js';
import type { Circuit, NodeId } from '../engine/types.js';

/**
 * What stands in a gate's box, and which operands come in by wire: all of them, or the one that isn't a plain number.
 */
export interface GateSymbol {
  readonly label: string;
  readonly operands: readonly number[];
}

/**
 * Whether a node is a number written into the program; such a number stands inside the box of a gate with one other
 * operand.
 */
export function isLiteral(circuit: Circuit, id: NodeId): boolean {
  return circuit.gate(id) === 'const' && !circuit.named(id) && circuit.shape(id).length === 0;
}

/** How a gate is shown: `+`, `max`, and with a number for an operand `+1`, `3-x`, `^2`, `1/x`, `max 0`. */
export function gateSymbol(circuit: Circuit, id: NodeId): GateSymbol {
  const gate = circuit.gate(id);
  const args = circuit.args(id);
  const symbol = gateRow(gate)?.symbol ?? gate;
  if (args.length === 2) {
    const [first, second] = [isLiteral(circuit, args[0]!), isLiteral(circuit, args[1]!)];
    if (second && !first) return { label: withNumber(gate, symbol, circuit.name(args[1]!), false), operands: [0] };
    if (first && !second) return { label: withNumber(gate, symbol, circuit.name(args[0]!), true), operands: [1] };
  }
  return { label: symbol, operands: args.map((_, k) => k) };
}

function withNumber(gate: string, symbol: string, number: string, isFirst: boolean): string {
  if (/^\w/.test(symbol)) return `${symbol} ${number}`;
  const commutes = gate === 'add' || gate === 'mul';
  return isFirst && !commutes ? `${number}${symbol}x` : `${symbol}${number}`;
}
