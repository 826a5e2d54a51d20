import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../src/cli/json-fault.js';

describe('jsonFault', () => {
  test.each([
    ['{"x": oops}', 1, 7],
    ['{\n  "x": 1,\n}', 3, 1],
    ['{"x": 01}', 1, 8],
    ['[1, 2', 1, 6],
    ['{"变量": 1 "y": 2}', 1, 10],
    ['[1]]', 1, 4],
    ['{"x" 1}', 1, 6],
    ['[1}', 1, 3],
    ["{'x': 1}", 1, 2],
    ['', 1, 1],
  ])('%j', (text, line, column) => {
    expect(jsonFault(text)).toEqual({ line, column });
  });

  test('finds none in JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => jsonFault(text) === undefined),
      { seed: 1 },
    );
  });

  test('finds one exactly where JSON.parse finds one', () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom('', '"', ',', '}', ']', '{', '0', 'e', '\\', '\n', '-'),
      )
      .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1));
    fc.assert(
      fc.property(damaged, (text) => (jsonFault(text) === undefined) === parses(text)),
      { seed: 2, numRuns: 2000 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
