import type { LessonState } from '../lessons/index.js';
import { backwardMoments, forwardMoments, type Moment } from '../lessons/view/movement.js';
import { type App, placeOf } from './app.js';
import { FRAME_MILLISECONDS } from './training.js';

/** What moves in the drawing now, of how many moments; at rest there is none. */
export interface Movement extends Moment {
  readonly of: number;
}

/** What an event set moving: the forward pass of a circuit first shown, the gradient that a right answer found. */
export function movementBetween(before: LessonState | undefined, after: LessonState | undefined): Movement | undefined {
  if (after === undefined || after === before) return undefined;
  const arrived = before?.open !== after.open || before.at !== after.at;
  const pass = arrived ? 'forward' : 'backward';
  if (!arrived && after.outcomes.size <= before.outcomes.size) return undefined;
  const of = arrived ? forwardMoments(after) : backwardMoments(after);
  return of === 0 ? undefined : { pass, done: 0, of };
}

/** The moment after this one; none when the movement has come to its end. */
export function nextMoment(movement: Movement): Movement | undefined {
  const done = movement.done + 1;
  return done < movement.of ? { ...movement, done } : undefined;
}

/** Milliseconds until what moves on the screen goes on; nothing while it stands still, or is not seen. */
export function restOfMoment(app: App): number | undefined {
  if (app.play?.movement) return momentMilliseconds(app.play.movement);
  return placeOf(app) === 'training' && app.play?.training?.live?.running ? FRAME_MILLISECONDS : undefined;
}

/** How long a moment is shown: the whole movement about a second, a single moment long enough to be seen. */
function momentMilliseconds({ of }: Movement): number {
  return Math.max(90, Math.min(220, 1200 / of));
}
