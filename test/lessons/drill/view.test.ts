import { describe, expect, test } from 'vitest';
import { textWidth, toText } from '../../../src/diagram/index.js';
import { posedIn } from '../../../src/lessons/drill/exercise.js';
import { drillView } from '../../../src/lessons/drill/index.js';
import { mistakesAt } from '../../../src/lessons/mistakes/index.js';
import { Played, practice, today } from './play.js';

const english = { width: 80, glyphs: 'unicode', lang: 'en' } as const;
const shown = (drill: Played, options: Parameters<typeof drillView>[1] = english) =>
  drillView(drill.state, options, today);

describe('what a drill shows', () => {
  test('the counter, and the skill with its strength', () => {
    const drill = new Played(practice(['local:mul', 'fork'], 5));
    expect(shown(drill)).toMatchObject({ title: 'Drill', counter: '1 / 5', done: 0, total: 5, phase: 'asking' });
    expect(toText([shown(drill).skill])).toBe('local gradient: multiply  new');
    drill.take('right');
    expect(toText([shown(drill).skill])).toBe('local gradient: multiply  ━━──────');
    expect(shown(drill)).toMatchObject({ counter: '1 / 5', done: 1, phase: 'answered' });
  });

  test('after an answer when the skill is due again', () => {
    const drill = new Played(practice(['local:mul'], 5)).take('right');
    expect(toText(shown(drill).feedback)).toMatch(/\nlocal gradient: multiply: again in 3 days$/);
    const zh = shown(drill, { ...english, lang: 'zh' });
    expect(toText(zh.feedback)).toMatch(/\n局部梯度：乘法门：3 天后再练$/);
  });

  test('at the end what was right, which mistakes were seen, and when each skill is due', () => {
    const drill = new Played(practice(['local:mul', 'fork'], 2)).exercise('wrong').exercise();
    const { phase, prose, counter } = shown(drill);
    expect([phase, counter]).toEqual(['finished', '']);
    expect(toText(prose)).toMatch(
      /^1 of 2 right at once and without help\n\nAsked.*\n {2}local gradient: multiply {2}━─────── {2}in 2 days\n {2}forks: branches add up/,
    );
  });

  test('at the end, which mistakes were seen and when each comes back', () => {
    const drill = new Played(practice(['gradient:mul'], 1));
    const wrong = mistakesAt(posedIn(drill.state.exercise!)[0]!).find(({ ids }) => ids.has('no-upstream'))!;
    drill.take({ text: String(wrong.value.data[0]) }, 'right', 'next');
    expect(toText(shown(drill).prose)).toMatch(
      /Seen on the way, and when it comes back:\n {2}local gradient without upstream {2}tomorrow$/,
    );
  });

  test('not that a mistake was seen where it was asked for again and the answer shown', () => {
    const drill = new Played(practice(['gradient:mul'], 3));
    const wrong = mistakesAt(posedIn(drill.state.exercise!)[0]!).find(({ ids }) => ids.has('no-upstream'))!;
    drill.take({ text: String(wrong.value.data[0]) }, 'right');
    expect(toText(shown(drill).feedback)).toContain('Seen: local gradient without upstream. It comes back tomorrow.');
    drill.take('next', 'reveal');
    expect(drill.state.exercise?.spec.exposes).toBe('no-upstream');
    expect(toText(shown(drill).feedback)).not.toContain('without upstream');
    drill.take('next');
    expect(drill.state.exercise?.spec.exposes, 'it is still to be shown').toBe('no-upstream');
    drill.take('right');
    expect(toText(shown(drill).feedback)).toContain('Not seen again: local gradient without upstream (1 of 3).');
  });

  test('nothing but the questions where it measures; a miss is noted', () => {
    const drill = new Played({ kind: 'placement', seed: 3 });
    expect(shown(drill)).toMatchObject({ title: 'Placement', skill: [] });
    drill.take('wrong');
    expect(toText(shown(drill).feedback)).toBe('Noted. In this round there is one try at each question.');
    while (drill.state.exercise) drill.exercise();
    expect(toText(shown(drill).prose)).toContain('A good place to start: sensitivity');
  });

  test('fits its width in ASCII too', () => {
    const drill = new Played(practice(['chain', 'fork'], 4));
    const options = { width: 60, glyphs: 'ascii', lang: 'en' } as const;
    while (drill.state.exercise) {
      drill.exercise('wrong');
      const { prose, question, feedback, skill } = shown(drill, options);
      for (const line of [...prose, ...question, ...feedback, skill]) {
        expect(textWidth(toText([line]))).toBeLessThanOrEqual(60);
        expect(toText([line])).not.toMatch(/[^\x20-\x7e]/);
      }
    }
  });
});
