import { isMeasured } from '../lessons/drill/measured.js';
import { type LessonState, type Phase, phaseOf } from '../lessons/state.js';
import type { Play } from './play.js';

/** The lesson machine's state: in a drill that of the exercise at hand; none when the drill is over. */
export function lessonStateOf(play: Play): LessonState | undefined {
  return play.kind === 'drill' ? play.state.lesson : play.state;
}

export function phaseOfPlay(play: Play): Phase {
  const state = lessonStateOf(play);
  return state === undefined ? 'finished' : phaseOf(state);
}

export function isDrillOver(play: Play): boolean {
  return play.kind === 'drill' && play.state.lesson === undefined;
}

/** Whether a play measures what is known: one try at each question, and no help. */
export function takesNoHelp(play: Play): boolean {
  return play.kind === 'drill' && isMeasured(play.state);
}
