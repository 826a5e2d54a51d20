import type { LessonEntry } from '../types.js';
import type { Day } from './day.js';
import type { DrillRequest } from './plan.js';
import { courseProgress, nextSitting, type Summary } from './statistics.js';
import { dueCount } from './strength.js';

/** From so many things due on, three circuits that cover many skills at once are the shorter way. */
const backlog = 15;

/** Practice; to a newcomer the placement; the unseen test when it is due; testing out where much has piled up. */
export function drillsOffered(
  { progress, placement, memory, tests }: Summary,
  entries: readonly LessonEntry[],
  today: Day,
): readonly DrillRequest['kind'][] {
  return [
    'practice',
    ...(progress.size === 0 && placement === undefined ? (['placement'] as const) : []),
    ...(nextSitting(tests, courseProgress(entries, progress), today) ? (['test'] as const) : []),
    ...(dueCount(memory, today) >= backlog ? (['test-out'] as const) : []),
  ];
}
