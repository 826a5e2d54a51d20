import { FlatCircuit, type GateDetail, type Origin, placeOf, type Slot } from './circuit.js';
import { broadcastMap, broadcastShape } from './gates/axes.js';
import type { ElementwiseRow, GateOptions, TensorRow } from './gates/row.js';
import { CONST, codedRow, INPUT, isElementwise, opcode, TENSOR } from './gates/table.js';
import { isTensor, sizeOf, tensorFrom } from './tensor.js';
import type { NestedNumbers, NodeId, Shape, Stage, Tensor } from './types.js';

/** Stands first among the slots: that of every scalar. */
const NO_SLOT: Slot = { shape: [], offset: 0 };
const NO_ENTRIES = new Float64Array(0);
const NO_PLAN = new Int32Array(0);
const NO_OPTIONS: GateOptions = {};

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
  private slots: Slot[] = [NO_SLOT];
  private entries = 0;
  private details = new Map<NodeId, GateDetail>();
  private more = new Map<NodeId, readonly NodeId[]>();
  private leafIds: NodeId[] = [];
  private leafValues: number[] = [];
  private leafTensors = new Map<NodeId, Tensor>();
  private constants: NodeId[] = [];
  private unset = new Set<NodeId>();
  private names = new Map<string, NodeId>();
  private nameOf = new Map<NodeId, string>();

  private readonly admit: (shape: Shape, work: number) => void;

  /**
   * @param capacity nodes to make room for at once; more are made room for as they come
   * @param admit is asked before a tensor is made, with its shape and the multiplications it takes; it may throw
   */
  constructor(capacity = 64, admit: (shape: Shape, work: number) => void = () => {}) {
    this.admit = admit;
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
    this.slots = [NO_SLOT];
    this.entries = 0;
    this.details = new Map();
    this.more = new Map();
    this.leafIds = [];
    this.leafValues = [];
    this.leafTensors = new Map();
    this.constants = [];
    this.unset = new Set();
    this.names = new Map();
    this.nameOf = new Map();
  }

  /** A leaf that gets a gradient. Without a value it is a scalar that every run must be given. */
  input(name: string, value?: NestedNumbers | Tensor): NodeId {
    const id = this.leaf(INPUT, value, name);
    this.inputs.push(id);
    this.name(id, name);
    return id;
  }

  /** A leaf without a gradient; unnamed, it is called by its value. */
  constant(value: NestedNumbers | Tensor, name?: string): NodeId {
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

  /**
   * A gate by its name, with its operands in order.
   * @param labels what the operands are called in messages; their names, unless given
   * @throws ProgramError without a place, if the shapes do not fit
   * @throws RangeError if there is no such gate, or it does not take so many operands
   */
  gate(
    name: string,
    operands: readonly NodeId[],
    options: GateOptions = NO_OPTIONS,
    labels: readonly string[] = this.labels(operands),
  ): NodeId {
    const row = codedRow(name);
    if (row.arity >= 0 && operands.length !== row.arity)
      throw new RangeError(`${name} takes ${row.arity} operands, not ${operands.length}`);
    const op = opcode(name);
    if (!isElementwise(row)) return this.tensorGate(row, op, operands, options, labels);
    if (operands.some((id) => this.slot[id] !== 0)) return this.broadcastGate(row, op, operands, labels);
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

  /** The entries of a leaf that has a value. */
  leafValue(id: NodeId): Tensor | undefined {
    const tensor = this.leafTensors.get(id);
    if (tensor !== undefined) return tensor;
    const at = this.ops[id]! > CONST ? -1 : placeOf(this.leafIds, id);
    return at < 0 ? undefined : { shape: [], data: Float64Array.of(this.leafValues[at]!) };
  }

  /** Notes a line of a program and the gates that it made. */
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
      details: this.details,
      extent: this.count + this.entries,
      leafIds: this.leafIds,
      leafValues: this.leafValues,
      leafTensors: this.leafTensors,
      constants: this.constants,
      unset: this.unset,
      names: this.names,
      nameOf: this.nameOf,
      origin,
    });
  }

  private labels(operands: readonly NodeId[]): string[] {
    return operands.map((id, k) => this.nameOf.get(id) ?? `operand ${k + 1}`);
  }

  private broadcastGate(
    row: ElementwiseRow,
    op: number,
    operands: readonly NodeId[],
    labels: readonly string[],
  ): NodeId {
    const shapes = operands.map((id) => this.shape(id));
    const shape = shapes.length === 1 ? shapes[0]! : broadcastShape(shapes[0]!, shapes[1]!, labels);
    this.admit(shape, 0);
    const maps = shapes.map((own) => broadcastMap(own, shape));
    return this.place(op, operands, shape, { row, options: NO_OPTIONS, plan: NO_PLAN, maps });
  }

  private tensorGate(
    row: TensorRow,
    op: number,
    operands: readonly NodeId[],
    options: GateOptions,
    labels: readonly string[],
  ): NodeId {
    const shapes = operands.map((id) => this.shape(id));
    const shape = row.shape(shapes, options, labels);
    this.admit(shape, row.work?.(shapes, shape) ?? 0);
    row.check?.(
      operands.map((id, k) => this.leafValue(id) ?? (k === 0 ? { shape: shapes[0]!, data: NO_ENTRIES } : undefined)),
      options,
      labels,
    );
    const plan = row.plan?.(shapes, shape, options) ?? NO_PLAN;
    return this.place(op, operands, shape, { row, options, plan, maps: [] });
  }

  private place(op: number, operands: readonly NodeId[], shape: Shape, detail: GateDetail): NodeId {
    const id = this.node(op | TENSOR);
    this.left[id] = operands[0]!;
    this.right[id] = operands[1] ?? -1;
    if (operands.length > 2) this.more.set(id, operands.slice(2));
    this.details.set(id, detail);
    this.reserve(id, shape);
    return id;
  }

  private reserve(id: NodeId, shape: Shape): void {
    if (shape.length === 0) return;
    this.slot[id] = this.slots.length;
    this.slots.push({ shape, offset: this.entries });
    this.entries += sizeOf(shape);
  }

  private leaf(op: number, value: NestedNumbers | Tensor | undefined, name: string): NodeId {
    const id = this.node(op);
    this.left[id] = -1;
    this.right[id] = -1;
    if (value === undefined) {
      this.unset.add(id);
      return id;
    }
    if (typeof value !== 'number') {
      const tensor = isTensor(value) ? value : tensorFrom(value, name);
      if (tensor.shape.length > 0) {
        this.admit(tensor.shape, 0);
        this.leafTensors.set(id, tensor);
        this.reserve(id, tensor.shape);
        return id;
      }
      this.leafValues.push(tensor.data[0]!);
    } else this.leafValues.push(value);
    this.leafIds.push(id);
    if (op === CONST) this.constants.push(id);
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
