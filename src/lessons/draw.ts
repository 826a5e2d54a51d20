import { evaluate, type NestedNumbers } from '../engine/index.js';
import { random } from './random.js';
import type { CircuitSpec, InputSpec } from './types.js';

type Numbers = Readonly<Record<string, NestedNumbers>>;

/** The numbers of a circuit at one seed, ready for the engine's `build`. */
export interface Drawn {
  readonly inputs: Numbers;
  readonly consts: Numbers;
  readonly output?: string;
  /** The upstream gradient of an output that is no scalar. */
  readonly seed?: NestedNumbers;
  readonly problem?: { readonly code: 'where-bad' | 'where-never'; readonly params: Readonly<Record<string, string>> };
}

const attempts = 1000;
const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
};

/** Draws the inputs of a circuit from a seed until its `where` conditions hold; fixed inputs stay as they are. */
export function draw(spec: CircuitSpec, seed: number): Drawn {
  const consts = Object.fromEntries(spec.consts.map(({ name, value }) => [name, value]));
  const common = { consts, ...(spec.output !== undefined && { output: spec.output }) };
  const next = random(seed);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const inputs = Object.fromEntries(spec.inputs.map(({ name, spec: input }) => [name, drawOne(input, next)]));
    const verdicts = spec.where.map((condition) => holds(condition, { ...inputs, ...consts }));
    const bad = verdicts.indexOf(undefined);
    if (bad >= 0) return { inputs, ...common, problem: { code: 'where-bad', params: { where: spec.where[bad]! } } };
    if (verdicts.every(Boolean)) return { inputs, ...common, ...drawSeed(spec, next) };
  }
  return { inputs: {}, ...common, problem: { code: 'where-never', params: {} } };
}

function drawSeed({ seed }: CircuitSpec, next: () => number): { seed?: NestedNumbers } {
  if (seed === undefined) return {};
  return { seed: typeof seed === 'object' && 'from' in seed ? drawOne(seed, next) : seed };
}

function drawOne(spec: InputSpec, next: () => number): NestedNumbers {
  if ('value' in spec) return spec.value;
  const count = Math.floor((spec.to - spec.from) / spec.step + 1e-9) + 1;
  const one = () => Number((spec.from + spec.step * Math.floor(next() * count)).toPrecision(12));
  const fill = (axis: number): NestedNumbers =>
    axis === spec.shape.length ? one() : Array.from({ length: spec.shape[axis]! }, () => fill(axis + 1));
  return fill(0);
}

/** Whether `left OP right` holds; undefined when it can't be read or computed. */
function holds(condition: string, scope: Numbers): boolean | undefined {
  const match = /^(.+?)(<=|>=|==|!=|<|>)(.+)$/.exec(condition);
  if (!match) return undefined;
  try {
    const [left, right] = [evaluate(match[1]!, scope), evaluate(match[3]!, scope)];
    return comparisons[match[2]!]!(left.data[0]!, right.data[0]!);
  } catch {
    return undefined;
  }
}
