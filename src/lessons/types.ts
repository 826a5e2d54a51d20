import type { NestedNumbers } from '../engine/types.js';
import type { ExerciseSpec } from './drill/exercise.js';
import type { MemoryChange } from './drill/memory.js';
import type { KindStepAsk } from './kinds/ask.js';

/** The two languages of the program; equals. */
export type Lang = 'en' | 'zh';
export const langs: readonly Lang[] = ['en', 'zh'];

/**
 * What can be asked of a circuit and is answered by a number. Names are names of the circuit's program. The other kinds
 * of questions (shape, line, rule, choose, blame …) are in ./kinds, each in a file of its own: add kinds there, not here.
 */
export type Ask =
  | { readonly kind: 'value'; readonly of: string }
  | { readonly kind: 'local'; readonly of: string; readonly wrt: string }
  | { readonly kind: 'gradient'; readonly of: string };

/** Numbers drawn from the lesson's seed. */
export interface DrawnSpec {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly shape: readonly number[];
}

/** How an input gets its value: fixed, or drawn from the lesson's seed. */
export type InputSpec = { readonly value: NestedNumbers } | DrawnSpec;

export interface CircuitSpec {
  readonly name: string;
  readonly program: string;
  readonly inputs: readonly { readonly name: string; readonly spec: InputSpec }[];
  readonly consts: readonly { readonly name: string; readonly value: NestedNumbers }[];
  readonly output?: string;
  /** The upstream gradient of an output that is no scalar. */
  readonly seed?: NestedNumbers | DrawnSpec;
  /** Names whose values stay hidden until they are asked for, or until a step unmasks them. */
  readonly mask?: readonly string[];
  /** Lines, or patterns, that are drawn as one box until they are split. */
  readonly collapse?: readonly string[];
  /** Ties and kinks are meant. */
  readonly kinks?: true;
  /** Conditions on drawn inputs, such as `x != y`. */
  readonly where: readonly string[];
}

/** A step of a lesson: prose alone, one question, or a whole backward pass. */
export interface Step {
  readonly id: string;
  readonly ask?: Ask | { readonly kind: 'backward' } | KindStepAsk;
  /** Name of the circuit that is shown and asked about. */
  readonly on: string;
  /** How many stages of a `backward` are shown worked. */
  readonly fade: number;
  /** From this step on, the values that the circuit masks are shown. */
  readonly unmask?: true;
  /** What the author asserts the answer to be; checked when the lesson is linted and tested. */
  readonly expect?: NestedNumbers;
}

/** A piece of running text. `code` holds mathematics or code in the language of programs. */
export type Inline = { readonly text: string; readonly style: 'plain' | 'emphasis' | 'code' };

/** A block of a lesson's prose. Its text holds `code` and *emphasis* as written; `inline` in ./markdown splits them. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string; readonly marker: string }
  | { readonly kind: 'code'; readonly lines: readonly string[] };

/** A lesson's prose in one language. */
export interface LessonText {
  readonly title: string;
  /** Prose by step id; a question without prose shows the sentence generated for it. */
  readonly sections: readonly { readonly id: string; readonly blocks: readonly Block[] }[];
  /** The author's own hints, by step id. */
  readonly hints: readonly { readonly id: string; readonly blocks: readonly Block[] }[];
  /** The texts of options, and what is said when one is chosen (`b-why`), by step id and part; absent where there are none. */
  readonly parts?: readonly { readonly id: string; readonly part: string; readonly blocks: readonly Block[] }[];
  readonly summary: readonly Block[];
}

/** A lesson as loaded: plain data that survives JSON, so that bundled lessons are compiled at build time. */
export interface Lesson {
  readonly id: string;
  readonly part: string;
  readonly minutes: number;
  readonly skills: readonly string[];
  readonly needs: readonly string[];
  readonly circuits: readonly CircuitSpec[];
  readonly steps: readonly Step[];
  readonly texts: Partial<Record<Lang, LessonText>>;
  /** Hash of the facts (circuits and asks, not prose): progress is kept by it. */
  readonly facts: string;
}

