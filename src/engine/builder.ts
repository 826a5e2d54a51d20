import { FlatCircuit, type Origin, type Slot } from './circuit.js';
import { CONST, INPUT, opcode } from './gates/table.js';
import { ProgramError } from './language/program-error.js';
import { tensorFrom } from './tensor.js';
import type { NestedNumbers, NodeId, Shape, Stage, Tensor } from './types.js';

/**
 * Makes circuits node by node; operands are nodes made before. It checks shapes and knows no limits of size.
 *
 * A builder may be used again after `reset`: it then writes into the same arrays, so a circuit finished before is no
 * longer valid.
 */
export class CircuitBuilder {
  private ops: Uint8Array;
  private left: Int32Array;
  private right: Int32Array;
  private slot: Int32Array;
  private count = 0;
  private inputs: NodeId[] = [];
  private stages: Stage[] = [];
  private slots: Slot[] = [{ shape: [], offset: 0, size: 1 }];
  private more = new Map<NodeId, readonly NodeId[]>();
  private leafIds: NodeId[] = [];
  private leafValues: number[] = [];
  private leafTensors = new Map<NodeId, Tensor>();
  private unset = new Set<NodeId>();
  private names = new Map<string, NodeId>();
  private nameOf = new Map<NodeId, string>();

  /** @param capacity nodes to make room for at once; more are made room for as they come */
  constructor(capacity = 64) {
    this.ops = new Uint8Array(capacity);
    this.left = new Int32Array(capacity);
    this.right = new Int32Array(capacity);
    this.slot = new Int32Array(capacity);
  }

  /** How many nodes there are: the id of the next one. */
  get size(): number {
    return this.count;
  }

  /** Forgets everything built and keeps the arrays. */
  reset(): void {
    this.slot.fill(0, 0, this.count);
    this.count = 0;
    this.inputs = [];
    this.stages = [];
    this.slots = [{ shape: [], offset: 0, size: 1 }];
    this.more = new Map();
    this.leafIds = [];
    this.leafValues = [];
    this.leafTensors = new Map();
    this.unset = new Set();
    this.names = new Map();
    this.nameOf = new Map();
  }

  /** A leaf that gets a gradient. Without a value it is a scalar that every run must be given. */
  input(name: string, value?: NestedNumbers): NodeId {
    const id = this.leaf(INPUT, value, name);
    this.inputs.push(id);
    this.name(id, name);
    return id;
  }

  /** A leaf without a gradient; unnamed, it is called by its value. */
  constant(value: NestedNumbers, name?: string): NodeId {
    const id = this.leaf(CONST, value, name ?? '');
    if (name !== undefined) this.name(id, name);
    return id;
  }

  /** A gate of one scalar operand; `op` is the gate's `opcode`. */
  unary(op: number, x: NodeId): NodeId {
    const id = this.node(op);
    this.left[id] = x;
    this.right[id] = -1;
    return id;
  }

  /** A gate of two scalar operands; `op` is the gate's `opcode`. */
  binary(op: number, x: NodeId, y: NodeId): NodeId {
    const id = this.node(op);
    this.left[id] = x;
    this.right[id] = y;
    return id;
  }

  /** A gate by its name, with its operands in order. */
  gate(name: string, operands: readonly NodeId[]): NodeId {
    const op = opcode(name);
    return operands.length === 1 ? this.unary(op, operands[0]!) : this.binary(op, operands[0]!, operands[1]!);
  }

  /** Gives a node a name; the first one is what the node is called, further ones find it too. */
  name(id: NodeId, name: string): void {
    this.names.set(name, id);
    if (!this.nameOf.has(id)) this.nameOf.set(id, name);
  }

  /** The node of this name, if there is one. */
  find(name: string): NodeId | undefined {
    return this.names.get(name);
  }

  isGate(id: NodeId): boolean {
    return this.ops[id]! > CONST;
  }

  /** Whether the node gets a gradient: all but constants do. */
  isVariable(id: NodeId): boolean {
    return this.ops[id] !== CONST;
  }

  shape(id: NodeId): Shape {
    return this.slots[this.slot[id]!]!.shape;
  }

  stage(stage: Stage): void {
    this.stages.push(stage);
  }

  /** The circuit built so far. It reads this builder's arrays: build on only after `reset`. */
  finish(output: NodeId, origin?: Origin): FlatCircuit {
    return new FlatCircuit({
      size: this.count,
      output,
      inputs: this.inputs,
      stages: this.stages,
      ops: this.ops,
      left: this.left,
      right: this.right,
      more: this.more,
      slot: this.slot,
      slots: this.slots,
      extent: this.count,
      leafIds: this.leafIds,
      leafValues: this.leafValues,
      leafTensors: this.leafTensors,
      unset: this.unset,
      names: this.names,
      nameOf: this.nameOf,
      origin,
    });
  }

  private leaf(op: number, value: NestedNumbers | undefined, name: string): NodeId {
    const id = this.node(op);
    this.left[id] = -1;
    this.right[id] = -1;
    if (value === undefined) {
      this.unset.add(id);
      return id;
    }
    const number = typeof value === 'number' ? value : scalarOf(value, name);
    this.leafIds.push(id);
    this.leafValues.push(number);
    return id;
  }

  private node(op: number): NodeId {
    const id = this.count;
    if (id === this.ops.length) this.grow();
    this.ops[id] = op;
    this.count = id + 1;
    return id;
  }

  private grow(): void {
    const capacity = Math.max(64, this.ops.length * 2);
    const widen = <T extends Uint8Array | Int32Array>(wider: T, old: T): T => {
      wider.set(old);
      return wider;
    };
    this.ops = widen(new Uint8Array(capacity), this.ops);
    this.left = widen(new Int32Array(capacity), this.left);
    this.right = widen(new Int32Array(capacity), this.right);
    this.slot = widen(new Int32Array(capacity), this.slot);
  }
}

function scalarOf(value: NestedNumbers, name: string): number {
  const tensor = tensorFrom(value, name);
  if (tensor.shape.length > 0) throw new ProgramError('wrong-shape', { name, expected: '[]', got: 'a list' });
  return tensor.data[0]!;
}
