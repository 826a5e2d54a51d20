import type { Journal } from '../host/journal.js';
import type { Library } from '../host/library.js';
import type { WatchedLesson } from '../host/watched-lesson.js';
import type { DayOf } from '../lessons/drill/day.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import type { Source } from '../lessons/playground/index.js';
import type { Lang } from '../lessons/types.js';

/** Where a command's text goes. */
export interface Output {
  /**
   * Resolves when more can be taken; false once nobody reads any more (a closed pipe).
   * @throws WriteFailure for anything else, such as a full disk
   */
  write(text: string): Promise<boolean>;
}

/** Text could not be written; `code` is the system's word for why, such as ENOSPC. */
export class WriteFailure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'WriteFailure';
    this.code = code;
  }
}

/** A file's text, or why there is none. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'missing' | 'not-a-file' | 'too-large' | 'not-utf8' | 'unreadable' };

/** What the tutor is to be opened with. */
export interface TutorRequest {
  readonly library: Library;
  /** Id of the lesson to open at once; the home screen otherwise. */
  readonly lesson?: string;
  /** A lesson that is read anew at each save; nothing that is done in it is kept. */
  readonly watch?: WatchedLesson;
  /** The drill to open at once. */
  readonly drill?: DrillRequest;
  /** The playground at once, with a program or at the choice of one. */
  readonly playground?: Source | 'choose';
  /** The language asked for; otherwise what the learner chose before, or the locale's. */
  readonly lang?: Lang;
  readonly color: boolean;
  /** In lines instead of on a screen; undefined leaves it to the settings. */
  readonly plain?: boolean;
}

/** What a learner has done, and the time it is now. */
export interface Practice {
  readonly journal: Journal;
  readonly now: Date;
  readonly dayOf: DayOf;
}

/** The world as commands see it, so that a test can be that world. */
export interface Environment {
  readonly version: string;
  /** The language and the characters of the locale. */
  readonly lang: Lang;
  readonly glyphs: 'unicode' | 'ascii';
  /** Whether a full-screen program can be shown and typed into. */
  readonly interactive: boolean;
  /** Whether somebody reads lines and types them, whatever else the terminal can do. */
  readonly conversing: boolean;
  /** Cells in a line of the terminal that stdout is; undefined for a pipe or a file. */
  readonly columns: number | undefined;
  /** Whether stderr is a terminal on which a line may be written over. */
  readonly progress: boolean;
  readonly stdin: { text(): Promise<string>; lines(): AsyncIterable<string> };
  readonly stdout: Output;
  readonly stderr: Output;
  readFile(path: string): FileText;
  /** The course that comes with the program. */
  library(): Library;
  /** The learner's practice; nothing is read before it is asked for. */
  practice(): Promise<Practice>;
  /** Shows the tutor, on a screen or in lines, until the learner leaves it; resolves to the exit code. */
  openTutor(request: TutorRequest): Promise<number>;
}
