import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  build,
  evaluate,
  type NestedNumbers,
  numericGradient,
  ProgramError,
  run,
  tangent,
  toNested,
} from '../../src/engine/index.js';
import { randomProgram } from './circuits.js';

function problem(action: () => unknown): ProgramError {
  try {
    action();
  } catch (error) {
    if (error instanceof ProgramError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

const value = (text: string, scope: Record<string, NestedNumbers> = {}): NestedNumbers =>
  toNested(evaluate(text, scope));

const matrix = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => r * columns + c + 1));

describe('tensors in the language', () => {
  const scope = { X: matrix(2, 3), x: [1, 2, 3], s: 2 };

  it.each([
    ['[1, 2] + 3', [4, 5]],
    [
      '[[1, 2], [3, 4]].T',
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ['X.shape', [2, 3]],
    ['X.size', 6],
    [
      'X + x',
      [
        [2, 4, 6],
        [5, 7, 9],
      ],
    ],
    ['X @ x', [14, 32]],
    ['X.dot(x)', [14, 32]],
    ['np.dot(x, x)', 14],
    [
      'X @ X.T',
      [
        [14, 32],
        [32, 77],
      ],
    ],
    ['X[0]', [1, 2, 3]],
    ['X[1, 2]', 6],
    ['X[-1, -1]', 6],
    ['X[:, 1]', [2, 5]],
    [
      'X[:, 0:2]',
      [
        [1, 2],
        [4, 5],
      ],
    ],
    [
      'X[:, ::2]',
      [
        [1, 3],
        [4, 6],
      ],
    ],
    ['x[::-1]', [3, 2, 1]],
    ['x[[2, 0]]', [3, 1]],
    ['X[range(2), [2, 0]]', [3, 4]],
    [
      'x[:, None] * x',
      [
        [1, 2, 3],
        [2, 4, 6],
        [3, 6, 9],
      ],
    ],
    [
      'outer(x, [1, 10])',
      [
        [1, 10],
        [2, 20],
        [3, 30],
      ],
    ],
    ['sum(X)', 21],
    ['X.sum(axis=0)', [5, 7, 9]],
    ['X.sum(1)', [6, 15]],
    ['np.sum(X, axis=1, keepdims=True)', [[6], [15]]],
    ['torch.sum(X, dim=1, keepdim=True)', [[6], [15]]],
    ['mean(X, axis=(0, 1))', 3.5],
    ['X.max(0)', [4, 5, 6]],
    ['max(X)', 6],
    ['max(x, 2)', [2, 2, 3]],
    [
      'X > 3',
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
    ],
    ['var(x)', 2 / 3],
    ['concat(x, [4])', [1, 2, 3, 4]],
    ['[x[0] * s, s, 1]', [2, 2, 1]],
    [
      'reshape(X, 3, 2)',
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    ['X.reshape(-1)', [1, 2, 3, 4, 5, 6]],
    ['zeros_like(x) + ones(3)', [1, 1, 1]],
    ['arange(1, 7, 2)', [1, 3, 5]],
    ['scatter(x[[0, 0, 2]], [1, 2, 3])', [3, 0, 3]],
    ['softmax([0, 0])', [0.5, 0.5]],
  ])('%s', (text, want) => expect(value(text, scope)).toEqual(want));

  it('are inputs where a list is assigned, and keep shape and name', () => {
    const circuit = build('W = [[1, 2], [3, 4]]\nx = [1, -1]\ny = W @ x');
    const result = run(circuit, { seed: [1, 10] });
    expect(toNested(result.value(circuit.output))).toEqual([-1, -1]);
    expect(toNested(result.gradient(circuit.find('W')!))).toEqual([
      [1, -1],
      [10, -10],
    ]);
    expect(toNested(result.gradient(circuit.find('x')!))).toEqual([31, 42]);
    expect(circuit.shape(circuit.find('W')!)).toEqual([2, 2]);
  });

  it('let labels and indices be constants of another run', () => {
    const circuit = build('f = cross_entropy(Z, y)', { inputs: { Z: [[0, 0]] }, consts: { y: [0] } });
    const first = toNested(run(circuit).gradient(circuit.find('Z')!));
    const second = toNested(run(circuit, { inputs: { y: [1] } }).gradient(circuit.find('Z')!));
    expect([first, second]).toEqual([[[-0.5, 0.5]], [[0.5, -0.5]]]);
  });
});

describe('what is wrong with shapes', () => {
  const inputs = { W: matrix(5, 10), X: matrix(3, 10), x: [1, 2, 3], s: 2, y: [0, 5, 1] };
  const messages: readonly (readonly [string, string, number])[] = [
    ['W @ X', 'W is 5x10 and X is 3x10: the inner sizes 10 and 3 differ; did you mean X.T?', 5],
    ['W.T @ X', 'W.T is 10x5 and X is 3x10: the inner sizes 5 and 3 differ; did you mean W @ X.T?', 5],
    ['W @ s', 's is a single number; @ takes vectors and matrices, use * here', 5],
    ['2 * (W + X)', 'W is 5x10 and X is 3x10: these shapes cannot be combined entry by entry', 10],
    ['X * X.T', 'X is 3x10 and X.T is 10x3: these shapes cannot be combined entry by entry; did you mean X?', 5],
    ['sum(x, axis=1)', 'x has the shape [3], and no axis 1', 5],
    ['sum(X, axis=[0, 0])', 'the axis 0 is given twice', 5],
    ['sum(X, 0)', 'give the axis by name: sum(x, axis=0)', 12],
    ['sum(X, axis=s)', 'axis of sum has to be a constant', 17],
    ['sum(X, axis=0.5)', 'axis of sum has to be a whole number, not 0.5', 17],
    ['sum(X, keepdims=1)', 'keepdims of sum has to be True or False', 21],
    ['sum(X, axes=0)', 'sum has no argument called axes; did you mean axis?', 12],
    ['sum(X, axis=0, axis=1)', 'axis is given twice', 20],
    ['sum(axis=0, X)', 'arguments with a name come last', 17],
    ['max(X, 2, axis=0)', 'max(a, b) has no argument called axis', 15],
    ['X[3]', 'the index 3 is out of range: X has 3 entries on this axis, 0 to 2', 5],
    ['X[0, 0, 0]', 'X has the shape 3x10, and 3 indices are given', 5],
    ['x[y]', 'the index 5 is out of range: x has 3 entries on this axis, 0 to 2', 5],
    ['x[0.5]', 'the index 0.5 is not a whole number', 7],
    ['x[s * 1]', 'an index is a whole number or an array of whole numbers that is known before the circuit runs', 7],
    ['x[2:1]', 'this slice of x is empty', 5],
    ['x[::0]', 'the step of a slice is not 0', 5],
    ['x[]', 'expected a number, a name or an opening bracket, found ]', 5],
    ['x + [1, [2, 3]]', 'the rows of this list differ in shape: [] and [2]', 9],
    ['x + [[1, 2], [3]]', 'the rows of this list differ in shape: [2] and [1]', 9],
    ['x + []', 'an empty list has no value', 9],
    ['[x, s]', 'the rows of this list differ in shape: [3] and []', 5],
    ['reshape(X, 4, 4)', 'X has 30 entries, and the shape 4x4 holds 16', 5],
    ['cross_entropy(X, x[0:2])', 'cross_entropy: x[0:2] has the shape [2], and [3] is needed', 5],
    ['cross_entropy(X[:, 0:4], y)', 'cross_entropy: the label 5 is not a class; there are 4, counted from 0', 5],
    ['conv1d(x, W)', 'conv1d takes a vector as W, and this has the shape 5x10', 5],
    ['conv1d(x, y, stride=0)', 'stride of conv1d is at least 1, not 0', 25],
    ['conv1d(x[0:2], y)', 'conv1d: the kernel (3) is larger than its padded input (2)', 5],
    ['batchnorm(X, x, x)', 'batchnorm: x has the shape [3], and [10] is needed', 5],
    ['softmax(s)', 's is a single number and has no entries', 5],
    ['X.Tx', 'unknown attribute .Tx; did you mean T?', 5],
    ['X.sum * 2', 'unknown attribute .sum; did you mean .sum()?', 5],
    ['concat(X, x)', 'X is 3x10 and x is [3]: these shapes cannot be combined entry by entry', 5],
    ['scatter(x, x)', 'scatter takes a picked part such as X[0] first', 13],
    ['1:2', 'expected the end of the line, found :', 6],
    ['None * x', 'this expression has no numeric value', 5],
  ];

  it.each(messages)('%s: %s', (text, message, column) => {
    const read = Object.fromEntries(Object.entries(inputs).filter(([name]) => new RegExp(`\\b${name}\\b`).test(text)));
    const error = problem(() => build(`f = ${text}`, { inputs: read }));
    expect(error.message).toBe(message);
    expect([error.line, error.column]).toEqual([1, column]);
  });

  it('is found in values too', () => {
    const given = (x: unknown): string =>
      problem(() => build('f = sum(x)', { inputs: { x: x as NestedNumbers } })).message;
    expect(given([[1, 2], [3]])).toBe('the rows of this list differ in shape: [2] and [1]');
    expect(given([])).toBe('an empty list has no value');
    expect(given(['1'])).toBe('the value of x is neither a number nor a list of numbers');
    expect(given({})).toBe('the value of x is neither a number nor a list of numbers');
    let deep: unknown = 1;
    for (let k = 0; k < 100_000; k++) deep = [deep];
    expect(given(deep)).toBe('the value of x is neither a number nor a list of numbers');
  });

  it('is bounded: entries, axes, work', () => {
    const code = (text: string): string => problem(() => build(text)).code;
    expect(code('f = sum(x * zeros(10000, 10000))')).toBe('tensor-too-large');
    expect(code('f = sum(x * range(100000000))')).toBe('tensor-too-large');
    expect(code('a = ones(1000, 1); b = ones(1, 1001); f = a * b')).toBe('tensor-too-large');
    expect(code(`a = ones(1000, 900)\n${Array.from({ length: 12 }, (_, k) => `v${k} = exp(a)`).join('\n')}`)).toBe(
      'tensor-too-large',
    );
    expect(code('a = ones(1000, 1000); b = ones(1000, 900); f = a @ b')).toBe('too-much-work');
    expect(code(`a = ones(200, 200); ${Array.from({ length: 7 }, (_, k) => `f${k} = a @ a`).join('; ')}`)).toBe(
      'too-much-work',
    );
    expect(code('a = ones(1, 1, 1, 1, 1, 1, 1, 1); f = a[None] * a')).toBe('too-many-axes');
    expect(code('f = x[1e300]')).toBe('index-rank');
  });
});

describe('overflow', () => {
  const gradientAt = (text: string, x: NestedNumbers): NestedNumbers => {
    const circuit = build(text, { inputs: { x } });
    return toNested(run(circuit).gradient(circuit.find('x')!));
  };

  it('does not spoil the gates that have a stable form', () => {
    expect(gradientAt('f = sigmoid(x)', -1000)).toBe(0);
    expect(gradientAt('f = logsumexp(x)', [1e300, 0])).toEqual([1, 0]);
    expect(gradientAt('f = cross_entropy(x, 0)', [1000, -1000])).toEqual([0, 0]);
    expect(gradientAt('f = cross_entropy(x, 1)', [1000, -1000])).toEqual([1, -1]);
    expect(gradientAt('f = sum(log_softmax(x) * [1, 0])', [-1000, 1000])).toEqual([1, -1]);
    expect(gradientAt('f = cross_entropy(x, 0)', [40, 0])).toEqual([-4.248354255291589e-18, 4.248354255291589e-18]);
  });

  it('shows honestly in a formula typed out', () => {
    expect(gradientAt('f = 1 / (1 + exp(-x))', -1000)).toBe(Number.NaN);
    expect(gradientAt('f = log(1 + exp(x))', 1000)).toBe(Number.NaN);
  });
});

describe('forward mode', () => {
  it('agrees with the backward pass on random circuits', () => {
    fc.assert(
      fc.property(randomProgram(15), ({ lines, inputs }) => {
        const circuit = build(lines, { inputs });
        const result = run(circuit);
        const names = Object.keys(inputs);
        for (const name of names) {
          const exact = result.gradient(circuit.find(name)!).data[0]!;
          expect(Math.abs(tangent(circuit, { [name]: 1 }).data[0]! - exact)).toBeLessThanOrEqual(
            1e-11 * Math.max(1, Math.abs(exact)) * 10,
          );
        }
      }),
      { seed: 6, numRuns: 400 },
    );
  });

  it('refuses directions that do not fit', () => {
    const circuit = build('f = sum(x) * yy', { inputs: { x: [1, 2], yy: 3 } });
    expect(problem(() => tangent(circuit, { yz: 1 })).message).toContain('did you mean yy?');
    expect(problem(() => tangent(circuit, { x: 1 })).code).toBe('wrong-shape');
    expect(problem(() => numericGradient(circuit, 'z')).code).toBe('unknown-input');
  });
});
