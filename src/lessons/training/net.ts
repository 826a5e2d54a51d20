import { random } from '../random.js';
import { type DataSet, type DataSetName, spiral, xor } from './data.js';

/** The net that learners train: two layers, relu between them, one output, the mean of squared errors. */
export const forwardLines: readonly string[] = [
  'Z = X @ W + b',
  'hidden = relu(Z)',
  'out = hidden @ v',
  'e = out - y',
  'L = mean(e**2)',
];

/** Where the backward pass begins, the same for any number of examples N. */
export const givenLine = 'dout = 2*e/N';

/** The names whose gradients are the learner's to write, from the output back. */
export const wanted: readonly string[] = ['v', 'hidden', 'Z', 'W', 'b'];

/** The weights of a net with H hidden neurons: W is 2xH, b has H entries, v is Hx1; row-major. */
export interface Weights {
  readonly W: Float64Array;
  readonly b: Float64Array;
  readonly v: Float64Array;
}

export const weightNames = ['W', 'b', 'v'] as const;

/** What is trained on, from which weights, how fast and how long. */
export interface Course {
  readonly data: DataSet;
  readonly start: Weights;
  readonly rate: number;
  readonly steps: number;
}

function startingWeights(neurons: number, seed: number): Weights {
  const next = random(seed);
  // the sum of three draws is bell-shaped enough, and without tails
  const draw = (spread: number) => (next() + next() + next() - 1.5) * 2 * spread;
  const many = (count: number, spread: number) => Float64Array.from({ length: count }, () => draw(spread));
  return { W: many(2 * neurons, 1.5), b: many(neurons, 1), v: many(neurons, 1 / Math.sqrt(neurons)) };
}

/** The same for every learner and on every machine. */
export const courses: Readonly<Record<DataSetName, Course>> = {
  xor: { data: xor, start: startingWeights(6, 1), rate: 0.1, steps: 200 },
  spiral: { data: spiral(20), start: startingWeights(16, 1), rate: 0.2, steps: 800 },
};

export const courseNames: readonly DataSetName[] = ['xor', 'spiral'];

/** What the net says of a point: the forward lines for one example, without its loss. */
export function predict({ W, b, v }: Weights, x: number, y: number): number {
  let out = 0;
  for (let k = 0; k < b.length; k++) out += Math.max(0, x * W[k]! + y * W[b.length + k]! + b[k]!) * v[k]!;
  return out;
}

/** How many points of a data set lie on the side of the boundary (where the net says 1/2) that their class wants. */
export function hits(weights: Weights, { points, classes }: DataSet): number {
  return points.filter(([x, y], at) => predict(weights, x, y) > 0.5 === (classes[at] === 1)).length;
}
