import type { ProgramError } from '../../engine/index.js';
import type { LessonProblems } from '../../messages/lesson-problems.js';
import type { Lesson } from '../types.js';
import type { Place } from './source-map.js';

/** Why a lesson folder can't be used; the sentence is in messages/lesson-problems under `code`. */
export interface LessonProblem extends Place {
  readonly file: string;
  readonly code: keyof LessonProblems;
  readonly params: Readonly<Record<string, string | number>>;
  /** Set where the circuit's program is at fault. */
  readonly error?: ProgramError;
}

export type Loaded = { readonly lesson: Lesson } | { readonly problems: readonly LessonProblem[] };

/** Notes a problem of lesson.yaml at a place. */
export type Report = (
  code: LessonProblem['code'],
  place: Place,
  params?: LessonProblem['params'],
  error?: ProgramError,
) => void;
