import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DrawOptions, drawnGraph, drawRun, toText } from '../../src/diagram/index.js';
import { build, type NestedNumbers, run } from '../../src/engine/index.js';
import { expected } from './random-graph.js';
import { structure, trace } from './tracer.js';

interface Case {
  readonly id: string;
  readonly program: string | readonly string[];
  readonly inputs?: Readonly<Record<string, NestedNumbers>>;
  readonly consts?: Readonly<Record<string, NestedNumbers>>;
  readonly output?: string;
}

const file = new URL('../engine/reference/gradients.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] };

/** The circuits that the engine is tested with: every gate there is, scalars and tensors, written by people. */
describe('every reference circuit is drawn so that it can be read back', () => {
  const ways: readonly Omit<DrawOptions, 'width' | 'glyphs'>[] = [
    {},
    { collapse: 'all' },
    { expand: 'all' },
    { repeatLeaves: true },
  ];
  for (const way of ways) {
    for (const width of [40, 80]) {
      test(`${JSON.stringify(way)} at ${width} columns`, { timeout: 60_000 }, () => {
        expect(cases.length).toBeGreaterThan(60);
        for (const { id, program, inputs = {}, consts = {}, output } of cases) {
          const circuit = build(program, { inputs, consts, ...(output === undefined ? {} : { output }) });
          const finished = run(circuit);
          const drawing = toText(drawRun(circuit, finished, { width, glyphs: 'unicode', ...way }));
          const { expand: _, ...plain } = way;
          expect(structure(trace(drawing, false)), id).toEqual(
            structure(expected(drawnGraph(circuit, finished, plain))),
          );
          expect(drawing, id).not.toContain('…');
        }
      });
    }
  }
});
