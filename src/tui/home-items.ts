import type { LessonEntry } from '../lessons/types.js';
import { type App, numberedTitle, progressIn } from './app.js';

/** What can be chosen on the home screen. */
export interface HomeItem {
  readonly kind: 'continue' | 'lesson';
  readonly entry: LessonEntry;
}

/** The lesson that was touched last and is not at its end. */
function underway(app: App): LessonEntry | undefined {
  let latest = -1;
  let found: LessonEntry | undefined;
  for (const entry of app.entries) {
    const progress = progressIn(app, entry);
    if (progress?.underway && progress.latest > latest) {
      latest = progress.latest;
      found = entry;
    }
  }
  return found;
}

/** The items in their order: what to continue, then the lessons; while searching, only the lessons that match. */
export function homeItems(app: App): readonly HomeItem[] {
  const { filter } = app.home;
  const lessons = app.entries.map((entry): HomeItem => ({ kind: 'lesson', entry }));
  if (filter !== undefined) return lessons.filter(({ entry }) => matches(entry, filter));
  const resumable = underway(app);
  return resumable ? [{ kind: 'continue', entry: resumable }, ...lessons] : lessons;
}

/** Both languages and the id are searched, whichever is shown: a learner may know a lesson by either. */
function matches(entry: LessonEntry, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  const names = [entry.id, numberedTitle(entry, 'en'), numberedTitle(entry, 'zh')];
  return names.some((name) => name.toLowerCase().includes(wanted));
}

/** The item to begin with: what to continue, else the first lesson that was not finished. */
export function firstChoice(app: App): number {
  const items = homeItems(app);
  if (items[0]?.kind === 'continue') return 0;
  return Math.max(
    0,
    items.findIndex(({ entry }) => !progressIn(app, entry)?.finished),
  );
}
