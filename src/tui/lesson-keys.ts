import { readEntry } from '../lessons/entry.js';
import { type App, nextLesson } from './app.js';
import { edit, fieldText, keepEntry } from './editor.js';
import type { Action } from './keys.js';
import { layoutLesson } from './lesson-layout.js';
import { type Outcome, only, request, say } from './outcome.js';
import { type Play, regroupedNow } from './play.js';
import { send } from './play-event.js';
import { quiz } from './playground-keys.js';
import type { Press } from './press.js';
import { layoutWriting } from './training-layout.js';

const PAN_COLUMNS = 8;
const PAN_ROWS = 2;

/** What an action does in a lesson or a drill. */
export function inLesson(app: App, play: Play, action: Action): Outcome {
  switch (action) {
    case 'check':
      return check(app, play);
    case 'goOn':
      return send(app, play, { type: 'next' });
    case 'hint':
    case 'nudge':
    case 'why':
    case 'reveal':
    case 'undo':
    case 'back':
    case 'skip':
      return send(app, play, { type: action });
    case 'nextLesson': {
      const next = nextLesson(app);
      return next ? request(app, { type: 'open', id: next.id, again: false }) : say(app, { kind: 'last-lesson' });
    }
    case 'again':
      if (play.kind === 'quiz' && app.page?.kind === 'playground') return quiz(app, app.page.state);
      return play.kind === 'lesson' ? request(app, { type: 'open', id: play.entry.id, again: true }) : only(app);
    case 'regroup':
      return regroup(app, play);
    case 'recall':
      return only({ ...app, play: typed(play, { key: 'up' }) });
    default:
      return only({ ...app, play: scrolled(app, play, action) });
  }
}

function regroup(app: App, play: Play): Outcome {
  const { pan: _, ...rest } = play;
  const regrouped = regroupedNow(play);
  return regrouped ? only({ ...app, play: { ...rest, regrouped } }) : say(app, { kind: 'no-group' });
}

function check(app: App, play: Play): Outcome {
  const entry = readEntry(fieldText(play.field));
  switch (entry.kind) {
    case 'nothing':
      return say(app, { kind: 'type-answer' });
    case 'unknown':
      return say(
        { ...app, play: { ...play, field: keepEntry(play.field) } },
        { kind: 'unknown-command', word: `:${entry.word}` },
      );
    case 'event':
      return send(app, play, entry.event);
  }
}

function scrolled(app: App, play: Play, action: Action): Play {
  const { circuit } = layoutLesson(app, play);
  const prose = play.training ? layoutWriting(app, play, play.training).prose : layoutLesson(app, play).prose;
  const page = Math.max(1, prose.rows - 2);
  const scroll = (by: number) => ({ ...play, proseTop: clamp(prose.top + by, prose.height - prose.rows + 1) });
  const pan = (rows: number, columns: number) => ({
    ...play,
    pan: {
      row: clamp(circuit.top + rows, circuit.height - circuit.rows),
      column: clamp(circuit.left + columns, circuit.width - circuit.columns),
    },
  });
  switch (action) {
    case 'pageDown':
      return scroll(page);
    case 'pageUp':
      return scroll(-page);
    case 'panUp':
      return pan(-PAN_ROWS, 0);
    case 'panDown':
      return pan(PAN_ROWS, 0);
    case 'panLeft':
      return pan(0, -PAN_COLUMNS);
    case 'panRight':
      return pan(0, PAN_COLUMNS);
    default:
      return play;
  }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most));
}

/** The play with a press taken by its answer field, if the field takes it. */
export function typed(play: Play, press: Press): Play {
  const field = edit(play.field, press);
  return field ? { ...play, field } : play;
}
