import { describe, expect, test } from 'vitest';
import { openLesson, perfectAnswer, phaseOf, start, step } from '../../../src/lessons/index.js';
import { currentQuestion } from '../../../src/lessons/state.js';
import { begin, type Fixture, lessonOf, reply, seen } from './fixture.js';

/** A question, answers to it, and the beginning or a part of what is said to those that are not right. */
interface Row {
  readonly name: string;
  readonly at: Fixture;
  readonly right: readonly string[];
  readonly wrong: readonly (readonly [answer: string, said: string | RegExp])[];
  readonly unread?: readonly (readonly [answer: string, said: string | RegExp])[];
}

const product = { program: 'q = x * y\np = q + w\nf = p * z', inputs: 'x: 6, y: -2.5, w: 2, z: -3' };
const fork = { program: 'p = x * y\nq = x * z\nf = p + q', inputs: 'x: 4, y: -5, z: 2' };
const matrix = {
  program: 'D = W @ X\nL = sum(D * G)',
  inputs: 'W: [[2, -1], [3, 5], [1, 0]], X: [[1, 4], [-2, 6]], G: [[2, -3], [7, 1], [0.5, -1]]',
};
const staged = {
  program:
    'sigy = sigmoid(y)\nnum = x + sigy\nsigx = sigmoid(x)\nxpy = x + y\nxpysqr = xpy ** 2\nden = sigx + xpysqr\ninvden = 1 / den\nf = num * invden',
  inputs: 'x: 3, y: -4',
};
const layer = {
  program: 'S = X @ W + b\nH = relu(S)\nP = softmax(H)\nL = sum(P * G)',
  inputs: 'X: [[1, 2], [3, -1], [0.5, 1]], W: [[2, -1], [1, 3]], b: [0.5, -0.5], G: [[1, -1], [0.5, 2], [1, 3]]',
};
const square = { program: 'f = x**2', inputs: 'x: 3' };
const options = {
  keys: 'options: [dot, cross, sum], answer: cross',
  parts: '### dot\n\nthe dot\n\n### cross\n\nthe cross\n\n### sum\n\nthe sum\n\n### dot-why\n\nA dot is one number.',
};

