import { nearest } from '../../engine/index.js';
import type { LessonEvent } from '../../lessons/types.js';

/** One event of an answers file, and where it stands. */
export interface AnswerLine {
  readonly line: number;
  /** The question it is meant for; without it, whatever is asked. */
  readonly id?: string;
  readonly event: LessonEvent;
}

/** A line that is no event, or that does not fit the lesson. */
export interface AnswerProblem {
  readonly line: number;
  readonly code: 'unknown-command' | 'not-asked' | 'left-over' | 'ends-early';
  readonly params: Readonly<Record<string, string>>;
}

/** What can be written after a colon, in an answers file and in the answer field. */
export const commands = ['hint', 'nudge', 'why', 'reveal', 'skip', 'back', 'undo'] as const;

/** Reads a command such as `:hint`; undefined when the text is no command, the near name when it almost is one. */
export function parseCommand(
  text: string,
): LessonEvent | { readonly unknown: string; readonly near?: string } | undefined {
  const match = /^[:：]\s*(\S+)\s*$/.exec(text);
  if (!match) return undefined;
  const word = match[1]!.toLowerCase();
  const known = commands.find((command) => command === word);
  if (known) return { type: known };
  const near = nearest(word, commands);
  return near === undefined ? { unknown: word } : { unknown: word, near };
}

/**
 * Reads an answers file (lessons.md, "Scripted mode"): a line an event, optionally with the question's id before a
 * colon; `:hint` and the like are commands; `#` begins a comment line.
 */
export function parseAnswers(text: string): { lines: readonly AnswerLine[]; problems: readonly AnswerProblem[] } {
  const lines: AnswerLine[] = [];
  const problems: AnswerProblem[] = [];
  for (const [index, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = index + 1;
    if (raw.trim() === '' || raw.startsWith('#')) continue;
    const named = /^([a-z][a-z0-9-]*(?:\/\S+?)?)[:：](?:\s+(.*)|)$/.exec(raw);
    const body = (named ? (named[2] ?? '') : raw).trim();
    const command = parseCommand(body);
    if (command && 'unknown' in command) {
      problems.push({ line, code: 'unknown-command', params: { command: command.unknown, near: command.near ?? '' } });
      continue;
    }
    const event: LessonEvent = command ?? { type: 'answer', text: body };
    lines.push(named ? { line, id: named[1]!, event } : { line, event });
  }
  return { lines, problems };
}
