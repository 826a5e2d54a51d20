import type { CircuitBuilder } from './builder.js';
import { copyCircuit, optionsOf } from './copy.js';
import { ExpressionCompiler } from './expression.js';
import { codedRow } from './gates/table.js';
import { parse } from './language/parser.js';
import { flatCircuit } from './run.js';
import type { Circuit, NodeId } from './types.js';

/** Whether a gate is a fused one, which `split` takes apart. */
export function canSplit(circuit: Circuit, id: NodeId): boolean {
  return circuit.args(id).length > 0 && codedRow(circuit.gate(id)).split !== undefined;
}

/**
 * The circuit with a fused gate (sigmoid, softmax, cross_entropy, batchnorm, …) taken apart into simpler gates; the
 * last of them keeps the gate's name. Values and gradients are the same, but for overflow: the simpler gates have no
 * stable form.
 * @throws RangeError if the gate has no simpler ones
 */
export function split(circuit: Circuit, id: NodeId): Circuit {
  const flat = flatCircuit(circuit);
  if (!canSplit(circuit, id)) throw new RangeError(`${circuit.name(id)} is no gate that can be split`);
  return copyCircuit(flat, {
    without: new Set(),
    changed: id,
    make: (builder, copyOf) => {
      const program = splitProgram(circuit, id);
      const operands = codedRow(circuit.gate(id)).operands;
      const names = new Map(circuit.args(id).map((arg, k) => [operands[k]!, copyOf(arg)]));
      return inline(builder, program, names);
    },
  });
}

/** The program of simpler gates of a fused gate, over the operand names of its row. */
export function splitProgram(circuit: Circuit, id: NodeId): string {
  const row = codedRow(circuit.gate(id));
  const shapes = circuit.args(id).map((arg) => circuit.shape(arg));
  return row.split!(shapes, optionsOf(flatCircuit(circuit), id));
}

/** Writes a program's gates into a builder; its names are those given and the ones it assigns. */
export function inline(builder: CircuitBuilder, program: string, names: ReadonlyMap<string, NodeId>): NodeId {
  const { statements, lines } = parse(program);
  const known = new Map(names);
  const compiler = new ExpressionCompiler(
    builder,
    lines,
    (name) => known.get(name)!,
    () => {},
  );
  let last = 0;
  for (const { name, nodes } of statements) {
    last = compiler.node(nodes);
    if (name !== undefined) known.set(name, last);
  }
  return last;
}
