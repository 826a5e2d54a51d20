import type { Line } from '../diagram/span.js';
import { clipLine } from '../diagram/text.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, bodyRows, finishedLessons } from './app.js';
import { footerLine, isIdleAtHome } from './footer.js';
import { homeLines } from './home-lines.js';
import { notice, rule, span, spread } from './lines.js';
import { noticeText } from './notice-text.js';
import type { Theme } from './theme.js';

/** The two rows above the list of lessons. */
export function homeHeader(app: App): readonly [Line, Line] {
  const words = tuiMessages(app.lang);
  const { columns } = app.size;
  const finished = finishedLessons(app);
  const right = finished > 0 ? [span(words.lessonsFinished(finished, app.entries.length), 'faint')] : [];
  return [spread([span(words.name, 'title')], right, columns), rule(columns, app.glyphs)];
}

/** The rows below a screen's body: a notice if there is one, a rule, and the keys. */
export function screenFoot(app: App, idle: Parameters<typeof footerLine>[1]): readonly Line[] {
  const { columns } = app.size;
  const [first] = app.notices;
  const said = first ? [notice(noticeText(app, first), columns, app.glyphs)] : [];
  return [...said, rule(columns, app.glyphs), footerLine(app, idle)];
}

/** The home screen as the terminal is to show it: what Ink makes of it, before Ink is there. */
export function homeFrame(app: App, theme: Theme): string {
  const list = homeLines(app);
  const air: readonly Line[] = Array.from({ length: Math.max(0, bodyRows(app) - list.length) }, () => []);
  const lines = [...homeHeader(app), ...list, ...air, ...screenFoot(app, isIdleAtHome)];
  return lines.map((line) => theme.line(clipLine(line, app.size.columns)).trimEnd()).join('\n');
}
