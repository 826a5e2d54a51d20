import type { Clock, Journal, Library, SettingsFile } from '../../host/index.js';
import type { DayOf } from '../../lessons/drill/day.js';
import type { DrillRequest } from '../../lessons/drill/plan.js';
import type { Lang } from '../../lessons/types.js';

/** What of the world outside the linear mode uses, and how it begins. */
export interface PlainOptions {
  readonly library: Library;
  readonly journal: Journal;
  readonly settings: SettingsFile;
  readonly clock: Clock;
  readonly dayOf: DayOf;
  readonly lang: Lang;
  readonly glyphs: 'unicode' | 'ascii';
  /** Cells of a line: drawings are folded to them, and sentences are broken between words, as terminals don't. */
  readonly columns: () => number;
  /** The lesson, or the drill, to open at once; else the list of lessons is told. */
  readonly lesson?: string;
  readonly drill?: DrillRequest;
  /** What the learner types to start the program, for the sentence that says how to resume. */
  readonly command: string;
}
