/** Characters of drawings that are "ambiguous" in East Asian width: some terminals draw some of them two cells wide. */
const AMBIGUOUS = '─●→σ';
/** In the first row the answer would look like F3 with Shift. */
const ROW = 2;

/** Writes the characters, asks where the cursor stands behind them, and erases them, all before anything is painted. */
export const WIDTH_PROBE = `\x1b[${ROW};1H${AMBIGUOUS}\x1b[6n\x1b[${ROW};1H\x1b[2K`;

/**
 * Whether an answer to `WIDTH_PROBE` says that the characters are not one cell each: then drawings would fall apart.
 * Undefined if it is no answer to it.
 */
export function drawsWide(row: number, column: number): boolean | undefined {
  return row === ROW ? column !== AMBIGUOUS.length + 1 : undefined;
}
