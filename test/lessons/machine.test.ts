import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currentQuestion,
  type LessonEvent,
  type LessonState,
  openLesson,
  perfectAnswer,
  phaseOf,
  resume,
  start,
  step,
  view,
} from '../../src/lessons/index.js';
import { courseLesson, lessonIds, smallLesson } from './support/lessons.js';

const chain = smallLesson('q = x + y\nf = q * z', 'x: -2, y: 5, z: -4', [
  'intro',
  '{id: dz, ask: gradient of z}',
  '{id: all, ask: backward}',
]);

const answer = (text: string): LessonEvent => ({ type: 'answer', text });
const play = (state: LessonState, ...events: (LessonEvent | LessonEvent['type'])[]): LessonState =>
  events.reduce((s: LessonState, e) => step(s, typeof e === 'string' ? ({ type: e } as LessonEvent) : e).state, state);
const asked = (state: LessonState) => currentQuestion(state)?.id;
/** Answers everything right until the question with this id, or the end. */
const goTo = (state: LessonState, id?: string): LessonState => {
  let s = state;
  while (phaseOf(s) !== 'finished' && (asked(s) !== id || phaseOf(s) !== 'asking'))
    s = phaseOf(s) === 'asking' ? play(s, answer(perfectAnswer(currentQuestion(s)!))) : play(s, 'next');
  return s;
};

describe('the lesson machine', () => {
  test('prose, then a question: a right answer is kept, next goes on', () => {
    let state = start(openLesson(chain));
    expect(phaseOf(state)).toBe('prose');
    state = play(state, 'next');
    expect([phaseOf(state), asked(state)]).toEqual(['asking', 'dz']);
    state = play(state, answer('3'));
    expect(phaseOf(state)).toBe('answered');
    expect(play(state, 'next').at).toBe(2);
  });

  test('a miss stays at the question; what can’t be read counts for nothing', () => {
    const state = play(start(openLesson(chain)), 'next', answer('-4'), answer('3 +'), answer('zz'));
    expect(phaseOf(state)).toBe('asking');
    expect(state.attempts.get('dz')?.misses).toHaveLength(1);
  });

  test('Enter pressed twice is one try', () => {
    const state = play(start(openLesson(chain)), 'next', answer('-4'), answer('-4'));
    expect(state.attempts.get('dz')?.misses).toHaveLength(1);
    expect(play(state, answer('-5'), answer('-4')).attempts.get('dz')?.misses).toHaveLength(3);
  });

  test('a backward step asks the seed, then each local gradient, then each gradient', () => {
    const open = openLesson(chain);
    const ids = open.items.flatMap((item) => (item.kind === 'question' ? [item.question.id] : []));
    expect(ids).toEqual([
      'dz',
      'all/df',
      'all/f.q',
      'all/f.z',
      'all/dq',
      'all/dz',
      'all/q.x',
      'all/q.y',
      'all/dx',
      'all/dy',
    ]);
  });

  test('gates that only pass gradients on answer for themselves after two right answers', () => {
    const state = play(goTo(start(openLesson(chain)), 'all/q.y'), answer('1'), 'next');
    expect(phaseOf(state)).toBe('finished');
    expect(state.outcomes.get('all/dx')?.result).toBe('flowed');
    const missed = play(goTo(start(openLesson(chain)), 'all/q.y'), 'reveal', 'next');
    expect(asked(missed)).toBe('all/dx');
  });

  test('at a fork the gradient is asked once all its branches are there, and never flows', () => {
    const forked = smallLesson('a = x + y\nb = a + x\nf = b * b', 'x: 2, y: 3', ['{id: all, ask: backward}']);
    const ids = openLesson(forked).items.flatMap((i) =>
      i.kind === 'question' ? [[i.question.id, i.question.flows]] : [],
    );
    expect(ids).toEqual([
      ['all/df', false],
      ['all/f.b', false],
      ['all/db', false],
      ['all/b.a', true],
      ['all/b.x', true],
      ['all/da', true],
      ['all/a.x', true],
      ['all/a.y', true],
      ['all/dx', false],
      ['all/dy', true],
    ]);
  });

  test('fade shows the first stages worked', () => {
    const faded = smallLesson('q = x + y\nf = q * z', 'x: -2, y: 5, z: -4', ['{id: all, ask: backward, fade: 1}']);
    const state = start(openLesson(faded));
    expect(phaseOf(state)).toBe('prose');
    expect(state.outcomes.get('all/dz')?.result).toBe('worked');
    expect(asked(play(state, 'next'))).toBe('all/q.x');
  });

  test('hint, reveal and skip', () => {
    const state = play(start(openLesson(chain)), 'next', 'hint', 'hint');
    expect(state.attempts.get('dz')?.hints).toBe(2);
    expect(play(state, 'reveal').outcomes.get('dz')?.result).toBe('revealed');
    expect(asked(play(state, 'skip'))).toBe('all/df');
  });

  test('back shows what was answered, next returns, undo withdraws', () => {
    const there = goTo(start(openLesson(chain)), 'all/f.z');
    const back = play(there, 'back');
    expect([phaseOf(back), asked(back)]).toEqual(['answered', 'all/f.q']);
    expect(asked(play(back, 'next'))).toBe('all/f.z');
    const undone = play(there, 'undo');
    expect([phaseOf(undone), asked(undone)]).toEqual(['asking', 'all/f.q']);
  });

  test('each event that meant something is recorded once, with its verdict', () => {
    const state = play(start(openLesson(chain)), 'next');
    expect(step(state, answer('-4')).effects).toMatchObject([{ question: 'dz', verdict: 'wrong', finished: false }]);
    expect(step(state, answer('3')).effects).toMatchObject([{ question: 'dz', verdict: 'right' }]);
    expect(step(state, answer('oops(')).effects).toMatchObject([{ verdict: 'unreadable' }]);
    expect(step(state, { type: 'next' }).effects).toEqual([]);
  });
});