const rows: readonly Row[] = [
  {
    name: 'a shape',
    at: { ...matrix, ask: 'shape of dW' },
    right: ['3x2', '(3, 2)', '[3,2]', '3×2', '3 x 2', '３×２'],
    wrong: [
      ['2x3', '`2x3` has rows and columns the other way round'.replaceAll('`', '')],
      ['2x2', '2x2 is the shape of X. dW says how to change W'],
      ['5', '(5,) has room for 5 numbers, and W has 6'],
    ],
    unread: [['three', 'A shape is written like 5x10']],
  },
  {
    name: 'the shape of a scalar',
    at: { ...matrix, ask: 'shape of L' },
    right: ['()', '1', 'scalar'],
    wrong: [['3x2', '3x2 has room for 6 numbers']],
  },
  {
    name: 'a line of backward code',
    at: { ...matrix, ask: 'line dW' },
    right: ['dW = dD @ X.T', 'dD @ X.T', 'np.dot(dD, X.T)', 'dD.dot(X.T)', '(X @ dD.T).T', 'dW = G @ X.T'],
    wrong: [
      ['dW = X @ dD.T', 'X @ dD.T is 2x3; dW must be 3x2, like W. Which order, which transpose?'],
      ['dD @ X', /dW|X/],
    ],
    unread: [
      ['W.T @ X @ dD', 'The shapes in W.T @ X @ dD do not fit together: W: 3x2; X: 2x2; dD: 3x2'],
      ['[[-10, -22], [11, -29], [-3.5, -7]]', 'These are numbers.'],
    ],
  },
  {
    name: 'a line of a scalar circuit',
    at: { ...product, ask: 'line dx' },
    right: ['dx = y * dq', 'y*dp', 'y*z'],
    wrong: [
      ['dx = x * dq', "-18 is x's own value"],
      ['y', /local gradient/],
    ],
    unread: [
      ['7.5', 'These are numbers.'],
      ['dx = y * -3', /at any|other inputs|These are numbers/],
    ],
  },
  {
    name: 'a line that makes a list',
    at: { program: 'dot = w[0]*x[0] + w[1]\nf = sigmoid(dot)', inputs: 'w: [2, -3], x: [-1]', ask: 'line dw' },
    right: ['dw = [x[0] * ddot, ddot]', '[x[0]*ddot, ddot]'],
    wrong: [
      ['[x[0]*ddot]', '[x[0]*ddot] is (1,), fewer numbers than w has; dw must be (2,).'],
      ['[w[0]*ddot, ddot]', '[w[0]*ddot, ddot] has the right shape, but at dw[0]'],
    ],
  },
  {
    name: 'an entry',
    at: { ...matrix, ask: 'entry dW 0 1' },
    right: ['-22', 'dW[0,1] = -22'],
    wrong: [
      ['-10', 'That is dD @ X'],
      ['11', 'stands at dW[1, 0]'],
      ['99', '99 is none of the numbers'],
    ],
  },
  {
    name: 'an entry of a value',
    at: { ...matrix, ask: 'entry D 1 0' },
    right: ['-7', '3*1 + 5*-2'],
    wrong: [['4', 'stands at D[0, 0]']],
  },
  {
    name: 'a direction',
    at: { ...product, ask: 'direction of z' },
    right: ['down', 'd', 'D', '下'],
    wrong: [
      ['up', 'When z grows by 0.1, f goes from 39 to 37.7.'],
      ['none', 'When z grows'],
    ],
    unread: [['left', 'Type up, down or none']],
  },
  {
    name: 'a direction to fall',
    at: { ...product, ask: 'direction of z towards down' },
    right: ['up', 'u'],
    wrong: [['d', 'When z grows']],
  },
  {
    name: 'a rule',
    at: { ...product, ask: 'rule q wrt x' },
    right: ['y', '∂q/∂x = y', '2*y - y'],
    wrong: [['x', "x's own value"]],
    unread: [
      ['-2.5', '-2.5 is ∂q/∂x at these numbers'],
      ['-2.5 + 0*y', 'With other inputs it would not'],
    ],
  },
  { name: 'a constant rule', at: { ...product, ask: 'rule p wrt w' }, right: ['1', 'q/q'], wrong: [['0', /./]] },
  {
    name: 'a change',
    at: { ...square, ask: 'change of f when x by 0.1' },
    right: ['0.61', '3.1**2 - 9', '3.1^2 - f'],
    wrong: [
      ['9.61', '9.61 is the new value of f. It came from 9.'],
      ['6.1', '6.1 is the movement per unit of x'],
      ['-0.61', 'sign turned'],
      ['0.6', 'does not fit'],
    ],
  },
  {
    name: 'a rate',
    at: { ...square, ask: 'rate of f when x by 0.1' },
    right: ['6.1', '0.61/0.1'],
    wrong: [
      ['0.61', '0.61 is how far f moved, while x moved by 0.1'],
      ['6', '6 is the rate for a step that vanishes. Here the step is 0.1.'],
      ['-6.1', 'sign turned'],
    ],
  },
  {
    name: 'a central difference',
    at: { program: 'f = x**3', inputs: 'x: 2', ask: 'central of f when x by 0.1' },
    right: ['12.01'],
    wrong: [
      ['12.61', '12.61 is the rate on one side only'],
      ['24.02', '24.02 divides by 0.1'],
      ['12', 'a step that vanishes'],
    ],
  },
  {
    name: 'a choice',
    at: { ...product, ask: 'choose', ...options },
    right: ['cross', '2', 'Cross', '2.', '(2)'],
    wrong: [
      ['dot', 'A dot is one number.'],
      ['3', 'sum is not it'],
    ],
    unread: [['4', 'The options are dot, cross, sum']],
  },
  {
    name: 'a share',
    at: { ...fork, ask: 'contributions of x' },
    right: ['-5', 'y', 'y * dp'],
    wrong: [
      ['4', "x's own value"],
      ['-3', /./],
    ],
  },
  {
    name: 'the line of a bias',
    at: { ...layer, ask: 'line db' },
    right: ['db = np.sum(dS, axis=0)', 'dS.T @ ones(3)', 'sum(dS, axis=0)'],
    wrong: [
      ['dS', 'dS is 3x2; db must be (2,), like b'],
      ['sum(dS, axis=1)', 'sum(dS, axis=1) is (3,); db must be (2,), like b'],
      ['mean(dS, axis=0)', /./],
    ],
  },
  {
    name: 'the line behind relu',
    at: { ...layer, ask: 'line dS' },
    right: ['dH * (S > 0)', 'dS = (H > 0) * dH'],
    wrong: [['dH', /./]],
  },
  {
    name: 'a softmax taken apart',
    at: { ...layer, ask: 'split P' },
    right: ['max sub exp sum div'],
    wrong: [['exp sum div', 'exp is not the first']],
  },
  {
    name: 'what a layer keeps',
    at: { ...layer, ask: 'keep' },
    right: ['P H', 'P S'],
    wrong: [['P', 'stops at H = relu(S)']],
  },
  {
    name: 'stages of a layer',
    at: { ...layer, ask: 'stage', keys: 'stages: 5' },
    right: ['A = X @ W; S = A + b; H = relu(S); P = softmax(H); L = sum(P * G)'],
    wrong: [['A = X @ W; S = A + b; H = relu(S); P = softmax(H); L = P * G', 'Your last line gives 3x2, and L is ()']],
  },
  {
    name: 'shares that are matrices',
    at: {
      program: 'A = X * W\nB = X @ W\nL = sum(A * B)',
      inputs: 'X: [[1, 2], [3, -1]], W: [[2, -1], [1, 3]]',
      ask: 'contributions of X',
    },
    right: ['[[8, -5], [5, -18]]', 'W * dA'],
    wrong: [['[[4, 5], [5, -6]]', /./]],
  },
  {
    name: 'a rule at a kink',
    at: { program: 'f = maximum(x, y)', inputs: 'x: 1, y: 2', ask: 'rule f wrt x' },
    right: ['x > y', '(x > y)', '0'],
    wrong: [['1', /./]],
  },
  {
    name: 'blame at a fork',
    at: { ...fork, ask: 'blame', keys: 'plant: {mistake: overwrote, at: x}' },
    right: ['dx', 'x', '∂f/∂x', 'df/dx'],
    wrong: [
      ['dy', 'that is right. Which number does not follow'],
      ['dp', 'that is right'],
    ],
    unread: [['dw', 'There is no gradient of dw here.']],
  },
  {
    name: 'blame in a chain',
    at: { ...product, ask: 'blame', keys: 'plant: {mistake: sign, at: p}' },
    right: ['dp'],
    wrong: [
      ['dx', 'dx is -7.5 because of what arrived there'],
      ['dz', 'that is right'],
    ],
  },
  {
    name: 'blame among matrices',
    at: { ...matrix, ask: 'blame', keys: 'plant: {mistake: mul-own, at: D}' },
    right: ['dD'],
    wrong: [],
  },
  {
    name: 'what is next',
    at: { ...staged, ask: 'next', keys: 'done: [f, invden, den, xpysqr]' },
    right: ['num', 'sigx', 'xpy', 'dnum'],
    wrong: [
      ['den', 'den has run its backward pass already'],
      ['sigy', 'num reads sigy too and has not run yet'],
      ['x', 'x is an input'],
    ],
    unread: [['xpysq', 'Did you mean xpysqr?']],
  },
  { name: 'what is first', at: { ...staged, ask: 'next' }, right: ['f'], wrong: [['den', 'invden reads den too']] },
  {
    name: 'what to keep',
    at: { ...staged, ask: 'keep' },
    right: ['invden num xpy sigx sigy', 'sigy, sigx、xpy num invden'],
    wrong: [
      ['num xpy sigx sigy', 'The backward pass stops at f = num * invden: its rule for num reads invden'],
      ['none', 'The backward pass stops'],
      ['invden num xpy sigx sigy den', 'you keep 6, and 5 would do'],
    ],
    unread: [
      ['x invden', 'x is an input'],
      ['invdem', 'Did you mean invden?'],
    ],
  },
  {
    name: 'what to keep of sums',
    at: { program: 'q = x + y\nf = q + z', inputs: 'x: 1, y: 2, z: 3', ask: 'keep' },
    right: ['none', '无'],
    wrong: [['q', 'you keep 1, and 0 would do']],
  },
  {
    name: 'what to keep, up to a number',
    at: { ...product, ask: 'keep', keys: 'most: 2' },
    right: ['p', 'p q'],
    wrong: [['q', 'stops at f = p * z']],
  },
  {
    name: 'a gate taken apart',
    at: { program: 'f = sigmoid(x)', inputs: 'x: 1', ask: 'split f' },
    right: [
      'neg exp add div',
      '*-1 exp +1 1/x',
      'neg, exp, add, div',
      '取负、指数、加1、倒数',
      '*-1 -> exp -> +1 -> 1/x',
    ],
    wrong: [
      ['exp neg add div', 'exp is not the first'],
      ['neg exp div', 'so far right. Then div does not fit'],
      ['neg exp add', 'What is still missing'],
      ['neg exp add div mul', 'make up the box already'],
    ],
    unread: [['turn around', 'turn is no gate']],
  },
  {
    name: 'a line taken apart',
    at: { program: 'q = x * y + z\nf = q ** 2', inputs: 'x: 1, y: 2, z: 3', ask: 'split q' },
    right: ['mul add', '* +'],
    wrong: [['add mul', 'add is not the first']],
  },
  {
    name: 'gates put together',
    at: { program: 'f = 1 / (1 + exp(-x))', inputs: 'x: 1', ask: 'fuse f' },
    right: ['o * (1 - o)', 'f*(1-f)', 'o - o^2', '(1-f)f'],
    wrong: [
      ['1 - o', 's(1-s) has two factors'],
      ['o', "is the gate's output"],
    ],
    unread: [
      ['0.2', 'Which formula in o gives it for every input'],
      ['exp(-x)/(1+exp(-x))**2', 'it reads x'],
    ],
  },
  {
    name: 'tanh in its output',
    at: { program: 'f = tanh(x)', inputs: 'x: 0.5', ask: 'fuse f' },
    right: ['1 - o**2', '1-f*f'],
    wrong: [['1 - o', /./]],
  },
  {
    name: 'own stages',
    at: { program: 'f = (x + y) * z', inputs: 'x: -2, y: 5, z: -4', ask: 'stage', keys: 'stages: 2' },
    right: ['q = x + y; f = q * z', 'a=x+y；b＝a*z', 'q = x*z; p = y*z; f = p + q'],
    wrong: [
      ['q = x - y; f = q * z', 'your lines give 28, and f is -12'],
      ['q = 3; f = q * z', 'with other inputs it would not'],
    ],
    unread: [
      ['f = (x + y) * z', 'Its lines are 1; at least 2 are wanted'],
      ['q = x + w; f = q * z', '`w`'.replaceAll('`', '')],
      ['q = x + ; f = q * z', /./],
      ['q = q + 1; f = q', /./],
    ],
  },
];

