import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isElementwise } from '../../src/engine/gates/table.js';
import { build, evaluate, gateRow, gates, run } from '../../src/engine/index.js';

const near = (got: number, want: number): boolean =>
  Object.is(got, want) || got === want || Math.abs(got - want) <= 1e-12 * Math.max(1, Math.abs(want));

describe('every gate of the table', () => {
  const rows = gates.map((name) => gateRow(name)!);

  it.each(rows.map((row) => [row.name, row] as const))('%s has words in both languages', (_name, row) => {
    for (const { does, rule } of [row.words.en, row.words.zh]) {
      expect(does).not.toBe('');
      expect(rule).not.toBe('');
    }
    expect(row.words.zh.rule).toMatch(/[\u4e00-\u9fff]|^-?\d+$/);
  });

  it.each(rows.filter(isElementwise).map((row) => [row.name, row] as const))(
    '%s computes what its formulas say, through the row and through the circuit',
    (_name, row) => {
      const positive = ['log', 'sqrt', 'pow'].includes(row.name);
      const number = fc.double({ min: positive ? 0.05 : -6, max: 6, noNaN: true });
      const circuit = build(`f = ${row.formula}`);
      fc.assert(
        fc.property(number, fc.double({ min: -4, max: 4, noNaN: true }), fc.boolean(), (x, other, tie) => {
          const y = tie ? x : other;
          fc.pre(row.name !== 'div' || Math.abs(y) > 0.01);
          const result = run(circuit, { inputs: row.arity === 1 ? { x } : { x, y } });
          const o = result.value(circuit.output).data[0]!;
          expect(o).toBe(row.value(x, y));
          row.partials.forEach((formula, k) => {
            const said = evaluate(formula, { x, y, o }).data[0]!;
            const computed = (k === 0 ? row.dx : row.dy)(x, y, o);
            expect(near(computed, said), `${formula} at x=${x}, y=${y}: ${computed} for ${said}`).toBe(true);
            const operand = circuit.args(circuit.output)[k]!;
            expect(result.local(circuit.output, k)!.data[0]).toBe(computed);
            expect(near(result.gradient(operand).data[0]!, computed)).toBe(true);
          });
        }),
        { seed: 11, numRuns: 200 },
      );
    },
  );

  it('keeps its digits where the textbook forms lose them', () => {
    const slope = (name: string, x: number): number => {
      const circuit = build(`f = ${name}(x)`);
      const result = run(circuit, { inputs: { x } });
      return result.gradient(circuit.find('x')!).data[0]!;
    };
    expect(slope('sigmoid', 40)).toBeCloseTo(4.248354255291589e-18, 30);
    expect(slope('sigmoid', -745)).toBeGreaterThan(0);
    expect(slope('tanh', 20)).toBeCloseTo(4 * Math.exp(-40), 30);
    expect(slope('softplus', -700)).toBeCloseTo(Math.exp(-700), 310);
    for (const name of ['sigmoid', 'tanh', 'softplus', 'relu'])
      for (const x of [-1e308, -1000, 1000, 1e308]) expect(slope(name, x)).toBeGreaterThanOrEqual(0);
  });

  it('treats powers at their edges as PyTorch does', () => {
    const at = (x: number, y: number): number[] => {
      const circuit = build('f = x ** y');
      const result = run(circuit, { inputs: { x, y } });
      return circuit.inputs.map((id) => result.gradient(id).data[0]!);
    };
    expect(at(0, 0)).toEqual([0, 0]);
    expect(at(0, 2)).toEqual([0, 0]);
    expect(at(-2, 0)[0]).toBe(0);
    expect(at(-2, 3)).toEqual([12, Number.NaN]);
    expect(at(0, -1)).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  });
});
