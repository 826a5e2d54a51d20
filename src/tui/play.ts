import { type Day, type DrillState, type DrillView, drillView } from '../lessons/drill/index.js';
import { type LessonState, type LessonView, type ViewOptions, view } from '../lessons/index.js';
import type { LessonEntry } from '../lessons/types.js';
import type { Regrouped } from '../lessons/view/graph.js';
import { regroup } from '../lessons/view/regroup.js';
import { emptyField, type Field } from './editor.js';
import type { Movement } from './motion.js';
import { lessonStateOf } from './play-phase.js';
import { trainingOf } from './training.js';
import type { Training } from './training-form.js';

/** What the screen of a lesson or a drill has besides the machine's state. */
interface Shown {
  readonly field: Field;
  /** First line of the prose that is shown. */
  readonly proseTop: number;
  /** Where the learner moved the view of the circuit; else it follows the gate at hand. */
  readonly pan?: { readonly row: number; readonly column: number };
  /** Groups of gates in the circuit that the learner split or fused. */
  readonly regrouped?: Regrouped;
  /** What moves in the drawing, while it does. */
  readonly movement?: Movement;
  /** At a question `train`: the lines that are written, and the nets that they train. */
  readonly training?: Training;
}

/** A lesson as it is being played. */
export interface LessonPlay extends Shown {
  readonly kind: 'lesson';
  readonly entry: LessonEntry;
  readonly state: LessonState;
}

/** A drill as it is being played. */
export interface DrillPlay extends Shown {
  readonly kind: 'drill';
  readonly state: DrillState;
}

/** Questions on a circuit of the playground, as they are being played; nothing of them is journalled. */
export interface QuizPlay extends Shown {
  readonly kind: 'quiz';
  readonly state: LessonState;
}

export type Play = LessonPlay | DrillPlay | QuizPlay;

const fresh: Shown = { field: emptyField, proseTop: 0 };

/** A lesson with an empty field. */
export function playOf(entry: LessonEntry, state: LessonState): LessonPlay {
  return { ...fresh, kind: 'lesson', entry, state };
}

/** A drill with an empty field. */
export function drillPlayOf(state: DrillState): DrillPlay {
  return { ...fresh, kind: 'drill', state };
}

/** A quiz with an empty field. */
export function quizPlayOf(state: LessonState): QuizPlay {
  return { ...fresh, kind: 'quiz', state };
}

/** The groups of the circuit after the box at hand is split or fused; undefined where there is none. */
export function regroupedNow(play: Play): Regrouped | undefined {
  const state = lessonStateOf(play);
  return state && regroup(state, play.regrouped);
}

/** The machine's view; of a drill also the exercise's number and the skill. */
export type Seen = LessonView & Partial<DrillView>;

let latest: { readonly state: Play['state']; readonly views: Map<string, Seen> } | undefined;

/** The machine's view, kept for the latest state: a key typed into the field does not draw the circuit again. */
export function viewOf(play: Play, options: ViewOptions, today: Day, nameOf: (lesson: string) => string): Seen {
  if (latest?.state !== play.state) latest = { state: play.state, views: new Map() };
  const key = `${today} ${JSON.stringify(options)}`;
  const known = latest.views.get(key);
  if (known) return known;
  const drawn = play.kind === 'drill' ? drillView(play.state, options, today, nameOf) : view(play.state, options);
  latest.views.set(key, drawn);
  return drawn;
}

/** The play as it comes to a question: one that trains nets has a screen of its own. `before` is what that showed so far. */
export function withTraining(play: Play, before: Training | undefined, motion: boolean): Play {
  const state = lessonStateOf(play);
  const training = state && trainingOf(state, before, motion);
  const { training: _, ...rest } = play;
  return training ? { ...rest, training } : rest;
}
