import { type MistakeCount, type PlayFailure, playAtSeed, seedsOf } from '../../lessons/author/plays.js';
import type { Lesson } from '../../lessons/types.js';

/** How many seeds a lesson with drawn numbers is played at. */
const seedCount = 20;

/** What came of playing a lesson at all of its seeds. */
export interface Tally {
  readonly id: string;
  readonly seeds: number;
  /** Questions answered by the engine, over all seeds. */
  readonly questions: number;
  /** The first seed's failure of each question and player. */
  readonly failures: readonly PlayFailure[];
  readonly mistakes: ReadonlyMap<string, MistakeCount>;
}

/** A lesson that was tested, and all that is wrong with it, as sentences. */
export interface Tested {
  readonly id: string;
  readonly tally?: Tally;
  readonly failures: readonly string[];
}

/** Plays a lesson at its seeds; `after` is told how far it is, as a share of 1, and may pause. */
export async function tallyOf(lesson: Lesson, after: (share: number) => Promise<void>): Promise<Tally> {
  const seeds = seedsOf(lesson, seedCount);
  const failures = new Map<string, PlayFailure>();
  let questions = 0;
  const counts: ReadonlyMap<string, MistakeCount>[] = [];
  for (const [at, seed] of seeds.entries()) {
    const played = playAtSeed(lesson, seed);
    questions += played.questions;
    counts.push(played.mistakes);
    for (const failure of played.failures) {
      const key = `${failure.code} ${failure.question} ${failure.player}`;
      if (!failures.has(key)) failures.set(key, failure);
    }
    await after((at + 1) / seeds.length);
  }
  return { id: lesson.id, seeds: seeds.length, questions, failures: [...failures.values()], mistakes: summed(counts) };
}

/** Counts added up by mistake, those made most often first. */
export function summed(counts: readonly ReadonlyMap<string, MistakeCount>[]): ReadonlyMap<string, MistakeCount> {
  const sums = new Map<string, MistakeCount>();
  for (const [id, { made, named, unclear }] of counts.flatMap((one) => [...one])) {
    const sum = sums.get(id) ?? { made: 0, named: 0, unclear: 0 };
    sums.set(id, { made: sum.made + made, named: sum.named + named, unclear: sum.unclear + unclear });
  }
  return new Map([...sums].sort(([a, x], [b, y]) => y.made - x.made || (a < b ? -1 : 1)));
}
