import type { Lesson } from '../types.js';
import { usualExercises } from './length.js';
import type { Level } from './levels.js';
import { metSkills } from './met.js';
import type { DrillPlan } from './session.js';
import { type Sitting, sittings } from './sittings.js';
import type { Summary, TestResult } from './statistics.js';

/** A drill as it is asked for; what is left out is chosen. */
export interface DrillRequest {
  readonly kind: DrillPlan['kind'];
  readonly skill?: string;
  readonly count?: number;
  readonly level?: Level;
  readonly seed?: number;
  /** Which sitting of the test; the next one in their order unless told otherwise. */
  readonly sitting?: Sitting;
}

/** How many circuits test out of many skills unless told otherwise. */
const usualCircuits = 3;

/**
 * The plan of a drill that was asked for, from what was met so far.
 * @param lessons those of the course that were begun @param seed where the request has none; it differs from drill to drill
 */
export function planDrill(
  request: DrillRequest,
  { progress, memory, tests }: Pick<Summary, 'progress' | 'memory' | 'tests'>,
  lessons: readonly Lesson[],
  seed: number,
): DrillPlan {
  const { kind, skill, level } = request;
  const drawn = request.seed ?? seed;
  switch (kind) {
    case 'practice':
      return {
        kind,
        seed: drawn,
        count: request.count ?? usualExercises,
        skills: skill === undefined ? metSkills(progress, lessons, memory) : [skill],
        ...(level !== undefined && { level }),
      };
    case 'test-out':
      return { kind, seed: drawn, count: request.count ?? usualCircuits };
    case 'placement':
      return { kind, seed: drawn };
    case 'test':
      return { kind, sitting: request.sitting ?? unsat(tests) };
  }
}

/** The first sitting of the test that was not sat to its end; the last one again when all were. */
function unsat(tests: readonly TestResult[]): Sitting {
  const sat = (sitting: Sitting) => tests.some((test) => test.sitting === sitting && test.finished);
  return sittings.find((sitting) => !sat(sitting)) ?? 'later';
}
