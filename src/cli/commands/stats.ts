import { toText } from '../../diagram/index.js';
import { courseProgress, nextSitting } from '../../lessons/drill/statistics.js';
import { statisticsLines } from '../../lessons/drill/statistics-view.js';
import { dueCount } from '../../lessons/drill/strength.js';
import { statsMessages } from '../../messages/stats.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { isSet, wholeNumber } from '../options.js';
import type { Invocation } from '../parse.js';
import { readPractice } from '../practice.js';
import { UsageError } from '../usage-error.js';

/** `stats`: what was practised, how firmly it sits, what goes wrong, and when. */
export async function stats(invocation: Invocation, environment: Environment): Promise<number> {
  const { operands, messages, lang } = invocation;
  if (operands[0] !== undefined) throw new UsageError(messages.extraOperand(operands[0]));
  const width = wholeNumber(invocation, 'width', 40, 1000) ?? environment.columns ?? 80;
  const { summary, now, dayOf } = await readPractice(invocation, environment);
  const { entries } = environment.library();
  const glyphs = isSet(invocation, 'ascii') ? 'ascii' : environment.glyphs;
  const [course, today] = [courseProgress(entries, summary.progress), dayOf(now)];
  const text = toText(statisticsLines(summary, course, today, { width, glyphs, lang }));
  const m = statsMessages[lang];
  const due = dueCount(summary.memory, today);
  const next = [
    ...(due > 0 ? [m.drillNow(due, commandLine('drill'))] : []),
    ...(nextSitting(summary.tests, course, today) ? [m.sitNow(commandLine('drill', '--kind', 'test'))] : []),
  ];
  await environment.stdout.write(`${[text, ...(next.length > 0 ? ['', ...next] : [])].join('\n')}\n`);
  return 0;
}
