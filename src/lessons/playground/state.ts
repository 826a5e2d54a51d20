import type { Circuit, NodeId, ProgramError } from '../../engine/index.js';
import type { ReadSource, Source, Values } from './program.js';

/** One number that can be nudged: an input, or an entry of an input that is a tensor. */
export interface Entry {
  readonly input: NodeId;
  readonly name: string;
  /** Which entry of the input, in row-major order. */
  readonly at: number;
  /** As it is written: `x`, `W[0, 1]`. */
  readonly label: string;
}

/** What came of the last nudge, or of a number that was typed. */
export interface Movement {
  readonly label: string;
  readonly by: number;
  /** By how much the output moved, and by how much the gradient before it said it would. */
  readonly moved: number;
  readonly predicted: number;
  /** The gates that took another branch of their formula on the way, by name. */
  readonly crossed: readonly string[];
}

/** Something that could not be done, to be said until the next event. */
export type Remark =
  | { readonly kind: 'single-gate' | 'no-box' | 'no-input' | 'nothing-to-undo' | 'no-number' }
  | { readonly kind: 'refused'; readonly error: ProgramError };

/** A circuit that is played with. Immutable; made by `openPlayground` and `playgroundStep`. */
export interface Playground {
  readonly source: Source;
  /** The program as it was read last. */
  readonly read: ReadSource;
  /** As it is drawn: gates may have been split or fused since. */
  readonly circuit: Circuit;
  /** The names of lines and patterns that are drawn as one box. */
  readonly boxes: readonly string[];
  readonly values: Values;
  readonly entries: readonly Entry[];
  /** Which entry the arrow keys are at. */
  readonly cursor: number;
  /** How far the entry at hand is moved with a key. */
  readonly step: number;
  /** The gate at hand. */
  readonly box?: NodeId;
  /** How many turns of the two passes have been taken; absent while all numbers are shown. */
  readonly done?: number;
  readonly movement?: Movement;
  readonly remark?: Remark;
  /** What undo goes back to, latest last. */
  readonly past: readonly Playground[];
}
