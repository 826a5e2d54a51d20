import type { Settings } from '../host/index.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import type { Unstamped } from '../lessons/sitting.js';
import type { App, Notice } from './app.js';

/** What the store is to do besides keeping the new state: all that is no pure function of it. */
export type Request =
  | { readonly type: 'open'; readonly id: string; readonly again: boolean }
  | { readonly type: 'record'; readonly event: Unstamped }
  | { readonly type: 'save'; readonly change: Settings }
  | { readonly type: 'drill'; readonly kind: DrillRequest['kind'] }
  | { readonly type: 'playground' | 'date' | 'glossary' | 'suspend' | 'redraw' }
  | { readonly type: 'write-lesson'; readonly folder: string; readonly files: ReadonlyMap<string, string> }
  | { readonly type: 'quit'; readonly code: number };

/** The program after a key, and what is to be done about it. */
export interface Outcome {
  readonly app: App;
  readonly requests: readonly Request[];
}

/** A new state and nothing else to do. */
export function only(app: App): Outcome {
  return { app, requests: [] };
}

/** A new state, and what the store is to do about it. */
export function request(app: App, ...requests: Request[]): Outcome {
  return { app, requests };
}

/** A state that says something until the next key. */
export function say(app: App, notice: Notice): Outcome {
  return only({ ...app, notices: [notice, ...app.notices] });
}
