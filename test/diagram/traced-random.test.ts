import { describe, expect, test } from 'vitest';
import { DENSITIES, expand, type Glyphs, layout, type Marks, paint, toText } from '../../src/diagram/index.js';
import { expected, randomGraph, randomGroups, seeded } from './random-graph.js';
import { structure, trace } from './tracer.js';

const numbers: Marks = {
  value: (node) => ({ text: (node * 1.37 - 20).toFixed(2), role: 'value' }),
  gradient: (node) => ({ text: (9 - node * 0.71).toFixed(2), role: 'gradient' }),
  share: ([branch]) => ({ text: `-${branch!.k}.5`, role: 'gradient' }),
  current: (node) => node % 7 === 3,
};
/** The same with some of the wires pointed out. */
const lit: Marks = { ...numbers, highlighted: ({ node, k }) => (node + k) % 3 === 0 };
const marksOf = (seed: number) => (seed % 3 === 0 ? lit : numbers);

function graphOf(seed: number) {
  return randomGraph(1 + Math.floor(seeded(seed)() * 60), seed);
}

describe('the netlist can be read back from the drawing alone, operand order included', () => {
  for (const glyphs of ['unicode', 'ascii'] satisfies Glyphs[]) {
    test(`${glyphs}: 250 random circuits of up to 60 gates in one piece, in all densities`, { timeout: 60_000 }, () => {
      for (let seed = 1; seed <= 250; seed++) {
        const graph = graphOf(seed);
        const density = DENSITIES[seed % DENSITIES.length]!;
        const drawing = toText(paint(layout(graph, { width: 80, glyphs, density }), marksOf(seed)));
        expect(structure(trace(drawing, glyphs === 'ascii')), `seed ${seed}, ${density}`).toEqual(
          structure(expected(graph)),
        );
      }
    });

    test(`${glyphs}: 250 more, folded into bands of 60 to 120 columns`, { timeout: 60_000 }, () => {
      for (let seed = 1001; seed <= 1250; seed++) {
        const graph = graphOf(seed);
        const width = 60 + (seed % 61);
        const drawn = layout(graph, { width, glyphs });
        const drawing = toText(paint(drawn, marksOf(seed)));
        expect(drawn.width, `seed ${seed}`).toBeLessThanOrEqual(width);
        expect(structure(trace(drawing, glyphs === 'ascii')), `seed ${seed}, ${width} columns`).toEqual(
          structure(expected(graph)),
        );
      }
    });
  }

  test('200 more with frames around random groups, in one piece and folded', { timeout: 60_000 }, () => {
    let frames = 0;
    for (let seed = 1301; seed <= 1500; seed++) {
      const glyphs = seed % 2 === 0 ? 'unicode' : 'ascii';
      const graph = graphOf(seed);
      const groups = randomGroups(graph, seed);
      frames += groups.length;
      const drawn = layout(expand(graph, groups), { width: 120, glyphs, fold: seed % 4 < 2 });
      const drawing = toText(paint(drawn, marksOf(seed)));
      expect(structure(trace(drawing, glyphs === 'ascii')), `seed ${seed}, ${glyphs}`).toEqual(
        structure(expected(graph)),
      );
    }
    expect(frames).toBeGreaterThan(200);
  });

  test('20 random circuits of 101 to 200 gates, whose long wires are cut', { timeout: 60_000 }, () => {
    for (let seed = 2001; seed <= 2020; seed++) {
      const graph = randomGraph(101 + Math.floor(seeded(seed)() * 100), seed);
      const drawing = toText(
        paint(layout(graph, { width: 80, glyphs: 'unicode', fold: seed % 2 === 0 }), marksOf(seed)),
      );
      expect(structure(trace(drawing, false)), `seed ${seed}`).toEqual(structure(expected(graph)));
    }
  });
});

test('the same circuit gives the same bytes, whatever was drawn before', { timeout: 60_000 }, () => {
  const draw = (seed: number) => toText(paint(layout(graphOf(seed), { width: 80, glyphs: 'unicode' }), numbers));
  const before = [5, 6, 7].map(draw);
  expect([7, 6, 5].map(draw).reverse()).toEqual(before);
});
