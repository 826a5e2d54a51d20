import { walk } from '../../engine/gates/axes.js';
import type { GateOptions } from '../../engine/gates/row.js';
import { ProgramError } from '../../engine/language/program-error.js';
import { shapeText, sizeOf, strides } from '../../engine/tensor.js';
import type { Shape, Tensor } from '../../engine/types.js';
import type { Budget } from './budget.js';
import { compute } from './compute.js';
import { Tape } from './tape.js';
import { type ArrayValue, entriesOf, type Storage } from './value.js';

type Dtype = ArrayValue['dtype'];

/** Gates that give whole numbers for whole numbers. */
const WHOLE = new Set(['add', 'sub', 'mul', 'neg', 'max', 'min', 'sum', 'amax', 'amin', 'abs']);
const COMPARISONS = new Set(['lt', 'gt', 'le', 'ge', 'eq', 'ne']);

/**
 * Arrays as numpy has them, with views and writing in place. Everything that does not depend on a gradient is put on
 * the tape, gate by gate.
 */
export class Arrays {
  readonly tape: Tape;
  readonly budget: Budget;
  /** The line of the file at work. */
  line = 0;

  constructor(tape: Tape, budget: Budget) {
    this.tape = tape;
    this.budget = budget;
  }

  /** A value that no gate computed: a literal, random numbers, a mask. */
  leaf(value: Tensor, dtype: Dtype, literal = false): ArrayValue {
    this.budget.array(value.data.length);
    return this.made(value, this.tape.leaf(value, this.line), dtype, literal);
  }

  /** A value computed from gradients. */
  untraced(value: Tensor, dtype: Dtype): ArrayValue {
    return { ...this.made(value, Tape.NONE, dtype, false), tainted: true };
  }

  scalar(value: number, dtype: Dtype = 'float', literal = false): ArrayValue {
    return this.leaf({ shape: [], data: Float64Array.of(value) }, dtype, literal);
  }

  /** A gate of the engine applied to arrays; a new array. */
  gate(name: string, operands: readonly ArrayValue[], options: GateOptions = {}): ArrayValue {
    const value = compute(
      name,
      operands.map(entriesOf),
      options,
      operands.map(({ label }) => label || '(…)'),
      this.budget,
    );
    const whole = WHOLE.has(name) && operands.every(({ dtype }) => dtype !== 'float');
    const dtype = COMPARISONS.has(name) ? 'bool' : whole ? 'int' : 'float';
    return this.result(name, operands, options, value, dtype);
  }

  /** The new array of a gate whose value is known; `undefined` for a gate that lets no gradient through. */
  result(
    gate: string | undefined,
    operands: readonly ArrayValue[],
    options: GateOptions,
    value: Tensor,
    dtype: Dtype,
  ): ArrayValue {
    const nodes = operands.map((operand) => this.nodeOf(operand));
    if (nodes.includes(Tape.NONE)) return this.untraced(value, dtype);
    const literal = operands.length > 0 && operands.every((operand) => operand.literal);
    if (literal || gate === undefined || COMPARISONS.has(gate)) return this.leaf(value, dtype, literal);
    return this.made(value, this.tape.gate(gate, nodes, options, value, this.line), dtype, false);
  }

  /** The tape's node for the present contents of an array. */
  nodeOf(value: ArrayValue): number {
    const { storage, tainted, places, shape } = value;
    if (tainted || storage.node === Tape.NONE) return Tape.NONE;
    if (value.seen === storage.version) return value.node;
    // Written into since the view was made: read the window off the storage's new node.
    let node = storage.node;
    if (places !== undefined) {
      const flat = this.reshaped(node, [storage.data.length]);
      const at = this.tape.leaf({ shape: [places.length], data: Float64Array.from(places) }, this.line);
      const data = entriesOf(value).data;
      node = this.tape.gate(
        'index',
        [flat, at],
        { index: [{ kind: 'array', operand: 1 }] },
        { shape: [places.length], data },
        this.line,
      );
    }
    return this.reshaped(node, shape);
  }

  /** A view with the axes in another order, the reverse unless given. */
  transposed(value: ArrayValue, order = value.shape.map((_, axis) => value.shape.length - 1 - axis)): ArrayValue {
    if (value.shape.length < 2) return value;
    const options: GateOptions = order.every((axis, k) => axis === order.length - 1 - k) ? {} : { shape: order };
    const turned = compute('transpose', [entriesOf(value)], options, [value.label], this.budget);
    const step = strides(value.shape);
    const own = walk(
      turned.shape,
      order.map((axis) => step[axis]!),
      0,
    );
    const places = value.places === undefined ? own : own.map((at) => value.places![at]!);
    const label = value.label === '' ? '' : `${value.label}.T`;
    return this.view(value, turned, places, 'transpose', options, label);
  }

  /** The entries in another shape; a view where numpy gives one. @throws ProgramError reshape-size */
  reshape(value: ArrayValue, wanted: readonly number[]): ArrayValue {
    const options = { shape: wanted };
    const result = compute('reshape', [entriesOf(value)], options, [value.label || '(…)'], this.budget);
    if (value.places !== undefined) return this.gate('reshape', [value], { shape: result.shape });
    return this.view(value, result, undefined, 'reshape', { shape: result.shape }, value.label);
  }

