import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Graded, nextCard, recall } from '../../../src/lessons/drill/card.js';
import { addDays, daysBetween, learningDay } from '../../../src/lessons/drill/day.js';
import { metMistake } from '../../../src/lessons/drill/memory.js';
import { dueCount, strengthOf } from '../../../src/lessons/drill/strength.js';

const today = '2026-11-23';
const grade = fc.constantFrom<Graded>('again', 'hard', 'good', 'easy');

describe('a learning day', () => {
  test('turns at 4:00 local time', () => {
    const inShanghai = learningDay(() => 480);
    expect(inShanghai(new Date('2026-11-23T19:59:00Z'))).toBe('2026-11-23'); // 3:59 on the 24th
    expect(inShanghai(new Date('2026-11-23T20:00:00Z'))).toBe('2026-11-24');
    const inNewYork = learningDay(() => -300);
    expect(inNewYork(new Date('2026-11-23T08:59:00Z'))).toBe('2026-11-22');
    expect(inNewYork(new Date('2026-11-23T09:00:00Z'))).toBe('2026-11-23');
  });

  test('follows the offset of its own moment where clocks are changed', () => {
    const summerEnds = Date.parse('2026-10-25T01:00:00Z');
    const inBerlin = learningDay((at) => (at.getTime() < summerEnds ? 120 : 60));
    expect(inBerlin(new Date('2026-10-24T02:00:00Z'))).toBe('2026-10-24');
    expect(inBerlin(new Date('2026-10-26T02:59:00Z'))).toBe('2026-10-25');
  });

  test('days are counted over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  });
});

describe('a card', () => {
  test('comes back later each time that it goes well, and soon after a failure', () => {
    let card = nextCard(undefined, 'good', today);
    const gaps: number[] = [];
    for (let n = 0; n < 4; n++) {
      gaps.push(daysBetween(card.last, card.due));
      card = nextCard(card, 'good', card.due);
    }
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
    expect(gaps[3]).toBeGreaterThan(4 * gaps[0]!);
    const failed = nextCard(card, 'again', card.due);
    expect(daysBetween(failed.last, failed.due)).toBeLessThan(gaps[3]! / 4);
    expect(failed.lapses).toBe(1);
  });

  test('is due tomorrow or later, within a year, whatever the grades; and the same grades give the same card', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(grade, fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 12 }),
        (history) => {
          const play = () => {
            let day = today;
            let card: ReturnType<typeof nextCard> | undefined;
            for (const [how, wait] of history) {
              day = addDays(day, wait);
              card = nextCard(card, how, day);
            }
            return card!;
          };
          const card = play();
          const wait = daysBetween(card.last, card.due);
          expect(wait).toBeGreaterThanOrEqual(1);
          expect(wait).toBeLessThanOrEqual(365);
          expect(strengthOf(card)).toBeGreaterThan(0);
          expect(strengthOf(card)).toBeLessThanOrEqual(1);
          expect(play()).toEqual(card);
        },
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  test('takes a clock that went backwards for the same day', () => {
    const card = nextCard(undefined, 'good', today);
    const back = nextCard(card, 'good', addDays(today, -10));
    expect(back).toEqual(nextCard(card, 'good', today));
    expect(recall(card, addDays(today, -10))).toBe(1);
  });

  test('is forgotten bit by bit', () => {
    const card = nextCard(undefined, 'good', today);
    const chances = [0, 1, 5, 30, 300].map((days) => recall(card, addDays(today, days)));
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(recall(undefined, today)).toBe(0);
  });
});

test('a mistake met outside a drill has the card that FSRS gives after a failure', () => {
  expect(metMistake(today).card).toEqual(nextCard(undefined, 'again', today));
});

test('what is due is counted by the day', () => {
  const memory = new Map([
    ['a', { card: nextCard(undefined, 'again', addDays(today, -1)) }],
    ['b', { card: nextCard(undefined, 'good', today) }],
  ]);
  expect([dueCount(memory, addDays(today, -1)), dueCount(memory, today), dueCount(memory, '2027-01-01')]).toEqual([
    0, 1, 2,
  ]);
});
