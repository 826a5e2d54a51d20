import type { FlatCircuit, GateDetail } from './circuit.js';
import type { BoundNode, ElementwiseRow } from './gates/row.js';
import { CONST, isElementwise } from './gates/table.js';
import type { FlatRun } from './run.js';
import type { NodeId, Tensor } from './types.js';

/** A gate on tensors, tied to the buffers of one run. */
export interface BoundGate extends BoundNode {
  readonly detail: GateDetail;
  /** The gradient of the output. */
  readonly upstream: Float64Array;
  /** The gradients of the operands; undefined for constants, which get none. */
  readonly gradients: readonly (Float64Array | undefined)[];
}

/** Ties every gate on tensors of a circuit to a run's buffers. */
export function bindGates(circuit: FlatCircuit, buffers: FlatRun): Map<NodeId, BoundGate> {
  const bound = new Map<NodeId, BoundGate>();
  for (const [id, detail] of circuit.parts.details) {
    const args = circuit.args(id);
    bound.set(id, {
      detail,
      plan: detail.plan,
      options: detail.options,
      operands: args.map((operand) => buffers.entries(buffers.values, operand)),
      out: buffers.entries(buffers.values, id),
      upstream: buffers.entries(buffers.gradients, id).data,
      gradients: args.map((operand) =>
        circuit.parts.ops[operand] === CONST ? undefined : buffers.entries(buffers.gradients, operand).data,
      ),
    });
  }
  return bound;
}

const NONE: Tensor = { shape: [], data: Float64Array.of(0) };

export function forwardTensor(gate: BoundGate): void {
  const { row, maps } = gate.detail;
  if (!isElementwise(row)) {
    row.forward(gate);
    return;
  }
  const [x, y = NONE] = gate.operands as readonly [Tensor, Tensor?];
  const out = gate.out.data;
  const [mapX, mapY] = maps;
  const single = gate.operands.length === 1;
  for (let i = 0; i < out.length; i++) {
    const xi = x.data[mapX === undefined ? i : mapX[i]!]!;
    out[i] = row.value(xi, single ? 0 : y.data[mapY === undefined ? i : mapY[i]!]!);
  }
}

/** Adds to `into` what operand `k` receives back for the output's gradient `upstream`; broadcast axes are summed here, once for all rows. */
export function addShare(gate: BoundGate, k: number, upstream: Float64Array, into: Float64Array): void {
  const { row, maps } = gate.detail;
  if (!isElementwise(row)) {
    row.vjp(gate, k, upstream, into);
    return;
  }
  const map = maps[k];
  eachSlope(row, gate, k, (slope, i) => {
    into[map === undefined ? i : map[i]!]! += slope * upstream[i]!;
  });
}

/** Entries of an elementwise gate's local gradient with respect to operand `k`, in the output's shape. */
export function localEntries(row: ElementwiseRow, gate: BoundGate, k: number): Tensor {
  const data = new Float64Array(gate.out.data.length);
  eachSlope(row, gate, k, (slope, i) => {
    data[i] = slope;
  });
  return { shape: gate.out.shape, data };
}

function eachSlope(
  row: ElementwiseRow,
  { detail, operands, out }: BoundGate,
  k: number,
  visit: (slope: number, i: number) => void,
): void {
  const [x, y = NONE] = operands as readonly [Tensor, Tensor?];
  const [mapX, mapY] = detail.maps;
  const slope = k === 0 ? row.dx : row.dy;
  const single = operands.length === 1;
  for (let i = 0; i < out.data.length; i++) {
    const xi = x.data[mapX === undefined ? i : mapX[i]!]!;
    const yi = single ? 0 : y.data[mapY === undefined ? i : mapY[i]!]!;
    visit(slope(xi, yi, out.data[i]!), i);
  }
}
