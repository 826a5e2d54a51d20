import { learningDay } from '../../src/lessons/drill/index.js';
import { Ledger } from '../../src/lessons/drill/ledger.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import type { App } from '../../src/tui/app.js';
import { createStore, type Services, type Store } from '../../src/tui/store.js';
import { courseLibrary } from '../mounted/course.js';

/** Days as in Greenwich, wherever a test runs. */
export const dayOf = learningDay(() => 0);

export const now = new Date('2026-11-23T08:00:00Z');

/** The program at its start with a journal. */
export function appWith(events: readonly JournalEvent[] = [], rest: Partial<App> = {}): App {
  return {
    size: { columns: 80, rows: 24 },
    lang: 'en',
    glyphs: 'unicode',
    theme: 'dark',
    motion: false,
    exercises: 12,
    entries: courseLibrary().entries,
    summary: new Ledger(dayOf, events).summary(),
    today: dayOf(now),
    home: { selected: 0 },
    notices: [],
    unsaved: false,
    ...rest,
  };
}

/** A store without a terminal, that has read a journal and adds to it what it records. */
export function storeOn(recorded: JournalEvent[], library: Services['library'], app: App): Store {
  const services: Services = {
    library,
    journal: {
      path: 'journal.jsonl',
      read: () => ({ broken: [] }),
      append(event) {
        recorded.push(event);
        return { ok: true };
      },
    },
    settings: { read: () => ({ settings: {} }), write: () => ({ ok: true }) },
    clock: () => now,
    dayOf,
    writeFolder: () => ({ ok: true }),
  };
  return createStore(app, new Ledger(dayOf, recorded), services, { quit() {}, suspend() {}, redraw() {} });
}
