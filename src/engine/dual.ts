import { CircuitBuilder } from './builder.js';
import type { FlatCircuit } from './circuit.js';
import { optionsOf } from './copy.js';
import { dualRules } from './dual-rules.js';
import { forward } from './forward.js';
import { broadcastMap } from './gates/axes.js';
import type { TensorRow } from './gates/row.js';
import { codedRow, isElementwise } from './gates/table.js';
import { nearest } from './language/nearest.js';
import { withNear } from './language/problems.js';
import { ProgramError } from './language/program-error.js';
import { FlatRun, flatCircuit } from './run.js';
import { inline, splitProgram } from './split.js';
import { sameShape, shapeText, sizeOf, tensorFrom } from './tensor.js';
import type { Circuit, NestedNumbers, NodeId, Tensor } from './types.js';

export interface TangentOptions {
  /** Values by name, in place of those the circuit was built with. */
  readonly inputs?: Readonly<Record<string, NestedNumbers>>;
}

/**
 * How fast the output moves when the inputs move along a direction: forward-mode differentiation, every value carried
 * together with its rate (a dual number). It shares no derivative with the backward pass: elementwise gates have rules
 * of their own, linear gates are applied to the rates, fused gates are taken apart. At ties every winner counts alike.
 * @param direction rates of inputs by name; 0 for those not named
 * @returns the output's rate, in its shape
 * @throws ProgramError as `run`; unknown-input, wrong-shape for a direction that does not fit
 */
export function tangent(
  circuit: Circuit,
  direction: Readonly<Record<string, NestedNumbers>>,
  options: TangentOptions = {},
): Tensor {
  const flat = flatCircuit(circuit);
  const values = new FlatRun(flat);
  values.load(options.inputs ?? {});
  forward(flat, values);
  const rates = new Map<NodeId, Float64Array>();
  for (const name of Object.keys(direction)) {
    const id = flat.find(name);
    if (id === undefined || !flat.inputs.includes(id)) {
      const near = nearest(
        name,
        flat.inputs.map((input) => flat.name(input)),
      );
      throw new ProgramError('unknown-input', withNear({ name }, near));
    }
    const rate = tensorFrom(direction[name]!, name);
    const shape = flat.shape(id);
    if (!sameShape(rate.shape, shape))
      throw new ProgramError('wrong-shape', { name, expected: shapeText(shape), got: shapeText(rate.shape) });
    rates.set(id, rate.data);
  }
  return { shape: flat.shape(flat.output), data: carry(flat, values, rates) };
}

/** Carries the rates of leaves through a circuit whose values are known; gives the output's. */
function carry(circuit: FlatCircuit, values: FlatRun, rates: Map<NodeId, Float64Array>): Float64Array {
  const rateOf = (id: NodeId): Tensor => {
    const shape = circuit.shape(id);
    return { shape, data: rates.get(id) ?? new Float64Array(sizeOf(shape)) };
  };
  for (let id = 0; id <= circuit.output; id++) {
    const args = circuit.args(id);
    if (!args.some((arg) => rates.has(arg))) continue;
    const row = codedRow(circuit.gate(id));
    if (isElementwise(row)) rates.set(id, elementwiseRate(circuit, values, id, rateOf));
    else if (row.split !== undefined) rates.set(id, splitRate(circuit, values, id, rateOf));
    else rates.set(id, tensorRate(circuit, values, id, row, rateOf));
  }
  return rateOf(circuit.output).data;
}

function elementwiseRate(
  circuit: FlatCircuit,
  values: FlatRun,
  id: NodeId,
  rateOf: (id: NodeId) => Tensor,
): Float64Array {
  const rule = dualRules[circuit.gate(id)]!;
  const args = circuit.args(id);
  const [first, second = first] = args as readonly [NodeId, NodeId?];
  const shape = circuit.shape(id);
  const [mapX, mapY] = [broadcastMap(circuit.shape(first), shape), broadcastMap(circuit.shape(second), shape)];
  const [x, y] = [values.value(first).data, values.value(second).data];
  const [dx, dy] = [rateOf(first).data, rateOf(second).data];
  return Float64Array.from({ length: sizeOf(shape) }, (_, i) => {
    const at = mapX === undefined ? i : mapX[i]!;
    const other = mapY === undefined ? i : mapY[i]!;
    return rule(x[at]!, dx[at]!, y[other]!, dy[other]!);
  });
}

/** A fused gate's rate: the simpler gates that it stands for, carried in their turn. */
function splitRate(circuit: FlatCircuit, values: FlatRun, id: NodeId, rateOf: (id: NodeId) => Tensor): Float64Array {
  const { operands } = codedRow(circuit.gate(id));
  const builder = new CircuitBuilder();
  const inner = new Map<NodeId, Float64Array>();
  const names = new Map<string, NodeId>();
  circuit.args(id).forEach((arg, k) => {
    const leaf = builder.constant(values.value(arg));
    names.set(operands[k]!, leaf);
    inner.set(leaf, rateOf(arg).data);
  });
  const simpler = builder.finish(inline(builder, splitProgram(circuit, id), names));
  const result = new FlatRun(simpler);
  result.load({});
  forward(simpler, result);
  return carry(simpler, result, inner);
}

/** Gates whose output is linear in each operand by itself: the product rule holds for them. */
const BILINEAR = new Set(['matmul', 'conv1d']);

function tensorRate(
  circuit: FlatCircuit,
  values: FlatRun,
  id: NodeId,
  row: TensorRow,
  rateOf: (id: NodeId) => Tensor,
): Float64Array {
  const args = circuit.args(id);
  const operands = args.map((arg) => values.value(arg));
  const gate = values.gates.get(id)!;
  const applied = (inputs: readonly Tensor[]): Float64Array => {
    const out: Tensor = { shape: circuit.shape(id), data: new Float64Array(gate.out.data.length) };
    row.forward({ operands: inputs, out, options: optionsOf(circuit, id), plan: gate.plan });
    return out.data;
  };
  if (row.name === 'amax' || row.name === 'amin')
    return winnersRate(gate.plan, operands[0]!, gate.out, rateOf(args[0]!));
  if (row.name === 'conv2d') {
    const [x, w, b] = [operands[0]!, operands[1]!, operands[2]];
    const none = b === undefined ? [] : [{ shape: b.shape, data: new Float64Array(b.data.length) }];
    const bias = args[2] === undefined ? [] : [rateOf(args[2])];
    return added(applied([rateOf(args[0]!), w, ...none]), applied([x, rateOf(args[1]!), ...bias]));
  }
  if (BILINEAR.has(row.name))
    return added(applied([rateOf(args[0]!), operands[1]!]), applied([operands[0]!, rateOf(args[1]!)]));
  // what is left is linear in its entries; an index's arrays and scatter's shape stay as they are
  const moving = row.name === 'concat' || row.name === 'stack' ? args.length : 1;
  return applied(operands.map((operand, k) => (k < moving ? rateOf(args[k]!) : operand)));
}

function winnersRate(plan: Int32Array, x: Tensor, out: Tensor, rate: Tensor): Float64Array {
  const sum = new Float64Array(out.data.length);
  const count = new Float64Array(out.data.length);
  for (let i = 0; i < x.data.length; i++) {
    if (x.data[i] !== out.data[plan[i]!]) continue;
    sum[plan[i]!]! += rate.data[i]!;
    count[plan[i]!]!++;
  }
  return sum.map((one, k) => one / count[k]!);
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, k) => x + b[k]!);
}
