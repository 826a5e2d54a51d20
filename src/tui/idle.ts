import { type App, fieldIsEmpty, nextLesson } from './app.js';
import { isIdleAtHome } from './footer.js';
import type { Action } from './keys.js';
import { type Play, regroupedNow } from './play.js';
import { lessonStateOf, takesNoHelp } from './play-phase.js';

/** What a drill that measures does not take. */
const refused: ReadonlySet<Action> = new Set(['hint', 'nudge', 'reveal', 'why', 'undo', 'back']);

/** Whether a key would do nothing just now. */
export function isIdle(app: App, action: Action): boolean {
  if (isIdleAtHome(app, action)) return true;
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
