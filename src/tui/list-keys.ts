import { type App, bodyRows, type ProgressPage } from './app.js';
import { homeItems } from './home-items.js';
import type { Action } from './keys.js';
import { type Outcome, only, request } from './outcome.js';
import { progressHeight } from './progress-lines.js';

/** How far a page key goes in a list. */
const PAGE = 10;

/** Where a choice among `count` moves to. */
export function moved(selected: number, count: number, action: Action): number {
  const last = Math.max(0, count - 1);
  if (action === 'up') return Math.max(0, selected - 1);
  if (action === 'down') return Math.min(last, selected + 1);
  if (action === 'top') return 0;
  if (action === 'bottom') return last;
  if (action === 'pageUp') return Math.max(0, selected - PAGE);
  if (action === 'pageDown') return Math.min(last, selected + PAGE);
  return selected;
}

/** The statistics, scrolled. */
export function inProgress(app: App, { kind, top }: ProgressPage, action: Action): App {
  const page = bodyRows(app);
  const last = Math.max(0, progressHeight(app) - page);
  const by: Partial<Record<Action, number>> = {
    up: -1,
    down: 1,
    pageUp: -page,
    pageDown: page,
    top: -top,
    bottom: last,
  };
  return { ...app, page: { kind, top: Math.min(last, Math.max(0, top + (by[action] ?? 0))) } };
}

/** What an action does on the home screen. */
export function atHome(app: App, action: Action): Outcome {
  const items = homeItems(app);
  const { home } = app;
  switch (action) {
    case 'open': {
      const item = items[home.selected];
      if (item === undefined) return only(app);
      if (item.kind === 'drill') return request(app, { type: 'drill', kind: item.drill });
      if (item.kind === 'playground') return request(app, { type: 'playground' });
      if (item.kind === 'progress') return request({ ...app, page: { kind: 'progress', top: 0 } }, { type: 'date' });
      return request(app, { type: 'open', id: item.entry.id, again: false });
    }
    case 'find':
      return only({ ...app, home: { selected: 0, filter: '' } });
    case 'unfind':
      return only({ ...app, home: { selected: 0 } });
    default:
      return only({ ...app, home: { ...home, selected: moved(home.selected, items.length, action) } });
  }
}
