import type { CircuitBuilder } from './builder.js';
import { compileCall } from './calls.js';
import { fold } from './fold.js';
import type { GateOptions, IndexItem } from './gates/row.js';
import { codedRow, isElementwise } from './gates/table.js';
import { functions, operatorGates } from './language/functions.js';
import { limits } from './language/limits.js';
import { nearest } from './language/nearest.js';
import { type ProblemCode, type ProblemParams, withNear } from './language/problems.js';
import { type Place, ProgramError } from './language/program-error.js';
import type { SyntaxNode } from './language/syntax.js';
import { type Operand, scalarTensor, vectorTensor } from './operand.js';
import { sameShape, shapeText } from './tensor.js';
import type { NodeId, Shape, Tensor } from './types.js';

/** Asks for room: throws if a program's tensors or products grow over the limits. */
export function limitedRoom(): (shape: Shape, work: number) => void {
  let total = 0;
  let products = 0;
  return (shape, work) => {
    products += work;
    const entries = shape.reduce((product, extent) => product * extent, 1);
    total += entries;
    if (shape.length > limits.rank) throw new ProgramError('too-many-axes', { limit: limits.rank });
    if (entries > limits.entries) throw new ProgramError('tensor-too-large', { got: entries, limit: limits.entries });
    if (total > limits.totalEntries)
      throw new ProgramError('tensor-too-large', { got: total, limit: limits.totalEntries });
    if (products > limits.work) throw new ProgramError('too-much-work', { got: products, limit: limits.work });
  };
}

const LONGEST_LABEL = 30;
const NO_LABELS: readonly string[] = [];

/** Turns expressions into gates of a builder; constants are folded on the way. */
export class ExpressionCompiler {
  readonly builder: CircuitBuilder;
  private readonly lines: readonly string[];
  private readonly resolve: (name: string, place: Place) => NodeId;
  readonly admit: (shape: Shape, work: number) => void;

  /**
   * @param resolve the node of a name read at a place
   * @param admit is asked before a constant is computed; see CircuitBuilder
   */
  constructor(
    builder: CircuitBuilder,
    lines: readonly string[],
    resolve: (name: string, place: Place) => NodeId,
    admit: (shape: Shape, work: number) => void,
  ) {
    this.builder = builder;
    this.lines = lines;
    this.resolve = resolve;
    this.admit = admit;
  }

  /** The node of an expression. */
  node(nodes: readonly SyntaxNode[]): NodeId {
    return this.materialise(this.compile(nodes));
  }

  /** The value of an expression without names. */
  constant(nodes: readonly SyntaxNode[]): Tensor {
    const operand = this.compile(nodes);
    return operand.kind === 'value' ? operand.tensor : this.fail('no-value', {}, operand.place);
  }

  fail(code: ProblemCode, params: ProblemParams, place: Place): never {
    throw new ProgramError(code, params, place, this.lines);
  }

  /** A gate, or its value where all operands are constants. */
  gate(name: string, operands: readonly Operand[], place: Place, options: GateOptions = {}): Operand {
    const values = operands.map((operand) => (operand.kind === 'value' ? operand.tensor : undefined));
    if (values.every((value) => value !== undefined)) {
      const tensor = this.placed(place, () => fold(name, values, options, this.labels(operands), this.admit));
      return { kind: 'value', tensor, place };
    }
    const ids = operands.map((operand) => this.materialise(operand));
    if (this.builder.size >= limits.gates) this.fail('too-many-gates', { limit: limits.gates }, place);
    return { kind: 'node', id: this.placed(place, () => this.made(name, ids, options, operands)), place };
  }

  /** Gates of numbers cannot fail, and are most of all: the operands' texts are cut out for others only. */
  private made(name: string, ids: readonly NodeId[], options: GateOptions, operands: readonly Operand[]): NodeId {
    const plain = isElementwise(codedRow(name)) && ids.every((id) => this.builder.shape(id).length === 0);
    return this.builder.gate(name, ids, options, plain ? NO_LABELS : this.labels(operands));
  }

  private labels(operands: readonly Operand[]): string[] {
    return operands.map((operand) => this.label(operand));
  }

  /** The shape of what an operand stands for. */
  shape(operand: Operand): Shape {
    if (operand.kind === 'value') return operand.tensor.shape;
    return this.builder.shape(this.materialise(operand));
  }

  /** The node of an operand; constants and lists become nodes here. */
  materialise(operand: Operand): NodeId {
    switch (operand.kind) {
      case 'node':
        return operand.id;
      case 'value':
        return this.placed(operand.place, () =>
          this.builder.constant(operand.tensor.shape.length === 0 ? operand.tensor.data[0]! : operand.tensor),
        );
      case 'list': {
        const stack = this.gate('stack', operand.items, operand.place);
        return this.materialise(stack);
      }
      case 'slice':
        return this.fail('lone-slice', {}, operand.place);
      default:
        return this.fail('no-value', {}, operand.place);
    }
  }

