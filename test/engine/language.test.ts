import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  build,
  describeProblem,
  evaluate,
  nearest,
  type ProblemTable,
  ProgramError,
  parse,
  problemCodes,
  run,
} from '../../src/engine/index.js';
import { englishProblems } from '../../src/engine/language/problems.js';

function problem(action: () => unknown): ProgramError {
  try {
    action();
  } catch (error) {
    if (error instanceof ProgramError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const value = (text: string, scope: Record<string, number> = {}): number => evaluate(text, scope).data[0]!;

describe('expressions', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 - 3 - 4', -5],
    ['12 / 3 / 2', 2],
    ['-2 ** 2', -4],
    ['2 ** -1', 0.5],
    ['2 ** 3 ** 2', 512],
    ['--3', 3],
    ['+4 - -4', 8],
    ['1e-3 + .5', 0.501],
    ['maximum(2, 3) + min(4, 5)', 7],
    ['3 > 2', 1],
    ['1 + 1 == 3', 0],
    ['np.exp(0) + math.sqrt(16) + torch.relu(-3)', 5],
    ['2 * math.pi', 2 * Math.PI],
    ['leaky_relu(-2) + leaky_relu(-2, 0.5)', -1.02],
    ['square(3)', 9],
  ])('%s is %d', (text, want) => expect(value(text)).toBeCloseTo(want, 12));

  it('reads answers as they are typed', () => {
    expect(value('－２×（１．５＋０．５）')).toBe(-4);
    expect(value('3^2')).toBe(9);
    expect(value('σ(0)')).toBe(0.5);
    expect(value('(1-0.73)*0.73*g', { g: 2 })).toBeCloseTo(0.3942, 12);
  });

  it('reads names from the scope only', () => {
    const error = problem(() => evaluate('2 * upstraem', { upstream: 3 }));
    expect(error.code).toBe('unknown-name');
    expect(error.message).toBe('unknown name upstraem; did you mean upstream?');
    expect(problem(() => evaluate('constructor', {})).code).toBe('unknown-name');
    expect(problem(() => evaluate('toString(1)', {})).code).toBe('unknown-function');
  });
});

describe('programs', () => {
  it('name their nodes: given names, t1, t2, … for the rest, skipping names that are taken', () => {
    const circuit = build('t2 = x * y + 1; f = t2 * (x + y)');
    const names = Array.from({ length: circuit.size }, (_, id) => circuit.name(id));
    expect(names).toEqual(['x', 'y', 't1', '1', 't2', 't3', 'f']);
    expect(circuit.find('t3')).toBe(5);
    expect(circuit.named(5)).toBe(false);
    expect(circuit.named(6)).toBe(true);
  });

  it('keep the gates as they were typed', () => {
    const circuit = build('f = 1 / (1 + exp(-x))');
    const gates = Array.from({ length: circuit.size }, (_, id) => circuit.gate(id));
    expect(gates).toEqual(['input', 'neg', 'exp', 'const', 'add', 'const', 'div']);
  });

  it('fold what is constant', () => {
    const circuit = build('f = x ** (-2) * (2 * 3)');
    expect(Array.from({ length: circuit.size }, (_, id) => circuit.name(id))).toEqual(['x', '-2', 't1', '6', 'f']);
  });

  it('take names with a literal as inputs, wherever they stand, and other values from outside', () => {
    const text = 'x = -2; y = 5  # as in the notes\nq = x + y\n\nf = q * z; z = -2 * 2';
    const circuit = build(text);
    expect(circuit.inputs.map((id) => circuit.name(id))).toEqual(['x', 'y', 'z']);
    expect(run(circuit).value(circuit.output).data[0]).toBe(-12);
    const other = build(text, { inputs: { x: 1 } });
    expect(run(other).value(other.output).data[0]).toBe(-24);
    const fixed = build(text, { consts: { x: 1 } });
    expect(fixed.inputs.map((id) => fixed.name(id))).toEqual(['y', 'z']);
  });

  it('call a bare expression f', () => expect(build('x * y').find('f')).toBe(2));

  it('give one node two names where a line renames', () => {
    const circuit = build('q = x + y; p = q; f = p * q');
    expect(circuit.find('p')).toBe(circuit.find('q'));
    expect(circuit.name(circuit.find('p')!)).toBe('q');
    expect(circuit.stages[1]).toEqual({ name: 'p', node: 2, gates: [], reads: ['q'], source: 'q', line: 1 });
  });

  it('may go on over lines between brackets', () => {
    const circuit = build('f = (x +   # first\n  y)\n');
    expect(circuit.stages[0]!.source).toBe('(x + y)');
  });

  it('take another name as the output', () => {
    const circuit = build('q = x + y; f = q * z', { output: 'q' });
    expect(circuit.name(circuit.output)).toBe('q');
  });
});

