import { describe, expect, test } from 'vitest';
import { step } from '../../../src/lessons/index.js';
import { begin, type Fixture, problemsOf, reply, seen } from './fixture.js';

const locals: Fixture = { program: 'f = max(a, b)', inputs: 'a: -3, b: -5', ask: 'both locals of f' };
const gradients: Fixture = {
  program: 'm = max(z, w)\nf = 3*m',
  inputs: 'z: -2, w: -7',
  ask: 'both gradients into m',
};

describe('what both inputs of a gate get, in one answer', () => {
  test('asks for both, and shows what arrives', () => {
    expect(seen(begin(locals))).toMatchObject({
      prompt: '∂f/∂a, ∂f/∂b',
      question:
        'This gate computed f = max(a, b), with a = -3 and b = -5. How strongly does f react to each of the two? ∂f/∂a, ∂f/∂b, with a comma between:',
    });
    expect(seen(begin(gradients)).question).toMatch('dm = 3 arrives at m = max(z, w), with z = -2 and w = -7.');
    expect(seen(begin(gradients), 'zh').question).toBe(
      'dm = 3 到达 m = max(z, w)，其中 z = -2、w = -7。这个门传回两个输入的各是多少？按次序写出 dz, dw，中间用逗号隔开：',
    );
  });

  test.each(['1, 0', '1，0', '(1, 0)', '[1; 0]', '1 0', '∂f/∂a = 1, ∂f/∂b = 0'])('%s is right', (typed) => {
    const answered = reply(begin(locals), typed);
    expect(answered.verdict).toBe('right');
    expect(answered.said).toContain('∂f/∂a = 1 (a > b), ∂f/∂b = 0 (a > b)');
  });

  test.each<[string, string, string, string]>([
    ['3, 3', 'max-loser', '3 to both: but max let only one of them through.', '两边都给了 3'],
    ['1.5, 1.5', 'max-half', 'Half of 3 to each: but z and w are not equal', '各给了 3 的一半'],
    ['0, 3', 'max-loser', 'Those go to the wrong ends: w was not picked.', '给反了：没有选中的是 w。'],
    ['1, 0', 'no-upstream', 'dz: 1 is the local gradient', 'dz：1 是局部梯度'],
    ['3, -21', 'max-value', "dw: -21 is w's own value", 'dw：-21 是 w 本身的值'],
  ])('%s: %s', (typed, mistake, en, zh) => {
    expect(reply(begin(gradients), typed)).toMatchObject({ verdict: 'wrong', mistake });
    expect(reply(begin(gradients), typed).said).toContain(en);
    expect(reply(begin(gradients), typed, 'zh').said).toContain(zh);
  });

  test('at a tie any parts are right that add up to what arrives', () => {
    const tie = { program: 'f = max(a, b)', inputs: 'a: 2, b: 2', circuit: 'kinks: true', ask: 'both locals of f' };
    for (const typed of ['1, 0', '0, 1', '0.5, 0.5', '0.3, 0.7'])
      expect(reply(begin(tie), typed).verdict).toBe('right');
    expect(reply(begin(tie), '1, 1').said).toContain('Those add up to 2. At a tie the two share 1 between them');
    expect(reply(begin(tie), '0, 0', 'zh').said).toContain('加起来是 0。');
  });

  test('at other gates too: the right numbers at each other’s place', () => {
    const product = { program: 'f = a - b', inputs: 'a: 3, b: 5', ask: 'both locals of f' };
    expect(reply(begin(product), '1, -1').verdict).toBe('right');
    expect(reply(begin(product), '-1, 1').said).toContain("The right numbers, each at the other's place.");
  });

  test.each(['1', '1, 2, 3', '', ',', 'x'])('%s is not read', (typed) => {
    expect(reply(begin(locals), typed).verdict ?? 'unreadable').toBe('unreadable');
  });

  test('both numbers stand on the circuit when they are found', () => {
    const { state } = reply(begin(gradients), '3, 0');
    expect(seen(state).circuit).not.toContain('?');
    expect(seen(step(begin(gradients), { type: 'hint' }).state).feedback).toContain('m = max(z, w)');
  });

  test('a nudge moves the one that gets nothing', () => {
    expect(seen(step(begin(gradients), { type: 'nudge' }).state).feedback).toContain(
      'f goes from -6 to -6, a move of 0',
    );
  });

  test('is asked of lines of two names that are read nowhere else', () => {
    expect(problemsOf({ program: 'f = a + b + c', inputs: 'a: 1, b: 2, c: 3', ask: 'both locals of f' })[0]).toContain(
      'both asks about a line that reads two names; f reads a, b, c',
    );
    expect(
      problemsOf({ program: 'm = a * b\nf = m + a', inputs: 'a: 1, b: 2', ask: 'both gradients into m' })[0],
    ).toContain('a is read by other lines too');
  });
});
