import type { ElementwiseRow, GateOptions, TensorRow } from './gates/row.js';
import { CONST, gateName } from './gates/table.js';
import type { Place } from './language/program-error.js';
import type { Circuit, NodeId, Shape, Stage, Tensor } from './types.js';

/** A tensor node's shape and where its entries lie among the entries of tensors. */
export interface Slot {
  readonly shape: Shape;
  readonly offset: number;
}

/** What a gate on tensors needs besides its operands; scalar gates have none of it. */
export interface GateDetail {
  readonly row: ElementwiseRow | TensorRow;
  readonly options: GateOptions;
  /** The row's plan for these shapes. */
  readonly plan: Int32Array;
  /** For an elementwise gate, per operand: which of its entries goes into each of the output's; undefined if the same one. */
  readonly maps: readonly (Int32Array | undefined)[];
}

/** The program's text behind a circuit, for messages that point into it. */
export interface Origin {
  readonly lines: readonly string[];
  /** Where each input is read first. */
  readonly reads: ReadonlyMap<string, Place>;
}

/** The arrays that a circuit consists of; they may be longer than the circuit. */
export interface CircuitParts {
  readonly size: number;
  readonly output: NodeId;
  readonly inputs: readonly NodeId[];
  readonly stages: readonly Stage[];
  readonly ops: Uint8Array;
  /** First and second operand, -1 where there is none. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Operands from the third on, for the few gates that have them. */
  readonly more: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** 0 for a scalar, else an index into `slots`. */
  readonly slot: Int32Array;
  readonly slots: readonly Slot[];
  readonly details: ReadonlyMap<NodeId, GateDetail>;
  /** Entries that all values take: one for every node, the entries of tensors after them. */
  readonly extent: number;
  readonly leafIds: readonly NodeId[];
  readonly leafValues: readonly number[];
  readonly leafTensors: ReadonlyMap<NodeId, Tensor>;
  /** The scalar leaves that get no gradient. */
  readonly constants: readonly NodeId[];
  readonly unset: ReadonlySet<NodeId>;
  readonly names: ReadonlyMap<string, NodeId>;
  readonly nameOf: ReadonlyMap<NodeId, string>;
  readonly origin: Origin | undefined;
}

const SCALAR: Shape = [];

/**
 * A circuit as a struct of arrays. Values of a run are one flat array: a scalar's value stands at its node's id, so
 * that scalar circuits need no offsets, and the entries of tensors follow after the last id.
 */
export class FlatCircuit implements Circuit {
  readonly parts: CircuitParts;
  readonly size: number;
  readonly output: NodeId;
  readonly inputs: readonly NodeId[];
  readonly stages: readonly Stage[];
  private ordinals: Map<NodeId, string> | undefined;
  private reached: Uint8Array | undefined;

  constructor(parts: CircuitParts) {
    this.parts = parts;
    this.size = parts.size;
    this.output = parts.output;
    this.inputs = parts.inputs;
    this.stages = parts.stages;
  }

  get unset(): readonly string[] {
    return [...this.parts.unset].map((id) => this.name(id));
  }

  gate(id: NodeId): string {
    return gateName(this.parts.ops[id]!);
  }

  args(id: NodeId): readonly NodeId[] {
    const { left, right, more } = this.parts;
    const first = left[id]!;
    if (first < 0) return [];
    const second = right[id]!;
    if (second < 0) return [first];
    const rest = more.get(id);
    return rest === undefined ? [first, second] : [first, second, ...rest];
  }

  name(id: NodeId): string {
    return this.parts.nameOf.get(id) ?? this.unnamed(id);
  }

  named(id: NodeId): boolean {
    return this.parts.nameOf.has(id);
  }

  shape(id: NodeId): Shape {
    const slot = this.parts.slot[id]!;
    return slot === 0 ? SCALAR : this.parts.slots[slot]!.shape;
  }

  find(name: string): NodeId | undefined {
    const id = this.parts.names.get(name);
    if (id !== undefined) return id;
    if (!/^t\d+$/.test(name)) return undefined;
    for (const [node, text] of this.ordinalNames()) if (text === name) return node;
    return undefined;
  }

  /** Where a node's entries begin in the flat arrays of a run. */
  offset(id: NodeId): number {
    const slot = this.parts.slot[id]!;
    return slot === 0 ? id : this.size + this.parts.slots[slot]!.offset;
  }

  /** 1 for every node that the output depends on. Through any other no gradient flows, also where its local one is infinite. */
  reach(): Uint8Array {
    if (this.reached === undefined) {
      const { left, right, more, size, output } = this.parts;
      const reached = new Uint8Array(size);
      reached[output] = 1;
      for (let id = output; id >= 0; id--) {
        if (reached[id] === 0) continue;
        const first = left[id]!;
        if (first < 0) continue;
        reached[first] = 1;
        const second = right[id]!;
        if (second < 0) continue;
        reached[second] = 1;
        if (more.size > 0) for (const operand of more.get(id) ?? []) reached[operand] = 1;
      }
      this.reached = reached;
    }
    return this.reached;
  }

  private unnamed(id: NodeId): string {
    if (this.parts.ops[id] !== CONST) return this.ordinalNames().get(id)!;
    const tensor = this.parts.leafTensors.get(id);
    if (tensor !== undefined) return tensorLiteral(tensor);
    return `${this.parts.leafValues[placeOf(this.parts.leafIds, id)]}`;
  }

  /** t1, t2, … for the gates without a name, in creation order; names that the program uses are skipped. */
  private ordinalNames(): Map<NodeId, string> {
    if (this.ordinals === undefined) {
      const { ops, nameOf, names, size } = this.parts;
      this.ordinals = new Map();
      let ordinal = 0;
      for (let id = 0; id < size; id++) {
        if (ops[id] === CONST || nameOf.has(id)) continue;
        do ordinal++;
        while (names.has(`t${ordinal}`));
        this.ordinals.set(id, `t${ordinal}`);
      }
    }
    return this.ordinals;
  }
}

/** Where a number stands in an ascending list, or -1. */
export function placeOf(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted ? low : -1;
}

function tensorLiteral({ shape, data }: Tensor): string {
  if (shape.length === 1 && data.length <= 4) return `[${data.join(', ')}]`;
  return shape.length === 1 ? `[${data[0]}, …]` : '[[…]]';
}
