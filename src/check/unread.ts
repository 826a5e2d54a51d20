import type { ProblemCode, ProblemParams } from '../engine/language/problems.js';
import type { CheckUnreadCode } from '../messages/check.js';

/** Why a line of the file can't be used; the sentences are in messages/check. */
export type UnreadCode = CheckUnreadCode;

export interface UnreadReason {
  readonly code: UnreadCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** What the engine said, where the values do not fit together. */
  readonly engine?: { readonly code: ProblemCode; readonly params: ProblemParams };
}

/** A line that is outside the subset, or that can't be computed. Never leaves this room: it becomes a verdict. */
export class Unread extends Error {
  readonly reason: UnreadReason;

  constructor(code: UnreadCode, params: UnreadReason['params'] = {}, engine?: UnreadReason['engine']) {
    super(code);
    this.reason = { code, params, ...(engine && { engine }) };
  }
}
