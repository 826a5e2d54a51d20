import { type Progress, progressKey } from './journal.js';
import type { Lang, LessonEntry } from './types.js';

/** A lesson's title in the learner's language, or in the other one if it has but that. */
export function titleOf(entry: LessonEntry, lang: Lang): string {
  return entry.title[lang] ?? entry.title.en ?? entry.title.zh ?? entry.id;
}

/** A lesson's number and title, as it is listed. */
export function numberedTitle(entry: LessonEntry, lang: Lang): string {
  return `${entry.number} ${titleOf(entry, lang)}`;
}

/** Whether a lesson is looked for by these words. Both languages and the id count: it may be known by either. */
export function isNamed(entry: LessonEntry, words: string): boolean {
  const wanted = words.trim().toLowerCase();
  const names = [entry.id, numberedTitle(entry, 'en'), numberedTitle(entry, 'zh')];
  return names.some((name) => name.toLowerCase().includes(wanted));
}

/** The lesson that was touched last and is not at its end. */
export function lessonUnderway(entries: readonly LessonEntry[], progress: Progress): LessonEntry | undefined {
  let latest = -1;
  let found: LessonEntry | undefined;
  for (const entry of entries) {
    const its = progress.get(progressKey(entry));
    if (its?.underway && its.latest > latest) {
      latest = its.latest;
      found = entry;
    }
  }
  return found;
}
