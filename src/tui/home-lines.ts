import type { Line } from '../diagram/span.js';
import { clip, padTo, textWidth } from '../diagram/text.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import { isUnderway } from '../lessons/drill/statistics.js';
import { dueCount } from '../lessons/drill/strength.js';
import { numberedTitle } from '../lessons/title.js';
import { wrap } from '../lessons/view/wrap.js';
import { drillMessages } from '../messages/drill.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, bodyRows, dueSitting, finishedLessons, placedLesson, progressIn } from './app.js';
import { type HomeItem, homeItems } from './home-items.js';
import { indent, line, marks, span } from './lines.js';

const WIDEST = 100;
const TIME_COLUMNS = 10;
const STEP_COLUMNS = 7;
const LABEL_COLUMNS = 11;

/** What stands beside the names of the screens above the lessons, and at the right edge. */
function besides(
  app: App,
  item: Exclude<HomeItem, { kind: 'lesson' }>,
): readonly [name: string, text: string, end: string] {
  const words = tuiMessages(app.lang);
  switch (item.kind) {
    case 'continue': {
      const progress = progressIn(app, item.entry);
      const steps = words.stepOf(progress?.done ?? 0, progress?.total ?? 0);
      return [words.continueWith, numberedTitle(item.entry, app.lang), steps];
    }
    case 'drill':
      return drillRow(app, item.drill);
    case 'playground':
      return [words.playground, words.playgroundLine, ''];
    case 'progress': {
      const { days } = app.summary;
      if (app.unread) return [words.progress, marks[app.glyphs].ellipsis, ''];
      return [words.progress, words.progressLine(finishedLessons(app), app.entries.length, days.size), ''];
    }
  }
}

/** A drill's row: what it is, and how far it is if it was left in the middle. */
function drillRow(app: App, kind: DrillRequest['kind']): readonly [name: string, text: string, end: string] {
  const words = tuiMessages(app.lang);
  const { drill, memory } = app.summary;
  const end = isUnderway(drill, app.today) && drill.kind === kind ? words.stepOf(drill.done, drill.total) : '';
  const length = kind === 'practice' && end === '' ? words.exercises(app.exercises) : end;
  const sitting = dueSitting(app) ?? 'before';
  const text = {
    practice: app.unread
      ? marks[app.glyphs].ellipsis
      : end === ''
        ? words.due(dueCount(memory, app.today))
        : words.drillLeft,
    placement: words.placementRow,
    test: words.testRow[sitting],
    'test-out': words.testOutRow,
  };
  return [kind === 'practice' ? words.drills : drillMessages[app.lang].kinds[kind], text[kind], length];
}

function itemLine(app: App, item: HomeItem, chosen: boolean): Line {
  const words = tuiMessages(app.lang);
  const mark = marks[app.glyphs];
  const columns = Math.min(WIDEST, app.size.columns);
  const pointer = span(chosen ? ` ${mark.pointer} ` : '   ', 'current');
  const role = chosen ? 'current' : 'plain';
  if (item.kind !== 'lesson') {
    const [name, text, end] = besides(app, item);
    const label = padTo(name, LABEL_COLUMNS);
    const room = columns - 5 - textWidth(label) - textWidth(end);
    return [
      pointer,
      span(label, role),
      span(padTo(clip(text, room, mark.ellipsis), room), role),
      span(` ${end}`, 'faint'),
    ];
  }
  const { entry } = item;
  const progress = progressIn(app, entry);
  const title = numberedTitle(entry, app.lang);
  const aligned = entry.number < 10 ? ` ${title}` : title;
  const state = progress?.finished ? 'done' : progress?.underway ? 'underway' : 'open';
  const steps = progress?.underway ? `${progress.done}/${progress.total}` : '';
  const time = words.minutes(entry.minutes);
  const room = columns - 6 - STEP_COLUMNS - TIME_COLUMNS;
  return [
    pointer,
    span(`${app.unread ? ' ' : mark[state]} `, state === 'done' ? 'right' : 'faint'),
    span(padTo(clip(aligned, room, mark.ellipsis), room), role),
    span(padTo(steps, STEP_COLUMNS, 'end'), 'faint'),
    span(padTo(time, TIME_COLUMNS, 'end'), 'faint'),
  ];
}

/** To who has done nothing yet what this is; until a lesson was opened, the one that a placement found. */
function welcomeLines(app: App): readonly Line[] {
  const words = tuiMessages(app.lang);
  const { progress, days } = app.summary;
  if (app.unread || progress.size > 0 || app.home.filter !== undefined) return [];
  const placed = placedLesson(app);
  if (placed) return [[], line(` ${words.beginAt(numberedTitle(placed, app.lang))}`, 'emphasis'), []];
  if (days.size > 0) return [];
  const columns = Math.min(WIDEST, app.size.columns) - 2;
  const sentences = words.welcome.flatMap((sentence) => wrap(line(sentence), columns));
  return [[], ...indent(sentences, 1), [], line(` ${words.begin}`, 'emphasis'), []];
}

/** The home screen's list as a whole, and the row of each item in it. */
function allLines(app: App): { readonly lines: readonly Line[]; readonly itemRows: readonly number[] } {
  const words = tuiMessages(app.lang);
  const lines: Line[] = [];
  lines.push(...welcomeLines(app));
  let part = '';
  const itemRows: number[] = [];
  homeItems(app).forEach((item, index) => {
    if (item.kind === 'lesson' && item.entry.part !== part) {
      part = item.entry.part;
      lines.push([], line(` ${words.parts[part] ?? part}`, 'title'));
    }
    itemRows.push(lines.length);
    lines.push(itemLine(app, item, index === app.home.selected));
  });
  if (lines.length === 0) lines.push([], line(` ${words.nothingFound}`, 'faint'));
  return { lines, itemRows };
}

/**
 * The rows of the home screen's body: a window onto the list around the item that is chosen. Its first and last row say
 * how many lessons lie beyond them.
 */
export function homeLines(app: App, rows = bodyRows(app)): readonly Line[] {
  const { lines, itemRows } = allLines(app);
  const selectedRow = itemRows[app.home.selected] ?? 0;
  // The welcome stays in sight as long as the choice does.
  const isWelcome = (itemRows[0] ?? 0) > 1 && selectedRow < rows - 2;
  const top = isWelcome ? 0 : Math.max(0, Math.min(selectedRow - Math.floor(rows / 2), lines.length - rows));
  const seen = lines.slice(top, top + rows);
  const { more } = tuiMessages(app.lang);
  const above = itemRows.filter((row) => row <= top).length;
  const below = itemRows.filter((row) => row >= top + rows - 1).length;
  if (top > 0 && above > 0) seen[0] = line(`   ${marks[app.glyphs].above} ${more(above)}`, 'faint');
  if (top + rows < lines.length) seen[rows - 1] = line(`   ${marks[app.glyphs].below} ${more(below)}`, 'faint');
  return seen;
}
