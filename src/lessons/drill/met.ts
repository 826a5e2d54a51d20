import { type Progress, progressKey } from '../journal.js';
import type { Lesson } from '../types.js';
import { type Memory, readMistakeKey } from './memory.js';
import { skills } from './skills.js';

/** What is drilled before any lesson was opened. */
const first = ['local:add', 'local:mul', 'gradient:mul', 'gradient:add', 'local:max'];

/**
 * The skills that were met: those of lessons that were begun, and those remembered from drills and tests, in the order
 * of the table. Where the chain rule was met, the gates met are asked for whole gradients too.
 */
export function metSkills(progress: Progress, lessons: readonly Lesson[], memory: Memory): readonly string[] {
  const met = new Set<string>();
  for (const lesson of lessons)
    if ((progress.get(progressKey(lesson))?.sittings ?? 0) > 0) for (const id of lesson.skills) met.add(id);
  for (const id of memory.keys()) met.add(readMistakeKey(id)?.skill ?? id);
  if (met.has('chain')) for (const id of [...met]) met.add(id.replace(/^local:/, 'gradient:'));
  const known = skills.filter(({ id }) => met.has(id)).map(({ id }) => id);
  return known.length > 0 ? known : first;
}
