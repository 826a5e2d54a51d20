import {
  build,
  type Circuit,
  type NestedNumbers,
  ProgramError,
  type Run,
  run,
  sameShape,
  toNested,
} from '../../engine/index.js';
import { type Course, forwardLines, givenLine, type Weights, weightNames } from './net.js';

/** Why lines can't train a net. */
export type Obstacle =
  | { readonly kind: 'program'; readonly error: ProgramError }
  /** A gradient is missing, or has not the shape of its weights. */
  | { readonly kind: 'missing'; readonly name: string }
  | {
      readonly kind: 'shape';
      readonly name: string;
      readonly got: readonly number[];
      readonly expected: readonly number[];
    }
  | { readonly kind: 'strangers'; readonly names: readonly string[] };

/** A net with its backward lines, compiled to one circuit: no text is read again while it trains. */
export interface Net {
  readonly course: Course;
  readonly circuit: Circuit;
  /** The nodes whose values are the gradients by the lines; absent where the engine's own gradients are taken. */
  readonly gradients?: ReadonlyMap<(typeof weightNames)[number], number>;
  /** Buffers that are used again at each step. */
  readonly buffers: { run?: Run };
}

/** How far a net is: its weights, and the loss before each step and after the last one. */
export interface Trained {
  readonly weights: Weights;
  readonly losses: readonly number[];
}

/**
 * The circuit of a course's net with backward lines, or what keeps them from training it.
 * @param lines `dv = hidden.T @ dout` …; without lines the engine's gradients drive the net
 */
export function compileNet(course: Course, lines?: readonly string[]): Net | Obstacle {
  const { points, classes } = course.data;
  const data = { X: points, y: classes.map((one) => [one]) };
  const consts = lines === undefined ? data : { ...data, N: points.length };
  const program = lines === undefined ? forwardLines : [...forwardLines, givenLine, ...lines];
  try {
    const circuit = build(program, { inputs: inputsOf(course.start), consts, output: 'L' });
    if (circuit.unset.length > 0) return { kind: 'strangers', names: circuit.unset };
    if (lines === undefined) return { course, circuit, buffers: {} };
    const gradients = new Map<(typeof weightNames)[number], number>();
    for (const name of weightNames) {
      const node = circuit.find(`d${name}`);
      if (node === undefined) return { kind: 'missing', name };
      const [got, expected] = [circuit.shape(node), circuit.shape(circuit.find(name)!)];
      if (!sameShape(got, expected)) return { kind: 'shape', name, got, expected };
      gradients.set(name, node);
    }
    return { course, circuit, gradients, buffers: {} };
  } catch (error) {
    if (error instanceof ProgramError) return { kind: 'program', error };
    throw error;
  }
}

export function isNet(made: Net | Obstacle): made is Net {
  return 'course' in made;
}

function inputsOf({ W, b, v }: Weights): Record<string, NestedNumbers> {
  const neurons = b.length;
  return {
    W: toNested({ shape: [2, neurons], data: W }),
    b: toNested({ shape: [neurons], data: b }),
    v: toNested({ shape: [neurons, 1], data: v }),
  };
}

/** Before the first step. */
export function untrained({ course }: Net): Trained {
  return { weights: course.start, losses: [] };
}

/** Whether the net has taken all its steps, or its numbers have left the finite ones. */
export function isOver({ course }: Net, { losses }: Trained): boolean {
  return losses.length > course.steps || !Number.isFinite(losses.at(-1) ?? 0);
}

/** Takes up to `count` steps: forward, backward by the net's own lines, then every weight against its gradient. */
export function train(net: Net, from: Trained, count: number): Trained {
  const { course, circuit, gradients, buffers } = net;
  const losses = [...from.losses];
  let { weights } = from;
  for (let taken = 0; taken < count && !isOver(net, { weights, losses }); taken++) {
    const pass = run(circuit, { inputs: inputsOf(weights), ...(buffers.run && { into: buffers.run }) });
    buffers.run = pass;
    losses.push(pass.value(circuit.output).data[0]!);
    const moved = (name: (typeof weightNames)[number]) => {
      const gradient = gradients ? pass.value(gradients.get(name)!) : pass.gradient(circuit.find(name)!);
      return weights[name].map((weight, k) => weight - course.rate * gradient.data[k]!);
    };
    weights = { W: moved('W'), b: moved('b'), v: moved('v') };
  }
  return { weights, losses };
}
