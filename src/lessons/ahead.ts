import { placedAt } from './drill/fixed.js';
import type { Summary } from './drill/statistics.js';
import { progressKey } from './journal.js';
import type { LessonEntry } from './types.js';

/** The lesson that the latest placement found. */
export function placedLesson(entries: readonly LessonEntry[], { placement }: Summary): LessonEntry | undefined {
  const id = placement && placedAt(placement);
  return entries.find((entry) => entry.id === id);
}

/** The lesson to go on with: the first that was not finished, from the one where a placement put the learner. */
export function lessonAhead(entries: readonly LessonEntry[], summary: Summary): LessonEntry | undefined {
  const isOpen = (entry: LessonEntry) => !summary.progress.get(progressKey(entry))?.finished;
  const from = Math.max(0, entries.indexOf(placedLesson(entries, summary)!));
  return entries.slice(from).find(isOpen) ?? entries.find(isOpen);
}
