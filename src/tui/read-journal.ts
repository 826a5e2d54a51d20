import { Ledger } from '../lessons/drill/ledger.js';
import type { App, Notice } from './app.js';
import { firstChoice } from './home-items.js';
import type { Services } from './store.js';

/** What a journal held, and the program as it is then. */
export interface JournalRead {
  readonly ledger: Ledger;
  readonly app: App;
}

/** Reads the journal for a program that does not know yet what was done. */
export function readJournal({ unread: _, ...app }: App, { journal, dayOf, clock }: Services): JournalRead {
  const ledger = new Ledger(dayOf);
  const { broken, failure } = journal.read((event) => ledger.add(event));
  const notices: Notice[] = [];
  if (failure !== undefined) notices.push({ kind: 'journal-unreadable', code: failure });
  if (broken.length > ledger.noted) {
    notices.push({ kind: 'journal-broken', lines: broken.length, path: journal.path });
    journal.append({ v: 1, type: 'noted', at: clock().toISOString(), broken: broken.length });
  }
  const read: App = { ...app, summary: ledger.summary(), notices: [...notices, ...app.notices] };
  return { ledger, app: { ...read, home: { selected: firstChoice(read) } } };
}
