import { describe, expect, test } from 'vitest';
import { type LessonState, openLesson, start, step, view } from '../../src/lessons/index.js';
import { regroup } from '../../src/lessons/view/regroup.js';
import { smallLesson } from './support/lessons.js';

const options = { width: 80, glyphs: 'unicode', lang: 'en' } as const;
const text = (state: LessonState) =>
  view(state, options)
    .circuit.map((line) => line.map((span) => span.text).join(''))
    .join('\n');
const textsOf = (state: LessonState, role: string) =>
  view(state, options).circuit.flatMap((line) => line.flatMap((span) => (span.role === role ? [span.text] : [])));
const went = (state: LessonState, ...types: ('next' | 'reveal' | 'undo')[]) =>
  types.reduce((s, type) => step(s, { type }).state, state);

describe('the way of the gradient', () => {
  const fork = smallLesson('p = x * y\nq = x + y\nf = p * q', 'x: 2, y: 3', [
    '{id: rate, ask: local f wrt p}',
    '{id: parts, ask: contributions of x}',
  ]);

  test('is shown to the branch that is asked alone, and not where a gate is asked for itself', () => {
    const local = start(openLesson(fork));
    expect(text(local)).not.toMatch(/━[━┥┫]f?$|┝/m);
    const share = went(local, 'reveal', 'next');
    const lines = text(share).split('\n');
    const through = lines.findIndex((line) => line.includes('[?]'));
    // One of the two branches of x ends in the asked share below a heavy wire; the other is light.
    expect(lines[through - 1]).toMatch(/━┫/);
    expect(text(share).match(/x━/g)).toHaveLength(1);
    expect(text(share).match(/\[\?\]/g)).toHaveLength(1);
  });
});

describe('numbers that the program gave', () => {
  const chain = smallLesson('q = x + y\nf = q * z', 'x: -2, y: 5, z: -4', [
    '{id: dz, ask: gradient of z}',
    '{id: dq, ask: gradient of q}',
    'end',
  ]);

  test('stay marked as such for the rest of the lesson, and not when that is undone', () => {
    const asked = start(openLesson(chain));
    expect(textsOf(asked, 'asked')).toEqual(['[?]']);
    const later = went(asked, 'reveal', 'next');
    expect(textsOf(later, 'revealed')).toEqual(['3.00']);
    expect(textsOf(went(later, 'reveal', 'next'), 'revealed')).toEqual(['-4.00', '3.00']);
    expect(textsOf(went(later, 'undo', 'undo'), 'revealed')).toEqual([]);
  });

  test('a miss is marked at the wire until the right answer', () => {
    const missed = step(start(openLesson(chain)), { type: 'answer', text: '-4' }).state;
    expect(textsOf(missed, 'wrong')).toEqual(['✗?']);
    const right = step(missed, { type: 'answer', text: '3' }).state;
    expect(textsOf(right, 'wrong')).toEqual([]);
    expect(textsOf(right, 'right')).toEqual(['3.00']);
  });
});

describe('groups that the learner regroups', () => {
  const neuron = smallLesson('s = w*x + u*y + b\ng = 1/(1+exp(-s))\nf = g*g', 'w: 1, x: 2, u: 3, y: -1, b: 0', [
    'intro',
    '{id: ds, ask: gradient of s}',
  ]);

  test('all at once where nothing is asked; the box at hand where something is', () => {
    const intro = start(openLesson(neuron));
    const boxes = regroup(intro)!;
    expect(boxes).toEqual({ main: { [intro.open.circuits.get('main')!.circuit.find('g')!]: 'boxes', ...boxes.main } });
    expect(Object.values(boxes.main!)).toEqual(['boxes', 'boxes']);
    expect(Object.values(regroup(intro, boxes)!.main!)).toEqual(['frames', 'frames']);
    const asked = went(intro, 'next');
    expect(Object.values(regroup(asked, boxes)!.main!).sort()).toEqual(['boxes', 'frames']);
  });
});
