import { sizeOf } from '../../engine/tensor.js';
import type { Tensor } from '../../engine/types.js';
import { localGradient, shareOf, sumTo } from '../arrays/compute.js';
import type { Mistake } from '../verdict.js';
import { alike, sameEntries, sameNumbers } from './compare.js';
import type { Expected } from './judge.js';
import { largest } from './truth.js';
import { operandsOf } from './way.js';

/** Broadcast operands get a sum: over which axes, and of what. */
export function summedMistake(got: Tensor, expected: Expected, name: string): Mistake | undefined {
  const { truth, node, value } = expected;
  for (const { node: consumer, operand } of truth.consumers(node)) {
    const gate = truth.tape.nodes[consumer]!;
    if (truth.consumers(node).length > 1 || sizeOf(gate.value.shape) === sizeOf(value.shape)) continue;
    if (localGradient(gate.gate, operandsOf(truth, gate), gate.value, operand) === undefined) continue;
    const full = shareOf(
      gate.gate,
      operandsOf(truth, gate),
      gate.value,
      gate.options,
      operand,
      truth.gradient(consumer)!.data,
      true,
    );
    const shape = full.shape.join('x');
    if (got.data.length === full.data.length && sameEntries(got.data, full.data))
      return { code: 'not-summed', params: { name, shape } };
    const total = full.data.reduce((sum, entry) => sum + entry, 0);
    const flat = { shape: [], data: Float64Array.of(total) };
    const axes = broadcastAxes(full.shape, value.shape);
    const count = sizeOf(axes.map((axis) => full.shape[axis]!));
    const mean = { shape: value.shape, data: value.data.map((entry) => entry / count) };
    const close = (candidate: Tensor): boolean => closeTo(got, candidate, full.data);
    if (sameNumbers(got, mean)) return { code: 'mean-for-sum', params: { count } };
    if (value.data.length > 1 && close(flat)) return { code: 'summed-all', params: {} };
    for (let axis = 0; axis < full.shape.length; axis++) {
      const summed = sumTo(
        full.data,
        full.shape,
        full.shape.map((extent, k) => (k === axis ? 1 : extent)),
      );
      if (close(summed) && !sameNumbers(summed, value))
        return { code: 'wrong-axis', params: { axis, wanted: axes.join(', ') } };
    }
  }
  return undefined;
}

/** Whether two sums of the same terms are equal: they may be all rounding, as the rows of a softmax's gradient add up to 0. */
function closeTo(got: Tensor, candidate: Tensor, terms: Float64Array): boolean {
  const bound = 1e-9 * largest(terms);
  return (
    alike(got.shape, candidate.shape) && got.data.every((entry, i) => Math.abs(entry - candidate.data[i]!) <= bound)
  );
}

/** The axes of a broadcast result that its operand does not have. */
function broadcastAxes(full: readonly number[], own: readonly number[]): number[] {
  const missing = full.length - own.length;
  return full.flatMap((extent, axis) => (axis < missing || (own[axis - missing] === 1 && extent > 1) ? [axis] : []));
}
