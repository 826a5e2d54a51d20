import { clip, textWidth } from '../diagram/index.js';
import { type Field, fieldText } from './editor.js';
import { type Glyphs, marks } from './lines.js';

/** The answer field as its row shows it. */
export interface FieldWindow {
  readonly prompt: string;
  /** What is seen of the text. */
  readonly text: string;
  /** The column of the cursor in the row. */
  readonly cursor: number;
}

const MARGIN = ' ';

/** The part of the field that fits its row; text longer than that moves left under the cursor. */
export function fieldWindow(field: Field, prompt: string, columns: number, glyphs: Glyphs): FieldWindow {
  const mark = marks[glyphs];
  // The text keeps at least half of the row, however long the name of what is asked.
  const label = clip(prompt, Math.floor(columns / 2) - 4, mark.ellipsis);
  const shown = `${MARGIN}${label}${label === '' ? '' : ' '}${mark.prompt} `;
  const room = columns - textWidth(shown) - 1;
  let first = 0;
  let before = textWidth(field.before.join(''));
  for (; before > room; first++) before -= textWidth(field.before[first]!);
  let text = '';
  let used = 0;
  for (const character of [...field.before.slice(first), ...field.after]) {
    used += textWidth(character);
    if (used > room) break;
    text += character;
  }
  return {
    prompt: shown,
    text: first === 0 && used <= room ? fieldText(field) : text,
    cursor: textWidth(shown) + before,
  };
}