describe('what is wrong with a program', () => {
  it.each([
    ['', 'empty-program', 1, 1],
    ['# nothing', 'empty-program', 1, 10],
    ['f = x $ y', 'unexpected-character', 1, 7],
    ['f = x \u0007 y', 'unexpected-character', 1, 7],
    ['f = 2x', 'bad-number', 1, 5],
    ['f = 1e999 * x', 'bad-number', 1, 5],
    ['f = x ^ 2', 'power-sign', 1, 7],
    ['q = x\nf = q * * z', 'expected-expression', 2, 9],
    ['f = x +', 'expected-expression-at-end', 1, 7],
    ['f = x y', 'expected-end', 1, 7],
    ['f = (x + y', 'unclosed', 1, 5],
    ['f = (x + y\ng = 3', 'unclosed', 1, 5],
    ['f = exp(x ; y)', 'unclosed', 1, 8],
    ['x + y = 3', 'not-a-name', 1, 1],
    ['f = 1 < x < 2', 'chained-comparison', 1, 11],
    ['f = x\nf = y', 'assigned-twice', 2, 1],
    ['f = q * 2\nq = x + 1', 'read-before-assigned', 1, 5],
    ['f = f + 1', 'reads-itself', 1, 5],
    ['x = 3', 'no-output', 1, 1],
    ['f = sigmod(x)', 'unknown-function', 1, 5],
    ['f = maximum(x)', 'wrong-argument-count', 1, 5],
    ['f = exp(x, y)', 'wrong-argument-count', 1, 5],
    ['f = x.', 'expected-name-at-end', 1, 6],
    ['f = )', 'expected-expression', 1, 5],
  ])('%j: %s', (text, code, line, column) => {
    const error = problem(() => build(text));
    expect([error.code, error.line, error.column]).toEqual([code, line, column]);
    expect(error.message).not.toContain('{');
  });

  it('is shown with a caret under the place', () => {
    const error = problem(() => build('q = x + y\nf = sigmod(q)'));
    expect(error.message).toBe('unknown function sigmod; did you mean sigmoid?');
    expect(error.excerpt).toBe('f = sigmod(q)\n    ^^^^^^');
    expect(error.length).toBe(6);
  });

  it('is shown under wide characters, with control characters made visible, and in a window of a long line', () => {
    expect(problem(() => build('权重 = sigmod(x)')).excerpt).toBe('权重 = sigmod(x)\n       ^^^^^^');
    expect(problem(() => build('f = x \u001b[31m')).excerpt).toBe('f = x ␛[31m\n      ^');
    const long = problem(() => build(`f = ${'x + '.repeat(400)}sigmod(x)${' + x'.repeat(400)}`));
    for (const line of long.excerpt.split('\n')) expect(line.length).toBeLessThanOrEqual(78);
    const [shown, carets] = long.excerpt.split('\n');
    expect(shown!.slice(carets!.indexOf('^'), carets!.length)).toBe('sigmod');
  });

  it('can lie in the values', () => {
    const given = (options: Parameters<typeof build>[1]): ProgramError =>
      problem(() => build('sigy = x + y; f = sigy * x', options));
    expect(given({ inputs: { X: 3 } }).message).toContain('did you mean x?');
    expect(given({ consts: { sigz: 3 } }).code).toBe('unknown-input');
    expect(given({ inputs: { sigy: 3 } }).code).toBe('computed-input');
    expect(given({ output: 'sigx' }).message).toBe(
      'the program has no name sigx to take as its output; did you mean sigy?',
    );
    const missing = problem(() => run(build('sigy = 2 * x\nf = sigz * x', { inputs: { x: 1 } })));
    expect(missing.message).toBe('there is no value for sigz; did you mean sigy?');
    expect([missing.line, missing.column]).toEqual([2, 5]);
  });

  it('is bounded: length, tokens, depth, gates', () => {
    expect(problem(() => parse('x'.repeat(300_000))).code).toBe('program-too-long');
    expect(problem(() => parse(`f = ${'x+'.repeat(40_000)}x`)).code).toBe('too-many-tokens');
    for (const open of ['(', '-', '2**', 'exp(', '['])
      expect(problem(() => build(`f = ${open.repeat(5000)}x`)).code).toBe('too-deep');
    const terms = build(`f = ${'x + '.repeat(9000)}x`, { inputs: { x: 1 } });
    expect(run(terms).value(terms.output).data[0]).toBe(9001);
    expect(problem(() => build(`f = ${'x + '.repeat(24_000)}x`)).code).toBe('too-many-gates');
  });

  it('is never anything but a ProgramError, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'x',
        'y',
        'f',
        ' = ',
        '=',
        '+',
        '-',
        '*',
        '/',
        '**',
        '(',
        ')',
        '[',
        ']',
        ',',
        ':',
        ';',
        '\n',
        '.',
        '1',
        '2.5',
      ],
      ...['exp', 'max(', 'np.', 'T', '#', '^', '<', '==', '@', 'True', 'None', 'axis=', '\u001b', '权', '\ud800', '😀'],
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (source) => {
        try {
          run(build(source, {}));
        } catch (error) {
          expect(error).toBeInstanceOf(ProgramError);
          const { message, excerpt } = error as ProgramError;
          expect(message + excerpt.replace('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        }
      }),
      { seed: 5, numRuns: 5000 },
    );
  });
});

describe('the sentences of problems', () => {
  it('can be said in another language from code and parameters alone', () => {
    const chinese = {
      ...englishProblems,
      'unknown-name': '没有 {name} 这个名字',
      'did-you-mean': '{sentence}；是 {near} 吗？',
    };
    expect(describeProblem('unknown-name', { name: 'sigz', near: 'sigy' }, chinese satisfies ProblemTable)).toBe(
      '没有 sigz 这个名字；是 sigy 吗？',
    );
    expect(problemCodes).toContain('missing-input');
    expect(problemCodes).not.toContain('did-you-mean');
  });
});

describe('nearest', () => {
  it('finds what was meant', () => {
    expect(nearest('sigz', ['sigx', 'sigy', 'num'])).toBe('sigx');
    expect(nearest('chian-rule', ['forks', 'chain-rule'])).toBe('chain-rule');
    expect(nearest('X', ['x', 'y'])).toBe('x');
    expect(nearest('softmax', ['sin'])).toBeUndefined();
    expect(nearest('', ['a'])).toBeUndefined();
  });
});
