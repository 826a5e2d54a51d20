import { readEntry } from '../lessons/entry.js';
import { advance, isLiveOver, type Live, otherSet, paced, rated, restart, toTheEnd } from '../lessons/training/live.js';
import { wanted } from '../lessons/training/net.js';
import type { App } from './app.js';
import { edit, keepEntry, takeEntry } from './editor.js';
import type { Action } from './keys.js';
import { inLesson } from './lesson-keys.js';
import { type Outcome, only, say } from './outcome.js';
import type { Play } from './play.js';
import { send } from './play-event.js';
import { phaseOfPlay } from './play-phase.js';
import type { Press } from './press.js';
import { answerOf, begun, nextRow, sortedOut, withField } from './training.js';
import { isJudged, isReadable, rowText, type Training, verdictOf } from './training-form.js';

/** What an action does where backward lines are written, or the nets that they train are watched. */
export function inTraining(app: App, play: Play, training: Training, action: Action): Outcome {
  const shown = (next: Training) => only({ ...app, play: { ...play, training: next } });
  if (action === 'up' || action === 'down') {
    const row = training.row + (action === 'up' ? -1 : 1);
    return shown({ ...training, row: Math.max(0, Math.min(wanted.length - 1, row)) });
  }
  const { live } = training;
  if (live === undefined) return action === 'check' ? check(app, play, training) : inLesson(app, play, action);
  if (action === 'otherData') return shown(begun(training, otherSet(live), app.motion));
  if (action === 'goOn' && phaseOfPlay(play) === 'asking') {
    const { live: _, ...writing } = training;
    return shown(writing);
  }
  const next = watched(live, action, app.motion);
  return next ? shown({ ...training, live: next }) : inLesson(app, play, action);
}

/** The nets after a key; where nothing may move, what would run is at its end at once. */
function watched(live: Live, action: Action, motion: boolean): Live | undefined {
  const moving = (next: Live) => (motion ? { ...next, running: true } : toTheEnd(next));
  switch (action) {
    case 'pause':
      if (isLiveOver(live)) return moving(restart(live));
      return live.running ? { ...live, running: false } : moving(live);
    case 'startOver':
      return { ...restart(live), running: motion };
    case 'stepOn':
      return { ...advance(live), running: false };
    case 'faster':
      return paced(live, 2);
    case 'slower':
      return paced(live, 0.5);
    case 'rateUp':
    case 'rateDown': {
      const next = rated(live, action === 'rateUp' ? 2 : 0.5);
      return next === live ? live : moving(next);
    }
    default:
      return undefined;
  }
}

/** Enter in a row: what is new is judged; else it goes on to the next line, or trains once all can be read. */
function check(app: App, play: Play, training: Training): Outcome {
  const field = training.fields[training.row]!;
  const entry = readEntry(rowText(training, training.row));
  if (entry.kind === 'unknown')
    return say(
      { ...app, play: { ...play, training: withField(training, keepEntry(field)) } },
      { kind: 'unknown-command', word: `:${entry.word}` },
    );
  if (entry.kind === 'event' && entry.event.type !== 'answer')
    return send(app, { ...play, training: withField(training, takeEntry(field)) }, entry.event);
  const form = sortedOut(training);
  if (!isJudged(form)) return send(app, { ...play, training: form }, { type: 'answer', text: answerOf(form) });
  if (isReadable(form)) return only({ ...app, play: { ...play, training: begun(form, 'xor', app.motion) } });
  const left = wanted.filter((_, row) => verdictOf(form, row)?.code === undefined);
  const next = { ...app, play: { ...play, training: { ...form, row: nextRow(form) } } };
  return say(next, { kind: 'lines-left', names: left.map((name) => `d${name}`).join(', ') });
}

/** The lines with a press taken by the row at hand; several lines pasted at once go each into its own row. */
export function typedLine(training: Training, press: Press): Training {
  const pasted = press.key === 'paste';
  const text = press.text?.trim().replace(/\s*\n\s*/g, '; ');
  const field = edit(training.fields[training.row]!, pasted && text !== undefined ? { ...press, text } : press);
  if (field === undefined) return training;
  const typed = withField(training, field);
  return pasted && text?.includes(';') ? sortedOut(typed) : typed;
}