  /** Puts the place into errors that were thrown without one. */
  placed<T>(place: Place, action: () => T): T {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof ProgramError) || error.line > 0) throw error;
      throw new ProgramError(error.code, error.params, place, this.lines);
    }
  }

  /** What an operand is called in messages: as it stands in the text. */
  label({ place }: Operand): string {
    const text = this.lines[place.line - 1]?.slice(place.start, place.start + place.length) ?? '';
    return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;
  }

  private compile(nodes: readonly SyntaxNode[]): Operand {
    const done: Operand[] = [];
    for (const node of nodes) done.push(this.one(node, done));
    return done[done.length - 1]!;
  }

  private one(node: SyntaxNode, done: readonly Operand[]): Operand {
    const { place } = node;
    switch (node.kind) {
      case 'number':
        return { kind: 'value', tensor: scalarTensor(node.value), place };
      case 'name':
        return { kind: 'node', id: this.resolve(node.name, place), place };
      case 'flag':
        return { kind: 'flag', value: node.value, place };
      case 'none':
        return { kind: 'none', place };
      case 'list':
        return this.list(
          node.items.map((item) => done[item]!),
          place,
        );
      case 'negate':
        return this.gate('neg', [done[node.operand]!], place);
      case 'binary':
        return this.gate(operatorGates[node.operator], [done[node.left]!, done[node.right]!], place);
      case 'call':
        return compileCall(this, node, done);
      case 'attribute':
        return this.attribute(node.name, done[node.target]!, place);
      case 'index':
        return this.index(
          done[node.target]!,
          node.indices.map((item) => done[item]!),
          place,
        );
      case 'slice': {
        const part = (at: number | undefined): Operand | undefined => (at === undefined ? undefined : done[at]!);
        return { kind: 'slice', start: part(node.start), stop: part(node.stop), step: part(node.step), place };
      }
    }
  }

  private list(items: readonly Operand[], place: Place): Operand {
    if (items.length === 0) this.fail('empty-list', {}, place);
    const tensors: Tensor[] = [];
    for (const item of items) {
      if (item.kind === 'slice') this.fail('lone-slice', {}, item.place);
      if (item.kind === 'value') tensors.push(item.tensor);
    }
    if (tensors.length < items.length) return { kind: 'list', items, place };
    const { shape } = tensors[0]!;
    const odd = tensors.find((tensor) => !sameShape(tensor.shape, shape));
    if (odd !== undefined) this.fail('ragged-list', { first: shapeText(shape), second: shapeText(odd.shape) }, place);
    const whole = [items.length, ...shape];
    this.placed(place, () => this.admit(whole, 0));
    const data = new Float64Array(items.length * tensors[0]!.data.length);
    tensors.forEach((tensor, k) => {
      data.set(tensor.data, k * tensor.data.length);
    });
    return { kind: 'value', tensor: { shape: whole, data }, place };
  }

  private attribute(name: string, target: Operand, place: Place): Operand {
    if (name === 'T') return this.gate('transpose', [target], place);
    const shape = this.shape(target);
    if (name === 'shape') return { kind: 'value', tensor: vectorTensor(shape), place };
    const size = shape.reduce((product, extent) => product * extent, 1);
    if (name === 'size') return { kind: 'value', tensor: scalarTensor(size), place };
    const near = functions.has(name) ? `.${name}()` : nearest(name, ['T', 'shape', 'size']);
    return this.fail('unknown-attribute', withNear({ name }, near), place);
  }

  private index(target: Operand, indices: readonly Operand[], place: Place): Operand {
    if (indices.length === 0) this.fail('expected-expression', { found: ']' }, place);
    const arrays: Operand[] = [];
    const items = indices.map((item) => this.indexItem(item, arrays));
    const operands = [target, ...arrays];
    return { ...this.gate('index', operands, place, { index: items }), picked: { operands, items } };
  }

  private indexItem(item: Operand, arrays: Operand[]): IndexItem {
    switch (item.kind) {
      case 'none':
        return { kind: 'new-axis' };
      case 'slice': {
        const part = (operand: Operand | undefined): number | undefined =>
          operand === undefined ? undefined : this.whole(operand);
        const [start, stop, step] = [part(item.start), part(item.stop), part(item.step)];
        return {
          kind: 'slice',
          ...(start === undefined ? {} : { start }),
          ...(stop === undefined ? {} : { stop }),
          ...(step === undefined ? {} : { step }),
        };
      }
      case 'value':
        if (item.tensor.shape.length === 0) return { kind: 'at', index: this.whole(item) };
        arrays.push(item);
        return { kind: 'array', operand: arrays.length };
      case 'node':
        if (this.builder.leafValue(item.id) === undefined) this.fail('index-of-gate', {}, item.place);
        arrays.push(item);
        return { kind: 'array', operand: arrays.length };
      default:
        return this.fail('index-of-gate', {}, item.place);
    }
  }

  private whole(operand: Operand): number {
    const value = operand.kind === 'value' && operand.tensor.shape.length === 0 ? operand.tensor.data[0]! : Number.NaN;
    if (Number.isInteger(value)) return value;
    if (operand.kind === 'value') this.fail('index-not-whole', { index: this.label(operand) }, operand.place);
    return this.fail('index-of-gate', {}, operand.place);
  }
}
