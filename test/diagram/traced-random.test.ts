import { describe, expect, test } from 'vitest';
import { DENSITIES, type Glyphs, layout, type Marks, paint, toText } from '../../src/diagram/index.js';
import { expected, randomGraph, seeded } from './random-graph.js';
import { structure, trace } from './tracer.js';

const numbers: Marks = {
  value: (node) => ({ text: (node * 1.37 - 20).toFixed(2), role: 'value' }),
  gradient: (node) => ({ text: (9 - node * 0.71).toFixed(2), role: 'gradient' }),
  share: ([branch]) => ({ text: `-${branch!.k}.5`, role: 'gradient' }),
  current: (node) => node % 7 === 3,
};

describe('the netlist can be read back from the drawing alone, operand order included', () => {
  for (const glyphs of ['unicode', 'ascii'] satisfies Glyphs[]) {
    test(`${glyphs}: 300 random circuits of up to 60 gates, in all densities`, () => {
      for (let seed = 1; seed <= 300; seed++) {
        const graph = randomGraph(1 + Math.floor(seeded(seed)() * 60), seed);
        const density = DENSITIES[seed % DENSITIES.length]!;
        const drawing = toText(paint(layout(graph, { width: 80, glyphs, density }), numbers));
        expect(structure(trace(drawing, glyphs === 'ascii')), `seed ${seed}, ${density}`).toEqual(
          structure(expected(graph)),
        );
      }
    }, 60_000);
  }
});
