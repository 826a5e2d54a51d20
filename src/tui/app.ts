import { lessonAhead as aheadIn, placedLesson as placedIn } from '../lessons/ahead.js';
import type { Day } from '../lessons/drill/index.js';
import type { Sitting } from '../lessons/drill/sittings.js';
import { type CourseProgress, courseProgress, nextSitting, type Summary } from '../lessons/drill/statistics.js';
import { type LessonProgress, progressKey } from '../lessons/journal.js';
import { numberedTitle } from '../lessons/title.js';
import type { Lang, LessonEntry, Term } from '../lessons/types.js';
import { drillMessages } from '../messages/drill.js';
import { playgroundMessages } from '../messages/playground.js';
import { type Field, fieldText } from './editor.js';
import type { Place } from './keys.js';
import type { Glyphs } from './lines.js';
import type { Size } from './painter.js';
import type { Play } from './play.js';
import { isDrillOver, phaseOfPlay, takesNoHelp } from './play-phase.js';
import type { PlaygroundPage } from './playground-page.js';
import type { ThemeName } from './theme.js';

/** Something to be said once, in the learner's language; it goes with the next key. */
export type Notice =
  | { readonly kind: 'save-failed' | 'journal-unreadable'; readonly code: string }
  | { readonly kind: 'journal-broken'; readonly lines: number; readonly path: string }
  | { readonly kind: 'settings-set-aside'; readonly path: string }
  | { readonly kind: 'unknown-lesson'; readonly id: string }
  | { readonly kind: 'read-again'; readonly warnings: number }
  | { readonly kind: 'unknown-command'; readonly word: string }
  | { readonly kind: 'lines-left'; readonly names: string }
  | { readonly kind: 'lesson-saved'; readonly folder: string }
  | { readonly kind: 'lesson-not-saved'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'playground'; readonly word: 'cantAsk' | 'badName' | 'keptDraft' }
  | {
      readonly kind: 'type-answer' | 'no-group' | 'last-lesson' | 'no-help' | 'no-test' | 'theme' | 'motion' | 'length';
    };

/** A screen of its own beside the list of lessons and what is played; the playground stays below a quiz on its circuit. */
export type Page = ProgressPage | PlaygroundPage;

export interface ProgressPage {
  readonly kind: 'progress';
  readonly top: number;
}

/** The list of lessons: which item is chosen, and what is searched for while the filter is open. */
export interface Home {
  readonly selected: number;
  readonly filter?: string;
}

/** What lies over a screen. */
export type Overlay =
  | { readonly kind: 'menu'; readonly selected: number }
  | { readonly kind: 'problems'; readonly selected: number; readonly problems: (lang: Lang) => readonly string[] }
  | Searching<'help'>
  | (Searching<'glossary'> & { readonly terms: readonly Term[] });

/** A list below a field in which it is searched. */
interface Searching<Kind> {
  readonly kind: Kind;
  readonly selected: number;
  readonly field: Field;
}

/** Everything the screens show. Changed only by `pressed` and by the store that carries out what it asks for. */
export interface App {
  readonly size: Size;
  readonly lang: Lang;
  readonly glyphs: Glyphs;
  readonly theme: ThemeName;
  /** Whether drawings may move. */
  readonly motion: boolean;
  /** How many exercises a practice has. */
  readonly exercises: number;
  readonly entries: readonly LessonEntry[];
  /** What the journal adds up to. */
  readonly summary: Summary;
  /** The journal has not been read yet: what the summary says is not known. */
  readonly unread?: true;
  readonly today: Day;
  readonly home: Home;
  readonly page?: Page;
  readonly play?: Play;
  readonly overlay?: Overlay;
  readonly notices: readonly Notice[];
  /** The journal could not be written: nothing may be called saved. */
  readonly unsaved: boolean;
}

/** Smaller terminals get a sentence instead of a screen. */
export const MINIMUM: Size = { columns: 60, rows: 18 };

/** Rows above the body (title, and a line of air or a rule) and below it (a rule, and the keys). */
const FRAME_ROWS = 4;

/** How many rows a screen has between its title and its keys; a notice takes one of them. */
export function bodyRows(app: App): number {
  return app.size.rows - FRAME_ROWS - (app.notices.length > 0 ? 1 : 0);
}

/** Where keys go below any overlay. */
export function placeBelow(app: App): Place {
  if (app.play?.training) return app.play.training.live ? 'training' : 'writing';
  if (app.play) {
    if (isDrillOver(app.play)) return takesNoHelp(app.play) ? 'measured' : 'drilled';
    const phase = phaseOfPlay(app.play);
    return phase === 'finished' && app.play.kind === 'quiz' ? 'quizzed' : phase;
  }
  if (app.page) return app.page.kind === 'playground' ? app.page.mode.kind : app.page.kind;
  return app.home.filter === undefined ? 'home' : 'filter';
}

/** Where keys go. */
export function placeOf(app: App): Place {
  const { columns, rows } = app.size;
  if (columns < MINIMUM.columns || rows < MINIMUM.rows) return 'small';
  return app.overlay?.kind ?? placeBelow(app);
}

/** Whether a question mark would be a key rather than a character of an answer. */
export function fieldIsEmpty(app: App): boolean {
  const { play } = app;
  const field = play?.training?.fields[play.training.row] ?? play?.field;
  return field === undefined || fieldText(field).trim() === '';
}

export function progressIn(app: App, entry: LessonEntry): LessonProgress | undefined {
  return app.summary.progress.get(progressKey(entry));
}

/** What stands above a play: the lesson's number and title, or what kind of drill it is. */
export function playTitle(play: Play, lang: Lang): string {
  if (play.kind === 'quiz') return playgroundMessages[lang].quiz;
  return play.kind === 'lesson' ? numberedTitle(play.entry, lang) : drillMessages[lang].kinds[play.state.plan.kind];
}

/** The lesson after the one that is played, if there is one; after a drill the one to go on with. */
export function nextLesson(app: App): LessonEntry | undefined {
  const { entries, play } = app;
  if (play?.kind !== 'lesson') return play && lessonAhead(app);
  return entries[entries.findIndex(({ id }) => id === play.entry.id) + 1];
}

/** How far the learner is in the course. */
export function courseOf(app: App): CourseProgress {
  return courseProgress(app.entries, app.summary.progress);
}

/** How many lessons were ever finished. */
export function finishedLessons(app: App): number {
  return courseOf(app).finished;
}

/** The sitting of the unseen test that is due today. */
export function dueSitting(app: App): Sitting | undefined {
  return nextSitting(app.summary.tests, courseOf(app), app.today);
}

/** The lesson that the latest placement found. */
export function placedLesson({ summary, entries }: App): LessonEntry | undefined {
  return placedIn(entries, summary);
}

/** The lesson to go on with. */
export function lessonAhead({ summary, entries }: App): LessonEntry | undefined {
  return aheadIn(entries, summary);
}
