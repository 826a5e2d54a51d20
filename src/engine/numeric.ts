import { forward } from './forward.js';
import { ProgramError } from './language/program-error.js';
import { FlatRun, flatCircuit } from './run.js';
import { tensorFrom } from './tensor.js';
import type { Circuit, NestedNumbers, Tensor } from './types.js';

export interface NumericOptions {
  readonly inputs?: Readonly<Record<string, NestedNumbers>>;
  /** The upstream gradient of the output; 1, or a one for every entry, unless given. */
  readonly seed?: NestedNumbers;
  /** Step relative to max(1, |x|); the cube root of the machine epsilon unless given. A bilinear circuit is exact at 1. */
  readonly step?: number;
}

/**
 * The gradient of the output with respect to an input by central differences, (f(x+h) - f(x-h)) / 2h: it runs the
 * circuit forward only and knows nothing of derivatives, so it is a witness against them.
 * @throws ProgramError as `run`; unknown-input if the circuit has no such input
 */
export function numericGradient(circuit: Circuit, name: string, options: NumericOptions = {}): Tensor {
  const flat = flatCircuit(circuit);
  const id = flat.find(name);
  if (id === undefined || !flat.inputs.includes(id)) throw new ProgramError('unknown-input', { name });
  const buffers = new FlatRun(flat);
  buffers.load(options.inputs ?? {});
  const seed = options.seed === undefined ? undefined : tensorFrom(options.seed, 'seed').data;
  const output = buffers.value(flat.output).data;
  const objective = (): number => {
    forward(flat, buffers);
    let sum = 0;
    for (let k = 0; k < output.length; k++) sum += output[k]! * (seed?.[k] ?? 1);
    return sum;
  };
  const { shape, data } = buffers.value(id);
  const gradient = new Float64Array(data.length);
  const relative = options.step ?? Math.cbrt(Number.EPSILON);
  for (let k = 0; k < data.length; k++) {
    const x = data[k]!;
    const h = relative * Math.max(1, Math.abs(x));
    data[k] = x + h;
    const above = objective();
    const high = data[k]!;
    data[k] = x - h;
    const below = objective();
    gradient[k] = (above - below) / (high - data[k]!);
    data[k] = x;
  }
  return { shape, data: gradient };
}
