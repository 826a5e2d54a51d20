import type { DrillOpened, DrillStepped, JournalEvent, LessonOpened, LessonStepped } from '../types.js';

/** One sitting at a lesson or a drill, from its beginning to what was done last. */
export type PastSitting =
  | { readonly kind: 'lesson'; readonly opened: LessonOpened; readonly events: readonly LessonStepped[] }
  | { readonly kind: 'drill'; readonly opened: DrillOpened; readonly events: readonly DrillStepped[] };

/** The sittings of a journal in the order in which they were begun; those at which nothing was done are left out. */
export function pastSittings(events: readonly JournalEvent[]): readonly PastSitting[] {
  const all: PastSitting[] = [];
  const lessons = new Map<string, LessonStepped[]>();
  const drills = new Map<string, DrillStepped[]>();
  let drilled: DrillStepped[] = [];
  for (const event of events)
    switch (event.type) {
      case 'open': {
        const steps: LessonStepped[] = [];
        lessons.set(`${event.lesson} ${event.facts}`, steps);
        all.push({ kind: 'lesson', opened: event, events: steps });
        break;
      }
      case 'step':
        lessons.get(`${event.lesson} ${event.facts}`)?.push(event);
        break;
      case 'drill':
        drilled = [];
        drills.set(event.at, drilled);
        all.push({ kind: 'drill', opened: event, events: drilled });
        break;
      case 'drilled':
        (drills.get(event.drill ?? '') ?? drilled).push(event);
    }
  return all.filter((sitting) => sitting.events.length > 0);
}
