import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineWidth, toText } from '../../../src/diagram/index.js';
import { answerRows } from '../../../src/lessons/drill/answers.js';
import { calendarLines } from '../../../src/lessons/drill/calendar.js';
import { learningDay } from '../../../src/lessons/drill/day.js';
import { Ledger } from '../../../src/lessons/drill/ledger.js';
import { nextSitting, type Summary, type TestResult } from '../../../src/lessons/drill/statistics.js';
import { statisticsLines } from '../../../src/lessons/drill/statistics-view.js';
import { journalLine, scanJournal } from '../../../src/lessons/journal.js';
import type { JournalEvent } from '../../../src/lessons/types.js';
import { type Doing, Played, practice, today } from './play.js';

const dayOf = learningDay(() => 0);
const sumOf = (events: readonly JournalEvent[]): Summary => new Ledger(dayOf, events).summary();
const ascii = { width: 80, glyphs: 'ascii', lang: 'en' } as const;
const lesson = { lesson: 'chain-rule', facts: 'f1' };

function answered(at: string, verdict: 'right' | 'wrong', more: object = {}): JournalEvent {
  const event = { type: 'answer', text: '-4' } as const;
  return {
    v: 1,
    type: 'step',
    at,
    ...lesson,
    event,
    question: 'dz',
    verdict,
    done: 1,
    total: 9,
    finished: false,
    ...more,
  };
}

