import type { JournalEvent, LessonRecord } from './types.js';

/** What a journal says of one lesson; one whose circuits or questions changed is another lesson. */
export function recordsOf(
  events: readonly JournalEvent[],
  lesson: { readonly id: string; readonly facts: string },
): readonly LessonRecord[] {
  return events.filter(
    (event): event is LessonRecord =>
      (event.type === 'open' || event.type === 'step') && event.lesson === lesson.id && event.facts === lesson.facts,
  );
}
