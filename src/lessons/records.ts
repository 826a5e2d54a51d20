import type { JournalEvent, LessonRecord } from './types.js';

/** What a journal says of one lesson since it was last reset; one whose circuits or questions changed is another lesson. */
export function recordsOf(
  events: readonly JournalEvent[],
  lesson: { readonly id: string; readonly facts: string },
): readonly LessonRecord[] {
  const reset = events.findLastIndex((event) => event.type === 'reset' && event.lesson === lesson.id);
  return events.filter(
    (event, at): event is LessonRecord =>
      at > reset &&
      (event.type === 'open' || event.type === 'step') &&
      event.lesson === lesson.id &&
      event.facts === lesson.facts,
  );
}
