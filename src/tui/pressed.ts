import { phaseOf } from '../lessons/index.js';
import { type App, fieldIsEmpty, placeOf } from './app.js';
import { firstChoice, homeItems } from './home-items.js';
import { type Action, actionFor } from './keys.js';
import { inLesson, typed } from './lesson-keys.js';
import { atHome, inHelp, moved } from './list-keys.js';
import { menuItems } from './menu.js';
import { type Outcome, only, request } from './outcome.js';
import type { Press } from './press.js';

/** Exit code of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/**
 * Takes one press. Pure, and the only way in which keys change the program: keys that come in a burst are taken one after
 * the other, each by the state that the one before it left.
 */
export function pressed(app: App, press: Press): Outcome {
  const heard: App = app.notices.length > 0 ? { ...app, notices: app.notices.slice(1) } : app;
  const action = actionFor(placeOf(heard), press, fieldIsEmpty(heard));
  if (action === 'quit' && press.key === 'ctrl-c') return request(heard, { type: 'quit', code: INTERRUPTED });
  if (action && action !== 'recall') return perform(heard, action);
  const { play } = heard;
  return only(play && placeOf(heard) === 'asking' ? { ...heard, play: typed(play, press) } : heard);
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
  const home: App = { ...rest, home: { selected: 0 } };
  if (play && phaseOf(play.state) === 'finished') return { ...home, home: { selected: firstChoice(home) } };
  const at = homeItems(home).findIndex(({ entry }) => entry.id === play?.entry.id);
  return { ...home, home: { selected: Math.max(0, at) } };
}

function inMenu(app: App, selected: number, action: Action): Outcome {
  const items = menuItems(app);
  if (action !== 'choose')
    return only({ ...app, overlay: { kind: 'menu', selected: moved(selected, items.length, action) } });
  const chosen = items[selected];
  return chosen ? perform(withoutOverlay(app), chosen.action) : only(app);
}
