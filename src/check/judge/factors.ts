import type { Tensor } from '../../engine/types.js';
import type { Mistake } from '../verdict.js';
import { ratioOf } from './compare.js';
import type { Truth } from './truth.js';

/** A factor too many or too few. @param round only one that people forget: a whole number, or one over it */
export function factorMistake(got: Tensor, value: Tensor, truth: Truth, round: boolean): Mistake | undefined {
  const ratio = ratioOf(got.data, value.data);
  if (ratio === undefined || ratio === 0) return undefined;
  const single = value.data.length === 1;
  const isRound = [ratio, 1 / ratio].some((one) => Math.abs(one - Math.round(one)) < 1e-9 * Math.abs(one));
  if (round ? single || !isRound : single && !tells(ratio, value.data)) return undefined;
  const name = scalarNamed(truth, ratio) ?? scalarNamed(truth, 1 / ratio);
  return { code: 'factor', params: { times: rounded(ratio), ...(name !== undefined && { name }) } };
}

/** The name of a number of the forward pass. */
function scalarNamed(truth: Truth, value: number): string | undefined {
  const isIt = (data: Float64Array): boolean =>
    data.length === 1 && Math.abs(data[0]! - value) < 1e-9 * Math.abs(value);
  const found = truth.tape.nodes.find(
    (node) => node.names.length > 0 && node.value.shape.length === 0 && isIt(node.value.data),
  );
  return Math.abs(value) > 1 ? found?.names[0] : undefined;
}

/** Any two numbers have a ratio: between single ones, only those that people forget count. */
export function tells(ratio: number, { length }: Float64Array): boolean {
  return length > 1 || [2, 3, 4, 10].some((one) => Math.abs(ratio - one) < 1e-9 || Math.abs(ratio * one - 1) < 1e-9);
}

/** A factor as a person would write it. */
export function rounded(factor: number): string {
  for (let below = 1; below <= 1000; below++) {
    const above = factor * below;
    if (Math.abs(above - Math.round(above)) < 1e-7 * below)
      return below === 1 ? `${Math.round(above)}` : `${Math.round(above)}/${below}`;
  }
  return factor.toPrecision(4);
}
