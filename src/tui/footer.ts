import { type Line, lineWidth } from '../diagram/index.js';
import { actionWords } from './action-words.js';
import { type App, dueSitting, fieldIsEmpty, nextLesson, placeOf } from './app.js';
import { type Action, bindings, footerKey } from './keys.js';
import { span } from './lines.js';
import { lessonStateOf, type Play, regroupedNow, takesNoHelp } from './play.js';

const GAP = 3;

/**
 * The keys that work now, as many as fit. The last of a place's rows (menu, help, quit) lead on to all the others, so where
 * the line is too short it is the ones before them that go.
 */
export function footerLine(app: App): Line {
  const place = placeOf(app);
  const rows = bindings.filter(({ action, footer }) => footer.includes(place) && !isIdle(app, action));
  const items = rows.map(
    (row): Line => [span(footerKey(row, app.glyphs), 'key'), span(` ${actionWords(app, row.action).short}`, 'faint')],
  );
  const kept = [...items];
  while (kept.length > 1 && width(kept) > app.size.columns - 2) kept.splice(Math.max(0, kept.length - 3), 1);
  return kept.flatMap((item, index) => [span(' '.repeat(index === 0 ? 1 : GAP)), ...item]);
}

/** What a drill that measures does not take. */
const refused: ReadonlySet<Action> = new Set(['hint', 'nudge', 'reveal', 'why', 'undo', 'back']);

/** Whether a key would do nothing just now. */
export function isIdle(app: App, action: Action): boolean {
  if (action === 'sitTest') return dueSitting(app) === undefined;
  if (app.play && takesNoHelp(app.play) && refused.has(action)) return true;
  if (!app.play || app.overlay) return false;
  if (action === 'recall') return app.play.field.history.length === 0;
  if (action === 'regroup') return regroupedNow(app.play) === undefined;
  if (action === 'back') return lessonStateOf(app.play)?.at === 0;
  if (action === 'skip') return !takesNoHelp(app.play);
  if (action === 'testOut') return !knowsMost(app.play);
  if (action === 'nextLesson') return nextLesson(app) === undefined;
  // A question mark behind something typed is a character of the answer.
  return action === 'help' && !fieldIsEmpty(app);
}

/** Whether more than half of what was measured was known. */
function knowsMost(play: Play): boolean {
  return play.kind === 'drill' && 2 * play.state.done.filter(({ clean }) => clean).length > play.state.total;
}

function width(items: readonly Line[]): number {
  return items.reduce((sum, item) => sum + lineWidth(item), (items.length - 1) * GAP);
}
