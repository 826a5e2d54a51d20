import { Ledger } from '../lessons/drill/ledger.js';
import type { Summary } from '../lessons/drill/statistics.js';
import type { JournalEvent } from '../lessons/types.js';
import { practiceMessages } from '../messages/practice.js';
import type { Environment, Practice } from './environment.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/** The journal as commands use it. */
export interface ReadPractice extends Practice {
  readonly summary: Summary;
}

/**
 * Reads the journal; lines that can't be read are told on stderr.
 * @param visit sees every event as it is read
 * @throws UsageError for a journal that can't be opened
 */
export async function readPractice(
  { lang }: Invocation,
  environment: Environment,
  visit: (event: JournalEvent) => void = () => {},
): Promise<ReadPractice> {
  const m = practiceMessages[lang];
  const practice = await environment.practice();
  const { path } = practice.journal;
  const ledger = new Ledger(practice.dayOf);
  const { broken, failure } = practice.journal.read((event) => {
    ledger.add(event);
    visit(event);
  });
  if (failure !== undefined) throw new UsageError(m.unreadable(path, failure));
  if (broken.length > ledger.noted)
    await environment.stderr.write(`backprop-tutor: ${m.brokenLines(broken.length, path)}\n`);
  return { ...practice, summary: ledger.summary() };
}
