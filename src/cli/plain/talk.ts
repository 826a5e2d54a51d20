import type { DrillRequest } from '../../lessons/drill/plan.js';
import type { LeftPlay } from '../../lessons/farewell.js';
import type { LessonEntry } from '../../lessons/types.js';
import type { Keeper } from './keeper.js';
import type { PlainOptions } from './options.js';
import type { Teller } from './teller.js';

/** Where the learner is in the conversation. */
export interface Place {
  /** What stands before what is typed. */
  readonly prompt: string;
  /** What `:help` says of what can be typed without a colon. */
  readonly help: readonly string[];
  /** The commands that are this place's own, with what they do. */
  readonly commands: Readonly<Record<string, string>>;
  /** What can be gone on with after leaving from here. */
  readonly play?: LeftPlay;
  /** Says where the learner has come to. */
  arrive(): void;
  /** Takes what was typed, if it is no command. */
  take(typed: string): void;
  /** Does what one of the place's own commands says. */
  obey(word: string, rest: string): void;
}

/** What every place has of the conversation: its world, its voice, its memory, and the ways to other places. */
export interface Talk {
  readonly options: PlainOptions;
  readonly teller: Teller;
  readonly keeper: Keeper;
  home(): void;
  lesson(entry: LessonEntry): void;
  drill(request: DrillRequest): void;
}
