import { expect, test } from 'vitest';
import { layout, type Marks, paint } from '../../src/diagram/index.js';
import { randomGraph, seeded } from './random-graph.js';

const number = { text: '-12.34', role: 'value' } as const;
const marks: Marks = { value: () => number, gradient: () => number, share: () => number };

test('1000 random circuits of up to 200 gates have no two things in one cell', { timeout: 120_000 }, () => {
  for (let seed = 3001; seed <= 4000; seed++) {
    const glyphs = seed % 2 === 0 ? 'unicode' : 'ascii';
    const drawn = layout(randomGraph(1 + Math.floor(seeded(seed)() * 200), seed), {
      width: 80,
      glyphs,
      fold: seed % 4 < 2,
    });
    expect(() => paint(drawn, marks), `seed ${seed}`).not.toThrow();
  }
});
