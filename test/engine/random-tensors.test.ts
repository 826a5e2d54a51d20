import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  build,
  canSplit,
  fuse,
  gateRow,
  numericGradient,
  run,
  split,
  tangent,
  toNested,
} from '../../src/engine/index.js';
import { numbersFrom, randomTensor } from './tensors.js';

/** Lines that make a 2x3 matrix from two others; smooth, so that differences can be taken anywhere. */
const makers: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `${a} + 0.5 * ${b}`,
  (a, b) => `${a} * tanh(${b})`,
  (a) => `sigmoid(${a}) - v`,
  (a) => `tanh(${a} @ M)`,
  (a) => `(N @ tanh(${a}))[::-1, :]`,
  (a, b) => `${a} / (2 + ${b} ** 2)`,
  (a) => `softmax(${a})`,
  (a) => `log_softmax(${a}, axis=0)`,
  (a) => `${a} - mean(${a}, axis=0)`,
  (a) => `${a} * logsumexp(${a}, axis=1, keepdims=True) / 4`,
  (a) => `layernorm(${a}, v, w) / 2`,
  (a, b) => `concat(${a}[:, 0:1], ${b}[:, 1:3])`,
  (a) => `reshape(${a}.T, 2, 3)`,
  (a, b) => `[${a}[1], ${b}[0]]`,
  (a) => `${a}[[1, 1]] * 0.5`,
  (a) => `scatter(${a}[:, [0, 2, 2]], ${a}) / 2`,
  (a) => `linear(N, ${a}, v) / 2`,
  (a) => `outer(sum(${a}, axis=1) / 3, v)`,
  (a) => `softplus(${a}) - var(${a})`,
  (a, b) => `${a} * mse(${a}, ${b}) / 4`,
];

const program = fc
  .array(fc.tuple(fc.nat(makers.length - 1), fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 7 })
  .map((lines) => {
    const known = ['X'];
    const text = lines.map(([maker, a, b], k) => {
      const right = makers[maker]!(known[a % known.length]!, known[b % known.length]!);
      known.push(`h${k}`);
      return `h${k} = ${right}`;
    });
    return [...text, `loss = cross_entropy(${known.at(-1)}, y) + sum(${known.at(-1)} ** 2)`];
  });

const shapes: Readonly<Record<string, readonly number[]>> = { X: [2, 3], M: [3, 3], N: [2, 2], v: [3], w: [3] };

describe('random circuits of tensors', () => {
  const next = numbersFrom(99);
  const all = Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, randomTensor(shape, next)]));

  it('have gradients that backward pass, differences and dual numbers agree on', () => {
    fc.assert(
      fc.property(program, (lines) => {
        const text = lines.join('\n');
        const read = Object.entries(all).filter(([name]) => new RegExp(`\\b${name}\\b`).test(text));
        const circuit = build(lines, { inputs: Object.fromEntries(read), consts: { y: [2, 0] } });
        const result = run(circuit);
        expect(Number.isFinite(result.value(circuit.output).data[0])).toBe(true);
        for (const [name, value] of read) {
          const exact = result.gradient(circuit.find(name)!).data;
          const scale = Math.max(1, ...exact.map(Math.abs));
          numericGradient(circuit, name).data.forEach((entry, k) => {
            expect(Math.abs(entry - exact[k]!), `${name}[${k}]`).toBeLessThan(1e-5 * scale);
          });
          const direction = ([value] as unknown[]).flat(8) as number[];
          const along = exact.reduce((sum, one, k) => sum + one * direction[k]!, 0);
          const rate = tangent(circuit, { [name]: value }).data[0]!;
          expect(Math.abs(rate - along)).toBeLessThan(1e-10 * Math.max(scale, Math.abs(along)));
        }
      }),
      { seed: 12, numRuns: 250 },
    );
  });

  it('stay the same when their fused gates are split, and fused again', () => {
    fc.assert(
      fc.property(program, (lines) => {
        const read = Object.entries(all).filter(([name]) => new RegExp(`\\b${name}\\b`).test(lines.join('\n')));
        const circuit = build(lines, { inputs: Object.fromEntries(read), consts: { y: [2, 0] } });
        const whole = run(circuit);
        for (let id = 0; id < circuit.size; id++) {
          if (!canSplit(circuit, id)) continue;
          const name = circuit.name(id);
          const apart = split(circuit, id);
          const root = circuit.named(id) ? apart.find(name)! : id + apart.size - circuit.size;
          const together = fuse(apart, root);
          expect(together, `${circuit.gate(id)} fused again`).toBeDefined();
          expect(gateRow(circuit.gate(id))!.split).toBeDefined();
          for (const other of [apart, together!]) {
            const numbers = toNested(run(other).gradient(other.find('X')!));
            const wanted = whole.gradient(circuit.find('X')!).data;
            (([numbers] as unknown[]).flat(8) as number[]).forEach((entry, k) => {
              expect(Math.abs(entry - wanted[k]!)).toBeLessThan(1e-10 * Math.max(1, ...wanted.map(Math.abs)));
            });
          }
        }
      }),
      { seed: 14, numRuns: 60 },
    );
  });
});
