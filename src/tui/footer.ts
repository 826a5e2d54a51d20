import { type Line, lineWidth } from '../diagram/index.js';
import { actionWords } from './action-words.js';
import { type App, fieldIsEmpty, placeOf } from './app.js';
import { bindings, footerKey } from './keys.js';
import { span } from './lines.js';

const GAP = 3;

/**
 * The keys that work now, as many as fit. The last of a place's rows (menu, help, quit) lead on to all the others, so where
 * the line is too short it is the ones before them that go.
 */
export function footerLine(app: App): Line {
  const place = placeOf(app);
  const nothingToRecall = app.play === undefined || app.play.field.history.length === 0;
  const rows = bindings.filter(
    ({ action, footer }) => footer.includes(place) && !(action === 'recall' && nothingToRecall),
  );
  const items = rows.map(
    (row): Line => [span(footerKey(row, app.glyphs), 'key'), span(` ${actionWords(app, row.action).short}`, 'faint')],
  );
  // A question mark typed into an answer is a character of it; the footer names it while it is a key.
  if (place === 'asking' && !fieldIsEmpty(app))
    items.splice(
      rows.findIndex(({ action }) => action === 'help'),
      1,
    );
  const kept = [...items];
  while (kept.length > 1 && width(kept) > app.size.columns - 2) kept.splice(Math.max(0, kept.length - 3), 1);
  return kept.flatMap((item, index) => [span(' '.repeat(index === 0 ? 1 : GAP)), ...item]);
}

function width(items: readonly Line[]): number {
  return items.reduce((sum, item) => sum + lineWidth(item), (items.length - 1) * GAP);
}
