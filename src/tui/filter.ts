import { type App, placeBelow, placeOf } from './app.js';
import { actionFor } from './keys.js';
import type { Press } from './press.js';

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
