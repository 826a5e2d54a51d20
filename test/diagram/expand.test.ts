import { describe, expect, test } from 'vitest';
import { drawRun, lineWidth, toText } from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';
import { programs } from './programs.js';
import { structure, trace } from './tracer.js';

describe('an expanded group has a dashed frame that no wire seems to join', () => {
  const neuron = build(programs['circuit-2']!);
  const finished = run(neuron);

  for (const glyphs of ['unicode', 'ascii'] as const) {
    test(`a neuron's sum and sigmoid in ${glyphs}`, async () => {
      const drawing = toText(drawRun(neuron, finished, { width: 110, glyphs, expand: 'all' }));
      const plain = toText(drawRun(neuron, finished, { width: 110, glyphs }));
      expect(structure(trace(drawing, glyphs === 'ascii'))).toEqual(structure(trace(plain, glyphs === 'ascii')));
      await expect(`${drawing}\n`).toMatchFileSnapshot(`fixtures/circuit-2.expanded.${glyphs}.txt`);
    });
  }

  test('where a frame does not fit the width, its gates are drawn without', () => {
    const lines = drawRun(neuron, finished, { width: 40, glyphs: 'unicode', expand: ['sigmoid'] });
    expect(toText(lines)).not.toContain('┆');
    expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(40);
  });

  test('a collapsed group may stand inside a frame', () => {
    const network = build(programs['circuit-4']!);
    const drawing = toText(
      drawRun(network, run(network), { width: 120, glyphs: 'unicode', collapse: ['sum'], expand: ['h1'] }),
    );
    expect(drawing).toContain('┌┄ h1 ┄');
    const { gates } = structure(trace(drawing, false));
    expect(gates).toContain('tanh(w·x+b(w11, x1, w12, x2, b1))');
  });
});
