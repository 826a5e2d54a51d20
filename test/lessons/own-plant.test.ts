import { describe, expect, test } from 'vitest';
import { learningDay } from '../../src/lessons/drill/day.js';
import { Ledger } from '../../src/lessons/drill/ledger.js';
import {
  currentQuestion,
  type LessonEvent,
  type LessonState,
  openLesson,
  perfectAnswer,
  phaseOf,
  start,
  step,
} from '../../src/lessons/index.js';
import { lessonTaken, sitDown, stamped } from '../../src/lessons/sitting.js';
import { courseLesson, smallLesson } from './support/lessons.js';

const closing = smallLesson('q = x * y\nf = q * z', 'x: -5, y: 2, z: 3', [
  '{id: dx, ask: gradient of x}',
  '{id: dy, ask: gradient of y}',
  '{id: found, ask: blame, plant: {mistake: no-local, at: x}}',
]);

const answer = (text: string): LessonEvent => ({ type: 'answer', text });
const play = (state: LessonState, ...events: (LessonEvent | LessonEvent['type'])[]): LessonState =>
  events.reduce((s, e) => step(s, typeof e === 'string' ? ({ type: e } as LessonEvent) : e).state, state);
/** Goes on, right everywhere, to the backward pass that has a mistake in it. */
const toBlame = (state: LessonState): LessonState => {
  let s = state;
  while (currentQuestion(s)?.ask.kind !== 'culprit')
    s = play(s, phaseOf(s) === 'asking' ? answer(perfectAnswer(currentQuestion(s)!)) : 'next');
  return s;
};
const planted = (state: LessonState) => {
  const ask = currentQuestion(state)?.ask;
  return ask?.kind === 'culprit' || ask?.kind === 'mend' ? ask.plant.mistake : undefined;
};
/** ∂f/∂x is 6 here: 2 is the local gradient alone, -6 has its sign turned, -15 is made of x itself. */
const begun = start(openLesson(closing));

describe('the backward pass by somebody else that closes a lesson', () => {
  test('has the lesson’s mistake where the learner made none', () => {
    expect(planted(toBlame(begun))).toBe('no-local');
  });

  test('has the mistake that the learner made, for both its questions', () => {
    const blame = toBlame(play(begun, answer('2')));
    expect(planted(blame)).toBe('no-upstream');
    const mend = play(blame, answer('dx'), 'next');
    expect(currentQuestion(mend)?.id).toBe('found/mend');
    expect(planted(mend)).toBe('no-upstream');
    expect(phaseOf(play(mend, answer('6')))).toBe('answered');
  });

  test('the one made most often comes first, then the latest', () => {
    expect(planted(toBlame(play(begun, answer('2'), answer('-6'))))).toBe('sign');
    const twice = play(begun, answer('2'), answer('6'), 'next', answer('15'), answer('-5'));
    expect(planted(toBlame(twice))).toBe('no-upstream');
  });

  test('a miss that is taken back counts no more', () => {
    expect(planted(toBlame(play(begun, answer('2'), 'undo')))).toBe('no-local');
  });

  test('what is missed at the pass itself changes nothing in it', () => {
    const mend = play(toBlame(begun), answer('dx'), 'next', answer('-6'), answer('-6'), answer('6'));
    expect(planted(play(mend, 'back'))).toBe('no-local');
    expect(planted(play(mend, 'back', 'back', 'next'))).toBe('no-local');
  });

  test('a slip, and what can’t be made at that place, is left out', () => {
    expect(planted(toBlame(play(begun, answer('60'))))).toBe('no-local');
    const fork = smallLesson('q = x * y\nf = q * x', 'x: -5, y: 2', [
      '{id: dx, ask: gradient of x}',
      '{id: found, ask: blame, plant: {mistake: no-local, at: q}}',
    ]);
    expect(planted(toBlame(play(start(openLesson(fork)), answer('-10'))))).toBe('no-local');
  });

  test('one that comes earlier in a lesson keeps its own mistake', () => {
    const { mistake } = (
      currentQuestion(toBlame(start(openLesson(courseLesson('debugging'))))) as never as {
        ask: { plant: { mistake: string } };
      }
    ).ask.plant;
    const known = openLesson(courseLesson('debugging'), 1, ['sign', 'no-local']);
    expect(planted(toBlame(start(known)))).toBe(mistake);
  });
});

describe('a mistake that the journal knows', () => {
  const entry = { id: closing.id, number: 1, part: 'gates', minutes: 1, title: {}, facts: closing.facts };
  const at = new Date('2026-11-23T08:00:00.000Z');
  const missed = { v: 1, type: 'step', at: at.toISOString(), lesson: 'other', facts: 'f' } as const;
  const ledger = () =>
    new Ledger(
      learningDay(() => 0),
      ['sign', 'no-upstream', 'no-upstream'].map((mistake) => ({
        ...missed,
        event: { type: 'answer', text: '2' },
        verdict: 'wrong',
        mistake,
        done: 1,
        total: 2,
        finished: false,
      })),
    );

  test('is planted where nothing was missed in the lesson, the most frequent first', () => {
    const { state, records } = sitDown(closing, entry, ledger(), false);
    expect(records).toEqual([expect.objectContaining({ type: 'open', habits: ['no-upstream', 'sign'] })]);
    expect(planted(toBlame(state))).toBe('no-upstream');
    expect(planted(toBlame(play(state, answer('-15'))))).toBe('mul-own');
  });

  test('stays the one of the beginning, however much is missed before the lesson is gone on with', () => {
    const journal = ledger();
    let { state, records } = sitDown(closing, entry, journal, false);
    const take = (event: LessonEvent) => {
      for (const record of records) journal.add(stamped(record, at, journal));
      ({ state, records } = lessonTaken(entry, state, event));
    };
    for (const text of ['6', '-15']) {
      take(answer(text));
      take({ type: 'next' });
    }
    for (const record of records) journal.add(stamped(record, at, journal));
    expect(planted(state)).toBe('no-upstream');
    for (const mistake of ['sign', 'sign', 'sign'])
      journal.add({ ...missed, event: answer('2'), verdict: 'wrong', mistake, done: 1, total: 2, finished: false });
    const again = sitDown(closing, entry, journal, false);
    expect(again.records).toEqual([]);
    expect(planted(again.state)).toBe('no-upstream');
  });
});
