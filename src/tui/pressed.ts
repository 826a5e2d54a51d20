import { phaseOf, step } from '../lessons/index.js';
import type { Effect, LessonEvent } from '../lessons/types.js';
import { type App, bodyRows, fieldIsEmpty, type Notice, nextLesson, type Play, placeBelow, placeOf } from './app.js';
import { readEntry } from './commands.js';
import { edit, emptyField, fieldText, keepEntry, takeEntry, withText } from './editor.js';
import { helpHeight } from './help.js';
import { firstChoice, homeItems } from './home-items.js';
import { type Action, actionFor } from './keys.js';
import { layoutLesson } from './lesson-layout.js';
import { menuItems } from './menu.js';
import type { Press } from './press.js';

/** What the store is to do besides keeping the new state: all that is no pure function of it. */
export type Request =
  | { readonly type: 'open'; readonly id: string; readonly again: boolean }
  | { readonly type: 'record'; readonly effect: Effect }
  | { readonly type: 'save-language' | 'suspend' | 'redraw' }
  | { readonly type: 'quit'; readonly code: number };

/** The program after a key, and what is to be done about it. */
export interface Outcome {
  readonly app: App;
  readonly requests: readonly Request[];
}

/** Exit code of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;
const PAN_COLUMNS = 8;
const PAN_ROWS = 2;

/**
 * Takes one press. Pure, and the only way in which keys change the program: keys that come in a burst are taken one after
 * the other, each by the state that the one before it left.
 */
export function pressed(app: App, press: Press): Outcome {
  const heard: App = app.notices.length > 0 ? { ...app, notices: app.notices.slice(1) } : app;
  const action = actionFor(placeOf(heard), press, fieldIsEmpty(heard));
  if (action === 'quit' && press.key === 'ctrl-c') return request(heard, { type: 'quit', code: INTERRUPTED });
  if (action && action !== 'recall') return perform(heard, action);
  return only(placeOf(heard) === 'asking' ? typed(heard, press) : heard);
}

function only(app: App): Outcome {
  return { app, requests: [] };
}

function request(app: App, ...requests: Request[]): Outcome {
  return { app, requests };
}

function typed(app: App, press: Press): App {
  const field = app.play && edit(app.play.field, press);
  return app.play && field ? { ...app, play: { ...app.play, field } } : app;
}

function say(app: App, notice: Notice): Outcome {
  return only({ ...app, notices: [notice, ...app.notices] });
}

function perform(app: App, action: Action): Outcome {
  switch (action) {
    case 'suspend':
    case 'redraw':
      return request(app, { type: action });
    case 'quit':
      return request(app, { type: 'quit', code: 0 });
    case 'language':
      return request({ ...app, lang: app.lang === 'en' ? 'zh' : 'en' }, { type: 'save-language' });
    case 'help':
      return only({ ...app, overlay: { kind: 'help', top: 0 } });
    case 'menu':
      return only({ ...app, overlay: { kind: 'menu', selected: 0 } });
    case 'close':
      return only(withoutOverlay(app));
    case 'home':
      return only(leaveLesson(app));
    default:
      if (app.overlay?.kind === 'menu') return inMenu(app, app.overlay.selected, action);
      if (app.overlay?.kind === 'help') return only(inHelp(app, app.overlay.top, action));
      return app.play ? inLesson(app, app.play, action) : atHome(app, action);
  }
}

function withoutOverlay(app: App): App {
  const { overlay: _, ...rest } = app;
  return rest;
}

function leaveLesson(app: App): App {
  const { play, ...rest } = app;
  if (play && phaseOf(play.state) === 'finished') return { ...rest, home: { selected: firstChoice(rest) } };
  const at = homeItems({ ...rest, home: { selected: 0 } }).findIndex(({ entry }) => entry.id === play?.entry.id);
  return { ...rest, home: { selected: Math.max(0, at) } };
}

