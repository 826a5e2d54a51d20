import { isAllowed } from '../lessons/drill/session.js';
import { step } from '../lessons/index.js';
import { drillTaken, lessonTaken, type Unstamped } from '../lessons/sitting.js';
import type { LessonEvent } from '../lessons/types.js';
import type { App } from './app.js';
import { fieldText, keepEntry, takeEntry, withText } from './editor.js';
import { movementBetween } from './motion.js';
import { type Outcome, request, say } from './outcome.js';
import { type Play, withTraining } from './play.js';
import { lessonStateOf, phaseOfPlay, takesNoHelp } from './play-phase.js';

/** Gives the machine an event; the text field empties unless what it holds is to be mended. */
export function send(app: App, play: Play, event: LessonEvent): Outcome {
  if (takesNoHelp(play) && !isAllowed(event)) return say(emptied(app, play), { kind: 'no-help' });
  const { next: bare, records } = taken(app, play, event);
  const [before, after] = [lessonStateOf(play), lessonStateOf(bare)];
  const stays = before?.open === after?.open && before?.at === after?.at;
  const next = withTraining(bare, stays ? play.training : undefined, app.motion);
  const missed = event.type === 'answer' && stays && phaseOfPlay(next) === 'asking';
  const help = event.type === 'hint' || event.type === 'nudge' || event.type === 'why';
  const fromField = event.type === 'answer' || isCommand(play);
  let { field } = play;
  if (missed) field = keepEntry(field);
  else if (fromField) field = takeEntry(field);
  else if (!help) field = withText(field, '');
  const movement = app.motion && !next.training ? movementBetween(before, after) : undefined;
  const { pan: _, movement: __, regrouped, ...rest } = next;
  // An exercise's circuits are its own.
  const kept = regrouped && before?.open === after?.open ? { regrouped } : {};
  const shown: Play = {
    ...rest,
    ...kept,
    field,
    proseTop: help || missed ? play.proseTop : 0,
    ...(movement && { movement }),
  };
  return request({ ...app, play: shown }, ...records.map((record) => ({ type: 'record', event: record }) as const));
}

function isCommand({ field }: Play): boolean {
  return /^[:：]/.test(fieldText(field).trim());
}

function emptied(app: App, play: Play): App {
  return isCommand(play) ? { ...app, play: { ...play, field: takeEntry(play.field) } } : app;
}

function taken(app: App, play: Play, event: LessonEvent): { next: Play; records: readonly Unstamped[] } {
  if (play.kind === 'drill') {
    const { state, records } = drillTaken(play.state, event, app.today);
    return { next: { ...play, state }, records };
  }
  if (play.kind === 'quiz') return { next: { ...play, state: step(play.state, event).state }, records: [] };
  const { state, records } = lessonTaken(play.entry, play.state, event);
  return { next: { ...play, state }, records };
}
