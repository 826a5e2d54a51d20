import type { LessonEvent } from './types.js';

/** Events that can be typed after a colon, into the answer field and in an answers file. */
export const commands = ['hint', 'nudge', 'why', 'reveal', 'skip', 'back', 'undo'] as const;

/** What was entered: an answer, a command, a command that does not exist, or nothing. */
export type Entry =
  | { readonly kind: 'event'; readonly event: LessonEvent }
  | { readonly kind: 'unknown'; readonly word: string }
  | { readonly kind: 'nothing' };

/** Reads what was entered for a question. A colon from a Chinese keyboard counts as one. */
export function readEntry(typed: string): Entry {
  const text = typed.trim();
  if (text === '') return { kind: 'nothing' };
  if (!/^[:：]/.test(text)) return { kind: 'event', event: { type: 'answer', text } };
  const word = text.slice(1).trim().toLowerCase();
  const command = commands.find((name) => name === word);
  return command ? { kind: 'event', event: { type: command } } : { kind: 'unknown', word };
}