/** Where a choice among `count` moves to. */
function moved(selected: number, count: number, action: Action): number {
  const last = Math.max(0, count - 1);
  if (action === 'up') return Math.max(0, selected - 1);
  if (action === 'down') return Math.min(last, selected + 1);
  if (action === 'top') return 0;
  if (action === 'bottom') return last;
  return selected;
}

function inMenu(app: App, selected: number, action: Action): Outcome {
  const items = menuItems(app);
  if (action !== 'choose')
    return only({ ...app, overlay: { kind: 'menu', selected: moved(selected, items.length, action) } });
  const chosen = items[selected];
  return chosen ? perform(withoutOverlay(app), chosen.action) : only(app);
}

function inHelp(app: App, top: number, action: Action): App {
  const page = bodyRows(app);
  const last = Math.max(0, helpHeight(app) - page);
  const by: Partial<Record<Action, number>> = {
    up: -1,
    down: 1,
    pageUp: -page,
    pageDown: page,
    top: -top,
    bottom: last,
  };
  return { ...app, overlay: { kind: 'help', top: Math.min(last, Math.max(0, top + (by[action] ?? 0))) } };
}

function atHome(app: App, action: Action): Outcome {
  const items = homeItems(app);
  const { home } = app;
  switch (action) {
    case 'open': {
      const item = items[home.selected];
      return item ? request(app, { type: 'open', id: item.entry.id, again: false }) : only(app);
    }
    case 'find':
      return only({ ...app, home: { selected: 0, filter: '' } });
    case 'unfind':
      return only({ ...app, home: { selected: 0 } });
    default:
      return only({ ...app, home: { ...home, selected: moved(home.selected, items.length, action) } });
  }
}

function inLesson(app: App, play: Play, action: Action): Outcome {
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
      return request(app, { type: 'open', id: play.entry.id, again: true });
    default:
      return only({ ...app, play: scrolled(app, play, action) });
  }
}

function check(app: App, play: Play): Outcome {
  const entry = readEntry(fieldText(play.field));
  switch (entry.kind) {
    case 'nothing':
      return say(app, { kind: 'type-answer' });
    case 'unknown':
      return say(
        { ...app, play: { ...play, field: keepEntry(play.field) } },
        { kind: 'unknown-command', word: entry.word },
      );
    case 'event':
      return send(app, play, entry.event);
  }
}

/** Gives the machine an event; the text field empties unless what it holds is to be mended. */
function send(app: App, play: Play, event: LessonEvent): Outcome {
  const { state, effects } = step(play.state, event);
  const fromField =
    event.type === 'answer' ||
    fieldText(play.field)
      .trim()
      .match(/^[:：]/) !== null;
  const missed = event.type === 'answer' && effects.every(({ verdict }) => verdict !== 'right');
  const help = event.type === 'hint' || event.type === 'nudge' || event.type === 'why';
  let { field } = play;
  if (missed) field = keepEntry(field);
  else if (fromField) field = takeEntry(field);
  else if (!help) field = withText(field, '');
  const next: Play = { entry: play.entry, state, field, proseTop: help || missed ? play.proseTop : 0 };
  return request({ ...app, play: next }, ...effects.map((effect): Request => ({ type: 'record', effect })));
}

function scrolled(app: App, play: Play, action: Action): Play {
  const { circuit, prose } = layoutLesson(app, play);
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

/** The beginning of a play, with an empty field. */
export function playOf(entry: Play['entry'], state: Play['state']): Play {
  return { entry, state, field: emptyField, proseTop: 0 };
}

/** Whether a text field of Ink's own is to get a press: typing and rubbing out in the filter. */
export function goesToFilter(app: App, press: Press): boolean {
  return (
    placeOf(app) === 'filter' &&
    actionFor('filter', press, true) === undefined &&
    (press.text !== undefined || press.key === 'backspace' || press.key === 'delete')
  );
}

/** The home screen as the filter's field changes; `placeBelow` stays the filter until Esc. */
export function filtered(app: App, filter: string): App {
  return placeBelow(app) === 'filter' ? { ...app, home: { selected: 0, filter } } : app;
}
