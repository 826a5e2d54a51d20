import { type Line, padTo } from '../diagram/index.js';
import { formatNumber } from '../engine/index.js';

import { inline, visible } from '../lessons/markdown.js';
import { chart, chartFrame, mostRows, obstacleText } from '../lessons/training/chart.js';
import { hasRunAway, isLiveOver, type Live, pictureOf } from '../lessons/training/live.js';
import { forwardLines, givenLine, wanted } from '../lessons/training/net.js';
import { linesInGlyphs } from '../lessons/view/ascii.js';
import { inlineSpans, wrap } from '../lessons/view/wrap.js';
import { trainingWords } from '../messages/training.js';
import { type App, bodyRows } from './app.js';
import { type FieldWindow, fieldWindow } from './field-window.js';
import { type Pane, prosePane, seenIn, WIDEST_PROSE } from './lesson-layout.js';
import { indent, line, marks, span } from './lines.js';
import type { Play } from './play.js';
import { lessonStateOf } from './play-phase.js';
import { isReadable, rowText, type Training, verdictOf } from './training-form.js';

const FORWARD_COLUMNS = 22;
const MARK_COLUMNS = { unicode: 2, ascii: 5 };
const NAME_COLUMNS = 9;
/** Rows of the table of lines: its head, a row for each line, and the shapes. */
const TABLE_ROWS = wanted.length + 2;
/** Rows below the lines while nets are watched: what is said of the line that is chosen. */
const SAID_ROWS = 3;
const LEAST_PLOT = 3;
const MOST_PLOT = 15;

/** A row in which a backward line is written. */
interface WrittenRow {
  /** The forward line that stands beside it, and the mark of what was last said of it. */
  readonly left: Line;
  readonly window: FieldWindow;
  readonly selected: boolean;
}

/** What stands where while lines are written, in rows of the body. */
export interface WritingLayout {
  readonly prose: Pane;
  readonly head: Line;
  readonly rows: readonly WrittenRow[];
  /** The row of the first of them. */
  readonly firstRow: number;
  readonly shapes: Line;
  readonly feedback: readonly Line[];
}

/** The lesson's words, the forward lines beside the backward ones, and what is said of these. */
export function layoutWriting(app: App, play: Play, training: Training): WritingLayout {
  const words = trainingWords[app.lang];
  const width = Math.min(WIDEST_PROSE, app.size.columns - 2);
  const feedback = indent(saidWhileWriting(app, play, training, width), 1);
  const { prose } = seenIn(app, play, width);
  const room = bodyRows(app) - TABLE_ROWS - 2 - Math.max(2, feedback.length);
  const pane = prosePane(app, prose, Math.max(0, Math.min(prose.length, room)), width, play);
  const columns = app.size.columns - FORWARD_COLUMNS - MARK_COLUMNS[app.glyphs];
  const rows = wanted.map((name, row): WrittenRow => {
    const field = training.fields[row]!;
    const left = [span(` ${padTo(forwardLines[row]!, FORWARD_COLUMNS - 1)}`, 'code'), ...markOf(app, training, row)];
    const window = fieldWindow(field, `${padTo(`d${name}`, NAME_COLUMNS - 2)} =`, columns, app.glyphs);
    return { left, window, selected: field.selected && row === training.row };
  });
  const head = `${' '.repeat(MARK_COLUMNS[app.glyphs])} ${words.backward(givenLine)}`;
  return {
    prose: pane,
    head: line(` ${padTo(words.forward, FORWARD_COLUMNS - 1)}${head}`, 'faint'),
    rows,
    firstRow: (pane.rows > 0 ? pane.rows + 1 : 0) + 1,
    shapes: line(` ${words.shapes}`, 'faint'),
    feedback: feedback.slice(0, bodyRows(app) - TABLE_ROWS - 1 - (pane.rows > 0 ? pane.rows + 1 : 0)),
  };
}

function markOf(app: App, training: Training, row: number): Line {
  const verdict = verdictOf(training, row)?.verdict;
  const text = verdict === undefined ? '' : marks[app.glyphs][verdict];
  return [span(padTo(text, MARK_COLUMNS[app.glyphs]), verdict === 'unreadable' ? 'hint' : (verdict ?? 'plain'))];
}

/** What is said of the line at hand. */
function saidOf(app: App, training: Training, width: number): readonly Line[] {
  const words = trainingWords[app.lang];
  const verdict = verdictOf(training, training.row);
  if (verdict === undefined) return [];
  const name = wanted[training.row]!;
  const text = verdict.verdict === 'right' ? words.fits(name) : `\`d${name}\`: ${verdict.sentence[app.lang]}`;
  return linesInGlyphs(wrap(inlineSpans(inline(visible(text))), width), app.glyphs);
}

function saidWhileWriting(app: App, play: Play, training: Training, width: number): readonly Line[] {
  const words = trainingWords[app.lang];
  const hint = (text: string) => wrap([span(text, 'hint')], width);
  const help = lessonStateOf(play)?.feedback;
  if (help !== undefined && help.kind !== 'marked') return seenIn(app, play, width).feedback;
  if (training.obstacle) return hint(obstacleText(training.obstacle, app.lang));
  const said = saidOf(app, training, width);
  const ready = isReadable(training);
  if (verdictOf(training, training.row)?.verdict === 'wrong')
    return [...said, ...hint(ready ? words.anyway : words.further)];
  if (ready) return [...said, ...hint(words.trainNow)];
  if (said.length > 0) return said;
  const left = wanted.filter((_, row) => verdictOf(training, row)?.code === undefined);
  return hint(left.length === wanted.length ? words.howTo : words.left(left.map((name) => `d${name}`).join(', ')));
}

/** The nets as far as they are trained, how the training is set, and the lines that train them. */
export function watchedLines(app: App, training: Training, live: Live): readonly Line[] {
  const width = app.size.columns - 2;
  const picture = pictureOf(live);
  const room = bodyRows(app) - chartFrame(picture) - 1 - wanted.length - SAID_ROWS;
  const rows = Math.max(LEAST_PLOT, Math.min(MOST_PLOT, room, mostRows(picture, width)));
  const lines = wanted.map((name, row): Line => {
    const chosen = row === training.row;
    return [
      span(chosen ? `${marks[app.glyphs].pointer} ` : '  ', 'current'),
      ...markOf(app, training, row),
      span(`${padTo(`d${name}`, NAME_COLUMNS - 2)} = `, 'faint'),
      span(rowText(training, row), 'code'),
    ];
  });
  const said = saidOf(app, training, Math.min(WIDEST_PROSE, width));
  const drawn = chart(picture, { width, rows, glyphs: app.glyphs, lang: app.lang });
  // On the smallest screens what is said of a line gives way.
  return indent([...drawn, status(app, live), ...lines, ...said], 1).slice(0, bodyRows(app));
}

function status(app: App, live: Live): Line {
  const words = trainingWords[app.lang];
  if (hasRunAway(live) && !live.running) return line(words.ranAway, 'hint');
  const rate = words.rate(formatNumber(live.own.net.course.rate));
  const pace = words.pace(live.pace);
  const told = isLiveOver(live) ? [rate, words.over] : live.running ? [rate, pace] : [rate, pace, words.paused];
  return line(told.join(app.lang === 'zh' ? '，' : ', '), 'hint');
}
