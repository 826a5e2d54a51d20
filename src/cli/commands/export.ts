import { type AnswerRow, answerRows } from '../../lessons/drill/answers.js';
import { visible } from '../../lessons/markdown.js';
import type { JournalEvent } from '../../lessons/types.js';
import { practiceMessages } from '../../messages/practice.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { type ReadPractice, readPractice } from '../practice.js';
import { UsageError } from '../usage-error.js';

const columns = [
  'at',
  'day',
  'lesson',
  'question',
  'skill',
  'typed',
  'verdict',
  'mistake',
] as const satisfies readonly (keyof AnswerRow)[];

/** Rows that are written at a time: a year's practice is not held as one string. */
const batch = 1000;

/** `export`: every judged answer, with the stable code of the mistake, for spreadsheets and for adding up a class. */
export async function exportPractice(invocation: Invocation, environment: Environment): Promise<number> {
  const { operands, messages, lang } = invocation;
  const [json, csv] = [isSet(invocation, 'json'), isSet(invocation, 'csv')];
  if (operands[0] !== undefined) throw new UsageError(messages.extraOperand(operands[0]));
  if (json && csv) throw new UsageError(messages.excludes('--json', '--csv'));
  if (!json && !csv)
    throw new UsageError(
      practiceMessages[lang].exportNeedsForm,
      messages.likeThis(commandLine('export', '--csv')),
      messages.likeThis(commandLine('export', '--json')),
    );
  const events: JournalEvent[] = [];
  const practice = await readPractice(invocation, environment, (event) => events.push(event));
  return csv ? writeCsv(events, practice, environment) : writeJson(events, practice, environment);
}

type Events = readonly JournalEvent[];

async function writeCsv(events: Events, { dayOf }: ReadPractice, { stdout }: Environment): Promise<number> {
  let lines = [columns.join(',')];
  for (const row of answerRows(events, dayOf)) {
    lines.push(columns.map((column) => csvField(row[column])).join(','));
    if (lines.length < batch) continue;
    if (!(await stdout.write(`${lines.join('\r\n')}\r\n`))) return 0;
    lines = [];
  }
  if (lines.length > 0) await stdout.write(`${lines.join('\r\n')}\r\n`);
  return 0;
}

/**
 * A field as RFC 4180 has it. What a spreadsheet would take for a formula gets an apostrophe in front, unless it is a
 * number: an answer is text that anyone may have typed.
 */
function csvField(text: string): string {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
  const safe = visible(formula ? `'${text}` : text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

async function writeJson(events: Events, { dayOf, summary }: ReadPractice, { stdout }: Environment): Promise<number> {
  const table = (map: ReadonlyMap<string, object>, key: string) =>
    [...map].map(([id, value]) => ({ [key]: id, ...value }));
  const data = {
    format: 1,
    answers: [...answerRows(events, dayOf)],
    mistakes: table(summary.mistakes, 'mistake'),
    skills: table(summary.skills, 'skill'),
    remembered: table(summary.memory, 'id'),
    days: table(summary.days, 'day'),
    tests: summary.tests,
  };
  await stdout.write(`${JSON.stringify(data, undefined, 2)}\n`);
  return 0;
}
