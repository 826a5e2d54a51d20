import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSource } from '../../src/check/index.js';
import { fixture } from './fixtures.js';

/** Small files: every one of them is checked hundreds of times. */
const sources = ['chain', 'neuron', 'staged', 'matmul', 'aliased', 'batchnorm', 'recurrent', 'svm', 'attention'].map(
  fixture,
);
const words =
  'np . dot ( ) [ ] { } = += -= *= @ X dX W x dx f df for in range 1 0 -1 1e308 : , None ... .T .shape ** randn zeros max view exp ~ <= == \\ 0x reshape 1000000 where lambda """ \' # -> if def'
    .split(' ')
    .concat(['\n', '\n', '  ', '# check: ', '\u0000', '\u001b[31m', '门', 'f = lambda x: f(x)\n']);

const soup = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom('', ' ')), { maxLength: 60 })
  .map((parts) => parts.map((part) => part.join('')).join(''));

/** A file with lines and words taken out, doubled and swapped. */
const mutated = fc
  .tuple(
    fc.constantFrom(...sources),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...words), fc.nat(4)), { minLength: 1, maxLength: 4 }),
  )
  .map(([source, changes]) => {
    let lines = source.split('\n');
    for (const [a, b, word, kind] of changes) {
      const at = a % lines.length;
      const tokens = lines[at]!.match(/\w+|\s+|[^\w\s]/g) ?? [''];
      if (kind === 0) lines = lines.toSpliced(at, 1);
      else if (kind === 1) lines = lines.toSpliced(b % lines.length, 0, lines[at]!);
      else lines = lines.with(at, tokens.toSpliced(b % tokens.length, kind === 2 ? 0 : 1, word).join(''));
    }
    return lines.join('\n');
  });

const options = { seed: 20, numRuns: 150 };

describe('any text', () => {
  test('is checked without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ maxLength: 200, unit: 'binary' })), (text) => void checkSource(text)),
      options,
    );
  });

  test('and so is any code with pieces taken out, put in and swapped', () => {
    fc.assert(
      fc.property(mutated, (text) => void checkSource(text)),
      options,
    );
  });
});

describe('bounds', () => {
  test.each([
    ['brackets', `x = ${'('.repeat(50_000)}`],
    ['signs', `x = ${'-'.repeat(50_000)}1`],
    ['a long sum', `x = 1${' + 1'.repeat(50_000)}`],
    ['a long product of methods', `x = 1\ny = x${'.T'.repeat(50_000)}`],
    ['statements on one line', 'x = 1;'.repeat(30_000)],
    [
      'loops in loops',
      `${Array.from({ length: 8 }, (_, k) => `${' '.repeat(k)}for i in range(1000):`).join('\n')}\n${' '.repeat(9)}x = 1`,
    ],
    ['blocks in blocks', Array.from({ length: 500 }, (_, k) => `${' '.repeat(k)}if x:`).join('\n')],
    ['functions that call themselves', 'f = lambda x: f(x) + f(x)\ny = f(1)'],
    ['doubling', `x = np.ones(1000)\n${'x = np.concatenate((x, x))\n'.repeat(40)}`],
    ['products', `A = np.ones((1000, 1000))\n${'A = A @ A\n'.repeat(40)}`],
    [
      'gradients',
      `${Array.from({ length: 4000 }, (_, k) => `x${k} = ${k}\ny${k} = x${k} * 2\ndx${k} = 2`).join('\n')}`,
    ],
  ])('%s end', (_, text) => {
    expect(['unreadable', 'wrong', 'right']).toContain(checkSource(text).outcome);
  });
});
