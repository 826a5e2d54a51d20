import { describe, expect, test } from 'vitest';
import { levels } from '../../../src/lessons/drill/levels.js';
import { skillOf } from '../../../src/lessons/drill/skill-of.js';
import { nearestSkill, skillNamed, skills } from '../../../src/lessons/drill/skills.js';
import { openLesson, perfectAnswer, start, step } from '../../../src/lessons/index.js';
import { questionsOf } from '../../../src/lessons/state.js';
import { drillMessages } from '../../../src/messages/drill.js';
import { mistakeName } from '../../../src/messages/mistake-names.js';
import { chainMistakeIds, gateMistakeIds } from '../../../src/messages/mistakes.js';
import { courseLesson, lessonIds, smallLesson } from '../support/lessons.js';

describe('the table of skills', () => {
  test('has each id once, with levels in their order, and a name in both languages', () => {
    expect(new Set(skills.map(({ id }) => id)).size).toBe(skills.length);
    for (const skill of skills) {
      expect(skill.levels).toEqual(levels.filter((level) => skill.levels.includes(level)));
      expect(skill.levels.length).toBeGreaterThan(0);
      const names = [drillMessages.en.skill(skill.id), drillMessages.zh.skill(skill.id)];
      for (const name of names) expect(name).not.toMatch(/undefined|:.*_|^\w+:\w+$/);
      expect(names[1]).toMatch(/\p{Script=Han}/u);
    }
  });

  test.each(lessonIds)('has every skill that the lesson %s names', (id) => {
    expect(courseLesson(id).skills.filter((skill) => skillNamed(skill) === undefined)).toEqual([]);
  });

  test('knows what a misspelt one was meant to be', () => {
    expect(nearestSkill('local:mull')).toBe('local:mul');
    expect(nearestSkill('gradient:sigmiod')).toBe('gradient:sigmoid');
    expect(nearestSkill('cooking')).toBeUndefined();
  });
});

describe('the skill of a lesson’s question', () => {
  const skillsIn = (program: string, inputs: string, ...asks: string[]) => {
    const steps = asks.map((ask, at) => `{id: s${at}, ask: ${ask}}`);
    return questionsOf(openLesson(smallLesson(program, inputs, steps))).map(skillOf);
  };

  test('is the relation and the gate', () => {
    const program = 'p = x * y\nq = 3 * p\nr = q + 2\ns = 1 / r\nf = s ** 2';
    const asks = ['local p wrt x', 'gradient of x', 'gradient of p', 'local r wrt q', 'gradient of r', 'gradient of s'];
    expect(skillsIn(program, 'x: 2, y: 5', ...asks)).toEqual([
      'local:mul',
      'gradient:mul',
      'gradient:scale',
      'local:shift',
      'gradient:reciprocal',
      'gradient:square',
    ]);
  });

  test('is the chain where a line has several gates, and the fork where a name is read more than once', () => {
    expect(skillsIn('f = (x + y) * z', 'x: 2, y: 5, z: 3', 'gradient of x')).toEqual(['chain']);
    expect(skillsIn('p = x * y\nf = p + x', 'x: 2, y: 5', 'gradient of x')).toEqual(['fork']);
    expect(skillsIn('f = x * x', 'x: 2', 'gradient of x')).toEqual(['fork']);
  });

  test('is none for a forward value and for the output itself', () => {
    expect(skillsIn('f = x * y', 'x: 2, y: 5', 'value of f', 'gradient of f')).toEqual([undefined, undefined]);
  });

  test('goes into the journal with a mistake that was recognised', () => {
    const open = openLesson(smallLesson('f = x * y', 'x: 2, y: 5', ['{id: dx, ask: local f wrt x}']));
    const missed = step(start(open), { type: 'answer', text: '2' });
    expect(missed.effects).toMatchObject([{ verdict: 'wrong', mistake: 'mul-own', skill: 'local:mul' }]);
    const right = step(missed.state, { type: 'answer', text: perfectAnswer(questionsOf(open)[0]!) });
    expect(right.effects[0]).not.toHaveProperty('mistake');
  });
});

test('every mistake that can be recognised has a name in both languages', () => {
  const ids = [
    ...gateMistakeIds,
    ...chainMistakeIds,
    'follows',
    'shape',
    'entries',
    'shape-turned',
    'shape-other',
    'next-done',
  ];
  expect(ids.filter((id) => mistakeName(id, 'en') === id && id !== 'sign' && id !== 'shape')).toEqual([]);
  expect(ids.filter((id) => !/\p{Script=Han}/u.test(mistakeName(id, 'zh')))).toEqual([]);
  expect(mistakeName('sign+no-upstream', 'en')).toBe('sign + local gradient without upstream');
  expect(mistakeName('of-a-newer-program', 'zh')).toBe('of-a-newer-program');
});
