import type { Line } from '../diagram/span.js';
import { lineWidth } from '../diagram/text.js';
import { actionWords } from './action-words.js';
import { type App, dueSitting, placeOf } from './app.js';
import { homeItems } from './home-items.js';
import { type Action, bindings, footerKey } from './keys.js';
import { span } from './lines.js';

const GAP = 3;

/**
 * The keys that work now, as many as fit. The last of a place's rows (menu, help, quit) lead on to all the others, so where
 * the line is too short it is the ones before them that go. A key that is `idle`, doing nothing just now, is not named.
 */
export function footerLine(app: App, idle: (app: App, action: Action) => boolean): Line {
  const place = placeOf(app);
  const rows = bindings.filter(({ action, footer }) => footer.includes(place) && !idle(app, action));
  const items = rows.map(
    (row): Line => [span(footerKey(row, app.glyphs), 'key'), span(` ${actionWords(app, row.action).short}`, 'faint')],
  );
  const kept = [...items];
  while (kept.length > 1 && width(kept) > app.size.columns - 2) kept.splice(Math.max(0, kept.length - 3), 1);
  return kept.flatMap((item, index) => [span(' '.repeat(index === 0 ? 1 : GAP)), ...item]);
}

/** Whether a key of the home screen would do nothing just now. */
export function isIdleAtHome(app: App, action: Action): boolean {
  if (action === 'length') return !app.play && homeItems(app)[app.home.selected]?.kind !== 'drill';
  return action === 'sitTest' && (app.unread || dueSitting(app) === undefined);
}

function width(items: readonly Line[]): number {
  return items.reduce((sum, item) => sum + lineWidth(item), (items.length - 1) * GAP);
}
