/** What a program written by a stranger may ask for. Circuits made with the builder know no limits. */
export const limits = {
  /** UTF-16 units of a program's text. */
  characters: 200_000,
  tokens: 50_000,
  /** Brackets, signs and powers inside each other. */
  depth: 100,
  gates: 20_000,
  /** Entries of one value. */
  entries: 1_000_000,
  /** Entries of all values of a circuit together. */
  totalEntries: 8_000_000,
  /** Multiplications of all matrix products and convolutions of a circuit together, once forward. */
  work: 50_000_000,
  /** Axes of one value. */
  rank: 8,
} as const;
