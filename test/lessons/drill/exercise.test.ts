import { describe, expect, test } from 'vitest';
import { textWidth, toText } from '../../../src/diagram/index.js';
import { grad } from '../../../src/engine/index.js';
import { diceOf } from '../../../src/lessons/drill/dice.js';
import { asOneLine } from '../../../src/lessons/drill/draft.js';
import { drawExercise, isMental, posedIn, testOut } from '../../../src/lessons/drill/exercise.js';
import { patternWalkDraft } from '../../../src/lessons/drill/patterns.js';
import { walkDraft } from '../../../src/lessons/drill/scalar-drafts.js';
import { type Skill, skillNamed, skills } from '../../../src/lessons/drill/skills.js';
import { currentQuestion, perfectAnswer, phaseOf, start, step, view } from '../../../src/lessons/index.js';
import { diagnosable, mistakesAt } from '../../../src/lessons/mistakes/index.js';

/** How many seeds of each skill are tried; DRILL_SEEDS=200 takes two minutes. */
const seeds = Number(process.env.DRILL_SEEDS ?? 24);

/** The spec at a seed: the levels of a skill take turns. */
const specAt = ({ id, levels }: Skill, seed: number) => ({ skill: id, level: levels[seed % levels.length]!, seed });

/** Plays an exercise with the engine's answers; false where one is not accepted. */
function acceptsTheEngine(exercise: ReturnType<typeof drawExercise>): boolean {
  let state = start(exercise.open);
  while (phaseOf(state) !== 'finished') {
    const asking = phaseOf(state) === 'asking';
    const event = asking
      ? { type: 'answer' as const, text: perfectAnswer(currentQuestion(state)!) }
      : { type: 'next' as const };
    state = step(state, event).state;
    if (asking && phaseOf(state) !== 'answered') return false;
  }
  return true;
}

/** The widest line of what is shown first, in either language. */
function widest(exercise: ReturnType<typeof drawExercise>): number {
  const lines = (['en', 'zh'] as const).flatMap((lang) => {
    const seen = view(start(exercise.open), { width: 80, glyphs: 'unicode', lang });
    return [...seen.prose, ...seen.circuit, ...seen.question];
  });
  return Math.max(...lines.map((line) => textWidth(toText([line]))));
}

describe('every exercise', () => {
  test.each(skills)(
    'of $id can be told apart, fits 80 columns, and accepts the engine',
    { timeout: 120_000 },
    (skill) => {
      for (let seed = 1; seed <= seeds; seed++) {
        const spec = specAt(skill, seed);
        const exercise = drawExercise(spec);
        const posed = posedIn(exercise);
        expect(posed.every(isMental), `mental arithmetic: ${JSON.stringify(spec)}`).toBe(true);
        expect(posed.every(diagnosable), `diagnosable: ${JSON.stringify(spec)}`).toBe(true);
        expect(widest(exercise), `width: ${JSON.stringify(spec)}`).toBeLessThanOrEqual(80);
        expect(acceptsTheEngine(exercise), `answers: ${JSON.stringify(spec)}`).toBe(true);
      }
    },
  );

  test('that tests many skills at once asks each of them once, and accepts the engine', () => {
    for (let seed = 0; seed < 12; seed++) {
      const exercise = drawExercise({ skill: testOut, level: 'pattern', seed });
      expect(exercise.skills.size).toBeGreaterThanOrEqual(3);
      for (const id of exercise.skills.values()) expect(skillNamed(id), id).toBeDefined();
      expect(posedIn(exercise).every(diagnosable)).toBe(true);
      expect(acceptsTheEngine(exercise)).toBe(true);
    }
  });

  test('is the same again from the same spec, and another from another seed', () => {
    const facts = (seed: number) => drawExercise({ skill: 'gradient:mul', level: 'chain', seed }).open.lesson.facts;
    expect(facts(7)).toBe(facts(7));
    expect(new Set(Array.from({ length: 30 }, (_, seed) => facts(seed))).size).toBeGreaterThan(25);
  });
});

describe('an exercise that is to expose a mistake', () => {
  test.each([
    ['gradient:mul', 'chain', 'no-upstream'],
    ['gradient:mul', 'gate', 'mul-own'],
    ['fork', 'fork', 'overwrote'],
    ['gradient:sigmoid', 'gate', 'sigmoid-input'],
  ] as const)('%s at level %s: %s can be made, and is told from the rest', (skill, level, exposes) => {
    for (let seed = 1; seed <= 10; seed++) {
      const posed = posedIn(drawExercise({ skill, level, seed, exposes }));
      expect(posed.some((one) => mistakesAt(one).some(({ ids }) => ids.has(exposes)))).toBe(true);
      expect(posed.every(diagnosable)).toBe(true);
    }
  });

  test('one that cannot be made there gives an exercise all the same', () => {
    const posed = posedIn(drawExercise({ skill: 'local:add', level: 'gate', seed: 1, exposes: 'overwrote' }));
    expect(posed.every(diagnosable)).toBe(true);
  });
});

test('a walk as one question asks for the rate at its end, over the same gates, with no gradient shown on the way', () => {
  for (let seed = 0; seed < 60; seed++) {
    const walk = (seed % 2 ? walkDraft : patternWalkDraft)(diceOf(seed));
    const one = asOneLine(walk);
    const inputs = Object.fromEntries(walk.inputs);
    const [ask] = one.asks;
    expect(one.asks).toEqual([{ kind: 'local', of: expect.anything(), wrt: expect.anything() }]);
    const { of, wrt } = ask as { of: string; wrt: string };
    const rate = grad(one.program, { inputs }).local[of]![wrt] as number;
    expect(rate).toBeCloseTo(grad(walk.program, { inputs }).gradients[wrt] as number, 9);
    expect(one.program.join()).not.toMatch(/\(\([^()]*\)\)/);
  }
  const { open } = drawExercise({ skill: 'chain', level: 'pattern', seed: 3, single: true });
  expect(start(open).open.items).toHaveLength(1);
  expect(toText(view(start(open), { width: 80, lang: 'en', glyphs: 'unicode' }).circuit)).not.toMatch(/\?/);
});

test('there is nothing to draw for a skill or a level that is not there', () => {
  expect(() => drawExercise({ skill: 'gradient:nothing', level: 'gate', seed: 1 })).toThrow(RangeError);
  expect(() => drawExercise({ skill: 'fork', level: 'gate', seed: 1 })).toThrow(RangeError);
});
