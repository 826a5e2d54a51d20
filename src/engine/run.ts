import { backwardThrough, contribute } from './backward.js';
import { type BoundGate, bindGates, localEntries } from './bound.js';
import { FlatCircuit } from './circuit.js';
import { forward } from './forward.js';
import { CONST, INPUT, isElementwise } from './gates/table.js';
import { nearest } from './language/nearest.js';
import { withNear } from './language/problems.js';
import { ProgramError } from './language/program-error.js';
import { sameShape, shapeText, sizeOf, tensorFrom } from './tensor.js';
import type { Circuit, NestedNumbers, NodeId, Run, Shape, Tensor } from './types.js';

const NONE: Readonly<Record<string, NestedNumbers>> = {};

export interface RunOptions {
  /** Values by name, in place of those the circuit was built with. */
  readonly inputs?: Readonly<Record<string, NestedNumbers>>;
  /** The upstream gradient of the output; 1, or a one for every entry, unless given. */
  readonly seed?: NestedNumbers;
  /** An earlier run: its buffers are used again, and it is returned. */
  readonly into?: Run;
}

/**
 * Runs a circuit forward and backward.
 * @throws ProgramError missing-input, unknown-input, computed-input, wrong-shape, wrong-seed, not-a-value …
 */
export function run(circuit: Circuit, options: RunOptions = {}): Run {
  const flat = flatCircuit(circuit);
  const result = options.into instanceof FlatRun ? options.into : new FlatRun(flat);
  result.attach(flat);
  result.load(options.inputs ?? NONE);
  forward(flat, result);
  result.seed(options.seed);
  backwardThrough(flat, result);
  return result;
}

/** The arrays behind a circuit that `build` or a builder made. */
export function flatCircuit(circuit: Circuit): FlatCircuit {
  if (circuit instanceof FlatCircuit) return circuit;
  throw new TypeError('a circuit is made by build or by a CircuitBuilder');
}

/** Up to so many entries a loop clears them sooner than a call. */
const FEW = 64;

/** Flat buffers of a forward and a backward pass; see FlatCircuit for where a node's entries lie. */
export class FlatRun implements Run {
  circuit: FlatCircuit;
  values: Float64Array = new Float64Array(0);
  gradients: Float64Array = new Float64Array(0);
  /** Local gradients of scalar gates with respect to their first and second operand, by id. */
  dx: Float64Array = new Float64Array(0);
  dy: Float64Array = new Float64Array(0);
  /** The gates on tensors, tied to these buffers. */
  gates: ReadonlyMap<NodeId, BoundGate> = new Map();
  private attached = false;

  constructor(circuit: FlatCircuit) {
    this.circuit = circuit;
    this.attach(circuit);
  }

  /** Makes this the run of a circuit; buffers grow if they are too small, and are kept otherwise. */
  attach(circuit: FlatCircuit): void {
    if (this.circuit === circuit && this.attached) return;
    const { extent, size } = circuit.parts;
    if (this.values.length < extent) {
      this.values = new Float64Array(extent);
      this.gradients = new Float64Array(extent);
    }
    if (this.dx.length < size) {
      this.dx = new Float64Array(size);
      this.dy = new Float64Array(size);
    }
    this.circuit = circuit;
    this.gates = bindGates(circuit, this);
    this.attached = true;
  }

  /** Puts the leaves' values in place. */
  load(inputs: Readonly<Record<string, NestedNumbers>>): void {
    const { circuit, values } = this;
    const { leafIds, leafValues, leafTensors, unset, slot } = circuit.parts;
    for (let k = 0; k < leafIds.length; k++) values[leafIds[k]!] = leafValues[k]!;
    if (leafTensors.size > 0) for (const [id, tensor] of leafTensors) values.set(tensor.data, circuit.offset(id));
    let given = 0;
    // for…in, as the list of keys that Object.keys makes costs as much as a small circuit's whole run
    for (const name in inputs) {
      const id = this.leafNamed(name);
      const value = inputs[name]!;
      if (typeof value === 'number' && slot[id] === 0) values[id] = value;
      else this.loadTensor(id, name, value);
      if (unset.size > 0 && unset.has(id)) given++;
    }
    if (given < unset.size) {
      for (const id of unset) if (!Object.hasOwn(inputs, circuit.name(id))) throw this.missing(id);
    }
  }

