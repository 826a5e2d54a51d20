import { type App, placeBelow } from './app.js';
import { isIdle } from './idle.js';
import { type Action, type Binding, bindings, bindingsAt } from './keys.js';

const OFFERED: ReadonlySet<Action> = new Set<Action>([
  'goOn',
  'hint',
  'nudge',
  'why',
  'reveal',
  'undo',
  'back',
  'skip',
  'regroup',
  'find',
  'drillOn',
  'sitTest',
  'placement',
  'testOut',
  'help',
]);
const ALWAYS: readonly Action[] = ['home', 'glossary', 'language', 'theme', 'glyphs', 'motion', 'length', 'quit'];

/** What can be chosen in the menu, with the keys that do the same without it; `home` has none in a lesson. */
export interface MenuItem {
  readonly action: Action;
  readonly binding?: Binding;
}

/** The menu of the place below it. */
export function menuItems(app: App): readonly MenuItem[] {
  const here = bindingsAt(placeBelow(app)).filter(({ action }) => OFFERED.has(action) && !isIdle(app, action));
  const quit = bindings.findLast(({ action }) => action === 'quit');
  return [
    ...here.map((binding) => ({ action: binding.action, binding })),
    ...ALWAYS.filter((action) => action !== 'home' || app.play).map((action) =>
      action === 'quit' && quit ? { action, binding: quit } : { action },
    ),
  ];
}
