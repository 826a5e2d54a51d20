import { phaseOf } from '../lessons/index.js';
import { outputText } from '../lessons/playground/index.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, finishedLessons, titleOf } from './app.js';
import { isDrillOver } from './play.js';

/** What is left on the main screen: what was done, and the command that goes on from there. */
export function farewell(app: App, command: string): readonly [string, string] {
  const words = tuiMessages(app.lang).farewell;
  const { play } = app;
  if (app.page?.kind === 'playground')
    return [words.playground(outputText(app.page.state, app.lang)), words.resume(`${command} play`)];
  if (!play) return [words.lessons(finishedLessons(app), app.entries.length), words.resume(command)];
  if (play.kind === 'quiz') return [words.lessons(finishedLessons(app), app.entries.length), words.resume(command)];
  if (play.kind === 'drill') {
    const { total, done } = play.state;
    const graded = done.length + (play.state.graded === undefined ? 0 : 1);
    const said = app.unsaved ? words.drillUnsaved : words.drill(graded, total);
    const { kind } = play.state.plan;
    const again = kind === 'practice' ? 'drill' : `drill --kind ${kind}`;
    return [said, words.resume(isDrillOver(play) ? command : `${command} ${again}`)];
  }
  const title = titleOf(play.entry, app.lang);
  const isFinished = phaseOf(play.state) === 'finished';
  const resumeWith = words.resume(isFinished ? command : `${command} learn ${play.entry.id}`);
  if (app.unsaved) return [words.unsaved(title), resumeWith];
  if (isFinished) return [words.finished(title), resumeWith];
  return [words.lesson(title, play.state.at, play.state.open.items.length), resumeWith];
}
