import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build, CircuitBuilder, numericGradient, opcode, run, stageLocal } from '../../src/engine/index.js';
import { randomProgram } from './circuits.js';

describe('run', () => {
  it('carries (x + y) * z forward and backward', () => {
    const circuit = build(['q = x + y', 'f = q * z'], { inputs: { x: -2, y: 5, z: -4 } });
    const result = run(circuit);
    const at = (name: string): number[] => {
      const id = circuit.find(name)!;
      return [result.value(id).data[0]!, result.gradient(id).data[0]!];
    };
    expect(at('q')).toEqual([3, -4]);
    expect(at('f')).toEqual([-12, 1]);
    expect(at('x')).toEqual([-2, -4]);
    expect(at('y')).toEqual([5, -4]);
    expect(at('z')).toEqual([-4, 3]);
    expect(result.share(circuit.find('f')!, 1).data[0]).toBe(3);
  });

  it('adds up the gradients of a variable that branches', () => {
    const circuit = build('p = x*x; f = p*y + x', { inputs: { x: 3, y: -2 } });
    const result = run(circuit);
    expect(result.gradient(circuit.find('x')!).data[0]).toBe(2 * 3 * -2 + 1);
    const [p, f] = circuit.stages;
    expect(stageLocal(result, p!, 'x').data[0]).toBe(6);
    expect(stageLocal(result, f!, 'x').data[0]).toBe(1);
    expect(stageLocal(result, f!, 'p').data[0]).toBe(-2);
    expect(() => stageLocal(result, p!, 'y')).toThrow(RangeError);
  });

  it('gives 0 to what the output does not depend on, also behind an infinite local gradient', () => {
    const circuit = build('dead = log(x) * y; f = 3 * y', { inputs: { x: 0, y: 2 } });
    const result = run(circuit);
    expect(result.gradient(circuit.find('x')!).data[0]).toBe(0);
    expect(result.gradient(circuit.find('y')!).data[0]).toBe(3);
    expect(result.gradient(circuit.find('dead')!).data[0]).toBe(0);
  });

  it('gives constants no gradient', () => {
    const circuit = build('f = c * x + 7', { inputs: { x: 2 }, consts: { c: 5 } });
    const result = run(circuit);
    expect(circuit.inputs.map((id) => circuit.name(id))).toEqual(['x']);
    expect(circuit.gate(circuit.find('c')!)).toBe('const');
    expect(circuit.stages[0]!.reads).toEqual(['x']);
    expect(result.gradient(circuit.find('c')!).data[0]).toBe(0);
  });

  it('runs again with other inputs, into the same buffers', () => {
    const circuit = build('f = x * y', { inputs: { x: 2, y: 3 } });
    const first = run(circuit);
    const again = run(circuit, { inputs: { x: -1 }, seed: 10, into: first });
    expect(again).toBe(first);
    expect(again.value(circuit.output).data[0]).toBe(-3);
    expect(circuit.inputs.map((id) => again.gradient(id).data[0])).toEqual([30, -10]);
  });

  it('agrees with central differences on random circuits', () => {
    fc.assert(
      fc.property(randomProgram(12), ({ lines, inputs }) => {
        const circuit = build(lines, { inputs });
        const result = run(circuit);
        for (const name of Object.keys(inputs)) {
          const exact = result.gradient(circuit.find(name)!).data[0]!;
          fc.pre(Math.abs(exact) < 1e4 && Math.abs(result.value(circuit.output).data[0]!) < 1e4);
          const estimate = numericGradient(circuit, name).data[0]!;
          expect(Math.abs(exact - estimate)).toBeLessThan(2e-5 * Math.max(1, Math.abs(exact)));
        }
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('differentiates bilinear circuits exactly with a step of 1', () => {
    const circuit = build('f = (x + y) * z', { inputs: { x: -2, y: 5, z: -4 } });
    expect(['x', 'y', 'z'].map((name) => numericGradient(circuit, name, { step: 1 }).data[0])).toEqual([-4, -4, 3]);
  });

  it('adds up the shares of a node to its gradient', () => {
    fc.assert(
      fc.property(randomProgram(12), ({ lines, inputs }) => {
        const circuit = build(lines, { inputs });
        const result = run(circuit);
        const sums = new Float64Array(circuit.size);
        sums[circuit.output] = 1;
        for (let id = circuit.size - 1; id >= 0; id--)
          circuit.args(id).forEach((operand, k) => {
            sums[operand]! += result.share(id, k).data[0]!;
          });
        for (let id = 0; id < circuit.size; id++)
          if (circuit.gate(id) !== 'const')
            expect(result.gradient(id).data[0]).toBeCloseTo(
              sums[id]!,
              8 - Math.ceil(Math.log10(1 + Math.abs(sums[id]!))),
            );
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  it('does not care how deep a circuit is', () => {
    const mul = opcode('mul');
    const add = opcode('add');
    const length = 1_000_000;
    const builder = new CircuitBuilder(length + 3);
    const x = builder.input('x', 1);
    const one = builder.constant(1 + 1e-6);
    let last = x;
    for (let k = 0; k < length; k += 2) last = builder.binary(add, builder.binary(mul, last, one), x);
    const circuit = builder.finish(last);
    const result = run(circuit);
    const value = result.value(last).data[0]!;
    expect(result.gradient(x).data[0]).toBeCloseTo(value, -1);
    expect(value).toBeGreaterThan(length / 2);
  });

  it('refuses values that do not fit', () => {
    const circuit = build('q = sigx + y; f = q * y');
    const failing = (inputs: Record<string, never> | Record<string, number | number[]>): string => {
      try {
        run(circuit, { inputs });
      } catch (error) {
        return (error as Error).message;
      }
      return '';
    };
    expect(circuit.unset).toEqual(['sigx', 'y']);
    expect(failing({})).toBe('there is no value for sigx');
    expect(failing({ sigx: 1 })).toBe('there is no value for y');
    expect(failing({ sigx: 1, z: 3 })).toBe('the program has no name z that could be given a value');
    expect(failing({ sigx: 1, sigy: 3 })).toContain('did you mean sigx?');
    expect(failing({ q: 1 })).toBe('q is computed by the program in line 1, so it can be given no value');
    expect(failing({ sigx: 1, y: [1, 2] })).toBe('y has the shape [] in this circuit, and the value given has [2]');
  });
});
