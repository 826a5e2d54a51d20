import { describe, expect, test } from 'vitest';
import {
  currentQuestion,
  type LessonState,
  openLesson,
  perfectAnswer,
  phaseOf,
  start,
  step,
} from '../../src/lessons/index.js';
import { revisit } from '../../src/lessons/revisit.js';
import { currentItem } from '../../src/lessons/state.js';
import { smallLesson } from './support/lessons.js';

const program = 'q = x + y\nf = q * z';
const inputs = 'x: -2, y: 5, z: -4';
const steps = ['intro', '{id: q, ask: value of q}', 'middle', '{id: all, ask: backward}', 'end'];
const lessonOf = (some: readonly string[], given = inputs) => openLesson(smallLesson(program, given, some));

/** The lesson answered up to its n-th item. */
function at(n: number): LessonState {
  let state = start(lessonOf(steps));
  while (state.at < n) {
    const question = currentQuestion(state);
    const asked = phaseOf(state) === 'asking' && question !== undefined;
    state = step(state, asked ? { type: 'answer', text: perfectAnswer(question) } : { type: 'next' }).state;
  }
  return state;
}

const place = (state: LessonState) => currentQuestion(state)?.id ?? currentItem(state)?.step.id;

describe('a lesson that was changed while it was learnt', () => {
  test('unchanged: every place is found again, and what was answered is', () => {
    const length = lessonOf(steps).items.length;
    for (let n = 0; n <= length; n++) {
      const before = at(n);
      const after = revisit(lessonOf(steps), before);
      expect([after.at, place(after)]).toEqual([before.at, place(before)]);
      expect([...after.outcomes]).toEqual([...before.outcomes]);
    }
  });

  test('steps put before the place, or taken away there, do not move it', () => {
    const before = at(2);
    expect(place(before)).toBe('middle');
    expect(place(revisit(lessonOf(['first', ...steps]), before))).toBe('middle');
    expect(place(revisit(lessonOf(steps.slice(1)), before))).toBe('middle');
  });

  test('a step that is gone: the nearest one before it', () => {
    expect(place(revisit(lessonOf(steps.filter((one) => one !== 'middle')), at(2)))).toBe('q');
    expect(place(revisit(lessonOf(['other', 'end']), at(2)))).toBe('other');
  });

  test('other numbers: an answer that is not right any more is answered by the engine', () => {
    const before = at(2);
    expect(before.outcomes.get('q')?.marked?.typed).toBe('3');
    const after = revisit(lessonOf(steps, 'x: 1, y: 5, z: -4'), before);
    expect(place(after)).toBe('middle');
    expect(after.outcomes.get('q')?.marked?.typed).toBe('6');
  });

  test('within a backward step the question is kept', () => {
    const before = at(5);
    expect(place(before)).toMatch(/^all\//);
    expect(place(revisit(lessonOf(steps), before))).toBe(place(before));
  });
});
