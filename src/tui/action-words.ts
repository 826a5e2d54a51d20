import { tuiMessages } from '../messages/tui.js';
import type { App } from './app.js';
import type { Action } from './keys.js';

/** What an action is called here: in the learner's language, and in letters that the terminal has. */
export function actionWords({ lang, glyphs }: App, action: Action): { readonly short: string; readonly long: string } {
  const words = tuiMessages(lang);
  return action === 'language' && glyphs === 'ascii' ? words.languageInAscii : words.keys[action];
}
