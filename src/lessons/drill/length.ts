/** How many exercises a practice has unless told otherwise, and at most. */
export const usualExercises = 12;
export const mostExercises = 200;

/** Lengths that a key leads through. */
const lengths = [5, usualExercises, 20];

/** The next longer one of them; after the longest the shortest. */
export function lengthAfter(exercises: number): number {
  return lengths.find((length) => length > exercises) ?? lengths[0]!;
}
