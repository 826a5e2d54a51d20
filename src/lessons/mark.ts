import { type Judgement, judge } from './answer/judge.js';
import type { Posed } from './answer/posed.js';
import { type Reading, readAnswer } from './answer/read.js';

/** What came of an answer. `unreadable` and `unclear` count for nothing. */
export interface Marked {
  readonly typed: string;
  readonly verdict: 'right' | 'wrong' | 'unclear' | 'unreadable';
  readonly reading: Reading;
  readonly judgement?: Judgement;
  /** Stable id of the mistake that was recognised. */
  readonly mistake?: string;
}

/** Reads, judges and, where it is wrong, diagnoses an answer. */
export function markAnswer(posed: Posed, typed: string): Marked {
  const reading = readAnswer(typed, posed);
  if (reading.kind === 'unreadable') return { typed, verdict: 'unreadable', reading };
  const judgement = judge(reading, posed);
  if (judgement.verdict === 'right') return { typed, verdict: 'right', reading, judgement };
  if (judgement.verdict !== 'wrong') return { typed, verdict: 'unclear', reading, judgement };
  return { typed, verdict: 'wrong', reading, judgement };
}
