/** What a file written by a stranger may ask for. */
export const checkLimits = {
  /** UTF-16 units of a file. */
  characters: 200_000,
  lines: 5_000,
  /** Brackets and signs inside each other, and calls of the file's own one-line functions. */
  depth: 60,
  /** Lines executed in one pass, loops unrolled. */
  steps: 20_000,
  /** Times round one loop. */
  rounds: 5_000,
  /** Entries of one array. */
  entries: 1_000_000,
  /** Entries computed in one pass. */
  totalEntries: 20_000_000,
  /** Multiplications of one matrix product. */
  work: 100_000_000,
  /** Multiplications in one pass. */
  totalWork: 400_000_000,
} as const;
