import { broadcastMap, broadcastShape } from '../../engine/gates/axes.js';
import type { ElementwiseRow, GateOptions, TensorRow } from '../../engine/gates/row.js';
import { codedRow, isElementwise } from '../../engine/gates/table.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape, Tensor } from '../../engine/types.js';
import type { Budget } from './budget.js';

/**
 * What a gate of the engine gives for these arrays.
 * @throws ProgramError if the shapes do not fit, Unread over the limits
 */
export function compute(
  gate: string,
  operands: readonly Tensor[],
  options: GateOptions,
  labels: readonly string[],
  budget: Budget,
): Tensor {
  const row = codedRow(gate);
  if (isElementwise(row)) return elementwise(row, operands, labels, budget);
  const shapes = operands.map(({ shape }) => shape);
  const shape = row.shape(shapes, options, labels);
  budget.array(sizeOf(shape));
  if (row.work !== undefined) budget.multiply(row.work(shapes, shape));
  const out = { shape, data: new Float64Array(sizeOf(shape)) };
  row.forward({ operands, out, options, plan: planOf(row, shapes, shape, options) });
  return out;
}

function planOf(row: TensorRow, shapes: readonly Shape[], out: Shape, options: GateOptions): Int32Array {
  return row.plan?.(shapes, out, options) ?? new Int32Array(0);
}

function elementwise(
  row: ElementwiseRow,
  operands: readonly Tensor[],
  labels: readonly string[],
  budget: Budget,
): Tensor {
  const [x, y] = operands as readonly [Tensor, Tensor | undefined];
  const shape = y === undefined ? x.shape : broadcastShape(x.shape, y.shape, labels);
  const size = sizeOf(shape);
  budget.array(size);
  const data = new Float64Array(size);
  const xs = broadcastMap(x.shape, shape);
  const ys = y === undefined ? undefined : broadcastMap(y.shape, shape);
  for (let i = 0; i < size; i++)
    data[i] = row.value(
      x.data[xs === undefined ? i : xs[i]!]!,
      y === undefined ? 0 : y.data[ys === undefined ? i : ys[i]!]!,
    );
  return { shape, data };
}

/**
 * The gradient that operand `k` receives for the output's gradient `upstream`, in the operand's shape; entry by entry
 * in the output's shape, before broadcast axes are summed, where `unsummed` is asked for (elementwise gates only).
 */
export function shareOf(
  gate: string,
  operands: readonly Tensor[],
  out: Tensor,
  options: GateOptions,
  k: number,
  upstream: Float64Array,
  unsummed = false,
): Tensor {
  const row = codedRow(gate);
  const own = operands[k]!;
  if (!isElementwise(row)) {
    const into = new Float64Array(own.data.length);
    const shapes = operands.map(({ shape }) => shape);
    row.vjp({ operands, out, options, plan: planOf(row, shapes, out.shape, options) }, k, upstream, into);
    return { shape: own.shape, data: into };
  }
  const local = localOf(row, operands, out, k);
  const full = local.map((one, i) => one * upstream[i]!);
  if (unsummed) return { shape: out.shape, data: full };
  return sumTo(full, out.shape, own.shape);
}

/** The local gradient of an elementwise gate in the output's shape; undefined for any other gate. */
export function localGradient(
  gate: string,
  operands: readonly Tensor[],
  out: Tensor,
  k: number,
): Float64Array | undefined {
  const row = codedRow(gate);
  return isElementwise(row) ? localOf(row, operands, out, k) : undefined;
}

function localOf(row: ElementwiseRow, operands: readonly Tensor[], out: Tensor, k: number): Float64Array {
  const [x, y] = operands as readonly [Tensor, Tensor | undefined];
  const xs = broadcastMap(x.shape, out.shape);
  const ys = y === undefined ? undefined : broadcastMap(y.shape, out.shape);
  const partial = k === 0 ? row.dx : row.dy;
  return out.data.map((o, i) =>
    partial(x.data[xs === undefined ? i : xs[i]!]!, y === undefined ? 0 : y.data[ys === undefined ? i : ys[i]!]!, o),
  );
}

/** Entries of a broadcast result added up into an operand's shape. */
export function sumTo(data: Float64Array, from: Shape, to: Shape): Tensor {
  const map = broadcastMap(to, from);
  const into = new Float64Array(sizeOf(to));
  for (let i = 0; i < data.length; i++) into[map === undefined ? i : map[i]!]! += data[i]!;
  return { shape: to, data: into };
}
