import type { Term } from '../lessons/types.js';
import { type App, dueSitting, fieldIsEmpty, type Overlay, placeOf } from './app.js';
import { edit, emptyField, type Field } from './editor.js';
import { termsFound } from './glossary.js';
import { helpActions } from './help.js';
import { firstChoice, homeItems } from './home-items.js';
import { type Action, actionFor } from './keys.js';
import { inLesson, typed } from './lesson-keys.js';
import { atHome, inProgress, moved } from './list-keys.js';
import { menuItems } from './menu.js';
import { type Outcome, only, request, say } from './outcome.js';
import { phaseOfPlay, takesNoHelp } from './play-phase.js';
import { inPlayground, typedInPlayground } from './playground-keys.js';
import type { Press } from './press.js';
import { changed } from './setting-keys.js';
import { inTraining, typedLine } from './training-keys.js';

/** Exit code of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/**
 * Takes one press. Pure, and the only way in which keys change the program: keys that come in a burst are taken one after
 * the other, each by the state that the one before it left. What moves in the drawing is at its end with any key.
 */
export function pressed(app: App, press: Press): Outcome {
  const heard = atRest(app.notices.length > 0 ? { ...app, notices: app.notices.slice(1) } : app);
  const action = actionFor(placeOf(heard), press, fieldIsEmpty(heard));
  if (action === 'quit' && press.key === 'ctrl-c') return request(heard, { type: 'quit', code: INTERRUPTED });
  if (action && action !== 'recall') return perform(heard, action, press);
  const { overlay, play, page } = heard;
  if (overlay && 'field' in overlay) return only({ ...heard, overlay: searched(overlay, press) });
  if (play?.training && placeOf(heard) === 'writing')
    return only({ ...heard, play: { ...play, training: typedLine(play.training, press) } });
  if (page?.kind === 'playground' && !play && !overlay) return only(typedInPlayground(heard, page, press));
  return only(play && placeOf(heard) === 'asking' ? { ...heard, play: typed(play, press) } : heard);
}

/** The drawing as it is when nothing moves any more. */
export function atRest(app: App): App {
  if (app.play?.movement === undefined) return app;
  const { movement: _, ...play } = app.play;
  return { ...app, play };
}

function perform(app: App, action: Action, press: Press): Outcome {
  switch (action) {
    case 'suspend':
    case 'redraw':
      return request(app, { type: action });
    case 'quit':
      return request(app, { type: 'quit', code: 0 });
    case 'language':
    case 'theme':
    case 'glyphs':
    case 'motion':
    case 'length':
      return changed(app, action);
    case 'help':
      return only({ ...app, overlay: { kind: 'help', selected: 0, field: emptyField } });
    case 'menu':
      return only({ ...app, overlay: { kind: 'menu', selected: 0 } });
    case 'close':
      if (app.page?.kind === 'playground' && !app.overlay) return inPlayground(app, app.page, action, press);
      return only(withoutOverlay(app));
    case 'home':
    case 'toPlayground':
      return request(leave(app), { type: 'date' });
    case 'drillOn':
      return request(app, { type: 'drill', kind: 'practice' });
    case 'glossary':
      return request(app, { type: 'glossary' });
    case 'placement':
      return request(app, { type: 'drill', kind: 'placement' });
    case 'testOut':
      return request(app, { type: 'drill', kind: 'test-out' });
    case 'sitTest':
      return dueSitting(app) ? request(app, { type: 'drill', kind: 'test' }) : say(app, { kind: 'no-test' });
    default:
      if (app.overlay) return inList(app, app.overlay, action, press);
      if (app.play?.training) return inTraining(app, app.play, app.play.training, action);
      if (app.play) return inLesson(app, app.play, action);
      if (app.page?.kind === 'playground') return inPlayground(app, app.page, action, press);
      return app.page ? only(inProgress(app, app.page, action)) : atHome(app, action);
  }
}

function withoutOverlay(app: App): App {
  const { overlay: _, ...rest } = app;
  return rest;
}

/** Back to the list of lessons, where what was left is chosen. */
function leave(app: App): App {
  const { play, page, ...rest } = app;
  if (play?.kind === 'quiz' && page) return { ...rest, page };
  const home: App = { ...rest, home: { selected: 0 } };
  if (play && phaseOfPlay(play) === 'finished' && (play.kind === 'lesson' || takesNoHelp(play)))
    return { ...home, home: { selected: firstChoice(home) } };
  const at = homeItems(home).findIndex((item) => {
    if (play?.kind === 'lesson') return 'entry' in item && item.entry.id === play.entry.id;
    return item.kind === (play?.kind ?? page?.kind) && (item.kind !== 'drill' || item.drill === 'practice');
  });
  return { ...home, home: { selected: Math.max(0, at) } };
}

/** The search field after a press; the first of what is found is chosen. */
function searched<Searched extends Extract<Overlay, { field: Field }>>(overlay: Searched, press: Press): Searched {
  const field = edit(overlay.field, press);
  return field ? { ...overlay, field, selected: 0 } : overlay;
}

function itemsOf(app: App, overlay: Overlay): readonly ({ readonly action: Action } | Term | string)[] {
  switch (overlay.kind) {
    case 'menu':
      return menuItems(app);
    case 'help':
      return helpActions(app);
    case 'glossary':
      return termsFound(overlay);
    case 'problems':
      return overlay.problems(app.lang);
  }
}

/** What an action does in the menu or in the help, which are lists of actions, and in lists that are only read. */
function inList(app: App, overlay: Overlay, action: Action, press: Press): Outcome {
  const items = itemsOf(app, overlay);
  if (action !== 'choose')
    return only({ ...app, overlay: { ...overlay, selected: moved(overlay.selected, items.length, action) } });
  const chosen = items[overlay.selected];
  return typeof chosen === 'object' && 'action' in chosen
    ? perform(withoutOverlay(app), chosen.action, press)
    : only(app);
}
