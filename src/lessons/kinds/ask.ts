import type { MistakeId } from '../../messages/mistakes.js';

/** A mistake that a backward pass shows, and the name whose gradient it was made at. */
export interface Plant {
  readonly mistake: MistakeId;
  readonly at: string;
}

/** One thing asked that is no value, local gradient or whole gradient. Plain data; `of` and `wrt` are names of the program. */
export type KindAsk =
  /** What comes back to `of` through the line `through` alone. */
  | { readonly kind: 'share'; readonly of: string; readonly through: string }
  | { readonly kind: 'shape'; readonly of: string; readonly gradient: boolean }
  /** A line of backward code. */
  | { readonly kind: 'line'; readonly of: string }
  | { readonly kind: 'entry'; readonly of: string; readonly gradient: boolean; readonly at: readonly number[] }
  | { readonly kind: 'direction'; readonly of: string; readonly towards: 'up' | 'down' }
  /** A local gradient as a formula that holds at any numbers. */
  | { readonly kind: 'rule'; readonly of: string; readonly wrt: string }
  /** How `of` moves when the input `wrt` is raised by `by`. */
  | {
      readonly kind: 'movement';
      readonly measure: Measure;
      readonly of: string;
      readonly wrt: string;
      readonly by: number;
    }
  /** What both names that the line `of` reads get: local gradients, or gradients. */
  | { readonly kind: 'pair'; readonly of: string; readonly gradient: boolean }
  | { readonly kind: 'choose'; readonly options: readonly string[]; readonly answer: string }
  /** Which gradient of a backward pass with one mistake is the first wrong one, and what should stand there. */
  | { readonly kind: 'culprit' | 'mend'; readonly plant: Plant }
  /** Which line can run its backward pass when those of `done` have. */
  | { readonly kind: 'next'; readonly done: readonly string[] }
  | { readonly kind: 'keep'; readonly most?: number }
  | { readonly kind: 'split'; readonly of: string }
  | { readonly kind: 'fuse'; readonly of: string }
  /** The learner's own forward lines, at least so many. */
  | { readonly kind: 'stage'; readonly stages: number }
  /** All backward lines of the two-layer net, which then train it. */
  | { readonly kind: 'train' };

export type Measure = 'change' | 'rate' | 'central';

/** What a step asks, where it is more than one question. */
export type StepOnlyAsk =
  | { readonly kind: 'contributions'; readonly of: string }
  | { readonly kind: 'blame'; readonly plant: Plant };

export type KindName = KindAsk['kind'];

/** What a step of lesson.yaml may ask beside values, local gradients, gradients and whole backward passes. */
export type KindStepAsk = Exclude<KindAsk, { kind: 'share' | 'culprit' | 'mend' }> | StepOnlyAsk;
