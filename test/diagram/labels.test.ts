import { describe, expect, test } from 'vitest';
import {
  DENSITIES,
  drawRun,
  expand,
  type Line,
  layout,
  lineWidth,
  type Marks,
  paint,
  toJson,
  toText,
} from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';
import { randomGraph, randomGroups, seeded } from './random-graph.js';
import { structure, trace } from './tracer.js';

/** Numbers that all differ, so that each can be found where it belongs. */
const telling: Marks = {
  value: (node) => ({ text: `${node}.1`, role: 'value' }),
  gradient: (node) => ({ text: `${node}.2`, role: 'gradient' }),
  share: ([branch]) => ({ text: `${branch!.node}.${branch!.k + 3}`, role: 'gradient' }),
};
const unknown: Marks = {
  value: () => ({ text: '?', role: 'asked' }),
  gradient: () => ({ text: '?', role: 'asked' }),
  share: () => ({ text: '?', role: 'asked' }),
};

const graphOf = (seed: number) => randomGraph(1 + Math.floor(seeded(seed)() * 60), seed);

describe('every number stands at its wire', () => {
  test('value above and gradient below where a wire leaves, shares below the branches of a fork', {
    timeout: 60_000,
  }, () => {
    let shares = 0;
    for (let seed = 5001; seed <= 5060; seed++) {
      const graph = graphOf(seed);
      const density = DENSITIES[seed % DENSITIES.length]!;
      const drawn = layout(graph, { width: 80, glyphs: 'unicode', density });
      const text = toText(paint(drawn, telling)).split('\n');
      const uses = graph.nodes.map(() => 0);
      for (const { ports } of graph.nodes) for (const { from } of ports) uses[from]! += 1;
      const { nodes } = toJson(drawn, telling);
      for (const node of nodes) {
        const rightOf = (row: number) => text[row]!.slice(node.column + node.columns).trimStart();
        if (node.kind !== 'sink') {
          expect(rightOf(node.out - 1), `seed ${seed}`).toMatch(new RegExp(`^${node.id}\\.1(?!\\d)`));
          expect(rightOf(node.out + 1), `seed ${seed}`).toMatch(new RegExp(`^${node.id}\\.2(?!\\d)`));
        }
        for (const [k, operand] of node.operands.entries()) {
          if (node.kind !== 'gate' || uses[operand.from]! < 2) continue;
          shares += 1;
          const before = text[operand.row + 1]!.slice(0, node.column).trimEnd();
          expect(before, `seed ${seed}`).toMatch(new RegExp(`(?<!\\d)${node.id}\\.${k + 3}$`));
        }
      }
    }
    expect(shares).toBeGreaterThan(500);
  });
});

describe('nothing moves when ? becomes a number', () => {
  const withoutNumbers = (lines: readonly Line[]) =>
    toText(
      lines.map((line) =>
        line.map((span) =>
          ['value', 'gradient', 'asked'].includes(span.role) ? { ...span, text: ' '.repeat(lineWidth([span])) } : span,
        ),
      ),
    );

  test('in random circuits, folded and framed too', { timeout: 60_000 }, () => {
    for (let seed = 5101; seed <= 5200; seed++) {
      const plain = graphOf(seed);
      const graph = seed % 2 === 0 ? plain : expand(plain, randomGroups(plain, seed));
      const drawn = layout(graph, { width: 100, glyphs: seed % 3 === 0 ? 'ascii' : 'unicode' });
      const known = withoutNumbers(paint(drawn, { ...telling, share: () => ({ text: '-9.9', role: 'gradient' }) }));
      expect(withoutNumbers(paint(drawn, unknown)), `seed ${seed}`).toBe(known);
    }
  });
});

describe('names in wide characters', () => {
  const circuit = build('权重 = 2; 输入 = -3; 偏置w = 1\n得分 = 权重*输入 + 偏置w\n输出 = tanh(得分) * 权重');

  for (const glyphs of ['unicode', 'ascii'] as const) {
    test(`take two cells and break no wire, in ${glyphs}`, async () => {
      const lines = drawRun(circuit, run(circuit), { width: 60, glyphs });
      expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(60);
      const { sinks, gates } = structure(trace(toText(lines), glyphs === 'ascii'));
      expect(gates).toContain('*(权重, 输入)');
      expect(sinks).toEqual(['输出 = *(tanh(+(*(权重, 输入), 偏置w)), 权重)']);
      await expect(`${toText(lines)}\n`).toMatchFileSnapshot(`fixtures/wide-names.${glyphs}.txt`);
    });
  }

  test('letters that some terminals draw double have ASCII twins', () => {
    const greek = build('α = 2; Θ = 3; é = 1\nf = α*Θ - é');
    const drawing = toText(drawRun(greek, run(greek), { width: 60, glyphs: 'ascii' }));
    expect(drawing).toMatch(/^[\x20-\x7e\n]*$/);
    for (const name of ['alpha-', 'Theta-', 'ue9-']) expect(drawing).toContain(name);
  });
});
