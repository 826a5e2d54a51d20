import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learningDay } from '../../src/lessons/drill/day.js';
import { Ledger } from '../../src/lessons/drill/ledger.js';
import { journalLine, progressKey, scanJournal } from '../../src/lessons/journal.js';
import type { JournalEvent } from '../../src/lessons/types.js';

const lesson = { id: 'chain-rule', facts: 'f1' };
const stamp = { v: 1, at: '2026-11-23T08:00:00.000Z', lesson: lesson.id, facts: lesson.facts } as const;
const opened: JournalEvent = { ...stamp, type: 'open', seed: 1 };

function answered(done: number, extra: Partial<Extract<JournalEvent, { type: 'step' }>> = {}): JournalEvent {
  const event = { type: 'answer', text: '3' } as const;
  return { ...stamp, type: 'step', event, question: 'q', verdict: 'right', done, total: 11, finished: false, ...extra };
}

const finished = answered(11, { finished: true });

function parseJournal(text: string) {
  const events: JournalEvent[] = [];
  return { broken: scanJournal(text, (event) => events.push(event)), events };
}

const ledgerOf = (events: readonly JournalEvent[]) =>
  new Ledger(
    learningDay(() => 0),
    events,
  );

describe('reading', () => {
  test('lines come back as they were written', () => {
    const events = [opened, answered(1), answered(1, { verdict: 'wrong', mistake: 'own-value' }), finished];
    expect(parseJournal(events.map(journalLine).join(''))).toEqual({ events, broken: [] });
  });

  test('a torn last line is counted, and the rest is read', () => {
    const text = journalLine(opened) + journalLine(answered(1)).slice(0, 40);
    expect(parseJournal(text)).toEqual({ events: [opened], broken: [2] });
  });

  test('lines that hold something else are broken; empty ones are nothing', () => {
    const text = `null\n[]\n{}\n"open"\n\n${JSON.stringify({ ...stamp, type: 'step' })}\n`;
    expect(parseJournal(text)).toEqual({ events: [], broken: [1, 2, 3, 4, 6] });
  });

  test('what a newer program wrote is passed over in silence, and its new fields are kept', () => {
    const newer = { ...answered(1), v: 2, event: { type: 'sing' } };
    const unknown = { v: 1, type: 'graded', card: {} };
    const extended = { ...answered(2), card: { stability: 2 } };
    const text = [newer, unknown, extended].map((event) => `${JSON.stringify(event)}\n`).join('');
    expect(parseJournal(text)).toEqual({ events: [extended], broken: [] });
  });

  test('what the learner was told of is known', () => {
    const noted = { v: 1, type: 'noted', at: stamp.at, broken: 2 } as const;
    const { events } = parseJournal(`torn\n${journalLine(opened)}torn\n${journalLine(noted)}`);
    expect(ledgerOf(events).noted).toBe(2);
    expect(ledgerOf([opened]).noted).toBe(0);
  });

  test('a type named like a property of all objects is unknown, not a crash', () => {
    expect(parseJournal('{"v":1,"type":"constructor"}\n{"v":1,"type":"__proto__"}')).toEqual({
      events: [],
      broken: [],
    });
  });

  test('any text can be read', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.json()), { maxLength: 20 }), (lines) => {
        const { events, broken } = parseJournal(lines.join('\n'));
        expect(events.length + broken.length).toBeLessThanOrEqual(lines.join('\n').split('\n').length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('progress', () => {
  const of = (...events: readonly JournalEvent[]) => ledgerOf(events).summary().progress.get(progressKey(lesson));

  test('a lesson that was opened and no more has nothing to resume', () => {
    expect(of(opened)).toMatchObject({ done: 0, underway: false, finished: false, sittings: 1 });
  });

  test('the latest step says how far it is', () => {
    expect(of(opened, answered(1), answered(2))).toMatchObject({ done: 2, total: 11, underway: true, finished: false });
  });

  test('a lesson once finished stays so when it is begun again', () => {
    expect(of(opened, finished)).toMatchObject({ finished: true, underway: false });
    expect(of(opened, finished, { ...opened, seed: 2 }, answered(1))).toMatchObject({
      finished: true,
      underway: true,
      done: 1,
      sittings: 2,
    });
  });

  test('a lesson whose questions changed starts anew', () => {
    const { progress } = ledgerOf([opened, finished]).summary();
    expect(progress.get(progressKey({ id: 'chain-rule', facts: 'f2' }))).toBeUndefined();
  });

  test('a sum that was taken does not change with what comes after', () => {
    const ledger = ledgerOf([opened, answered(1)]);
    const before = ledger.summary();
    const [progress, all] = [new Map(before.progress), before.all];
    for (const event of [answered(2), finished]) ledger.add(event);
    expect([before.progress, before.all]).toEqual([progress, all]);
  });
});

describe('the latest sitting', () => {
  test('is what was done since the lesson was last opened, with that seed', () => {
    const events = [opened, answered(1), { ...opened, seed: 4 }, answered(2)];
    expect(ledgerOf(events).sitting(lesson)).toEqual({ seed: 4, events: [answered(2)] });
  });

  test('leaves other lessons out', () => {
    const events = [opened, { ...opened, lesson: 'forks', seed: 9 }, { ...answered(5), lesson: 'forks' }, answered(1)];
    expect(ledgerOf(events).sitting(lesson)).toEqual({ seed: 1, events: [answered(1)] });
  });

  test('is forgotten with a reset of its lesson', () => {
    const reset = { v: 1, type: 'reset', at: stamp.at, lesson: lesson.id } as const;
    expect(ledgerOf([opened, answered(1), reset]).sitting(lesson)).toBeUndefined();
    expect(ledgerOf([opened, { ...reset, lesson: 'chain' }]).sitting(lesson)).toBeDefined();
  });

  test('a lesson never opened has none', () => {
    expect(ledgerOf([opened]).sitting({ id: 'forks', facts: 'f1' })).toBeUndefined();
  });
});
