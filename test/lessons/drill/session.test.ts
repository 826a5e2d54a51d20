import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextCard } from '../../../src/lessons/drill/card.js';
import { addDays } from '../../../src/lessons/drill/day.js';
import { drawExercise } from '../../../src/lessons/drill/exercise.js';
import { placedAt, placementSpecs, testSpecs } from '../../../src/lessons/drill/fixed.js';
import { Ledger } from '../../../src/lessons/drill/ledger.js';
import { mistakeKey, mistakesIn } from '../../../src/lessons/drill/memory.js';
import { metSkills } from '../../../src/lessons/drill/met.js';
import { planDrill } from '../../../src/lessons/drill/plan.js';
import { sittings } from '../../../src/lessons/drill/sittings.js';
import type { TestResult } from '../../../src/lessons/drill/statistics.js';
import { phaseOf } from '../../../src/lessons/index.js';
import { questionsOf } from '../../../src/lessons/state.js';
import { courseLesson } from '../support/lessons.js';
import { type Doing, Played, practice, today } from './play.js';

const asked = (drill: Played) => drill.state.exercise?.spec;
const skillsOf = (drill: Played) => drill.state.done.map(({ exercise }) => exercise.spec.skill);
/** A card that was last asked so long ago, with the day it is due. */
const card = (daysAgo: number) => ({ card: nextCard(undefined, 'good', addDays(today, -daysAgo)) });

describe('what is asked next', () => {
  test('the weakest that is due, new skills in between, nothing twice in a row', () => {
    const memory = new Map([
      ['local:mul', card(5)],
      ['fork', card(30)],
      ['local:sub', card(9)],
      ['local:max', card(1)], // not due yet
    ]);
    const drill = new Played(practice(['local:mul', 'local:sub', 'local:max', 'gradient:mul', 'fork'], 5), memory);
    while (drill.state.exercise) drill.exercise();
    expect(skillsOf(drill)).toEqual(['fork', 'local:sub', 'gradient:mul', 'local:mul', 'local:max']);
  });

  test('what was missed comes back after two others, with fresh numbers', () => {
    const drill = new Played(practice(['local:mul', 'local:sub', 'local:max', 'local:neg'], 4)).exercise('wrong');
    const [first] = drill.state.done;
    drill.exercise().exercise();
    expect(asked(drill)?.skill).toBe('local:mul');
    expect(drill.state.exercise?.open.lesson.facts).not.toBe(first?.exercise.open.lesson.facts);
  });

  test('the level rises as it goes well, and can be asked for', () => {
    const well = (reps: number) => new Map([['local:mul', { card: { ...card(9).card, reps, lapses: 0 } }]]);
    const level = (reps: number) => asked(new Played(practice(['local:mul'], 1), well(reps)))?.level;
    expect([0, 1, 2, 9].map(level)).toEqual(['gate', 'chain', 'pattern', 'pattern']);
    const plan = { ...practice(['gradient:mul'], 1), level: 'fork' as const };
    expect(asked(new Played(plan))?.level).toBe('fork');
  });

  test('ends after the exercises it was to have', () => {
    const drill = new Played(practice(['local:mul'], 3)).exercise().exercise().exercise();
    expect(drill.state.exercise).toBeUndefined();
    expect(drill.take('next', 'undo', 'hint').state.done.length).toBeLessThanOrEqual(3);
  });
});

describe('a grade', () => {
  test('is given when the last question is closed, and is in that event', () => {
    const drill = new Played(practice(['chain'], 2)).take('right', 'next');
    expect(drill.journal.some((event) => event.type === 'drilled' && event.changes)).toBe(false);
    drill.take('right');
    expect(drill.journal.at(-1)).toMatchObject({ type: 'drilled', done: 1, right: 1, changes: [{ id: 'chain' }] });
    expect(drill.state.memory.get('chain')?.card.reps).toBe(1);
  });

  test('is lower for a second try, for hints, and lowest where the answer was shown', () => {
    const grade = (...events: readonly Doing[]) =>
      new Played(practice(['local:mul'], 1)).take(...events).state.graded?.grades.get('local:mul');
    expect(grade('right')).toBe('good');
    expect(grade('wrong', 'right')).toBe('hard');
    expect(grade('hint', 'right')).toBe('hard');
    expect(grade('wrong', { text: '12345' }, 'right')).toBe('again');
    expect(grade('reveal')).toBe('again');
  });

  test('does not count what could not be read', () => {
    const drill = new Played(practice(['local:mul'], 1)).take({ text: '3 +' }, { text: 'zzz' }, 'right');
    expect(drill.state.graded?.clean).toBe(true);
  });
});

