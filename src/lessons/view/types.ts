import type { Line } from '../../diagram/span.js';
import type { Regrouped } from './graph.js';
import type { Moment } from './movement.js';

/** What a lesson shows at one moment, in parts: the shells stack them, and let the circuit give way when rows are short. */
export interface LessonView {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  /** `prose`: Enter goes on. `asking`: an answer is awaited. `answered`: right, or revealed; Enter goes on. `finished`: the lesson is over. */
  readonly phase: 'prose' | 'asking' | 'answered' | 'finished';
  /** The whole drawing, wider than asked for only if it cannot be folded to the width. */
  readonly circuit: readonly Line[];
  /** Where the gate at hand stands in the drawing, for scrolling it into view. */
  readonly focus?: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** The lesson's own words at this step, wrapped to the width. */
  readonly prose: readonly Line[];
  /** The sentence that asks, generated from the circuit. */
  readonly question: readonly Line[];
  /** What stands before the answer field, such as `∂f/∂z`; empty where nothing is typed. */
  readonly prompt: string;
  /** What came of the last event: a right answer's reason, a miss, a hint, a nudge. */
  readonly feedback: readonly Line[];
}

export interface ViewOptions {
  readonly width: number;
  readonly glyphs: 'unicode' | 'ascii';
  readonly lang: 'en' | 'zh';
  /** A moment of a movement that is being shown; without one the drawing is at rest. */
  readonly moment?: Moment;
  /** Groups of gates that the learner split or fused on the screen. */
  readonly regrouped?: Regrouped;
  /** False where the screen itself draws what comes of an answer; then it is not drawn below what is said of it. */
  readonly charts?: boolean;
  /** Told in words, for ears: the circuit gate by gate, verdicts without signs, shares without bars. */
  readonly told?: boolean;
}
