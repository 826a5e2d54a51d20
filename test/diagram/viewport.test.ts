import { describe, expect, test } from 'vitest';
import {
  layout,
  lineWidth,
  paint,
  rectangleOf,
  ruler,
  runMarks,
  toText,
  viewGraph,
  windowOnto,
} from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';
import { programs } from './programs.js';

const circuit = build(programs['circuit-4']!);
const finished = run(circuit);
const drawn = layout(viewGraph(circuit, { run: finished }), { width: 80, glyphs: 'unicode', fold: false });

describe('a drawing that does not fit is shown in parts', () => {
  test('the ruler says which part is seen and where there is more', () => {
    const size = { rows: 12, columns: 80 };
    expect(ruler(drawn, windowOnto(drawn, { rows: 99, columns: 200 }))).toBeUndefined();
    expect(ruler(drawn, windowOnto(drawn, size))).toBe('cols 1–80/120 ▶  rows 1–12/38 ▼');
    expect(ruler(drawn, windowOnto(drawn, { rows: 99, columns: 80 }, undefined, { row: 0, column: 18 }))).toBe(
      '◀ cols 19–98/120 ▶',
    );
    expect(ruler({ ...drawn, glyphs: 'ascii' }, windowOnto(drawn, size, undefined, { row: 50, column: 50 }))).toBe(
      '< cols 41-120/120  ^ rows 27-38/38',
    );
  });

  test('the gate at hand is kept in view, and the window moves no further than that takes', () => {
    const size = { rows: 14, columns: 40 };
    let before = { row: 0, column: 0 };
    for (let id = 0; id < circuit.size; id++) {
      const place = rectangleOf(drawn, (node) => node === id);
      if (!place || circuit.args(id).length === 0) continue;
      const view = windowOnto(drawn, size, place, before);
      expect(view.column).toBeLessThanOrEqual(place.column);
      expect(view.column + view.columns).toBeGreaterThanOrEqual(place.column + place.columns);
      if (place.rows <= size.rows) {
        expect(view.row).toBeLessThanOrEqual(place.row);
        expect(view.row + view.rows).toBeGreaterThanOrEqual(place.row + place.rows);
      }
      expect(windowOnto(drawn, size, place, view)).toEqual(view);
      before = view;
    }
  });

  test('painting a window gives exactly its rows, none wider than it', () => {
    const view = windowOnto(drawn, { rows: 10, columns: 30 }, undefined, { row: 7, column: 33 });
    const lines = paint(drawn, runMarks(circuit, finished), view);
    expect(lines).toHaveLength(10);
    expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(30);
    const whole = toText(paint(drawn, runMarks(circuit, finished))).split('\n');
    expect(toText(lines).split('\n')).toEqual(whole.slice(7, 17).map((line) => line.slice(33, 63).trimEnd()));
  });

  test('a width under 20 columns is refused', () => {
    expect(() => layout(viewGraph(circuit), { width: 19, glyphs: 'unicode' })).toThrow('needs 20 columns, not 19');
  });
});
