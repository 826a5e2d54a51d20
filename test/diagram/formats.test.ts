import { describe, expect, test } from 'vitest';
import {
  gradientPath,
  layout,
  lineWidth,
  paint,
  runMarks,
  toJson,
  toMermaid,
  toSvg,
  toText,
  viewGraph,
} from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';
import { programs } from './programs.js';

const circuit = build(programs['circuit-3']!);
const finished = run(circuit);
const graph = viewGraph(circuit, { run: finished });
const drawn = layout(graph, { width: 80, glyphs: 'unicode' });
const marks = runMarks(circuit, finished);

describe('as vector graphics', () => {
  const svg = toSvg(drawn, marks);

  test('every gate is a rectangle, every name and number a text, every fork a dot', () => {
    expect(svg.match(/<g class="gate"><rect/g)).toHaveLength(8);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/<path class="wire"/g)).toHaveLength(10);
    for (const word of ['>x<', '>y<', '>f<', '>2.06<', '>1.59<', '>1.55<', '>1/x<', '>σ<']) expect(svg).toContain(word);
    expect(svg).toContain('class="gradient"');
  });

  test('tags are closed in order and text is escaped', () => {
    const unsafe = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, label: `<&"${node.label}` })) };
    const text = toSvg(layout(unsafe, { width: 80, glyphs: 'unicode' }), marks);
    expect(text).toContain('>&lt;&amp;&quot;x<');
    const open: string[] = [];
    for (const [, end, name, single] of text.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
      if (end) expect(open.pop()).toBe(name);
      else if (!single) open.push(name!);
    }
    expect(open).toEqual([]);
  });

  test('the gate at hand and the bands of a folded drawing are marked', () => {
    const network = build(programs['circuit-4']!);
    const folded = layout(viewGraph(network), { width: 60, glyphs: 'unicode' });
    const current = network.find('h1')!;
    const text = toSvg(folded, runMarks(network, undefined, { current: (node) => node === current }));
    expect(text.match(/<g class="current">/g)).toHaveLength(1);
    expect(text).toContain('>3/3<');
  });
});

test('as Mermaid, operands are numbered, as Mermaid does not keep their order', () => {
  const small = build('x = -2; y = 5\nf = x - y');
  const numbers = run(small);
  expect(toMermaid(viewGraph(small), runMarks(small, numbers))).toBe(
    [
      'flowchart LR',
      '  n0(["x"])',
      '  n1(["y"])',
      '  n2["-"]',
      '  n3(["f"])',
      '  n0 -->|"1: -2.00 / 1.00"| n2',
      '  n1 -->|"2: 5.00 / -1.00"| n2',
      '  n2 -->|"-7.00 / 1.00"| n3',
      '',
    ].join('\n'),
  );
});

test('as JSON, the netlist and the place of everything in the text', () => {
  const json = toJson(drawn, marks);
  const text = toText(paint(drawn, marks)).split('\n');
  expect(json).toMatchObject({ width: drawn.width, height: drawn.height, crossings: 2 });
  for (const node of json.nodes) {
    if (node.kind === 'gate') {
      expect(text[node.row]![node.column]).toBe('┌');
      expect(text[node.row + node.rows - 1]![node.column + node.columns - 1]).toBe('┘');
      expect(text[node.out]![node.column + node.columns - 1]).toBe('├');
      for (const operand of node.operands) expect(text[operand.row]![node.column]).toBe('┤');
    } else expect(text[node.row]!.slice(node.column, node.column + node.columns)).toBe(node.label);
  }
  const sum = json.nodes.find(({ name }) => name === 'num')!;
  expect(sum).toMatchObject({ label: '+', value: '3.02', gradient: '0.51' });
  expect(sum.operands.map(({ from, share }) => [json.nodes[from]!.label, share])).toEqual([
    ['x', '0.51'],
    ['σ', '0.51'],
  ]);
});

describe('the way of the gradient from the output to a wire', () => {
  /** The drawing with every character of another role blanked. */
  const only = (target: string) => {
    const highlighted = gradientPath(circuit, circuit.find(target)!);
    const blank = { value: () => undefined, gradient: () => undefined, share: () => undefined };
    return toText(
      paint(drawn, { ...blank, highlighted }).map((line) => [
        {
          text: line.map((s) => (s.role === 'gradient' ? s.text : ' '.repeat(lineWidth([s])))).join(''),
          role: 'plain',
        },
      ]),
    ).replace(/\n+$/, '');
  };

  test('is lit branch by branch, not whole wires', () => {
    // Over the gate it goes straight back; of x's wire all three branches are on the way, of y's none.
    expect(only('invden').trim()).toMatch(/^━+\s+━+$/);
    expect(
      only('den')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ).toHaveLength(2);
  });

  test('to an input that forks, all its branches', async () => {
    await expect(`${only('x')}\n`).toMatchFileSnapshot('fixtures/circuit-3.way-to-x.txt');
  });
});
