import type { ExerciseSpec } from './exercise.js';
import type { Level } from './levels.js';
import { type Sitting, sittings } from './sittings.js';

type Part = readonly [skill: string, level: Level];

/** Questions that measure: one answer to each, so that what is counted is what was asked. */
function specs(parts: readonly Part[], seed: number): readonly ExerciseSpec[] {
  return parts.map(([skill, level], at) => ({ skill, level, seed: seed + at, single: true }));
}

/** Each question of the placement guards a part of the course: where it is missed the learner starts there. */
const placementParts: readonly (readonly [Part, string])[] = [
  [['gradient:mul', 'chain'], 'sensitivity'],
  [['gradient:reciprocal', 'chain'], 'unary-gates'],
  [['chain', 'pattern'], 'staged'],
  [['fork', 'fork'], 'forks'],
  [['gradient:matmul', 'vector'], 'vectors'],
];

/** Where someone starts who answers all of the placement. */
const afterPlacement = 'svm-loss';

export function placementSpecs(seed: number): readonly ExerciseSpec[] {
  return specs(
    placementParts.map(([part]) => part),
    seed,
  );
}

/** The lesson to start with. @param right whether each question was right, in their order */
export function placedAt(right: readonly boolean[]): string {
  return placementParts.find((_, at) => right[at] !== true)?.[1] ?? afterPlacement;
}

const testParts: readonly Part[] = [
  ['gradient:mul', 'chain'],
  ['gradient:max', 'pattern'],
  ['gradient:sub', 'chain'],
  ['local:reciprocal', 'chain'],
  ['gradient:sigmoid', 'chain'],
  ['fork', 'fork'],
  ['chain', 'pattern'],
  ['gradient:matmul', 'vector'],
];

/** The same skills at each sitting, with numbers that no drill and no other sitting has: the seeds are the test's own. */
export function testSpecs(sitting: Sitting): readonly ExerciseSpec[] {
  return specs(testParts, 4_000_000_000 + 1000 * sittings.indexOf(sitting));
}
