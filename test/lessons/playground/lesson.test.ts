import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintLesson } from '../../../src/lessons/author/lint.js';
import { playAtSeed } from '../../../src/lessons/author/plays.js';
import { openLesson, perfectAnswer, phaseOf, start, step } from '../../../src/lessons/index.js';
import { loadLesson } from '../../../src/lessons/load/index.js';
import { gallery, lessonFiles, lessonOf, openPlayground, type Source } from '../../../src/lessons/playground/index.js';
import { currentQuestion } from '../../../src/lessons/state.js';
import { randomProgram } from '../../engine/circuits.js';

const lesson = (source: Source) => lessonOf(openPlayground(source), 'my-circuit');

const more: readonly { readonly name: string; readonly source: Source }[] = [
  { name: 'an output that is summed', source: { program: 'W = [[2, -1], [3, 5]]; x = [1, 4]; D = W @ x' } },
  { name: 'a seed', source: { program: 'x * [2, 3]', at: { x: [1, 4] }, seed: [1, -2] } },
  {
    name: 'a constant',
    source: { program: 'f = k * x + cross_entropy(Z, y)', at: { Z: [1, 2, 3] }, consts: { k: 2, y: 1 } },
  },
  { name: 'a tie', source: { program: 'x = 2; y = 2; f = max(x, y) * relu(z - 3)' } },
  { name: 'negative numbers', source: { program: 'f = (x - -2) ** -1 * (-3)' } },
  { name: 'names that YAML has its own ideas of', source: { program: 'f = y * n + no * null + true' } },
  { name: 'lines that nothing reads', source: { program: 'x = 2; dead = exp(x); f = x * 3; f2 = f + 1' } },
];

describe.each([...gallery, ...more])('$name as a lesson', ({ source }) => {
  test('passes lint, and every player of it comes to its end', () => {
    const made = lesson(source)!;
    const { errors, lesson: read } = lintLesson(lessonFiles(made), true);
    expect(errors).toEqual([]);
    expect(playAtSeed(read!, 1).failures).toEqual([]);
  });

  test('is the same from its files as in memory', () => {
    const made = lesson(source)!;
    const loaded = loadLesson(lessonFiles(made));
    if (!('lesson' in loaded)) throw new Error(JSON.stringify(loaded.problems));
    const asks = (of: typeof made) =>
      openLesson(of).items.map((item) => (item.kind === 'question' ? item.question.ask : item.kind));
    expect(asks(loaded.lesson)).toEqual(asks(made));
    expect(loaded.lesson.texts).toEqual(made.texts);
    expect(loaded.lesson.minutes).toBe(made.minutes);
  });

  test('can be answered to its end', () => {
    let state = start(openLesson(lesson(source)!));
    for (let guard = 0; phaseOf(state) !== 'finished' && guard < 200; guard++) {
      const asked = phaseOf(state) === 'asking' ? currentQuestion(state) : undefined;
      state = step(state, asked ? { type: 'answer', text: perfectAnswer(asked) } : { type: 'next' }).state;
    }
    expect(phaseOf(state)).toBe('finished');
  });
});

test('a gate at a time is asked, however long the lines', () => {
  const { circuits, steps } = lesson({ program: 'f = (x + y) * z' })!;
  expect(circuits[0]!.program).toBe('t1 = x + y\nf = t1 * z\n');
  expect(steps.map(({ id }) => id)).toEqual(['intro', 'all']);
});

test('where numbers are not finite, or nothing is computed, there is nothing to ask', () => {
  expect(lesson({ program: 'x = 0; f = log(x)' })).toBeUndefined();
  expect(lesson({ program: 'x = 0; f = x' })).toBeUndefined();
});

test('any program makes a lesson that lint takes', () => {
  fc.assert(
    fc.property(randomProgram(4), ({ lines, inputs }) => {
      const made = lesson({ program: lines.join('\n'), at: inputs });
      if (made !== undefined) expect(lintLesson(lessonFiles(made)).errors).toEqual([]);
    }),
    { seed: 8, numRuns: 15 },
  );
});
