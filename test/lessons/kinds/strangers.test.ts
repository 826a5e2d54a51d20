import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { step } from '../../../src/lessons/index.js';
import { begin, type Fixture, problemsOf, seen } from './fixture.js';

const chain = { program: 'q = x * y\ns = sigmoid(q)\nf = s * z', inputs: 'x: 2, y: -0.5, z: 3' };
const matrix = { program: 'D = W @ X\nL = sum(D * D)', inputs: 'W: [[2, -1], [3, 5]], X: [[1, 4], [-2, 6]]' };

const asked: readonly Fixture[] = [
  { ...matrix, ask: 'shape of dW' },
  { ...matrix, ask: 'line dW' },
  { ...matrix, ask: 'entry dW 0 1' },
  { ...chain, ask: 'direction of x' },
  { ...chain, ask: 'rule f wrt s' },
  { ...chain, ask: 'rate of f when x by 0.1' },
  { ...chain, ask: 'choose', keys: 'options: [a, b], answer: a', parts: '### a\n\nA\n\n### b\n\nB' },
  { ...chain, ask: 'blame', keys: 'plant: {mistake: no-upstream, at: q}' },
  { ...chain, ask: 'next' },
  { ...chain, ask: 'keep' },
  { ...chain, ask: 'split s' },
  { ...chain, ask: 'fuse s' },
  { ...chain, ask: 'stage' },
  { program: 'p = x * y\nq = x + y\nf = p * q', inputs: 'x: 2, y: 5', ask: 'contributions of x' },
];

const pieces = fc.constantFrom(
  ...[
    'x',
    'y',
    'q',
    'dq',
    'dD',
    'W',
    '.T',
    '@',
    '(',
    ')',
    '[',
    ']',
    ',',
    '+',
    '-',
    '*',
    '**',
    '/',
    '=',
    ';',
    ' ',
    '1',
    '0',
  ],
  ...[
    '9e999',
    'exp(',
    'sum(',
    'np.dot(',
    'zeros(9999999)',
    '#',
    '\n',
    '\u001b[2J',
    '，',
    '１',
    'σ',
    '∂',
    '2x3',
    'none',
    'up',
    'a',
  ],
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    '('.repeat(10_000),
    'x+'.repeat(20_000),
    '9'.repeat(10_000),
    'x**'.repeat(3000),
    'q = x; '.repeat(5000),
  ),
);

describe('whatever is typed', () => {
  test.each(asked)('$ask: it is answered, and nothing of it reaches the terminal as a control character', (fixture) => {
    const state = begin(fixture);
    fc.assert(
      fc.property(text, (typed) => {
        const after = step(state, { type: 'answer', text: typed }).state;
        for (const lang of ['en', 'zh'] as const) {
          const shown = seen(after, lang);
          expect(Object.values(shown).join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|undefined|NaN/);
          expect(shown.feedback.length).toBeLessThan(2000);
        }
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});

describe('an ask that does not fit its circuit is refused with its place', () => {
  const refused: readonly (readonly [string, Fixture, string])[] = [
    ['an unknown name', { ...chain, ask: 'direction of w' }, '11:22: the circuit has no w'],
    ['a near name', { ...matrix, ask: 'shape of dWW' }, '10:22: the circuit has no WW; did you mean W?'],
    ['contributions without a fork', { ...chain, ask: 'contributions of x' }, '11:22: x goes into one line only'],
    ['an entry outside', { ...matrix, ask: 'entry dW 2 0' }, '10:22: W is 2x2 and has no entry 2 0'],
    ['an entry of a number', { ...chain, ask: 'entry dx 0' }, '11:22: x is () and has no entry 0'],
    ['the direction of a matrix', { ...matrix, ask: 'direction of W' }, '10:22: W is no single number'],
    ['the direction of the output', { ...chain, ask: 'direction of f' }, '11:22: f is the output itself'],
    ['a rule of a name not read', { ...chain, ask: 'rule f wrt x' }, '11:22: the line of f does not read x'],
    ['a line for the output', { ...chain, ask: 'line df' }, '11:22: no line that the output depends on reads f'],
    ['a step of nothing', { ...chain, ask: 'change of f when x by 0' }, '11:22: a step of 0 moves nothing'],
    ['a moved stage', { ...chain, ask: 'change of f when q by 0.1' }, '11:22: q is no input'],
    ['a choice without options', { ...chain, ask: 'choose' }, '11:22: ask: choose needs options'],
    [
      'an answer that is no option',
      { ...chain, ask: 'choose', keys: 'options: [a, b], answer: c' },
      '11:55: c is none of the options a, b',
    ],
    [
      'options that are the same',
      { ...chain, ask: 'choose', keys: 'options: [a, a], answer: a' },
      '11:39: a is no option',
    ],
    ['one option', { ...chain, ask: 'choose', keys: 'options: [a], answer: a' }, '11:39: a choice has from 2 to 9'],
    ['a key of another kind', { ...chain, ask: 'next', keys: 'options: [a, b]' }, '11:28: options has no meaning'],
    [
      'an unknown mistake',
      { ...chain, ask: 'blame', keys: 'plant: {mistake: overwrot, at: q}' },
      '11:36: there is no mistake overwrot; did you mean overwrote?',
    ],
    [
      'a mistake that changes nothing',
      { ...chain, ask: 'blame', keys: 'plant: {mistake: overwrote, at: x}' },
      "11:36: overwrote can't be made at dx",
    ],
    ['blame without a plant', { ...chain, ask: 'blame' }, '11:22: ask: blame needs plant'],
    ['done in a wrong order', { ...chain, ask: 'next', keys: 'done: [s]' }, "11:34: s can't be done yet"],
    ['everything done', { ...chain, ask: 'next', keys: 'done: [f, s, q]' }, '11:34: every line is done'],
    ['too few kept', { ...chain, ask: 'keep', keys: 'most: 0' }, '11:34: most is 0, but it takes 1'],
    ['a simple gate split', { ...chain, ask: 'split q' }, '11:22: the line of q is one simple gate'],
    [
      'a gate that needs its inputs fused',
      { ...chain, ask: 'fuse q' },
      '11:22: the line of q is no gate whose local gradient',
    ],
    [
      'a line that gives something else',
      { ...chain, ask: 'line dq', keys: 'expect: 99' },
      '11:39: expect says 99, but the engine says',
    ],
    [
      'a rule that gives something else',
      { ...chain, ask: 'rule q wrt x', keys: 'expect: 99' },
      '11:44: expect says 99, but the engine says',
    ],
    [
      'more stages than gates',
      { ...chain, ask: 'stage', keys: 'stages: 9' },
      '11:22: the circuit has 3 gates, too few for 9',
    ],
  ];
  test.each(refused)('%s', (_what, fixture, said) => {
    expect(problemsOf(fixture).join('\n')).toContain(`lesson.yaml:${said}`);
  });

  test('an option without a text, and a text without an option', () => {
    const choice = { ...chain, ask: 'choose', keys: 'options: [a, b], answer: a' };
    expect(problemsOf({ ...choice, parts: '### a\n\nA\n\n### c\n\nC' })).toEqual([
      'en.md:3:1: option b of asked has no text; write it under ### b below ## asked',
      'en.md:11:1: ### c has no use here; there can be hint, a, b, a-why, b-why',
      'zh.md:3:1: option b of asked has no text; write it under ### b below ## asked',
      'zh.md:11:1: ### c has no use here; there can be hint, a, b, a-why, b-why',
    ]);
  });
});