  /** The upstream gradient of the output for the next backward pass. */
  seed(seed: NestedNumbers | undefined): void {
    const { circuit, gradients } = this;
    const { extent, slot } = circuit.parts;
    // a loop, as a call of fill costs more than a small circuit has to clear
    if (extent <= FEW) for (let k = 0; k < extent; k++) gradients[k] = 0;
    else gradients.fill(0, 0, extent);
    if (slot[circuit.output] === 0 && (seed === undefined || typeof seed === 'number'))
      gradients[circuit.output] = seed ?? 1;
    else this.seedTensor(seed);
  }

  private seedTensor(seed: NestedNumbers | undefined): void {
    const { output } = this.circuit;
    const { shape, data } = this.gradient(output);
    if (seed === undefined) {
      data.fill(1);
      return;
    }
    const tensor = tensorFrom(seed, 'seed');
    if (!sameShape(tensor.shape, shape)) {
      const name = this.circuit.name(output);
      throw new ProgramError('wrong-seed', { name, got: shapeText(tensor.shape), expected: shapeText(shape) });
    }
    data.set(tensor.data);
  }

  private loadTensor(id: NodeId, name: string, value: NestedNumbers): void {
    const { shape, data } = this.value(id);
    const tensor = tensorFrom(value, name);
    if (!sameShape(tensor.shape, shape))
      throw new ProgramError('wrong-shape', { name, expected: shapeText(shape), got: shapeText(tensor.shape) });
    data.set(tensor.data);
  }

  value(id: NodeId): Tensor {
    return this.entries(this.values, id);
  }

  gradient(id: NodeId): Tensor {
    return this.entries(this.gradients, id);
  }

  local(id: NodeId, k: number): Tensor | undefined {
    const gate = this.gates.get(id);
    if (gate !== undefined) {
      const { row } = gate.detail;
      return isElementwise(row) ? localEntries(row, gate, k) : undefined;
    }
    return { shape: [], data: (k === 0 ? this.dx : this.dy).subarray(id, id + 1) };
  }

  share(id: NodeId, k: number): Tensor {
    const operand = this.circuit.args(id)[k];
    if (operand === undefined) throw new RangeError(`${this.circuit.name(id)} has no operand ${k}`);
    const shape = this.circuit.shape(operand);
    const data = new Float64Array(sizeOf(shape));
    if (this.circuit.reach()[id] === 1) contribute(this, id, k, this.gradient(id).data, data);
    return { shape, data };
  }

  /** A node's entries in one of the flat buffers. */
  entries(buffer: Float64Array, id: NodeId): Tensor {
    const shape: Shape = this.circuit.shape(id);
    const offset = this.circuit.offset(id);
    return { shape, data: buffer.subarray(offset, offset + sizeOf(shape)) };
  }

  private leafNamed(name: string): NodeId {
    const { parts } = this.circuit;
    const id = parts.names.get(name);
    if (id === undefined) {
      const near = nearest(name, parts.names.keys());
      throw new ProgramError('unknown-input', withNear({ name }, near));
    }
    if (parts.ops[id] === INPUT || parts.ops[id] === CONST) return id;
    const stage = this.circuit.stages.find((one) => one.name === name);
    throw new ProgramError('computed-input', { name, line: stage?.line ?? 0 });
  }

  private missing(id: NodeId): ProgramError {
    const { parts } = this.circuit;
    const name = this.circuit.name(id);
    const others = [...parts.names].filter(([, node]) => node !== id && !parts.unset.has(node)).map(([other]) => other);
    const near = nearest(name, others);
    const place = parts.origin?.reads.get(name);
    return new ProgramError('missing-input', withNear({ name }, near), place, parts.origin?.lines);
  }
}
