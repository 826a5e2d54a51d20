import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  advance,
  beginLive,
  hasRunAway,
  isLive,
  isLiveOver,
  type Live,
  otherSet,
  paced,
  rated,
  restart,
  toTheEnd,
} from '../../../src/lessons/training/live.js';
import { courses } from '../../../src/lessons/training/net.js';
import { rightlyTrained, trainedWhole } from '../../../src/lessons/training/whole.js';
import { rightLines, withLine } from './lines.js';

function live(lines: readonly string[], areRight: boolean, set: 'xor' | 'spiral' = 'xor'): Live {
  const begun = beginLive(lines, areRight, set);
  if (!isLive(begun)) throw new Error(begun.kind);
  return begun;
}

const noMask = withLine('dZ', 'dZ = dhidden');

describe('a training that is watched', () => {
  test('comes frame by frame to what the transcript prints', () => {
    let seen = live(noMask, false);
    while (seen.running) seen = advance(seen);
    const whole = trainedWhole(noMask, false);
    if (!('length' in whole)) throw new Error(whole.kind);
    expect(seen.own.trained.losses).toEqual(whole[0]!.own.losses);
    expect(seen.right!.trained.losses).toEqual(rightlyTrained('xor').losses);
    expect(toTheEnd(live(noMask, false)).own.trained).toEqual(seen.own.trained);
  });

  test('right lines have no other net beside them', () => {
    expect(live(rightLines, true).right).toBeUndefined();
  });

  test('a net that runs away stops; the right one beside it goes on to its end', () => {
    let seen = live(withLine('dv', 'dv = -1e6*(hidden.T @ dout)'), false);
    while (seen.running) seen = advance(seen);
    expect(hasRunAway(seen)).toBe(true);
    expect(seen.right!.trained.losses).toHaveLength(courses.xor.steps + 1);
  });

  test('lines that take no step say why', () => {
    expect(beginLive(withLine('dv', 'dv = dout.T @ hidden'), false, 'xor')).toMatchObject({ kind: 'shape', name: 'v' });
  });

  test('another learning rate begins again, for both nets, and keeps within bounds', () => {
    const half = rated(advance(live(noMask, false)), 0.5);
    expect(half.own.trained.losses).toEqual([]);
    expect([half.own.net.course.rate, half.right!.net.course.rate]).toEqual([0.05, 0.05]);
    let least = half;
    for (let k = 0; k < 20; k++) least = rated(least, 0.5);
    expect(least.own.net.course.rate).toBeCloseTo(courses.xor.rate / 16);
    expect(toTheEnd(rated(live(rightLines, true), 2)).own.trained.losses.at(-1)).toBeGreaterThan(0.1);
  });

  test('whatever keys come, the numbers are those of so many steps from the start', () => {
    const key = fc.constantFrom('frame', 'faster', 'slower', 'restart');
    fc.assert(
      fc.property(fc.array(key, { maxLength: 25 }), (keys) => {
        let seen = live(rightLines, true);
        let steps = 0;
        for (const one of keys) {
          if (one === 'frame') steps += seen.pace;
          if (one === 'restart') steps = 0;
          if (one === 'frame') seen = advance(seen);
          else if (one === 'restart') seen = restart(seen);
          else seen = paced(seen, one === 'faster' ? 2 : 0.5);
          expect(seen.pace).toBeGreaterThanOrEqual(1);
          expect(seen.pace).toBeLessThanOrEqual(32);
        }
        const taken = Math.min(steps, courses.xor.steps + 1);
        expect(seen.own.trained).toEqual(advance(live(rightLines, true), taken).own.trained);
        expect(isLiveOver(seen)).toBe(taken > courses.xor.steps);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  test('there are two data sets', () => {
    expect(otherSet(live(rightLines, true))).toBe('spiral');
    expect(otherSet(live(rightLines, true, 'spiral'))).toBe('xor');
  });
});
