import { Text } from 'ink';
import type { Field } from '../editor.js';
import { fieldWindow } from '../field-window.js';
import type { Glyphs } from '../lines.js';
import type { Theme } from '../theme.js';

interface AnswerFieldProps {
  readonly field: Field;
  readonly prompt: string;
  readonly columns: number;
  readonly glyphs: Glyphs;
  readonly theme: Theme;
}

/** The row in which an answer is typed. The terminal's own cursor stands in it; nothing is drawn in its place. */
export function AnswerField({ field, prompt, columns, glyphs, theme }: AnswerFieldProps) {
  const seen = fieldWindow(field, prompt, columns, glyphs);
  const text = field.selected ? theme.selected(seen.text) : seen.text;
  return <Text wrap="truncate">{theme.style(seen.prompt, 'emphasis') + text}</Text>;
}
