import { Text } from 'ink';
import { clipLine, type Line } from '../../diagram/index.js';
import type { Theme } from '../theme.js';

interface LinesProps {
  readonly lines: readonly Line[];
  readonly columns: number;
  readonly theme: Theme;
}

/** Lines of spans as one block of text, cut here: Ink would cut a block that is too wide down to a single line. */
export function Lines({ lines, columns, theme }: LinesProps) {
  if (lines.length === 0) return null;
  // An empty text has no height in Ink; a space keeps the row.
  return <Text>{lines.map((line) => theme.line(clipLine(line, columns)) || ' ').join('\n')}</Text>;
}
