import { describe, expect, test } from 'vitest';
import {
  drawRun,
  type Glyphs,
  layout,
  lineWidth,
  paint,
  runMarks,
  toText,
  viewGraph,
} from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';
import { programs } from './programs.js';

const widths = [60, 80, 120];

describe('the circuits of the design', () => {
  for (const [name, program] of Object.entries(programs)) {
    const circuit = build(program);
    const finished = run(circuit);
    for (const glyphs of ['unicode', 'ascii'] satisfies Glyphs[]) {
      for (const width of widths) {
        test(`${name} in ${glyphs} at ${width} columns`, async () => {
          const lines = drawRun(circuit, finished, { width, glyphs });
          expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width);
          await expect(`${toText(lines)}\n`).toMatchFileSnapshot(`fixtures/${name}.${glyphs}.${width}.txt`);
        });
      }
    }
  }
});

describe('while a lesson goes on', () => {
  const circuit = build(programs['circuit-1']!);
  const finished = run(circuit);
  const drawn = layout(viewGraph(circuit, { run: finished }), { width: 80, glyphs: 'unicode' });

  test('in the middle of a lesson the gate at hand is heavy, and what is not known yet shows as ?', async () => {
    const q = circuit.find('q')!;
    const marks = runMarks(circuit, finished, {
      gradient: (node) => (node === circuit.output ? 'shown' : 'hidden'),
      share: () => 'hidden',
      current: (node) => node === q,
    });
    await expect(`${toText(paint(drawn, marks))}\n`).toMatchFileSnapshot('fixtures/middle-of-a-lesson.txt');
  });

  test('nothing moves when ? becomes a number', () => {
    const withoutLabels = (text: string) => text.replace(/[-\d.?]+/g, (label) => ' '.repeat(label.length));
    const known = toText(paint(drawn, runMarks(circuit, finished)));
    const unknown = toText(paint(drawn, runMarks(circuit, undefined)));
    expect(unknown).toContain('?');
    const lines = (text: string) =>
      withoutLabels(text)
        .split('\n')
        .map((line) => line.trimEnd());
    expect(lines(unknown)).toEqual(lines(known));
  });

  test('a mark longer than the room of its label is cut and leaves the drawing whole', () => {
    const long = { text: '123456789012345', role: 'value' } as const;
    const marks = { value: () => long, gradient: () => long, share: () => long };
    const drawing = toText(paint(drawn, marks));
    expect(drawing).toContain('12345…');
    const { height, width } = drawn;
    expect(drawing.split('\n')).toHaveLength(height);
    expect(Math.max(...drawing.split('\n').map((line) => line.length))).toBe(width);
  });

  test('a part of a drawing is the same as that part of the whole', () => {
    const marks = runMarks(circuit, finished);
    const whole = toText(paint(drawn, marks))
      .split('\n')
      .map((line) => line.padEnd(drawn.width));
    for (let row = 0; row < drawn.height; row += 2) {
      for (let column = 0; column < drawn.width; column += 5) {
        const viewport = { row, column, rows: 4, columns: 13 };
        const part = whole.slice(row, row + 4).map((line) => line.slice(column, column + 13).trimEnd());
        while (part.length < 4) part.push('');
        expect(toText(paint(drawn, marks, viewport)).split('\n')).toEqual(part);
      }
    }
  });
});
