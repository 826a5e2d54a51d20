import { drillsOffered } from '../lessons/drill/offers.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import { isNamed, lessonUnderway } from '../lessons/title.js';
import type { LessonEntry } from '../lessons/types.js';
import { type App, lessonAhead } from './app.js';

/** What can be chosen on the home screen. */
export type HomeItem =
  | { readonly kind: 'continue'; readonly entry: LessonEntry }
  | { readonly kind: 'drill'; readonly drill: DrillRequest['kind'] }
  | { readonly kind: 'playground' }
  | { readonly kind: 'progress' }
  | { readonly kind: 'lesson'; readonly entry: LessonEntry };

/** The items in their order: what to continue, the other screens, the lessons; while searching, the lessons that match. */
export function homeItems(app: App): readonly HomeItem[] {
  const { filter } = app.home;
  const found = filter === undefined ? app.entries : app.entries.filter((entry) => isNamed(entry, filter));
  const lessons = found.map((entry): HomeItem => ({ kind: 'lesson', entry }));
  if (filter !== undefined) return lessons;
  const resumable = lessonUnderway(app.entries, app.summary.progress);
  const first: readonly HomeItem[] = resumable ? [{ kind: 'continue', entry: resumable }] : [];
  const offered = app.unread ? (['practice'] as const) : drillsOffered(app.summary, app.entries, app.today);
  const drills = offered.map((drill): HomeItem => ({ kind: 'drill', drill }));
  return [...first, ...drills, { kind: 'playground' }, { kind: 'progress' }, ...lessons];
}

/** The item to begin with: what to continue, else the lesson to go on with. */
export function firstChoice(app: App): number {
  const items = homeItems(app);
  if (items[0]?.kind === 'continue') return 0;
  return Math.max(
    0,
    items.findIndex((item) => item.kind === 'lesson' && item.entry === lessonAhead(app)),
  );
}
