import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitRows } from '../../src/diagram/isotonic.js';

const slot = fc.record({
  gap: fc.integer({ min: 0, max: 3 }),
  wishes: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 })), { maxLength: 2 }),
});

function fit(slots: readonly { gap: number; wishes: readonly (readonly [number, number])[] }[]): Int32Array {
  const rows = new Int32Array(slots.length);
  const start = [0];
  for (const { wishes } of slots) start.push(start[start.length - 1]! + wishes.length);
  const all = slots.flatMap(({ wishes }) => wishes);
  const list = (numbers: readonly number[]) => Int32Array.from(numbers);
  const gaps = list(slots.map((s) => s.gap));
  fitRows(gaps, list(start), list(all.map(([row]) => row)), list(all.map(([, weight]) => weight)), rows);
  return rows;
}

const costOf = (slots: readonly { wishes: readonly (readonly [number, number])[] }[], rows: ArrayLike<number>) =>
  slots.reduce(
    (sum, { wishes }, i) => wishes.reduce((s, [row, weight]) => s + weight * Math.abs(rows[i]! - row), sum),
    0,
  );

/** The least cost by trying every row: best[r] is the least for the slots so far with the last one on row r. */
function leastCost(slots: readonly { gap: number; wishes: readonly (readonly [number, number])[] }[]): number {
  const low = -15;
  const count = 45;
  let best = new Array<number>(count).fill(0);
  slots.forEach(({ gap, wishes }, i) => {
    best = best.map((_, r) => {
      const before = i === 0 ? 0 : Math.min(Infinity, ...best.slice(0, Math.max(0, r - gap + 1)));
      return before + wishes.reduce((s, [row, weight]) => s + weight * Math.abs(r + low - row), 0);
    });
  });
  return Math.min(...best);
}

test('rows keep their order and gaps, and no other rows are nearer to the wishes', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(slot, { minLength: 1, maxLength: 5 }), (slots) => {
      const rows = fit(slots);
      for (let i = 1; i < slots.length; i++) expect(rows[i]! - rows[i - 1]!).toBeGreaterThanOrEqual(slots[i]!.gap);
      expect(costOf(slots, rows)).toBe(leastCost(slots));
    }),
    { seed: 7, numRuns: 500 },
  );
});
