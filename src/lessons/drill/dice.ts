import { random } from '../random.js';

/** Draws that depend on the seed alone. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** All of them, in another order. */
  shuffled<T>(from: readonly T[]): T[];
}

export function diceOf(seed: number): Dice {
  const next = random(seed);
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    pick: (from) => from[whole(0, from.length - 1)]!,
    shuffled(from) {
      const all = [...from];
      for (let last = all.length - 1; last > 0; last--) {
        const other = whole(0, last);
        [all[last], all[other]] = [all[other]!, all[last]!];
      }
      return all;
    },
  };
}

/** A seed for one thing of many that are drawn from the same seed (an integer hash, so that neighbours differ). */
export function subSeed(seed: number, ...parts: readonly number[]): number {
  let hash = 0;
  for (const part of [seed, ...parts]) {
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) + Math.imul(part + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  }
  return (hash ^ (hash >>> 16)) >>> 0;
}
