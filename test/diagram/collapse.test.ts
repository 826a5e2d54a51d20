import { describe, expect, test } from 'vitest';
import {
  chooseGroups,
  collapse,
  drawnGraph,
  drawRun,
  repeatLeaves,
  toText,
  viewGraph,
} from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';
import { programs } from './programs.js';
import { expected } from './random-graph.js';
import { structure, trace } from './tracer.js';

const neuron = build(programs['circuit-2']!);
const network = build(programs['circuit-4']!);

const labels = (names: readonly { label: string }[]) => names.map(({ label }) => label);

describe('groups', () => {
  test('a written out sigmoid and a sum of products are found', () => {
    expect(labels(chooseGroups(neuron, 'all'))).toEqual(['w·x+b', 'σ']);
    expect(labels(chooseGroups(network, 'all'))).toEqual(['w·x+b', 'w·x+b', 'w·x+b', 'v·h+b']);
    expect(chooseGroups(network, 'none')).toEqual([]);
  });

  test('lines and patterns are chosen by name', () => {
    expect(labels(chooseGroups(network, ['h1', 'L']))).toEqual(['h1', '0.5*(o-t)**2']);
    expect(labels(chooseGroups(neuron, ['sigmoid']))).toEqual(['σ']);
    expect(labels(chooseGroups(network, ['h2', 'sum']))).toEqual(['h2', 'w·x+b', 'w·x+b', 'v·h+b']);
  });

  test('on whole tensors a product with its bias and its activation is a layer', () => {
    const X = [[1, 2]];
    const W = [
      [1, 2],
      [3, 4],
    ];
    const two = build('H = maximum(0, X @ W + b); S = sigmoid(b + H @ V); L = sum(S)', {
      inputs: { X, W, V: W, b: [1, 2] },
    });
    const layers = chooseGroups(two, ['layer']);
    expect(layers.map(({ name, gates }) => [name, gates.map((gate) => two.gate(gate))])).toEqual([
      ['H', ['matmul', 'add', 'max']],
      ['S', ['matmul', 'add', 'sigmoid']],
    ]);
    expect(labels(chooseGroups(two, 'all'))).toEqual(['layer', 'layer']);
    // Read in the middle, or with nothing around it, a product is a gate like others.
    const read = build('D = X @ W; H = relu(D); L = sum(H) + sum(D)', { inputs: { X, W } });
    expect(chooseGroups(read, 'all')).toEqual([]);
  });

  test('what is read from outside in the middle is no group', () => {
    const circuit = build('x = 2; y = 3\na = exp(-x)\nf = 1/(1 + a) * (a + y)');
    expect(chooseGroups(circuit, 'all')).toEqual([]);
    expect(chooseGroups(build('x=1;y=2;u=x*y\nf = u + x*x\ng = f*u'), ['f'])).toHaveLength(1);
  });
});

describe('collapsing', () => {
  test('a group becomes one gate with its outside operands in the order of reading', () => {
    const drawing = toText(drawRun(neuron, run(neuron), { width: 80, glyphs: 'unicode', collapse: 'all' }));
    const { gates, sinks } = structure(trace(drawing, false));
    expect(gates).toEqual(['w·x+b(w0, x0, w1, x1, w2)', 'σ(w·x+b(w0, x0, w1, x1, w2))']);
    expect(sinks).toEqual(['f = σ(w·x+b(w0, x0, w1, x1, w2))']);
  });

  test('an operand that a group reads twice comes in once and carries back both shares', () => {
    const circuit = build('x = 3; y = 2\nf = x*y + x*x\ng = f * y');
    const graph = collapse(viewGraph(circuit), chooseGroups(circuit, ['f']));
    const group = graph.nodes.find(({ members }) => members.length > 1)!;
    expect(group.ports.map(({ from }) => graph.nodes[from]!.label)).toEqual(['x', 'y']);
    expect(group.ports[0]!.shares).toHaveLength(3);
    const drawing = toText(drawRun(circuit, run(circuit), { width: 80, glyphs: 'unicode', collapse: ['f'] }));
    expect(drawing).toContain('16.00');
  });

  test('the gradient through a collapsed gate is the same as through its parts', () => {
    const finished = run(neuron);
    const numbers = (collapse: 'all' | 'none') =>
      toText(drawRun(neuron, finished, { width: 80, glyphs: 'ascii', collapse }));
    for (const number of ['-0.20', '0.39', '-0.39', '-0.59', '0.73']) {
      expect(numbers('none')).toContain(number);
      expect(numbers('all')).toContain(number);
    }
  });

  test('a net collapsed to neurons with repeated inputs is one piece without a crossing', async () => {
    const drawing = toText(
      drawRun(network, run(network), { width: 80, glyphs: 'unicode', collapse: 'all', repeatLeaves: true }),
    );
    expect(drawing).not.toMatch(/[┼…]/);
    expect(structure(trace(drawing, false))).toEqual(
      structure(expected(drawnGraph(network, undefined, { collapse: 'all' }))),
    );
    await expect(`${drawing}\n`).toMatchFileSnapshot('fixtures/circuit-4.neurons.txt');
  });

  test('every copy of a repeated input carries back its own share', () => {
    const circuit = build('x = 3\nf = x * x');
    const graph = repeatLeaves(viewGraph(circuit));
    expect(graph.nodes.filter(({ kind }) => kind === 'leaf').map(({ trunk }) => trunk)).toEqual([
      [{ node: circuit.output, k: 0 }],
      [{ node: circuit.output, k: 1 }],
    ]);
  });
});
