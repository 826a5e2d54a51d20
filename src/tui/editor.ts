import { graphemes } from './graphemes.js';
import type { Press } from './press.js';

/**
 * A one-line text field: what stands before the cursor and after it, as characters a reader sees (grapheme clusters). While
 * `selected`, typing replaces all of it. `history` holds what was entered before, oldest first; `at` says which of them
 * is shown, and `draft` keeps what was being typed when the first of them was called up.
 */
export interface Field {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly selected: boolean;
  readonly history: readonly string[];
  readonly at: number;
  readonly draft: string;
  /** How many characters it takes; `MAX_FIELD_LENGTH` unless given. */
  readonly limit?: number;
}

/** No answer of any question is longer; what does not fit is not taken. */
export const MAX_FIELD_LENGTH = 500;

const MAX_HISTORY = 100;
/** An empty field with nothing to call up. */
export const emptyField: Field = { before: [], after: [], selected: false, history: [], at: 0, draft: '' };

/** What the field holds. */
export function fieldText(field: Field): string {
  return field.before.join('') + field.after.join('');
}

/** The field holding `text`, the cursor behind it. */
export function withText(field: Field, text: string): Field {
  return { ...field, before: graphemes(text).slice(0, field.limit ?? MAX_FIELD_LENGTH), after: [], selected: false };
}

/** The field after what it held was entered and taken: empty, with one more line to call up. */
export function takeEntry(field: Field): Field {
  return { ...remember(field), before: [], after: [], selected: false };
}

/** The field after a miss: what was typed stays to be mended, or to be replaced by typing. */
export function keepEntry(field: Field): Field {
  return { ...withText(remember(field), fieldText(field)), selected: true };
}

function remember(field: Field): Field {
  const text = fieldText(field).trim();
  const fresh = text !== '' && text !== field.history.at(-1);
  const history = fresh ? [...field.history, text].slice(-MAX_HISTORY) : field.history;
  return { ...field, history, at: history.length, draft: '' };
}

function insert(field: Field, text: string): Field {
  const clean = text.replace(/\r\n|[\r\n\t]/g, ' ').replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '');
  if (clean === '') return field;
  const base = field.selected ? { ...field, before: [], after: [], selected: false } : field;
  // Segmented anew: a combining mark joins the character before it.
  const before = graphemes(base.before.join('') + clean).slice(0, (base.limit ?? MAX_FIELD_LENGTH) - base.after.length);
  return { ...base, before };
}

function moveTo(field: Field, position: number): Field {
  const all = [...field.before, ...field.after];
  return { ...field, before: all.slice(0, position), after: all.slice(position), selected: false };
}

/** Where the word before the cursor begins. */
function wordStart(field: Field): number {
  let position = field.before.length;
  while (position > 0 && field.before[position - 1]!.trim() === '') position--;
  while (position > 0 && field.before[position - 1]!.trim() !== '') position--;
  return position;
}

/** How far behind the cursor its word ends. */
function wordEnd(field: Field): number {
  let length = 0;
  while (length < field.after.length && field.after[length]!.trim() === '') length++;
  while (length < field.after.length && field.after[length]!.trim() !== '') length++;
  return field.before.length + length;
}

/** Removes what a key removes, or all of it while it is selected. */
function remove(field: Field, rest: Partial<Field>): Field {
  return field.selected ? { ...field, before: [], after: [], selected: false } : { ...field, ...rest };
}

function recall(field: Field, at: number): Field {
  if (at < 0 || at > field.history.length || at === field.at) return field;
  const draft = field.at === field.history.length ? fieldText(field) : field.draft;
  return { ...withText(field, field.history[at] ?? draft), at, draft };
}

type Edit = (field: Field) => Field;

const toStart: Edit = (field) => moveTo(field, 0);
const toEnd: Edit = (field) => moveTo(field, field.before.length + field.after.length);
const left: Edit = (field) => (field.selected ? toStart(field) : moveTo(field, Math.max(0, field.before.length - 1)));
const right: Edit = (field) => (field.selected ? toEnd(field) : moveTo(field, field.before.length + 1));
const wordLeft: Edit = (field) => moveTo(field, wordStart(field));
const wordRight: Edit = (field) => moveTo(field, wordEnd(field));
const rubOut: Edit = (field) => remove(field, { before: field.before.slice(0, -1) });
const rubOutNext: Edit = (field) => remove(field, { after: field.after.slice(1) });
const killWord: Edit = (field) => remove(field, { before: field.before.slice(0, wordStart(field)) });
const killNextWord: Edit = (field) => remove(field, { after: field.after.slice(wordEnd(field) - field.before.length) });

const EDITS: ReadonlyMap<string, Edit> = new Map([
  ['left', left],
  ['right', right],
  ['ctrl-b', left],
  ['ctrl-f', right],
  ['home', toStart],
  ['end', toEnd],
  ['ctrl-a', toStart],
  ['ctrl-e', toEnd],
  ['alt-b', wordLeft],
  ['alt-f', wordRight],
  ['ctrl-left', wordLeft],
  ['ctrl-right', wordRight],
  ['alt-left', wordLeft],
  ['alt-right', wordRight],
  ['backspace', rubOut],
  ['delete', rubOutNext],
  ['ctrl-d', rubOutNext],
  ['ctrl-u', (field) => remove(field, { before: [] })],
  ['ctrl-k', (field) => remove(field, { after: [] })],
  ['ctrl-w', killWord],
  ['alt-backspace', killWord],
  ['alt-d', killNextWord],
  ['up', (field) => recall(field, field.at - 1)],
  ['down', (field) => recall(field, field.at + 1)],
]);

/** The field after a press, or nothing if the press is none of the field's business. */
export function edit(field: Field, press: Press): Field | undefined {
  if (press.text !== undefined) return insert(field, press.text);
  return EDITS.get(press.key)?.(field);
}
