import { nearest } from '../../engine/index.js';
import { commands, readEntry } from '../../lessons/entry.js';
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
    const entry = readEntry(body);
    if (entry.kind === 'unknown') {
      const near = nearest(entry.word, commands) ?? '';
      problems.push({ line, code: 'unknown-command', params: { command: entry.word, near } });
      continue;
    }
    const event: LessonEvent = entry.kind === 'event' ? entry.event : { type: 'answer', text: '' };
    lines.push(named ? { line, id: named[1]!, event } : { line, event });
  }
  return { lines, problems };
}