const event: fc.Arbitrary<LessonEvent> = fc.oneof(
  fc.constantFrom('3', '-4', '1', '0.5', 'q*z', '((', '').map(answer),
  fc
    .constantFrom<LessonEvent['type']>('hint', 'nudge', 'why', 'reveal', 'skip', 'next', 'back', 'undo')
    .map((type) => ({ type }) as LessonEvent),
);

describe('laws', () => {
  const visible = ({ at, outcomes, attempts }: LessonState) => ({ at, outcomes, attempts });

  test('any events leave a state that can be shown, and undo restores the state before', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), event, (events, last) => {
        const state = play(start(openLesson(chain)), ...events);
        expect(view(state, { width: 60, glyphs: 'ascii', lang: 'zh' }).done).toBe(state.at);
        const after = step(state, last);
        const undoable = !['next', 'back', 'undo'].includes(last.type) && after.effects.length > 0;
        if (undoable) expect(visible(play(after.state, 'undo'))).toEqual(visible(state));
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  test('resuming from what was recorded gives the same state, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        const open = openLesson(chain);
        const common = { v: 1, at: '2026-01-01T00:00:00.000Z', lesson: chain.id, facts: chain.facts } as const;
        const journal: Parameters<typeof resume>[1][number][] = [{ ...common, type: 'open', seed: 1 }];
        let state = start(open);
        for (const e of events) {
          const next = step(state, e);
          for (const { type: _, ...rest } of next.effects) journal.push({ ...common, type: 'step', ...rest });
          state = next.state;
        }
        expect(visible(resume(open, journal))).toEqual(visible(state));
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  test.each(lessonIds)('the engine’s own answers finish %s, all right', (id) => {
    const state = goTo(start(openLesson(courseLesson(id))));
    expect([...state.outcomes.values()].filter(({ result }) => result === 'revealed')).toEqual([]);
    expect(phaseOf(state)).toBe('finished');
  });
});
