import { toText } from '../../diagram/index.js';
import { statisticsLines } from '../../lessons/drill/statistics-view.js';
import { progressKey } from '../../lessons/journal.js';
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
  const finished = entries.filter((entry) => summary.progress.get(progressKey(entry))?.finished).length;
  const glyphs = isSet(invocation, 'ascii') ? 'ascii' : environment.glyphs;
  const course = { finished, total: entries.length };
  await environment.stdout.write(`${toText(statisticsLines(summary, course, dayOf(now), { width, glyphs, lang }))}\n`);
  return 0;
}
