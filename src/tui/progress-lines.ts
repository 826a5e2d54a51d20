import type { Line } from '../diagram/index.js';
import { statisticsLines } from '../lessons/drill/statistics-view.js';
import { type App, bodyRows, courseOf, type ProgressPage } from './app.js';
import { indent } from './lines.js';

const WIDEST = 100;

/** All of the statistics, as wide as they are read well. */
function allLines(app: App): readonly Line[] {
  const width = Math.min(WIDEST, app.size.columns - 2);
  const lines = statisticsLines(app.summary, courseOf(app), app.today, { width, glyphs: app.glyphs, lang: app.lang });
  return indent(lines, 1);
}

/** How many lines there are; they scroll where they do not fit. */
export function progressHeight(app: App): number {
  return allLines(app).length;
}

/** The lines that are seen. */
export function progressLines(app: App, { top }: ProgressPage): readonly Line[] {
  return allLines(app).slice(top, top + bodyRows(app));
}
