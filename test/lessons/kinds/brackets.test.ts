import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/engine/index.js';
import { withoutSpareBrackets } from '../../../src/lessons/kinds/brackets.js';

test.each([
  ['f((x))', 'f(x)'],
  ['((a * b) + (c * d)) + e', 'a * b + c * d + e'],
  ['sigmoid((((w0 * x0) + (w1 * x1)) + w2))', 'sigmoid(w0 * x0 + w1 * x1 + w2)'],
  ['(a + b) * c', '(a + b) * c'],
  ['a - (b + c)', 'a - (b + c)'],
  ['a + (b - c)', 'a + (b - c)'],
  ['(x > y) + 0.5 * (x == y)', '(x > y) + 0.5 * (x == y)'],
  ['a**(-2)', 'a**(-2)'],
  ['(-a) + b', '-a + b'],
])('%s is %s', (text, plain) => {
  expect(withoutSpareBrackets(text)).toBe(plain);
});

const expression = fc.letrec<{ e: string }>((tie) => ({
  e: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('x', 'y', '2', '(-3)'),
    fc
      .tuple(tie('e'), fc.constantFrom('+', '-', '*', '/', '**'), tie('e'))
      .map(([a, op, b]) => `((${a}) ${op} (${b}))`),
    tie('e').map((a) => `tanh((${a}))`),
  ),
})).e;

test('the value stays', () => {
  fc.assert(
    fc.property(expression, (text) => {
      const scope = { x: 1.3, y: 0.7 };
      const [before, after] = [text, withoutSpareBrackets(text)].map((one) => evaluate(one, scope).data[0]!);
      if (Number.isFinite(before)) expect(after).toBeCloseTo(before!, 9);
    }),
    { seed: 3, numRuns: 500 },
  );
});
