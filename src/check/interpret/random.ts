import { random } from '../../lessons/random.js';

/** Random numbers that are the same at every run. */
export class Chance {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = random(seed);
  }

  /** Uniform in [0, 1). */
  uniform(): number {
    return this.next();
  }

  /** Standard normal (Box and Muller 1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** A whole number from `low` on, below `high`. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low));
  }
}
