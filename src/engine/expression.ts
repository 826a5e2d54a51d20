import type { CircuitBuilder } from './builder.js';
import { fold } from './fold.js';
import { functions, operatorGates } from './language/functions.js';
import { limits } from './language/limits.js';
import { nearest } from './language/nearest.js';
import type { ProblemCode, ProblemParams } from './language/problems.js';
import { type Place, ProgramError } from './language/program-error.js';
import type { SyntaxNode } from './language/syntax.js';
import type { NestedNumbers, NodeId } from './types.js';

/** A value in the making: a node of the circuit, or a constant that no gate has needed yet. */
type Operand = { readonly node: NodeId } | { readonly value: NestedNumbers };

type Call = SyntaxNode & { kind: 'call' };

/** Turns expressions into gates of a builder; constants are folded on the way. */
export class ExpressionCompiler {
  private readonly builder: CircuitBuilder;
  private readonly lines: readonly string[];
  private readonly resolve: (name: string, place: Place) => NodeId;

  /** @param resolve the node of a name read at a place */
  constructor(builder: CircuitBuilder, lines: readonly string[], resolve: (name: string, place: Place) => NodeId) {
    this.builder = builder;
    this.lines = lines;
    this.resolve = resolve;
  }

  /** The node of an expression. */
  node(nodes: readonly SyntaxNode[]): NodeId {
    return this.materialise(this.compile(nodes));
  }

  /** The value of an expression without names. */
  constant(nodes: readonly SyntaxNode[]): NestedNumbers {
    const operand = this.compile(nodes);
    if ('value' in operand) return operand.value;
    throw new ProgramError('no-value', {}, nodes[nodes.length - 1]!.place, this.lines);
  }

  private compile(nodes: readonly SyntaxNode[]): Operand {
    const done: Operand[] = [];
    for (const node of nodes) done.push(this.one(node, done));
    return done[done.length - 1]!;
  }

  private fail(code: ProblemCode, params: ProblemParams, place: Place): never {
    throw new ProgramError(code, params, place, this.lines);
  }

  private one(node: SyntaxNode, done: readonly Operand[]): Operand {
    switch (node.kind) {
      case 'number':
        return { value: node.value };
      case 'name':
        return { node: this.resolve(node.name, node.place) };
      case 'negate':
        return this.gate('neg', [done[node.operand]!], node.place);
      case 'binary':
        return this.gate(operatorGates[node.operator]!, [done[node.left]!, done[node.right]!], node.place);
      case 'call':
        return this.call(node, done);
      default:
        return this.fail('no-value', {}, node.place);
    }
  }

  private call(node: Call, done: readonly Operand[]): Operand {
    const entry = functions.get(node.name);
    if (entry === undefined) {
      const near = nearest(node.name, functions.keys());
      const params = { name: node.name };
      return this.fail('unknown-function', near === undefined ? params : { ...params, near }, node.namePlace);
    }
    const { least, most } = entry;
    const got = node.args.length;
    if (got < least || got > most) {
      const expected = least === most ? least : `${least} to ${most}`;
      return this.fail('wrong-argument-count', { function: node.name, expected, got }, node.place);
    }
    const operands = node.args.map((arg) => done[arg]!);
    if (node.name === 'square') operands.push({ value: 2 });
    if (entry.gate === 'leaky_relu' && got === 1) operands.push({ value: 0.01 });
    return this.gate(entry.gate, operands, node.place);
  }

  private gate(name: string, operands: readonly Operand[], place: Place): Operand {
    const values: NestedNumbers[] = [];
    for (const operand of operands) if ('value' in operand) values.push(operand.value);
    if (values.length === operands.length) return { value: fold(name, values) };
    const ids = operands.map((operand) => this.materialise(operand));
    if (this.builder.size >= limits.gates) this.fail('too-many-gates', { limit: limits.gates }, place);
    return { node: this.builder.gate(name, ids) };
  }

  private materialise(operand: Operand): NodeId {
    return 'node' in operand ? operand.node : this.builder.constant(operand.value);
  }
}
