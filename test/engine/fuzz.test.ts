import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build, evaluate, grad, type NestedNumbers, ProgramError, run } from '../../src/engine/index.js';
import { referenceCases } from './reference/cases.js';

/** How many programs each property tries; the environment may ask for more, for a long run by hand. */
const RUNS = Number(process.env.ENGINE_FUZZ_RUNS ?? 2000);

const pieces = [
  ...['x', 'y', 'X', 'W', 'f', ' = ', '=', '+', '-', '*', '/', '@', '**', '(', ')', '[', ']', ',', ':', ';', '\n', '.'],
  ...[
    '0',
    '1',
    '2',
    '3',
    '-1',
    '1.5',
    '1e3',
    '1e308',
    '.T',
    '.shape',
    '.size',
    'axis=',
    'keepdims=True',
    'stride=2',
    'pad=1',
  ],
  ...[
    'None',
    'True',
    ' < ',
    ' == ',
    '#',
    '^',
    '\u001b',
    '权',
    '\ud800',
    '😀',
    'exp(',
    'log(',
    'sqrt(',
    'max(',
    'maximum(',
  ],
  ...['sum(', 'mean(', 'var(', 'softmax(', 'logsumexp(', 'cross_entropy(', 'svm_hinge(', 'mse(', 'conv1d(', 'conv2d('],
  ...['maxpool2(', 'batchnorm(', 'layernorm(', 'concat(', 'reshape(', 'transpose(', 'swapaxes(', 'scatter(', 'outer('],
  ...[
    'range(',
    'zeros(',
    'ones_like(',
    'linear(',
    'np.',
    'math.pi',
    '.dot(',
    '.sum(',
    '.reshape(',
    '[0]',
    '[:, 1]',
    '[::-1]',
  ],
];

const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));

/** A valid program with a few characters dropped, doubled, swapped or replaced by pieces of the language. */
const mutated = fc
  .tuple(
    fc.constantFrom(...referenceCases.map((one) => one.program.slice(0, 9).join('\n'))),
    fc.array(fc.tuple(fc.nat(400), fc.nat(3), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 4 }),
  )
  .map(([program, changes]) =>
    changes.reduce((text, [where, how, piece]) => {
      const at = where % (text.length + 1);
      if (how === 0) return text.slice(0, at) + text.slice(at + 1);
      if (how === 1) return text.slice(0, at) + piece + text.slice(at);
      if (how === 2) return text.slice(0, at) + piece + text.slice(at + 1);
      return text.slice(0, at) + text.slice(at, at + 5) + text.slice(at);
    }, program),
  );

const inputs: Record<string, NestedNumbers> = {
  x: [1, -2, 3],
  y: 2,
  X: [
    [1, 2, 3],
    [4, 5, 6],
  ],
  W: [
    [0.5, -1],
    [2, 0.25],
    [1, 1],
  ],
};

/** Runs an action that may fail with a ProgramError only, fit to be shown. */
function survives(action: () => void): void {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(ProgramError);
    const { message, excerpt, line, column } = error as ProgramError;
    expect(message + excerpt.replace('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Cf}]/u);
    expect(message).not.toMatch(/\{\w+\}|undefined|NaN/);
    expect(line === 0).toBe(column === 0);
  }
}

describe('whatever the program, the engine answers', () => {
  it.each([
    ['a soup of pieces', soup],
    ['a mutated program', mutated],
    ['any text', fc.string({ unit: 'binary', maxLength: 40 })],
  ])('%s', (_name, programs) => {
    fc.assert(
      fc.property(programs, (program) => {
        survives(() => {
          const circuit = build(program);
          for (let id = 0; id < circuit.size; id++) for (const arg of circuit.args(id)) expect(arg).toBeLessThan(id);
        });
        survives(() => {
          const wanted = Object.entries(inputs).filter(([name]) => program.includes(name));
          grad(program, { consts: {}, inputs: Object.fromEntries(wanted) });
        });
        survives(() => {
          run(build(program));
        });
        survives(() => {
          evaluate(program, inputs);
        });
      }),
      { seed: Number(process.env.ENGINE_FUZZ_SEED ?? 1), numRuns: RUNS, endOnFailure: true },
    );
  });
});
