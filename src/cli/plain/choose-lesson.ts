import { lessonAhead } from '../../lessons/ahead.js';
import { progressKey } from '../../lessons/journal.js';
import { visible } from '../../lessons/markdown.js';
import { isNamed, lessonUnderway, numberedTitle } from '../../lessons/title.js';
import type { LessonEntry } from '../../lessons/types.js';
import type { Talk } from './talk.js';

/** What Enter alone opens: what was begun, else the first lesson that was never finished. */
export function firstChoice({ options: { library }, keeper }: Talk): LessonEntry | undefined {
  const { entries } = library;
  return lessonUnderway(entries, keeper.progress) ?? lessonAhead(entries, keeper.ledger.summary()) ?? entries[0];
}

/** Says lessons, a line each, with how far the learner is in them. */
export function listLessons({ options, teller, keeper }: Talk, some: readonly LessonEntry[]): void {
  const { words, shared, lang } = teller;
  let part = '';
  for (const entry of some) {
    if (entry.part !== part && some === options.library.entries) teller.say(shared.parts[entry.part] ?? entry.part);
    part = entry.part;
    const its = keeper.progress.get(progressKey(entry));
    const state = its?.underway ? words.underway(its.done, its.total) : its?.finished ? words.finished : '';
    teller.say(words.lesson(numberedTitle(entry, lang), entry.minutes, state));
  }
}

/** Opens the lesson with a number, an id, or words of a title; with nothing the first choice. */
export function chooseLesson(talk: Talk, typed: string): void {
  const { entries } = talk.options.library;
  const { words } = talk.teller;
  const exact = entries.find(({ id, number }) => typed === id || typed === String(number));
  const first = typed === '' ? firstChoice(talk) : undefined;
  const found = typed === '' ? [] : entries.filter((entry) => isNamed(entry, typed));
  const one = exact ?? first ?? (found.length === 1 ? found[0] : undefined);
  if (one) {
    talk.lesson(one);
    return;
  }
  talk.teller.say(found.length > 1 ? words.several : words.noLesson(visible(typed)));
  listLessons(talk, found);
}
