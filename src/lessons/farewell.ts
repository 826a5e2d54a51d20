import { tuiMessages } from '../messages/tui.js';
import { type DrillState, gradedSoFar } from './drill/session.js';
import { type LessonState, phaseOf } from './state.js';
import { titleOf } from './title.js';
import type { Lang, LessonEntry } from './types.js';

/** What can be gone on with later. */
export type LeftPlay =
  | { readonly kind: 'lesson'; readonly entry: LessonEntry; readonly state: LessonState }
  | { readonly kind: 'drill'; readonly state: DrillState };

/** What is left when a learner leaves. */
interface Leaving {
  readonly lang: Lang;
  /** What is typed to start the program. */
  readonly command: string;
  /** The journal could not be written: nothing may be called saved. */
  readonly unsaved: boolean;
  readonly play: LeftPlay | undefined;
  /** How many lessons were ever finished, and how many there are. */
  readonly finished: number;
  readonly lessons: number;
}

/** Two lines: what was done, and the command that goes on from there. */
export function farewellLines({ lang, command, unsaved, play, finished, lessons }: Leaving): readonly [string, string] {
  const words = tuiMessages(lang).farewell;
  if (!play) return [words.lessons(finished, lessons), words.resume(command)];
  if (play.kind === 'drill') {
    const { state } = play;
    const said = unsaved ? words.drillUnsaved : words.drill(gradedSoFar(state).length, state.total);
    const { kind } = state.plan;
    const again = kind === 'practice' ? 'drill' : `drill --kind ${kind}`;
    return [said, words.resume(state.lesson === undefined ? command : `${command} ${again}`)];
  }
  const title = titleOf(play.entry, lang);
  const isFinished = phaseOf(play.state) === 'finished';
  const resumeWith = words.resume(isFinished ? command : `${command} learn ${play.entry.id}`);
  if (unsaved) return [words.unsaved(title), resumeWith];
  if (isFinished) return [words.finished(title), resumeWith];
  return [words.lesson(title, play.state.at, play.state.open.items.length), resumeWith];
}
