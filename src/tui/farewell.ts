import { farewellLines } from '../lessons/farewell.js';
import { outputText } from '../lessons/playground/index.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, finishedLessons } from './app.js';

/** What is left on the main screen: what was done, and the command that goes on from there. */
export function farewell(app: App, command: string): readonly [string, string] {
  const { lang, unsaved, page, entries } = app;
  const words = tuiMessages(lang).farewell;
  if (page?.kind === 'playground')
    return [words.playground(outputText(page.state, lang)), words.resume(`${command} play`)];
  const play = app.play?.kind === 'quiz' ? undefined : app.play;
  return farewellLines({ lang, command, unsaved, play, finished: finishedLessons(app), lessons: entries.length });
}