/** One line of the course's list; what the home screen needs before a lesson is opened. */
export interface LessonEntry {
  readonly id: string;
  readonly number: number;
  readonly part: string;
  readonly minutes: number;
  readonly title: Partial<Record<Lang, string>>;
  readonly facts: string;
}

/** A word of the subject: what it means, in both languages, and the lesson in which it is first met. */
export interface Term extends Readonly<Record<Lang, { readonly name: string; readonly text: string }>> {
  readonly lesson: string;
}

/** What a learner does in a lesson. */
export type LessonEvent =
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'hint' | 'nudge' | 'why' | 'reveal' | 'skip' | 'next' | 'back' | 'undo' };

/** What the shells are to record when the machine has taken an event. */
export interface Effect {
  readonly type: 'record';
  readonly event: LessonEvent;
  /** Id of the question that the event met, e.g. `all/f.z`. */
  readonly question?: string;
  /** `unreadable` counts for nothing; it is also said of what is right only here, or rounded too far. */
  readonly verdict?: 'right' | 'wrong' | 'unreadable';
  readonly mistake?: string;
  /** The skill of the question, where a mistake was recognised: it is practised there. */
  readonly skill?: string;
  /** Items behind the learner, and all items. */
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
}

/** A lesson is begun. */
export interface LessonOpened {
  readonly v: 1;
  readonly type: 'open';
  readonly at: string;
  readonly lesson: string;
  readonly facts: string;
  readonly seed: number;
  /** The mistakes that the learner was known for, the most frequent first. */
  readonly habits?: readonly string[];
}

/** Something is done in a lesson. */
export interface LessonStepped extends Omit<Effect, 'type'> {
  readonly v: 1;
  readonly type: 'step';
  readonly at: string;
  readonly lesson: string;
  readonly facts: string;
}

/** A drill is begun. */
export interface DrillOpened {
  readonly v: 1;
  readonly type: 'drill';
  readonly at: string;
  readonly kind: 'practice' | 'test-out' | 'placement' | 'test';
  /** Which of the three sittings of the unseen test. */
  readonly sitting?: 'before' | 'after' | 'later';
  readonly seed: number;
  /** How many exercises it is to have. */
  readonly total: number;
  /** Of a practice: the skills that may be asked, and the level that was asked for. */
  readonly skills?: readonly string[];
  readonly level?: ExerciseSpec['level'];
}

/** Something is done in a drill. An exercise is drawn again from its spec; `facts` tells whether it is still the same. */
export interface DrillStepped {
  readonly v: 1;
  readonly type: 'drilled';
  readonly at: string;
  /** When the drill began that it belongs to, as two programs may drill at once; without it the one that began last. */
  readonly drill?: string;
  readonly exercise: ExerciseSpec;
  readonly facts: string;
  readonly event: LessonEvent;
  readonly question?: string;
  readonly verdict?: Effect['verdict'];
  readonly mistake?: string;
  /** The skill of the question. */
  readonly skill?: string;
  /** What is remembered from here on, where this event graded an exercise or took a grade back. */
  readonly changes?: readonly MemoryChange[];
  /** Exercises graded so far, those of them that were right at once and without help, and all there are to be. */
  readonly done: number;
  readonly right: number;
  readonly total: number;
}

/** A lesson is to start anew: what was done in it before no longer counts as its progress. */
export interface LessonReset {
  readonly v: 1;
  readonly type: 'reset';
  readonly at: string;
  readonly lesson: string;
}

/** What the journal says of the sittings at lessons. */
export type LessonRecord = LessonOpened | LessonStepped;

/** A line of the journal (one JSON object a line). Unknown types and fields are kept by whoever does not know them. */
/** The learner was told of so many lines that can't be read, and is not told again. */
export interface BrokenNoted {
  readonly v: 1;
  readonly type: 'noted';
  readonly at: string;
  readonly broken: number;
}

export type JournalEvent = LessonRecord | LessonReset | DrillOpened | DrillStepped | BrokenNoted;