  /** A window on the same storage. */
  view(
    value: ArrayValue,
    result: Tensor,
    places: Int32Array | undefined,
    gate: string,
    options: GateOptions,
    label: string,
  ): ArrayValue {
    const from = this.nodeOf(value);
    const same = result.shape.length === value.shape.length && result.shape.every((one, k) => one === value.shape[k]);
    const node =
      from === Tape.NONE || (gate === 'reshape' && same)
        ? from
        : this.tape.gate(
            gate,
            [from],
            options,
            { shape: result.shape, data: Float64Array.from(result.data) },
            this.line,
          );
    const { storage, dtype, tainted, literal } = value;
    return {
      kind: 'array',
      shape: result.shape,
      storage,
      places,
      dtype,
      node,
      seen: storage.version,
      tainted,
      literal,
      label,
    };
  }

  copy(value: ArrayValue): ArrayValue {
    const { shape, data } = entriesOf(value);
    this.budget.array(data.length);
    const node = this.nodeOf(value);
    return {
      ...this.made({ shape, data: Float64Array.from(data) }, node, value.dtype, value.literal),
      tainted: value.tainted,
    };
  }

  /**
   * Writes the entries of `value`, broadcast, to places of a storage.
   * @param traced whether the forward pass goes on from what is written
   */
  write(storage: Storage, places: Int32Array | undefined, shape: Shape, value: ArrayValue, traced: boolean): void {
    const full = this.broadcast(value, shape);
    const { data } = entriesOf(full);
    const node = traced ? this.writtenNode(storage, places, full) : Tape.NONE;
    if (places === undefined) storage.data.set(data);
    else for (let i = 0; i < places.length; i++) storage.data[places[i]!] = data[i]!;
    storage.version++;
    storage.node = node;
  }

  /** The value spread to a shape. @throws ProgramError shapes-differ */
  broadcast(value: ArrayValue, shape: Shape): ArrayValue {
    const same = value.shape.length === shape.length && value.shape.every((one, k) => one === shape[k]);
    if (same) return value;
    // numpy takes leading axes of length 1 away when it writes.
    let trimmed = value;
    while (trimmed.shape.length > shape.length && trimmed.shape[0] === 1)
      trimmed = this.reshape(trimmed, trimmed.shape.slice(1));
    this.budget.array(sizeOf(shape));
    const ones = this.leaf({ shape, data: new Float64Array(sizeOf(shape)).fill(1) }, 'float');
    const spread = this.gate('mul', [trimmed, { ...ones, label: value.label }]);
    if (spread.shape.length === shape.length && spread.shape.every((one, k) => one === shape[k])) return spread;
    // The value has entries that the shape has no room for.
    throw new ProgramError('shapes-differ', {
      left: value.label || '(…)',
      leftShape: shapeText(value.shape),
      right: '(…)',
      rightShape: shapeText(shape),
    });
  }

  private writtenNode(storage: Storage, places: Int32Array | undefined, value: ArrayValue): number {
    const written = this.nodeOf(value);
    if (written === Tape.NONE || storage.node === Tape.NONE) return Tape.NONE;
    if (places === undefined) return this.reshaped(written, storage.shape);
    const before = this.tape.nodes[storage.node]!.value;
    const mask = new Float64Array(before.data.length).fill(1);
    for (const place of places) mask[place] = 0;
    const { shape } = storage;
    const line = this.line;
    const keep = this.tape.leaf({ shape, data: mask }, line);
    const kept = before.data.map((entry, i) => entry * mask[i]!);
    const rest = this.tape.gate('mul', [storage.node, keep], {}, { shape, data: kept }, line);
    const entries = entriesOf(value).data;
    if (value.literal && entries.every((entry) => entry === 0)) return rest;
    const size = before.data.length;
    const put = new Float64Array(size);
    const last = new Map<number, number>();
    places.forEach((place, i) => {
      last.set(place, i);
    });
    const from = [...last.values()];
    const source = this.tape.gate(
      'index',
      [this.reshaped(written, [entries.length]), this.tape.leaf(vector(from), line)],
      { index: [{ kind: 'array', operand: 1 }] },
      vector(from.map((i) => entries[i]!)),
      line,
    );
    for (const [place, i] of last) put[place] = entries[i]!;
    const blank = this.tape.leaf(vector(new Float64Array(size)), line);
    const scattered = this.tape.gate(
      'scatter',
      [source, blank, this.tape.leaf(vector([...last.keys()]), line)],
      { index: [{ kind: 'array', operand: 1 }] },
      vector(put),
      line,
    );
    const sum = { shape, data: kept.map((entry, i) => entry + put[i]!) };
    return this.tape.gate('add', [rest, this.reshaped(scattered, shape)], {}, sum, line);
  }

  private reshaped(node: number, shape: Shape): number {
    const { value } = this.tape.nodes[node]!;
    if (value.shape.length === shape.length && value.shape.every((one, k) => one === shape[k])) return node;
    return this.tape.gate('reshape', [node], { shape }, { shape, data: value.data }, this.line);
  }

  private made(value: Tensor, node: number, dtype: Dtype, literal: boolean): ArrayValue {
    // The storage has entries of its own: the tape's must not change when it is written into.
    const data = Float64Array.from(value.data);
    const storage: Storage = { data, shape: value.shape, node, version: 0 };
    const { shape } = value;
    return {
      kind: 'array',
      shape,
      storage,
      places: undefined,
      dtype,
      node,
      seen: 0,
      tainted: false,
      literal,
      label: '',
    };
  }
}

function vector(data: ArrayLike<number>): Tensor {
  return { shape: [data.length], data: Float64Array.from(data) };
}
