import { padTo, textWidth } from '../../diagram/index.js';
import { progressKey } from '../../lessons/journal.js';
import { authorMessages } from '../../messages/author.js';
import type { Environment } from '../environment.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { readPractice } from '../practice.js';
import { UsageError } from '../usage-error.js';

/** `lessons`: the course as a list, with how far the learner is in each lesson. */
export async function lessons(invocation: Invocation, environment: Environment): Promise<number> {
  const { operands, lang, messages } = invocation;
  if (operands[0] !== undefined) throw new UsageError(messages.extraOperand(operands[0]));
  const { summary } = await readPractice(invocation, environment);
  const library = environment.library();
  const rows = library.entries.map((entry) => {
    const { id, number, part, minutes, title } = entry;
    const progress = summary.progress.get(progressKey(entry));
    const { skills } = library.lesson(id)!;
    return {
      number,
      id,
      part,
      title,
      minutes,
      skills,
      done: progress?.done ?? 0,
      total: progress?.total ?? null,
      finished: progress?.finished ?? false,
    };
  });
  if (isSet(invocation, 'json')) {
    await environment.stdout.write(`${JSON.stringify({ format: 1, lessons: rows })}\n`);
    return 0;
  }
  const m = authorMessages[lang];
  const table = rows.map(({ number, id, title, minutes, skills, done, total, finished }) => [
    String(number),
    id,
    title[lang] ?? title.en ?? title.zh ?? '',
    m.minutes(minutes),
    finished ? m.finished : total === null ? '' : m.ofSteps({ done, total }),
    skills.join(' '),
  ]);
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => textWidth(row[column]!)))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => padTo(cell, widths[column]!, column === 0 || column === 3 ? 'end' : 'start'))
      .join('  ')
      .trimEnd(),
  );
  await environment.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
