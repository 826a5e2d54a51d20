import { edit, emptyField, type Field, fieldText } from './editor.js';
import type { Press } from './press.js';

/** A text of several lines as it is written: the line with the cursor is a text field, the others stand around it. */
export interface Draft {
  readonly above: readonly string[];
  readonly field: Field;
  readonly below: readonly string[];
}

/** No line is cut: a program that is too long is refused by the engine, which says so. */
const LONGEST_LINE = 200_000;

function lineOf(before: readonly string[], after: readonly string[] = []): Field {
  return { ...emptyField, before, after, limit: LONGEST_LINE };
}

/** A text with the cursor at its end. */
export function draftOf(text: string): Draft {
  const lines = text.trimEnd().split('\n');
  return { above: lines.slice(0, -1), field: atEnd(lines.at(-1)!), below: [] };
}

export function draftText({ above, field, below }: Draft): string {
  return [...above, fieldText(field), ...below].join('\n');
}

function atEnd(text: string): Field {
  return withCursor(text, text.length);
}

/** The line with the cursor behind so many of its characters, or at its end if it has fewer. */
function withCursor(text: string, column: number): Field {
  const all = edit(lineOf([]), { key: 'paste', text })?.before ?? [];
  return lineOf(all.slice(0, column), all.slice(column));
}

function toLineAbove({ above, field, below }: Draft, column: number): Draft {
  const line = above.at(-1);
  if (line === undefined) return { above, field, below };
  return { above: above.slice(0, -1), field: withCursor(line, column), below: [fieldText(field), ...below] };
}

function toLineBelow({ above, field, below }: Draft, column: number): Draft {
  const [line, ...rest] = below;
  if (line === undefined) return { above, field, below };
  return { above: [...above, fieldText(field)], field: withCursor(line, column), below: rest };
}

function broken({ above, field, below }: Draft): Draft {
  return { above: [...above, field.before.join('')], field: lineOf([], field.after), below };
}

function joinedAbove({ above, field, below }: Draft): Draft {
  const before = atEnd(above.at(-1)!).before;
  return { above: above.slice(0, -1), field: lineOf(before, field.after), below };
}

function joinedBelow({ above, field, below }: Draft): Draft {
  return { above, field: lineOf(field.before, atEnd(below[0]!).before), below: below.slice(1) };
}

/** The draft after a press: what the text field knows, and the lines as well. Nothing if the press is none of its business. */
export function editDraft(draft: Draft, press: Press): Draft | undefined {
  const { field } = draft;
  const column = field.before.length;
  if (press.text !== undefined && /[\r\n]/.test(press.text)) {
    const lines = press.text.split(/\r\n|[\r\n]/);
    return lines.reduce((at, text, k) => write(k === 0 ? at : broken(at), { key: 'paste', text }) ?? at, draft);
  }
  switch (press.key) {
    case 'enter':
      return broken(draft);
    case 'up':
      return toLineAbove(draft, column);
    case 'down':
      return toLineBelow(draft, column);
    case 'left':
      if (column === 0) return toLineAbove(draft, Number.POSITIVE_INFINITY);
      break;
    case 'right':
      if (field.after.length === 0) return toLineBelow(draft, 0);
      break;
    case 'backspace':
      if (column === 0 && draft.above.length > 0) return joinedAbove(draft);
      break;
    case 'delete':
      if (field.after.length === 0 && draft.below.length > 0) return joinedBelow(draft);
  }
  return write(draft, press);
}

function write(draft: Draft, press: Press): Draft | undefined {
  const field = edit(draft.field, press);
  return field && { ...draft, field };
}
