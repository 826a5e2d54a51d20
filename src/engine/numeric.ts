import type { FlatCircuit } from './circuit.js';
import { forward } from './forward.js';
import { kinkGates, sides } from './kinks.js';
import { nearest } from './language/nearest.js';
import { withNear } from './language/problems.js';
import { ProgramError } from './language/program-error.js';
import { FlatRun, flatCircuit } from './run.js';
import { tensorFrom } from './tensor.js';
import type { Circuit, NestedNumbers, NodeId, Tensor } from './types.js';

export interface NumericOptions {
  /** Values by name, in place of those the circuit was built with. */
  readonly inputs?: Readonly<Record<string, NestedNumbers>>;
  /** The upstream gradient of the output; 1, or a one for every entry, unless given. */
  readonly seed?: NestedNumbers;
  /** Step relative to max(1, |x|). A step that is asked for is taken as it is, also over a kink. */
  readonly step?: number;
}

/** Where rounding and the third derivative cost about the same: the cube root of the machine epsilon. */
const USUAL_STEP = Math.cbrt(Number.EPSILON);
/** How often a step over a kink is shortened, each time to a sixteenth. */
const SHORTENINGS = 3;

/**
 * The gradient of the output with respect to an input by central differences, (f(x+h) - f(x-h)) / 2h: it runs the
 * circuit forward only and knows nothing of derivatives, so it is a witness against them. Where the output is a
 * polynomial of at most degree two in the input, the step is 1 and the difference exact but for rounding; else the
 * step is small, and shortened where a kink (of max, relu, abs) lies inside it.
 * @throws ProgramError as `run`; unknown-input if the circuit has no such input
 */
export function numericGradient(circuit: Circuit, name: string, options: NumericOptions = {}): Tensor {
  const flat = flatCircuit(circuit);
  const id = flat.find(name);
  if (id === undefined || !flat.inputs.includes(id)) {
    const names = flat.inputs.map((input) => flat.name(input));
    throw new ProgramError('unknown-input', withNear({ name }, nearest(name, names)));
  }
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
  const relative = options.step ?? (degree(flat, id, buffers) <= 2 ? 1 : USUAL_STEP);
  const kinks = options.step === undefined ? kinkGates(flat) : [];
  for (let k = 0; k < data.length; k++) {
    const x = data[k]!;
    let h = relative * Math.max(1, Math.abs(x));
    for (let attempt = 0; attempt <= SHORTENINGS; attempt++, h /= 16) {
      data[k] = x + h;
      const high = data[k]!;
      const above = objective();
      const sidesAbove = kinks.map((gate) => sides(flat, buffers, gate));
      data[k] = x - h;
      const below = objective();
      gradient[k] = (above - below) / (high - data[k]!);
      if (kinks.every((gate, at) => sides(flat, buffers, gate) === sidesAbove[at])) break;
    }
    data[k] = x;
  }
  return { shape, data: gradient };
}

const LINEAR = new Set([
  'add',
  'sub',
  'neg',
  'sum',
  'mean',
  'index',
  'scatter',
  'transpose',
  'reshape',
  'concat',
  'stack',
]);
const MULTILINEAR = new Set(['mul', 'matmul', 'linear', 'conv1d', 'conv2d']);

/** An upper bound of the output's degree as a polynomial in one input; infinite where it is none. */
function degree(circuit: FlatCircuit, input: NodeId, values: FlatRun): number {
  const degrees = new Float64Array(circuit.size);
  degrees[input] = 1;
  for (let id = 0; id <= circuit.output; id++) {
    const args = circuit.args(id).map((arg) => degrees[arg]!);
    const most = Math.max(0, ...args);
    if (most === 0) continue;
    const gate = circuit.gate(id);
    if (LINEAR.has(gate)) degrees[id] = most;
    else if (MULTILINEAR.has(gate)) degrees[id] = args.reduce((sum, one) => sum + one, 0);
    else if (gate === 'mse') degrees[id] = 2 * most;
    else if (gate === 'pow') degrees[id] = powerDegree(circuit, id, values, most);
    else degrees[id] = gate === 'div' && args[1] === 0 ? most : Number.POSITIVE_INFINITY;
  }
  return degrees[circuit.output]!;
}

/** A constant whole power multiplies the degree. */
function powerDegree(circuit: FlatCircuit, id: NodeId, values: FlatRun, degreeOfBase: number): number {
  const exponent = circuit.args(id)[1]!;
  if (circuit.gate(exponent) !== 'const') return Number.POSITIVE_INFINITY;
  const whole = values.value(exponent).data.every((power) => Number.isInteger(power) && power >= 0);
  return whole ? degreeOfBase * Math.max(...values.value(exponent).data) : Number.POSITIVE_INFINITY;
}
