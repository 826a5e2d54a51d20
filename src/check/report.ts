import type { NodeId, Run } from '../engine/types.js';
import type { Partner } from './names.js';
import type { UnreadReason } from './unread.js';
import type { Verdict } from './verdict.js';

/** A line of the file that holds code, and what is to be said of it. */
export interface CheckedLine {
  /** Lines of the file, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  readonly text: string;
  readonly kind:
    | 'forward'
    /** Writes gradients; `verdicts` has what they are. */
    | 'judged'
    /** Writes a gradient that a later line goes on writing. */
    | 'earlier'
    /** Does not matter to the gradients. */
    | 'passed'
    /** Outside the subset, or not to be computed. */
    | 'unread';
  readonly verdicts: readonly Verdict[];
  readonly reason?: UnreadReason;
  /** A loop that is executed once, since it holds a whole training step. */
  readonly once?: boolean;
}

/** The circuit of a forward pass, and at which of its nodes the learner's gradient is right or wrong. */
export interface CheckedCircuit {
  readonly run: Run;
  readonly states: ReadonlyMap<NodeId, 'right' | 'wrong'>;
}

/** What came of checking a file. */
export interface Report {
  readonly lines: readonly CheckedLine[];
  readonly verdicts: readonly Verdict[];
  /** Which gradient was taken for which forward name's, where the names do not say it outright. */
  readonly pairs: readonly ({ readonly name: string } & Partner)[];
  /** The forward pass that gradients were compared with last; undefined if there was none. */
  readonly circuit: CheckedCircuit | undefined;
  readonly outcome: 'right' | 'wrong' | 'unreadable';
  /** The file is longer than what is read. */
  readonly cut: boolean;
}
