import type { NestedNumbers } from '../../src/engine/index.js';

/** Numbers that look random and are the same everywhere: a linear congruential generator. */
export function numbersFrom(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Nested lists of this shape with entries from -2 to 2, none of them near 0 or near each other's kinks. */
export function randomTensor(shape: readonly number[], next: () => number): NestedNumbers {
  if (shape.length === 0) {
    const x = next() * 4 - 2;
    return Math.abs(x) < 0.05 ? 0.7 : x;
  }
  return Array.from({ length: shape[0]! }, () => randomTensor(shape.slice(1), next));
}
