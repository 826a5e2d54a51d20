import { describe, expect, test } from 'vitest';
import { checkSource, type ExerciseWords, exerciseOf, NoForm, templatePrograms } from '../../src/check/index.js';
import { checkMessages } from '../../src/messages/check.js';

const words: ExerciseWords = { ...checkMessages.en.template, check: 'Check it' };
const styles = ['numpy', 'torch'] as const;

/** The backward lines of the softmax exercise, as a learner may write them. */
const softmaxLines: Readonly<Record<(typeof styles)[number], readonly (readonly [string, string])[]>> = {
  numpy: [
    ['dlogprobs = None', 'dlogprobs = np.zeros((6, 3)); dlogprobs[range(6), y] = -1 / 6'],
    ['dprobs = None', 'dprobs = dlogprobs / probs'],
    ['dsums = None', 'dsums = np.sum(-dprobs * exps / sums**2, axis=1, keepdims=True)'],
    ['dexps = None', 'dexps = dprobs / sums + dsums'],
    ['dshifted = None', 'dshifted = dexps * exps'],
    ['dscores = None', 'dscores = dshifted'],
    ['dX = None', 'dX = dscores @ W.T'],
    ['dW = None', 'dW = X.T @ dscores'],
    ['db = None', 'db = dscores.sum(0)'],
  ],
  torch: [
    ['dlogprobs = None', 'dlogprobs = torch.zeros(6, 3); dlogprobs[range(6), y] = -1 / 6'],
    ['dprobs = None', 'dprobs = dlogprobs / probs'],
    ['dsums = None', 'dsums = (-dprobs * exps / sums**2).sum(1, keepdim=True)'],
    ['dexps = None', 'dexps = dprobs / sums + dsums'],
    ['dshifted = None', 'dshifted = dexps * exps'],
    ['dscores = None', 'dscores = dshifted.clone()'],
    ['dX = None', 'dX = dscores @ W.t()'],
    ['dW = None', 'dW = X.t() @ dscores'],
    ['db = None', 'db = dscores.sum(0)'],
  ],
};

describe.each(styles)('exercises in %s', (style) => {
  test.each(Object.keys(templatePrograms))('%s: the forward pass is read, every gradient is asked for', (name) => {
    const exercise = exerciseOf(templatePrograms[name]!, style, words);
    const { lines, verdicts } = checkSource(exercise);
    expect(lines.filter(({ kind }) => kind === 'unread')).toEqual([]);
    const [first, ...blanks] = verdicts;
    expect(['given', 'exact']).toContain(first!.status);
    expect(blanks.length).toBeGreaterThan(6);
    expect(new Set(blanks.map(({ status }) => status))).toEqual(new Set(['blank']));
  });

  test('softmax, filled in, is right', () => {
    let exercise = exerciseOf(templatePrograms.softmax!, style, words);
    for (const [blank, line] of softmaxLines[style]) {
      expect(exercise).toContain(blank);
      exercise = exercise.replace(blank, line);
    }
    expect(checkSource(exercise).verdicts.map(({ name, status }) => `${name} ${status}`)).toEqual(
      ['loss', 'logprobs', 'probs', 'sums', 'exps', 'shifted', 'scores', 'X', 'W', 'b'].map((name) => `d${name} exact`),
    );
  });

  test('a program of one’s own', () => {
    const program = 'x = -2; y = [1, 2]\nq = max(x * y, 0) ** 2 - (3 - (x - 1))\nf = sum(q / 2, axis=0)';
    const exercise = exerciseOf({ program, inputs: {} }, style, words);
    expect(checkSource(exercise).verdicts.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'df exact',
      'dq blank',
      'dx blank',
      'dy blank',
    ]);
  });
});

test('signs and brackets come out as they were meant', () => {
  const program = 'x = 2\ny = 3\nf = -(x - (y - 1)) ** 2 / (x * (y / x)) - (-x) ** 2';
  const exercise = exerciseOf({ program, inputs: {} }, 'numpy', words);
  expect(exercise).toContain('f = -(x - (y - 1)) ** 2 / (x * (y / x)) - (-x) ** 2\n');
});

test('a function without a form in the library is named', () => {
  const program = 'f = conv1d([1, 2, 3] * x, [1, 2])';
  expect(() => exerciseOf({ program, inputs: {} }, 'numpy', words)).toThrow(NoForm);
});
