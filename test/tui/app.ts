import { learningDay } from '../../src/lessons/drill/index.js';
import { Ledger } from '../../src/lessons/drill/ledger.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import type { App } from '../../src/tui/app.js';
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
    entries: courseLibrary().entries,
    summary: new Ledger(dayOf, events).summary(),
    today: dayOf(now),
    home: { selected: 0 },
    notices: [],
    unsaved: false,
    ...rest,
  };
}