describe('the sum of a journal', () => {
  test('has answers, time and mistakes, by the day', () => {
    const summary = sumOf([
      { v: 1, type: 'open', at: '2026-11-23T12:00:00.000Z', ...lesson, seed: 1 },
      answered('2026-11-23T12:00:30.000Z', 'wrong', { mistake: 'mul-own', skill: 'local:mul' }),
      answered('2026-11-23T12:00:50.000Z', 'right'),
      answered('2026-11-24T03:59:00.000Z', 'right'), // still the evening of the 23rd; a night is no time spent
      answered('2026-11-24T12:00:00.000Z', 'right'),
    ]);
    expect(summary.all).toEqual({ right: 3, wrong: 1, seconds: 50 });
    expect([...summary.days]).toEqual([
      ['2026-11-23', { right: 2, wrong: 1, seconds: 50 }],
      ['2026-11-24', { right: 1, wrong: 0, seconds: 0 }],
    ]);
    expect([...summary.mistakes]).toEqual([['mul-own', { times: 1, last: '2026-11-23' }]]);
    expect(summary.memory.get('mistake:mul-own@local:mul')).toMatchObject({ card: { due: '2026-11-24' }, clean: 0 });
  });

  test('takes a clock that goes backwards: no negative time, nothing lost', () => {
    const summary = sumOf([
      answered('2026-11-23T12:00:00.000Z', 'right'),
      answered('2026-11-20T12:00:00.000Z', 'right'),
    ]);
    expect(summary.all).toEqual({ right: 2, wrong: 0, seconds: 0 });
    expect(summary.days.size).toBe(2);
  });

  test('knows what a drill remembered, to the card', () => {
    const drill = new Played(practice(['local:mul', 'chain', 'fork'], 5));
    while (drill.state.exercise) drill.exercise(drill.state.done.length === 1 ? 'wrong' : 'right');
    const summary = sumOf(drill.journal);
    expect([...summary.memory].sort()).toEqual([...drill.state.memory].sort());
  });

  test('of any beginning of a journal is what was so then, and survives the file', () => {
    const happening = fc.constantFrom<Doing>('right', 'wrong', 'hint', 'reveal', 'skip', 'next', 'back', 'undo');
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 20 }), (events) => {
        const drill = new Played(practice(['local:mul', 'chain'], 6, 2));
        const memories = [drill.state.memory];
        for (const event of events) {
          const { length } = drill.journal;
          if (drill.state.lesson === undefined && event !== 'undo') continue;
          if ((event === 'right' || event === 'wrong') && drill.state.graded) drill.take('next');
          else drill.take(event);
          if (drill.journal.length > length) memories.push(drill.state.memory);
        }
        for (let n = 1; n <= drill.journal.length; n++) {
          const ledger = new Ledger(dayOf);
          const text = drill.journal.slice(0, n).map(journalLine).join('');
          expect(scanJournal(text, (event) => ledger.add(event))).toEqual([]);
          expect([...ledger.summary().memory].sort()).toEqual([...memories[n - 1]!].sort());
        }
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  test('a lesson that was reset has no progress, and what was done before counts as practice', () => {
    const reset: JournalEvent = { v: 1, type: 'reset', at: '2026-11-23T13:00:00.000Z', lesson: 'chain-rule' };
    const summary = sumOf([answered('2026-11-23T12:00:00.000Z', 'right'), reset]);
    expect(summary.progress.size).toBe(0);
    expect(summary.all.right).toBe(1);
  });
});

describe('the unseen test', () => {
  const result = (sitting: TestResult['sitting'], day: string): TestResult => ({
    sitting,
    day,
    right: 5,
    total: 8,
    finished: true,
  });

  test('its result is summed up', () => {
    const drill = new Played({ kind: 'test', sitting: 'before' });
    while (drill.state.exercise) drill.exercise(drill.state.done.length % 2 === 0 ? 'wrong' : 'right');
    expect(sumOf(drill.journal).tests).toEqual([{ sitting: 'before', day: today, right: 4, total: 8, finished: true }]);
  });

  test('every sitting is listed with its result, or when it is due', () => {
    const course = { finished: 27, total: 27, over: true };
    const lines = statisticsLines(
      { ...sumOf([answered('2026-11-20T12:00:00.000Z', 'right')]), tests: [result('after', '2026-11-20')] },
      course,
      today,
      ascii,
    );
    const text = toText(lines);
    expect(text).toContain('  before the course  not sat\n');
    expect(text).toContain('  after the course   5 of 8, on 2026-11-20\n');
    expect(text).toContain('  seven days later   from 2026-11-27 on\n');
  });

  test('comes before the course, after it, and seven days after that', () => {
    const [fresh, begun, over] = [0, 3, 27].map((finished) => ({ finished, total: 27, over: finished === 27 }));
    expect(nextSitting([], fresh!, today)).toBe('before');
    expect(nextSitting([], begun!, today), 'too late to be before the course').toBeUndefined();
    expect(nextSitting([], over!, today)).toBe('after');
    const before = result('before', '2026-11-01');
    expect(nextSitting([before], begun!, today)).toBeUndefined();
    expect(nextSitting([before], over!, today)).toBe('after');
    expect(nextSitting([before, result('after', '2026-11-17')], over!, today)).toBeUndefined();
    expect(nextSitting([before, result('after', '2026-11-16')], over!, today)).toBe('later');
    const all = [before, result('after', '2026-11-01'), result('later', '2026-11-20')];
    expect(nextSitting(all, over!, today)).toBeUndefined();
  });
});

describe('what is shown', () => {
  test('nothing yet', () => {
    expect(toText(statisticsLines(sumOf([]), { finished: 0, total: 27, over: false }, today, ascii))).toBe(
      'Nothing has been answered yet.',
    );
  });

  test('skills with their strength and due date, mistakes, days: without colour', () => {
    const memory = sumOf([
      answered('2026-11-20T12:00:00.000Z', 'wrong', { mistake: 'no-upstream', skill: 'gradient:mul' }),
    ]).memory;
    const drill = new Played(practice(['local:mul', 'fork'], 4), memory);
    while (drill.state.exercise) drill.exercise();
    const first = answered('2026-11-20T12:00:00.000Z', 'wrong', { mistake: 'no-upstream', skill: 'gradient:mul' });
    const lines = statisticsLines(
      sumOf([first, ...drill.journal]),
      { finished: 2, total: 27, over: false },
      today,
      ascii,
    );
    const text = toText(lines);
    expect(text).toContain('2 of 27 lessons finished, 2 days practised');
    expect(text).toMatch(/local gradient: multiply {2}##\.{6} +in \d+ days +100%/);
    expect(text).toMatch(/local gradient without upstream {2}######## {2}once/);
    expect(text).toMatch(/^ {2}Mon .*\+?-$/m);
    expect(text).not.toMatch(/[^\x20-\x7e\n]/);
  });

  test('where it is narrow, names give way to what is due', () => {
    const drill = new Played(practice(['line:matmul', 'fork'], 2));
    while (drill.state.exercise) drill.exercise();
    for (const lang of ['en', 'zh'] as const) {
      const lines = statisticsLines(sumOf(drill.journal), { finished: 0, total: 27, over: false }, today, {
        ...ascii,
        lang,
        width: 44,
      });
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(44);
      expect(toText(lines)).toMatch(
        lang === 'en' ? /\.\.\. +#\S+ +in \d+ days +100% +20 s$/m : /#\S+ +\d+ 天后 +100% +20 秒$/m,
      );
    }
  });

  test('the calendar has a column a week up to today, and fits the width', () => {
    const days = new Map([[today, { right: 60, wrong: 0, seconds: 0 }]]);
    for (const width of [20, 40, 80, 200]) {
      const lines = calendarLines(days, today, { ...ascii, width });
      const rows = toText(lines).split('\n');
      expect(rows[1]).toMatch(/^ {2}Mon .*#$/); // the 23rd is a Monday
      expect(rows[2]).toMatch(/\. \.?$|\.$/);
      for (const row of rows.slice(0, 8)) expect(row.length).toBeLessThanOrEqual(width);
    }
  });
});

test('every judged answer is a row, with the code of its mistake', () => {
  const rows = [...answerRows([answered('2026-11-23T12:00:00.000Z', 'wrong', { mistake: 'mul-own' })], dayOf)];
  expect(rows).toEqual([
    {
      at: '2026-11-23T12:00:00.000Z',
      day: today,
      lesson: 'chain-rule',
      question: 'dz',
      skill: '',
      typed: '-4',
      verdict: 'wrong',
      mistake: 'mul-own',
    },
  ]);
});
