import type { NodeId, Run, Tensor } from '../../engine/index.js';
import type { MistakeFacts, MistakeFamily, MistakeId, SecondOfPair } from '../../messages/mistakes.js';
import type { Ask } from '../types.js';
import type { Edge } from './edge.js';

/**
 * A question at one set of numbers. `pass` is the run in which the thing asked is a gradient: for a local gradient the
 * line alone with an upstream of 1, else the whole circuit's.
 */
export interface Sight {
  readonly ask: Ask;
  readonly whole: Run;
  readonly pass: Run;
  readonly node: NodeId;
  /** The name of what gradients are about; undefined where it is not drawn. */
  readonly final: string | undefined;
  /** The right answer. */
  readonly right: Tensor;
}

/** How special to this gate and this circuit a mistake is: of those that fit a number the lowest rank is named. */
export const ranks = { gate: 0, fork: 0, forward: 0, chain: 1, slip: 2, branch: 3, pair: 4 } as const;

/** A mistake that could be made at a question, and the answer it would give. */
export interface Candidate {
  readonly id: MistakeId;
  /** The second mistake of a pair. */
  readonly also?: SecondOfPair;
  readonly rank: number;
  readonly family: MistakeFamily;
  /** Where it is made; the first edge of the question unless given. */
  readonly edge?: Edge;
  /** At a fork: made in one branch or in every branch, and the share that it makes there, which the sentence is about. */
  readonly branch?: { readonly which: 'one' | 'every'; readonly share: (sight: Sight) => Tensor | undefined };
  /** Facts that are this mistake's own. */
  readonly facts?: (sight: Sight) => Partial<MistakeFacts>;
  /** What it gives; undefined, or with entries that are no numbers, where it can't be made. */
  readonly value: (sight: Sight) => Tensor | undefined;
}

export function scalar(x: number): Tensor {
  return { shape: [], data: Float64Array.of(x) };
}

/** Entry by entry; both of one shape. */
export function combine(a: Tensor, b: Tensor, by: (x: number, y: number) => number): Tensor {
  return { shape: a.shape, data: a.data.map((x, k) => by(x, b.data[k]!)) };
}

export function mapped(a: Tensor, by: (x: number) => number): Tensor {
  return { shape: a.shape, data: a.data.map(by) };
}
