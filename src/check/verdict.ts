import type { Shape } from '../engine/types.js';
import type { CheckMistakeCode } from '../messages/check.js';
import type { Difference } from './judge/compare.js';
import type { UnreadReason } from './unread.js';

/** What is known of a wrong gradient: a code, and the names and numbers that its sentence needs. */
export interface Mistake {
  readonly code: MistakeCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type MistakeCode = CheckMistakeCode;

/** The verdict on one gradient at one line. */
export type Verdict = {
  readonly line: number;
  readonly name: string;
  /** The forward name whose gradient it is, and the line of the version meant. */
  readonly of: string;
  readonly ofLine?: number;
} & (
  | { readonly status: 'exact'; readonly shape?: ShapeNote; readonly inner?: boolean }
  | { readonly status: 'approximate'; readonly difference: number; readonly shape?: ShapeNote }
  /** Right, as far as this line goes: it builds on the wrong line `from`. */
  | { readonly status: 'follows'; readonly from: number }
  | {
      readonly status: 'wrong';
      readonly mistake?: Mistake;
      readonly count: number;
      readonly entries: readonly Difference[];
    }
  | { readonly status: 'shape'; readonly got: Shape; readonly expected: Shape; readonly mistake?: Mistake }
  /** Used as what comes from further on in the circuit. */
  | { readonly status: 'given' }
  /** To be written yet. */
  | { readonly status: 'blank'; readonly expected: Shape }
  | { readonly status: 'not-checked'; readonly why: NotChecked }
);

/** Right numbers in a shape that has to be broadcast: the shape that was given, and the shape of the forward name. */
export interface ShapeNote {
  readonly got: Shape;
  readonly expected: Shape;
}

export type NotChecked =
  | { readonly code: 'unread'; readonly reason: UnreadReason }
  | { readonly code: 'forward-unknown'; readonly name: string }
  | { readonly code: 'no-output' }
  | { readonly code: 'independent'; readonly name: string; readonly output: string }
  | { readonly code: 'table'; readonly name: string; readonly output: string }
  | { readonly code: 'forward-not-finite'; readonly name: string };

export type Status = Verdict['status'];