describe('a mistake', () => {
  /** Plays until the mistake `own` at a multiply gate is made: the value of the input that is asked about. */
  function withMistake(): Played {
    const drill = new Played(practice(['local:mul', 'local:sub', 'local:max', 'local:abs'], 30));
    const { open } = drill.state.exercise!;
    const [circuit] = open.circuits.values();
    const { ask } = open.items.flatMap((item) => (item.kind === 'question' ? [item.question] : []))[0]!;
    const asked = ask.kind === 'local' ? circuit!.circuit.find(ask.wrt) : undefined;
    const own = circuit!.run.value(asked!).data[0]!;
    return drill.take({ text: String(own) }, 'right', 'next');
  }

  test('is scheduled like a skill, and asked again with numbers that expose it', () => {
    const drill = withMistake();
    const [made] = drill.state.done[0]!.mistakes;
    expect(made?.skill).toBe('local:mul');
    expect(drill.state.memory.get(mistakeKey(made!.mistake, 'local:mul'))).toMatchObject({ clean: 0 });
    drill.exercise().exercise();
    expect(asked(drill)).toMatchObject({ skill: 'local:mul', exposes: made!.mistake });
  });

  test('is asked for until three clean answers', () => {
    const drill = withMistake();
    const key = mistakeKey(drill.state.done[0]!.mistakes[0]!.mistake, 'local:mul');
    let { memory } = drill.state;
    const counts: (number | undefined)[] = [];
    for (let day = 1; memory.has(key) && day < 100; day++) {
      const onlyIt = new Map([[key, memory.get(key)!]]);
      const later = new Played(practice(['local:mul'], 1, day), onlyIt, memory.get(key)!.card.due).exercise();
      expect(later.state.done[0]!.exercise.spec.exposes).toBeDefined();
      memory = later.state.memory;
      counts.push(memory.get(key)?.clean);
    }
    expect(counts).toEqual([1, 2, undefined]);
  });

  test('that is a slip, or follows from another answer, is not practised; of a pair both are', () => {
    expect(['slip-ten', 'follows', 'value-added', undefined].flatMap(mistakesIn)).toEqual([]);
    expect(mistakesIn('sign+no-upstream')).toEqual(['sign', 'no-upstream']);
  });
});