describe.each(rows)('$name', ({ at, right, wrong, unread = [] }) => {
  test.each(right)('%s is right', (answer) => {
    expect(reply(begin(at), answer)).toMatchObject({ verdict: 'right' });
  });

  test.each(wrong)('%s is wrong, and it is said what it is', (answer, said) => {
    const { verdict, said: sentence } = reply(begin(at), answer);
    expect(`${verdict}: ${sentence}`).toMatch(/^wrong/);
    expect(sentence).toMatch(said instanceof RegExp ? said : literal(said));
    expect(reply(begin(at), answer, 'zh').said).toMatch(/[\u4e00-\u9fff]|A dot/);
  });

  test.each(unread)('%s counts for nothing', (answer, said) => {
    const { verdict, said: sentence } = reply(begin(at), answer);
    expect(`${verdict}: ${sentence}`).toMatch(/^unreadable/);
    expect(sentence).toMatch(said instanceof RegExp ? said : literal(said));
    expect(reply(begin(at), answer, 'zh').said).toMatch(/[\u4e00-\u9fff]/);
  });

  test('four hints, the last with the answer; the working where it is revealed', () => {
    let state = begin(at);
    for (let n = 1; n <= 4; n++) {
      state = step(state, { type: 'hint' }).state;
      expect(seen(state).feedback).toContain(`Hint ${n} of 4`);
      expect(seen(state, 'zh').feedback).toContain(`提示 ${n}/4`);
    }
    const revealed = step(state, { type: 'reveal' }).state;
    expect(seen(revealed).feedback).not.toBe('');
    expect(seen(state).feedback).not.toMatch(/undefined|NaN|``/);
    for (const type of ['nudge', 'why'] as const) expect(seen(step(begin(at), { type }).state).feedback).not.toBe('');
    expect(seen(begin(at), 'en', 'ascii').prompt).toMatch(/^[\x20-\x7e]+$/);
    expect(seen(begin(at)).question).not.toMatch(/undefined|NaN/);
  });

  test('the engine’s own answer is right at 20 seeds', () => {
    const lesson = lessonOf(drawn(at));
    for (let seed = 1; seed <= 20; seed++) {
      let state = start(openLesson(lesson, seed));
      while (phaseOf(state) !== 'finished') {
        const asked = currentQuestion(state);
        const answered = step(state, { type: 'answer', text: perfectAnswer(asked!) });
        expect(answered.effects[0]?.verdict, `${asked?.id} ${perfectAnswer(asked!)}`).toBe('right');
        state = step(answered.state, { type: 'next' }).state;
      }
    }
  });
});

/** The fixture with numbers drawn from the seed in place of fixed ones. */
function drawn(at: Fixture): Fixture {
  const inputs = at.inputs.replace(/-?\d+(\.\d+)?(?=(,|$))/g, (number, _d, _e, place: number, all: string) =>
    all.slice(0, place).split('[').length > all.slice(0, place).split(']').length
      ? number
      : '{from: 1, to: 6, step: 0.5}',
  );
  return { ...at, inputs };
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
