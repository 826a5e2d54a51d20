import { checkLimits } from '../limits.js';
import { Unread } from '../unread.js';

/** Counts what a pass over a file computes, and ends it at the limits. */
export class Budget {
  private entries = 0;
  private work = 0;
  private steps = 0;

  /** Counts a line about to be executed. */
  step(): void {
    if (++this.steps > checkLimits.steps) throw new Unread('limit', { what: 'steps', limit: checkLimits.steps });
  }

  /** Counts an array about to be made. */
  array(size: number): void {
    if (!(size <= checkLimits.entries)) throw new Unread('limit', { what: 'entries', limit: checkLimits.entries });
    this.entries += size + 8;
    if (this.entries > checkLimits.totalEntries)
      throw new Unread('limit', { what: 'total', limit: checkLimits.totalEntries });
  }

  /** Counts the multiplications of a product about to be made. */
  multiply(count: number): void {
    if (count > checkLimits.work) throw new Unread('limit', { what: 'work', limit: checkLimits.work });
    this.work += count;
    if (this.work > checkLimits.totalWork) throw new Unread('limit', { what: 'total', limit: checkLimits.totalWork });
  }
}