describe('undo', () => {
  test('takes an answer back with its grade, over exercises too', () => {
    const drill = new Played(practice(['local:mul', 'local:sub'], 5));
    const first = drill.state;
    drill.take('right', 'next');
    expect(drill.state.memory.size).toBe(1);
    drill.take('undo');
    expect(drill.state).toBe(first);
    expect(drill.journal.at(-1)).toMatchObject({ event: { type: 'undo' }, changes: [{ id: 'local:mul', now: null }] });
  });

  test('restores the state before, whatever was done', () => {
    const happening = fc.constantFrom<Doing>(
      'right',
      'wrong',
      'hint',
      'nudge',
      'why',
      'reveal',
      'skip',
      'next',
      'back',
    );
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 12 }),
        fc.constantFrom<Doing>('right', 'wrong', 'hint', 'reveal', 'skip'),
        (before, then) => {
          const drill = new Played(practice(['local:mul', 'chain', 'fork'], 4, 3));
          for (const event of before) if (drill.state.lesson && canTake(drill, event)) drill.take(event);
          if (!drill.state.lesson || !canTake(drill, then)) return;
          const at = drill.state;
          const { length } = drill.journal;
          drill.take(then);
          if (drill.journal.length === length) return; // it meant nothing there
          expect(drill.take('undo').state).toBe(at);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  function canTake(drill: Played, event: Doing): boolean {
    return phaseOf(drill.state.lesson!) === 'asking' || (event !== 'right' && event !== 'wrong');
  }
});

describe('a drill that measures', () => {
  test('gives one try and no help, and goes on', () => {
    const drill = new Played({ kind: 'test', sitting: 'before' });
    const before = drill.state;
    expect(drill.take('hint', 'why', 'reveal', 'nudge').state).toBe(before);
    drill.take('wrong');
    expect(drill.state.done).toHaveLength(1);
    while (drill.state.exercise) drill.exercise();
    expect(drill.state.done.map(({ clean }) => clean)).toEqual([false, ...Array(7).fill(true)]);
    expect(drill.journal.at(-2)).toMatchObject({ done: 8, right: 7, total: 8 });
  });

  test('takes no answer back', () => {
    const drill = new Played({ kind: 'test', sitting: 'before' }).take('wrong');
    const after = drill.state;
    expect(drill.take('undo', 'back').state).toBe(after);
    expect(drill.journal).toHaveLength(2);
  });

  test('a miss at what was never practised schedules nothing; what is known is remembered, and what was is forgotten', () => {
    const missed = new Played({ kind: 'placement', seed: 1 }).take('wrong');
    expect(missed.state.memory.size).toBe(0);
    expect(new Played({ kind: 'placement', seed: 1 }).exercise().state.memory.has('gradient:mul')).toBe(true);
    const known = new Map([['gradient:mul', card(9)]]);
    const lapsed = new Played({ kind: 'placement', seed: 1 }, known).take('wrong').state.memory.get('gradient:mul');
    expect(lapsed?.card.lapses).toBe(1);
  });

  test('asks one thing at each of its questions, at a walk too', () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => placementSpecs(seed)).flat();
    const specs = [...seeds, ...sittings.flatMap(testSpecs)];
    expect(specs.filter(({ skill }) => skill === 'chain')).toHaveLength(23);
    for (const spec of specs) expect(questionsOf(drawExercise(spec).open)).toHaveLength(1);
  });

  test('each sitting of the test has numbers of its own, the same for everyone', () => {
    const facts = (sitting: 'before' | 'after' | 'later') => {
      const drill = new Played({ kind: 'test', sitting });
      while (drill.state.exercise) drill.exercise();
      return drill.state.done.map(({ exercise }) => exercise.open.lesson.facts);
    };
    const all = [...facts('before'), ...facts('after'), ...facts('later')];
    expect(new Set(all).size).toBe(24);
    expect(facts('before')).toEqual(all.slice(0, 8));
  });

  test('the placement starts a learner where the first miss is', () => {
    expect(placedAt([])).toBe('sensitivity');
    expect(placedAt([true, true, false, true, true])).toBe('staged');
    expect(placedAt([true, true, true, true, false])).toBe('vectors');
    expect(placedAt([true, true, true, true, true])).toBe('svm-loss');
  });
});

test('testing out covers many skills, and right answers come back late', () => {
  const drill = new Played({ kind: 'test-out', seed: 1, count: 1 });
  drill.exercise();
  expect(drill.state.memory.size).toBeGreaterThanOrEqual(3);
  for (const { card: known } of drill.state.memory.values()) expect(known.due > addDays(today, 6)).toBe(true);
});

describe('a plan', () => {
  const nothing = { progress: new Map(), memory: new Map(), tests: [] };

  test('is what was asked for, and else the usual', () => {
    expect(planDrill({ kind: 'practice' }, nothing, [], 9)).toMatchObject({ kind: 'practice', seed: 9, count: 12 });
    const request = { kind: 'practice', skill: 'fork', count: 3, level: 'pattern', seed: 2 } as const;
    expect(planDrill(request, nothing, [], 9)).toEqual({
      kind: 'practice',
      seed: 2,
      count: 3,
      skills: ['fork'],
      level: 'pattern',
    });
  });

  test('of the test is for the next sitting', () => {
    const sat: TestResult = { sitting: 'before', day: today, right: 3, total: 8, finished: true };
    const sitting = (...tests: readonly TestResult[]) => {
      const plan = planDrill({ kind: 'test' }, { ...nothing, tests }, [], 9);
      return plan.kind === 'test' && plan.sitting;
    };
    expect([sitting(), sitting({ ...sat, finished: false }), sitting(sat)]).toEqual(['before', 'before', 'after']);
  });
});

describe('the skills met', () => {
  test('are those of the lessons begun, and whole gradients once the chain rule was met', () => {
    const lesson = courseLesson('chain-rule');
    const at = '2026-11-23T12:00:00.000Z';
    const begun = { v: 1, type: 'open', at, lesson: lesson.id, facts: lesson.facts, seed: 1 } as const;
    const { progress } = new Ledger((at) => at.toISOString().slice(0, 10), [begun]).summary();
    expect(metSkills(progress, [lesson, courseLesson('forks')], new Map())).toEqual([
      'local:add',
      'gradient:add',
      'local:mul',
      'gradient:mul',
      'chain',
    ]);
  });

  test('there are some to begin with', () => {
    expect(metSkills(new Map(), [], new Map()).length).toBeGreaterThanOrEqual(3);
  });
});
