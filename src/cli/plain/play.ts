import type { Line } from '../../diagram/index.js';
import { lessonAhead } from '../../lessons/ahead.js';
import { drillView } from '../../lessons/drill/index.js';
import type { DrillState } from '../../lessons/drill/session.js';
import { currentItem, type LessonState, type LessonView, view } from '../../lessons/index.js';
import type { OpenCircuit } from '../../lessons/open.js';
import { drillTaken, lessonTaken, type Unstamped } from '../../lessons/sitting.js';
import { numberedTitle } from '../../lessons/title.js';
import type { LessonEntry, LessonEvent } from '../../lessons/types.js';
import type { Talk } from './talk.js';

/** A lesson or a drill that is being played. */
export type Play =
  | { readonly kind: 'lesson'; readonly entry: LessonEntry; readonly state: LessonState }
  | { readonly kind: 'drill'; readonly state: DrillState };

/** The machine of the lesson, or of the drill's exercise. */
export function machineOf(play: Play): LessonState | undefined {
  return play.kind === 'drill' ? play.state.lesson : play.state;
}

/** The circuit that the learner is at. */
export function circuitOf(play: Play): OpenCircuit | undefined {
  const state = machineOf(play);
  const item = state && currentItem(state);
  return item?.kind === 'question' ? item.question.on : item?.on;
}

/** What there is to be told of a play; of a drill also the skill. */
export function seen(play: Play, { options, teller, keeper }: Talk): LessonView & { readonly skill?: Line } {
  const { lang, width } = teller;
  const how = { width, glyphs: options.glyphs, lang, told: true };
  if (play.kind === 'lesson') return view(play.state, how);
  return drillView(play.state, how, keeper.today, (id) => {
    const entry = options.library.entries.find((one) => one.id === id);
    return entry ? numberedTitle(entry, lang) : id;
  });
}

/** A play after an event, and what of it is to be journalled. */
export function taken(
  play: Play,
  event: LessonEvent,
  { keeper }: Talk,
): { readonly play: Play; readonly records: readonly Unstamped[] } {
  if (play.kind === 'drill') {
    const { state, records } = drillTaken(play.state, event, keeper.today);
    return { play: { ...play, state }, records };
  }
  const { state, records } = lessonTaken(play.entry, play.state, event);
  return { play: { ...play, state }, records };
}

/** The lesson after the one that is played; after a drill the one to go on with. */
export function lessonAfter(play: Play, { options: { library }, keeper }: Talk): LessonEntry | undefined {
  const { entries } = library;
  if (play.kind === 'drill') return lessonAhead(entries, keeper.ledger.summary());
  return entries[entries.findIndex(({ id }) => id === play.entry.id) + 1];
}
