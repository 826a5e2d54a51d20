import { describe, expect, it } from 'vitest';
import {
  build,
  grad,
  type NestedNumbers,
  numericGradient,
  run,
  tangent,
  toNested,
  troubles,
} from '../../src/engine/index.js';
import { referenceCases } from './reference/cases.js';

describe('central differences', () => {
  const at = (program: string, inputs: Record<string, NestedNumbers>, name: string, step?: number): NestedNumbers =>
    toNested(numericGradient(build(program, { inputs }), name, step === undefined ? {} : { step }));

  it('are exact where the output is a polynomial of low degree in the input', () => {
    expect(at('f = (x + y) * z', { x: -2, y: 5, z: -4 }, 'z')).toBe(3);
    expect(at('f = x * x * y', { x: 3, y: -7 }, 'x')).toBe(-42);
    expect(at('f = x ** 2 / 4', { x: -3 }, 'x')).toBe(-1.5);
    expect(
      at(
        'f = sum(W @ x)',
        {
          W: [
            [1, 2],
            [3, 4],
          ],
          x: [1, -1],
        },
        'W',
      ),
    ).toEqual([
      [1, -1],
      [1, -1],
    ]);
    expect(at('f = mse(a, b)', { a: [1, 2], b: [4, 4] }, 'a')).toEqual([-3, -2]);
  });

  it('step back from a kink that a step would cross', () => {
    expect(at('f = relu(x) * 3', { x: 1e-6 }, 'x')).toBeCloseTo(3, 8);
    expect(at('f = maximum(x, y)', { x: 2, y: 2.000001 }, 'x')).toBe(0);
    expect(at('f = max(x)', { x: [1, 1.000001] }, 'x')).toEqual([0, expect.closeTo(1, 8)]);
    expect(at('f = svm_hinge(s, 0)', { s: [1, 0.000001, -3] }, 's')).toEqual([
      expect.closeTo(-1, 8),
      expect.closeTo(1, 8),
      0,
    ]);
  });

  it('take a step that is asked for as it is, and mislead at a kink', () => {
    expect(at('f = relu(x)', { x: 1e-6 }, 'x', 1e-5)).toBeCloseTo(0.55, 12);
    expect(at('f = x ** 3', { x: 2 }, 'x', 0.05)).toBeCloseTo(12.01, 12);
  });
});

describe('dual numbers', () => {
  it.each(referenceCases.filter((one) => one.kind === 'smooth').map((one) => [one.id, one] as const))(
    'agree with the reference: %s',
    (_id, one) => {
      const circuit = build(one.program, { inputs: one.inputs, consts: one.consts ?? {}, output: one.output });
      const seed = ([one.seed ?? 1] as unknown[]).flat(8) as number[];
      for (const [name, input] of Object.entries(one.inputs)) {
        const gradient = ([one.grads[name]] as unknown[]).flat(8) as number[];
        const scale = Math.max(1, ...gradient.map(Math.abs));
        gradient.forEach((want, k) => {
          const rate = tangent(circuit, { [name]: unitLike(input, k) });
          const got = rate.data.reduce((sum, entry, i) => sum + entry * seed[i]!, 0);
          expect(Math.abs(got - want), `${name}[${k}]`).toBeLessThanOrEqual(1e-12 * scale);
        });
      }
    },
  );
});

/** Zeros in the shape of a value, and a one at its k-th entry. */
function unitLike(value: NestedNumbers, k: number): NestedNumbers {
  let at = 0;
  const copy = (part: NestedNumbers): NestedNumbers => (typeof part === 'number' ? +(at++ === k) : part.map(copy));
  return copy(value);
}

describe('troubles', () => {
  const found = (program: string, inputs: Record<string, NestedNumbers>): (string | undefined)[][] => {
    const circuit = build(program, { inputs });
    return troubles(run(circuit)).map((one) => [circuit.gate(one.node), one.in, one.kind, one.instead]);
  };

  it('says where a formula typed out overflows, and which gate does not', () => {
    expect(found('f = 1 / (1 + exp(-x))', { x: -1000 })).toEqual([
      ['exp', 'value', 'overflow', 'sigmoid'],
      ['exp', 'gradient', 'zero-times-infinity', 'sigmoid'],
    ]);
    expect(found('f = log(1 + exp(x))', { x: 1000 })[0]).toEqual(['exp', 'value', 'overflow', 'softplus']);
  });

  it('says where a formula has no value or no slope', () => {
    expect(found('f = 1 / x', { x: 0 })).toEqual([
      ['div', 'value', 'division-by-zero', undefined],
      ['div', 'gradient', 'infinite-slope', undefined],
    ]);
    expect(found('f = 2 * sqrt(x)', { x: 0 })).toEqual([['sqrt', 'gradient', 'infinite-slope', undefined]]);
    expect(found('f = log(x) + y', { x: -1, y: 2 })).toEqual([['log', 'value', 'undefined', undefined]]);
  });

  it('finds none where all is well', () => {
    expect(found('f = sigmoid(x) * y', { x: -1000, y: 3 })).toEqual([]);
  });
});

describe('grad', () => {
  it('gives the numbers of every line by name', () => {
    expect(grad(['u = W @ x', 'f = sum(u * u)'], { inputs: { W: [[1, 2]], x: [3, -1] } })).toMatchObject({
      values: { u: [1], f: 1 },
      gradients: { W: [[6, -2]], x: [2, 4], u: [2], f: 1 },
      local: { f: { u: [2] } },
    });
  });
});
