import { describe, expect, test } from 'vitest';
import { drawRun, layout, runMarks, toJson, toText, viewGraph } from '../../src/diagram/index.js';
import { Cutter, Tags } from '../../src/diagram/tags.js';
import { build, run } from '../../src/engine/index.js';
import { seeded } from './random-graph.js';

/** A random program of `gates` lines over four inputs, all of which flow into the last. */
function randomProgram(gates: number, seed: number): string {
  const random = seeded(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const names = ['x', 'y', 'z', 'w'];
  const lines = names.map((name) => `${name} = ${(random() * 4 - 2).toFixed(2)}`);
  const unread = new Set(names);
  const read = () => {
    const name = names[random() < 0.7 ? names.length - 1 - pick(Math.min(6, names.length)) : pick(names.length)]!;
    unread.delete(name);
    return name;
  };
  const add = (source: string) => {
    const name = `t${lines.length}`;
    lines.push(`${name} = ${source}`);
    names.push(name);
    unread.add(name);
  };
  for (let i = 0; i < gates; i++) {
    const dice = random();
    if (dice < 0.4) add(`${read()} + ${read()}`);
    else if (dice < 0.7) add(`${read()} * ${read()}`);
    else if (dice < 0.85) add(`tanh(${read()})`);
    else add(`max(${read()}, ${read()})`);
  }
  lines.push(`f = ${[...unread].join(' + ')}`);
  return lines.join('\n');
}

describe('where wires are cut, every end carries back what its branches do', () => {
  test('in every band the gradient at a trunk is the sum of its branch ends', { timeout: 60_000 }, () => {
    let cut = 0;
    for (let seed = 6001; seed <= 6060; seed++) {
      const circuit = build(randomProgram(seed % 4 === 0 ? 120 : 25, seed));
      const finished = run(circuit);
      const drawn = layout(viewGraph(circuit, { run: finished }), { width: 60, glyphs: 'unicode' });
      const { nodes } = toJson(drawn, runMarks(circuit, finished, { format: String }));
      for (const node of nodes) {
        if (node.kind === 'sink') continue;
        const ends = nodes.flatMap(({ operands }) => operands.filter(({ from }) => from === node.id));
        if (node.label.endsWith('▷')) cut += 1;
        // The output's own end brings the seed, which is no branch's share.
        if (ends.some(({ share }) => share === undefined)) continue;
        const sum = ends.reduce((total, { share }) => total + Number(share), 0);
        expect(Math.abs(sum - Number(node.gradient)), `seed ${seed}, ${node.label}`).toBeLessThan(
          1e-9 * (1 + ends.reduce((total, { share }) => total + Math.abs(Number(share)), 0)),
        );
      }
    }
    expect(cut).toBeGreaterThan(500);
  });

  test('every number has its room, also sums of shares at ends of cut wires and at collapsed gates', {
    timeout: 60_000,
  }, () => {
    for (let seed = 6101; seed <= 6140; seed++) {
      const circuit = build(randomProgram(25, seed));
      const finished = run(circuit);
      for (const collapse of ['none', 'all'] as const) {
        const drawing = toText(drawRun(circuit, finished, { width: 60, glyphs: 'unicode', collapse }));
        expect(drawing, `seed ${seed}`).not.toContain('…');
      }
    }
  });

  test('no number is shown rather than a wrong one where the part cut off has the seed in it', () => {
    const circuit = build('x = 2\nq = x * 3\nr = exp(q) + q', { output: 'q' });
    const graph = viewGraph(circuit);
    const q = graph.nodes.findIndex((node) => node.name === 'q');
    const ports = graph.nodes.flatMap((node) => node.ports.filter((port) => port.from === q));
    const cutter = new Cutter(graph, new Tags(graph));
    const seed = ports.find((port) => port.shares.length === 0)!;
    const branches = ports.filter((port) => port !== seed);
    expect(branches).toHaveLength(2);
    expect(cutter.entry(q, branches).trunk).toEqual(branches.flatMap((port) => port.shares));
    expect(cutter.entry(q, [seed, branches[0]!]).trunk).toEqual([]);
    expect(cutter.exit(q, 0, [seed, branches[0]!]).ports[0]!.shares).toEqual([]);
    expect(cutter.entry(q, ports).trunk).toBeUndefined();
    expect(runMarks(circuit, run(circuit)).share([])).toBeUndefined();
  });
});
