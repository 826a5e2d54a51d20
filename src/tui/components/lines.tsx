import { Text } from 'ink';
import type { Line } from '../../diagram/index.js';
import type { Theme } from '../theme.js';

/** Lines of spans as one block of text. They are cut to the width beforehand, so Ink has nothing to wrap. */
export function Lines({ lines, theme }: { readonly lines: readonly Line[]; readonly theme: Theme }) {
  if (lines.length === 0) return null;
  // An empty text has no height in Ink; a space keeps the row.
  return <Text wrap="truncate">{lines.map((line) => theme.line(line) || ' ').join('\n')}</Text>;
}
