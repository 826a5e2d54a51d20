import { phaseOf } from '../lessons/index.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, progressIn, titleOf } from './app.js';

/** What is left on the main screen: what was done, and the command that goes on from there. */
export function farewell(app: App, command: string): readonly [string, string] {
  const words = tuiMessages(app.lang).farewell;
  const { play } = app;
  if (!play) {
    const finished = app.entries.filter((entry) => progressIn(app, entry)?.finished).length;
    return [words.lessons(finished, app.entries.length), words.resume(command)];
  }
  const title = titleOf(play.entry, app.lang);
  const isFinished = phaseOf(play.state) === 'finished';
  const resumeWith = words.resume(isFinished ? command : `${command} learn ${play.entry.id}`);
  if (app.unsaved) return [words.unsaved(title), resumeWith];
  if (isFinished) return [words.finished(title), resumeWith];
  return [words.lesson(title, play.state.at, play.state.open.items.length), resumeWith];
}
