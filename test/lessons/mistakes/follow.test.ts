import { describe, expect, test } from 'vitest';
import { toNested } from '../../../src/engine/index.js';
import { assess, feedbackFor, type Posed } from '../../../src/lessons/answer/index.js';
import type { Ask } from '../../../src/lessons/types.js';
import { chain, pose } from '../pose.js';

const scalar = (x: number) => ({ shape: [], data: Float64Array.of(x) });
const value = (of: string, x: number) => ({ ask: { kind: 'value', of } as Ask, value: scalar(x) });
const gradient = (of: string, x: number) => ({ ask: { kind: 'gradient', of } as Ask, value: scalar(x) });

describe('an answer that follows from an earlier wrong one', () => {
  test('forward: p = q + w with the own q', () => {
    const assessed = assess('-8', chain('value of p'), [value('q', -10)]);
    expect(assessed).toMatchObject({ mistake: 'follows', diagnosis: { of: { of: 'q' } } });
    const said = (lang: 'en' | 'zh') =>
      feedbackFor(assessed, lang, 'unicode')
        .map(({ text }) => text)
        .join('');
    expect(said('en')).toBe('From your q = -10 this step is right. The one to mend is q. What is it?');
    expect(said('zh')).toBe('按你前面的 q = -10，这一步推得对。要改的是 q。它是多少？');
  });

  test('through two lines: f with the own q', () => {
    expect(assess('24', chain('value of f'), [value('q', -10)])).toMatchObject({
      diagnosis: { kind: 'follows', of: { of: 'q' } },
    });
  });

  test('backward: dx with the own dp, and the earliest is blamed', () => {
    expect(assess('-32.5', chain('gradient of x'), [gradient('p', 13)])).toMatchObject({
      diagnosis: { kind: 'follows', of: { kind: 'gradient', of: 'p' } },
    });
    expect(assess('5', chain('gradient of x'), [gradient('p', 3), gradient('q', -2)])).toMatchObject({
      diagnosis: { kind: 'follows', of: { of: 'q' } },
    });
  });

  test('an earlier overwrite is told from a stale upstream by the earlier answer', () => {
    const posed: Posed = pose('p = a*b\nf = p*c - 2*p', { a: 5, b: -3, c: 6 }, 'gradient of a');
    expect(assess('-18', posed)).toMatchObject({ mistake: 'stale-upstream' });
    expect(assess('-18', posed, [gradient('p', 6)])).toMatchObject({ mistake: 'follows' });
  });

  test('a right answer stays right, whatever came before', () => {
    const posed = chain('gradient of x');
    const right = toNested(posed.run.gradient(posed.circuit.find('x')!));
    expect(assess(String(right), posed, [gradient('q', 4)]).verdict).toBe('right');
  });
});
