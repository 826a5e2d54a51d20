import type { App } from './app.js';
import { bodyRows } from './app.js';
import { helpHeight } from './help.js';
import { homeItems } from './home-items.js';
import type { Action } from './keys.js';
import { type Outcome, only, request } from './outcome.js';

/** Where a choice among `count` moves to. */
export function moved(selected: number, count: number, action: Action): number {
  const last = Math.max(0, count - 1);
  if (action === 'up') return Math.max(0, selected - 1);
  if (action === 'down') return Math.min(last, selected + 1);
  if (action === 'top') return 0;
  if (action === 'bottom') return last;
  return selected;
}

/** The help, scrolled. */
export function inHelp(app: App, top: number, action: Action): App {
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

/** What an action does on the home screen. */
export function atHome(app: App, action: Action): Outcome {
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
