import { drawExercise } from '../../lessons/drill/index.js';
import {
  currentQuestion,
  type LessonState,
  phaseOf,
  start,
  step,
  type ViewOptions,
  view,
} from '../../lessons/index.js';
import { visible } from '../../lessons/markdown.js';
import type { DrillOpened, DrillStepped, LessonEvent } from '../../lessons/types.js';
import { drillMessages } from '../../messages/drill.js';
import { Page } from './page.js';

/**
 * A past drill written again from the journal. Exercises are drawn again from their specs; one that a later version of
 * the program draws differently is told by its answers alone.
 */
export function replayDrill(opened: DrillOpened, events: readonly DrillStepped[], options: ViewOptions): string {
  const m = drillMessages[options.lang];
  const page = new Page(options);
  page.title(m.kinds[opened.kind]);
  // There is one try at each question: what was missed is left behind at once.
  const measured = opened.kind === 'placement' || opened.kind === 'test';
  const past: (LessonState | undefined)[] = [];
  let shown = '';
  let graded = 0;
  let state: LessonState | undefined;
  const arrive = (at: LessonState, heading: string): void => {
    const seen = view(at, options);
    page.heading(heading);
    page.lines(seen.prose);
    page.circuit(seen.circuit);
    page.lines(seen.question);
  };
  for (const { exercise, facts, event, question, verdict, done } of events) {
    const number = graded + 1;
    graded = done;
    const undone = event.type === 'undo' && past.length > 0;
    const key = JSON.stringify(exercise);
    if (key !== shown && !undone) {
      const drawn = drawnAgain(exercise, facts);
      state = drawn;
      shown = key;
      const heading = `${number} / ${opened.total} ${visible(m.skill(exercise.skill))}`;
      if (drawn === undefined) page.heading(heading);
      else arrive(drawn, heading);
    }
    const before = state;
    const after: LessonState | undefined = undone
      ? past.pop()
      : before && taken(before, event, measured && verdict === 'wrong');
    if (!undone && event.type !== 'next' && event.type !== 'back') past.push(before);
    state = after;
    if (undone) shown = key;
    if (event.type === 'next') {
      if (after !== undefined && before !== undefined && phaseOf(after) !== 'finished')
        arrive(after, currentQuestion(after)?.id ?? '');
      continue;
    }
    const prompt = before === undefined ? visible(question ?? '') : view(before, options).prompt;
    page.typed(prompt, event, after === undefined || phaseOf(after) === 'finished' ? undefined : view(after, options));
  }
  return page.text();
}

function taken(before: LessonState, event: LessonEvent, skips: boolean): LessonState {
  const { state } = step(before, event);
  return skips ? step(state, { type: 'skip' }).state : state;
}

function drawnAgain(exercise: DrillStepped['exercise'], facts: string): LessonState | undefined {
  try {
    const { open } = drawExercise(exercise);
    return open.lesson.facts === facts ? start(open) : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
