import { type Summary, summarise } from '../lessons/drill/statistics.js';
import type { JournalEvent } from '../lessons/types.js';
import { practiceMessages } from '../messages/practice.js';
import type { Environment, Practice } from './environment.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/** The journal as commands use it. */
export interface ReadPractice extends Practice {
  readonly events: readonly JournalEvent[];
  readonly summary: Summary;
}

/**
 * Reads the journal; lines that can't be read are told on stderr.
 * @throws UsageError for a journal that can't be opened
 */
export async function readPractice({ lang }: Invocation, environment: Environment): Promise<ReadPractice> {
  const m = practiceMessages[lang];
  const practice = await environment.practice();
  const { path } = practice.journal;
  const { events, broken, failure } = practice.journal.read();
  if (failure !== undefined) throw new UsageError(m.unreadable(path, failure));
  if (broken.length > 0) await environment.stderr.write(`backprop-tutor: ${m.brokenLines(broken.length, path)}\n`);
  return { ...practice, events, summary: summarise(events, practice.dayOf) };
}
