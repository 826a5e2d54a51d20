import { numberedTitle } from '../lessons/title.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, nextLesson } from './app.js';
import type { Action } from './keys.js';
import { phaseOfPlay } from './play-phase.js';
import { isJudged, isReadable } from './training-form.js';

/** What an action is called here: in the learner's language, and in letters that the terminal has. */
export function actionWords(app: App, action: Action): { readonly short: string; readonly long: string } {
  const words = tuiMessages(app.lang);
  if (action === 'language' && app.glyphs === 'ascii') return words.languageInAscii;
  if (action === 'home' && app.play?.kind === 'quiz') return words.keys.toPlayground;
  const current = settingNow(app, action);
  if (current !== undefined) {
    const { short, long } = words.keys[action];
    // On the list of lessons the length stands in the row of drills.
    return { short: action === 'length' && app.play ? current : short, long: words.setTo(long, current) };
  }
  if (action === 'check' && app.play?.training && isJudged(app.play.training) && isReadable(app.play.training))
    return words.train;
  // Nets that wrong lines train: Enter goes back to the lines.
  if (action === 'goOn' && app.play?.training && phaseOfPlay(app.play) === 'asking') return words.mend;
  const next = action === 'nextLesson' && nextLesson(app);
  return next ? { ...words.keys.nextLesson, short: words.nextIs(numberedTitle(next, app.lang)) } : words.keys[action];
}

/** How the thing that an action changes is set now. */
function settingNow(app: App, action: Action): string | undefined {
  const words = tuiMessages(app.lang);
  if (action === 'length') return words.exercises(app.exercises);
  if (action === 'theme') return words.themes[app.theme];
  if (action === 'glyphs') return words.glyphsAre[app.glyphs];
  return action === 'motion' ? words.motionIs[app.motion ? 'on' : 'off'] : undefined;
}
