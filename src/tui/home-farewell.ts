import { tuiMessages } from '../messages/tui.js';
import { type App, finishedLessons } from './app.js';

/** What is left on the main screen by who leaves from home: how many lessons are done, and how to come back. */
export function homeFarewell(app: App, command: string): readonly [string, string] {
  const words = tuiMessages(app.lang).farewell;
  return [words.lessons(finishedLessons(app), app.entries.length), words.resume(command)];
}
