import { describe, expect, it } from 'vitest';
import { isElementwise } from '../../src/engine/gates/table.js';
import {
  build,
  type Circuit,
  canSplit,
  evaluate,
  explain,
  fuse,
  gateFormulas,
  gateRow,
  gates,
  type NestedNumbers,
  numericGradient,
  type Run,
  run,
  split,
  type Tensor,
  tangent,
  toNested,
} from '../../src/engine/index.js';
import { numbersFrom, randomTensor } from './tensors.js';

interface Sample {
  readonly gate: string;
  readonly expression: string;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly consts?: Readonly<Record<string, NestedNumbers>>;
}

function sample(
  gate: string,
  expression: string,
  shapes: Sample['shapes'],
  consts: Readonly<Record<string, NestedNumbers>> = {},
): Sample {
  return { gate, expression, shapes, consts };
}

const samples: readonly Sample[] = [
  sample('matmul', 'W @ X', { W: [2, 3], X: [3, 4] }),
  sample('matmul', 'W @ x', { W: [2, 3], x: [3] }),
  sample('matmul', 'x @ W', { x: [2], W: [2, 3] }),
  sample('matmul', 'x @ w', { x: [4], w: [4] }),
  sample('matmul', 'X @ X', { X: [3, 3] }),
  sample('linear', 'linear(W, X, b)', { W: [2, 3], X: [3, 4], b: [4] }),
  sample('linear', 'linear(W, x, b)', { W: [2, 3], x: [3], b: [2] }),
  sample('linear', 'linear(w, x, b)', { w: [3], x: [3], b: [] }),
  sample('linear', 'linear(W, X, b)', { W: [2, 3], X: [3, 4], b: [] }),
  sample('sum', 'sum(X)', { X: [2, 3] }),
  sample('sum', 'sum(X, axis=0)', { X: [2, 3] }),
  sample('sum', 'sum(X, axis=[0, 2], keepdims=True)', { X: [2, 3, 2] }),
  sample('sum', 'sum(X, axis=(0, 2))', { X: [2, 3, 2] }),
  sample('mean', 'mean(X)', { X: [2, 3] }),
  sample('mean', 'mean(X, axis=-1)', { X: [2, 3] }),
  sample('mean', 'X.mean(1, keepdims=True)', { X: [2, 3] }),
  sample('amax', 'max(X, axis=1)', { X: [2, 3] }),
  sample('amax', 'max(X)', { X: [2, 3] }),
  sample('amin', 'min(X, axis=0, keepdims=True)', { X: [2, 3] }),
  sample('var', 'var(X, axis=0)', { X: [3, 2] }),
  sample('var', 'var(X)', { X: [3, 2] }),
  sample('var', 'var(X, axis=1, keepdims=True)', { X: [3, 2] }),
  sample('softmax', 'softmax(z)', { z: [4] }),
  sample('softmax', 'softmax(Z, axis=0)', { Z: [3, 2] }),
  sample('softmax', 'softmax(Z)', { Z: [3, 2] }),
  sample('log_softmax', 'log_softmax(Z)', { Z: [3, 2] }),
  sample('log_softmax', 'log_softmax(Z, axis=0)', { Z: [3, 2] }),
  sample('logsumexp', 'logsumexp(z)', { z: [4] }),
  sample('logsumexp', 'logsumexp(Z, axis=0)', { Z: [3, 2] }),
  sample('logsumexp', 'logsumexp(Z, axis=1, keepdims=True)', { Z: [3, 2] }),
  sample('cross_entropy', 'cross_entropy(Z, y)', { Z: [3, 4] }, { y: [2, 0, 3] }),
  sample('cross_entropy', 'cross_entropy(z, y)', { z: [4] }, { y: 2 }),
  sample('svm_hinge', 'svm_hinge(S, y)', { S: [3, 4] }, { y: [2, 0, 3] }),
  sample('svm_hinge', 'svm_hinge(s, y)', { s: [4] }, { y: 1 }),
  sample('mse', 'mse(A, B)', { A: [2, 3], B: [2, 3] }),
  sample('batchnorm', 'batchnorm(X, gamma, beta)', { X: [5, 3], gamma: [3], beta: [3] }),
  sample('layernorm', 'layernorm(X, gamma, beta)', { X: [2, 4], gamma: [4], beta: [4] }),
  sample('layernorm', 'layernorm(x, gamma, beta)', { x: [4], gamma: [4], beta: [4] }),
  sample('layernorm', 'layernorm(X, gamma, beta)', { X: [2, 2, 3], gamma: [3], beta: [3] }),
  sample('conv1d', 'conv1d(x, w)', { x: [7], w: [3] }),
  sample('conv1d', 'conv1d(x, w, stride=2, pad=1)', { x: [6], w: [3] }),
  sample('conv1d', 'conv1d(x, w, stride=3)', { x: [9], w: [1] }),
  sample('conv2d', 'conv2d(X, W, b)', { X: [2, 2, 4, 5], W: [3, 2, 2, 3], b: [3] }),
  sample('conv2d', 'conv2d(X, W, stride=2, pad=1)', { X: [1, 2, 5, 4], W: [2, 2, 3, 3] }),
  sample('conv2d', 'conv2d(X, W)', { X: [1, 1, 3, 3], W: [2, 1, 1, 1] }),
  sample('maxpool2', 'maxpool2(X)', { X: [2, 1, 4, 2] }),
  sample('transpose', 'X.T', { X: [2, 3] }),
  sample('transpose', 'transpose(X, 1, 2, 0)', { X: [2, 3, 4] }),
  sample('transpose', 'swapaxes(X, 0, -1)', { X: [2, 3, 4] }),
  sample('reshape', 'reshape(X, 3, 2)', { X: [2, 3] }),
  sample('reshape', 'X.reshape(-1)', { X: [2, 3] }),
  sample('index', 'X[1]', { X: [2, 3] }),
  sample('index', 'X[:, 1:3]', { X: [2, 4] }),
  sample('index', 'X[-1, ::-1]', { X: [2, 4] }),
  sample('index', 'x[:, None]', { x: [3] }),
  sample('index', 'X[i]', { X: [4, 2] }, { i: [1, 3, 1] }),
  sample('index', 'X[range(3), i]', { X: [3, 4] }, { i: [2, 0, 2] }),
  sample('index', 'X[i, :, j]', { X: [2, 3, 2] }, { i: [1, 0], j: [1, 1] }),
  sample(
    'index',
    'X[:, i]',
    { X: [2, 3] },
    {
      i: [
        [0, 2],
        [1, 1],
      ],
    },
  ),
  sample('scatter', 'scatter(X[i], v)', { X: [5], v: [3] }, { i: [1, 4, 1] }),
  sample('concat', 'concat(a, b)', { a: [2], b: [3] }),
  sample('concat', 'concat(A, B, A)', { A: [2, 2], B: [2, 3] }),
  sample('concat', 'np.concatenate([A, B], axis=0)', { A: [1, 2], B: [3, 2] }),
  sample('stack', '[a, b, a]', { a: [2], b: [2] }),
  sample('stack', '[a, 2, b]', { a: [], b: [] }),
  sample('add', 'X + b', { X: [2, 3], b: [3] }),
  sample('mul', 'x[:, None] * y', { x: [3], y: [2] }),
  sample('max', 'maximum(X, 0)', { X: [2, 3] }),
  sample('div', 'X / s', { X: [2, 3], s: [2, 1] }),
  sample('sigmoid', 'sigmoid(X)', { X: [2, 3] }),
  sample('softplus', 'softplus(X)', { X: [2, 3] }),
  sample('tanh', 'tanh(x)', { x: [] }),
  sample('relu', 'relu(X)', { X: [2, 3] }),
  sample('abs', 'abs(X)', { X: [2, 3] }),
];

interface Played {
  readonly circuit: Circuit;
  readonly result: Run;
  readonly seed: NestedNumbers;
  readonly id: number;
}

function play(one: Sample, seedNumber: number): Played {
  const next = numbersFrom(seedNumber);
  const inputs = Object.fromEntries(
    Object.entries(one.shapes).map(([name, shape]) => [name, randomTensor(shape, next)]),
  );
  const circuit = build(`f = ${one.expression}`, { inputs, consts: one.consts ?? {} });
  const seed = randomTensor(circuit.shape(circuit.output), next);
  return { circuit, seed, result: run(circuit, { seed }), id: circuit.output };
}

function expectNear(got: Tensor, want: Tensor, tolerance: number, what: string): void {
  expect(got.shape, what).toEqual(want.shape);
  const scale = Math.max(1, ...want.data.map(Math.abs));
  want.data.forEach((entry, k) => {
    expect(Math.abs(got.data[k]! - entry), `${what}[${k}]: ${got.data[k]} for ${entry}`).toBeLessThanOrEqual(
      tolerance * scale,
    );
  });
}

const eachSample = samples.map((one) => [`${one.expression} of ${JSON.stringify(one.shapes)}`, one] as const);

describe('gates on tensors', () => {
  it('are all among the samples', () => {
    const sampled = new Set(samples.map(({ gate }) => gate));
    expect(gates.filter((name) => !isElementwise(gateRow(name)!) && !sampled.has(name))).toEqual([]);
  });

  it.each(eachSample)('%s: every formula, run in the language, gives what the code gives', (_text, one) => {
    const { circuit, result, seed, id } = play(one, 5);
    expect(circuit.gate(id)).toBe(one.gate);
    const { operands, output, formula, partials } = gateFormulas(circuit, id);
    const scope: Record<string, NestedNumbers> = { dY: seed };
    circuit.args(id).forEach((arg, k) => {
      scope[operands[k]!] = toNested(result.value(arg));
    });
    const inScope = (text: string): Tensor => {
      const steps = text.lastIndexOf('; ') + 2;
      if (steps < 2) return evaluate(text, scope);
      const read = Object.entries(scope).filter(([name]) => new RegExp(`\\b${name}\\b`).test(text));
      const program = build(`${text.slice(0, steps)}last = ${text.slice(steps)}`, { consts: Object.fromEntries(read) });
      return run(program).value(program.output);
    };
    expectNear(result.value(id), inScope(formula), 1e-12, formula);
    scope[output] = toNested(result.value(id));
    partials.slice(0, circuit.args(id).length).forEach((partial, k) => {
      const arg = circuit.args(id)[k]!;
      if (output === 'Y') expectNear(result.share(id, k), inScope(partial), 1e-12, partial);
      else if (circuit.gate(arg) !== 'const')
        expectNear(result.local(id, k)!, inScope(`(${partial}) + 0 * o`), 1e-12, partial);
    });
  });

  it.each(eachSample)('%s: gradients agree with central differences and with dual numbers', (_text, one) => {
    const { circuit, result, seed } = play(one, 9);
    const { shape, data: upstream } = {
      shape: circuit.shape(circuit.output),
      data: result.gradient(circuit.output).data,
    };
    for (const id of circuit.inputs) {
      const name = circuit.name(id);
      expectNear(result.gradient(id), numericGradient(circuit, name, { seed }), 1e-7, name);
      const direction = randomTensor(circuit.shape(id), numbersFrom(21));
      const rate = tangent(circuit, { [name]: direction });
      expect(rate.shape).toEqual(shape);
      const forwardProduct = rate.data.reduce((sum, one, k) => sum + one * upstream[k]!, 0);
      const flat = [direction].flat(8) as number[];
      const backwardProduct = result.gradient(id).data.reduce((sum, one, k) => sum + one * flat[k]!, 0);
      expect(Math.abs(forwardProduct - backwardProduct)).toBeLessThan(
        1e-12 * Math.max(1, Math.abs(backwardProduct)) * 10,
      );
    }
  });

  it.each(eachSample)('%s: the shares that operands receive add up to their gradients', (_text, one) => {
    const { circuit, result, id } = play(one, 13);
    for (const input of circuit.inputs) {
      const sum = new Float64Array(result.gradient(input).data.length);
      let direct = true;
      for (let gate = 0; gate < circuit.size; gate++)
        circuit.args(gate).forEach((arg, k) => {
          if (arg !== input) return;
          if (gate !== id && result.gradient(gate).data.every((entry) => entry === 0)) direct = false;
          result.share(gate, k).data.forEach((entry, i) => {
            sum[i]! += entry;
          });
        });
      if (direct)
        expectNear({ shape: circuit.shape(input), data: sum }, result.gradient(input), 1e-12, circuit.name(input));
    }
  });
});

describe('splitting and fusing', () => {
  const fused = eachSample.filter(([, one]) => gateRow(one.gate)!.split !== undefined);

  it('covers every gate that has simpler ones', () => {
    const covered = new Set(fused.map(([, one]) => one.gate));
    expect(gates.filter((name) => gateRow(name)!.split !== undefined && !covered.has(name))).toEqual([]);
  });

  it.each(fused)('%s: the same values and gradients in simpler gates, and back', (_text, one) => {
    const { circuit, result, seed, id } = play(one, 17);
    expect(canSplit(circuit, id)).toBe(true);
    const apart = split(circuit, id);
    expect(apart.size).toBeGreaterThan(circuit.size);
    expect(apart.name(apart.output)).toBe('f');
    expect(apart.stages[0]!.gates.at(-1)).toBe(apart.output);
    const simpler = run(apart, { seed });
    const together = fuse(apart, apart.output);
    expect(together, 'fused again').toBeDefined();
    expect(together!.gate(together!.output)).toBe(one.gate);
    const again = run(together!, { seed });
    for (const other of [simpler, again]) {
      expectNear(other.value(other.circuit.output), result.value(id), 1e-12, 'value');
      for (const input of circuit.inputs) {
        const name = circuit.name(input);
        expectNear(other.gradient(other.circuit.find(name)!), result.gradient(input), 1e-12, name);
      }
    }
    expect(together!.size).toBe(circuit.size);
  });

  it('knows a sigmoid where a learner writes one', () => {
    const circuit = build('g = w * x; f = 3 * (1 / (1 + exp(-g)))', { inputs: { w: 2, x: 1 } });
    const neuron = fuse(circuit, circuit.args(circuit.output)[1]!)!;
    expect(Array.from({ length: neuron.size }, (_, id) => neuron.gate(id))).toEqual([
      'input',
      'input',
      'mul',
      'sigmoid',
      'const',
      'mul',
    ]);
    expect(neuron.stages.map(({ gates: made }) => made)).toEqual([[2], [3, 5]]);
  });

  it('fuses nothing that another gate reads from the middle of', () => {
    const circuit = build('e = exp(-x); s = 1 / (1 + e); f = s * e', { inputs: { x: 1 } });
    expect(fuse(circuit, circuit.find('s')!)).toBeUndefined();
    expect(fuse(circuit, circuit.output)).toBeUndefined();
    expect(() => split(circuit, circuit.find('e')!)).toThrow(RangeError);
  });
});

describe('explain', () => {
  const explained = (text: string, inputs: Record<string, NestedNumbers>): ReturnType<typeof explain> => {
    const circuit = build(text, { inputs });
    return explain(run(circuit), circuit.output);
  };

  it('gives symbols, numbers and words of a scalar gate', () => {
    const { formula, operands, words } = explained('f = q * z', { q: 3, z: -4 });
    expect(formula).toBe('q * z');
    expect(operands.map(({ name, symbols, numbers }) => [name, symbols, numbers])).toEqual([
      ['q', 'z', '(-4.00)'],
      ['z', 'q', '3.00'],
    ]);
    expect(words.en.rule).toBe("the other input's value");
    expect(words.zh.rule).toBe('另一个输入的值');
  });

  it('knows the rule as it is learnt', () => {
    expect(explained('f = sigmoid(d)', { d: 1 }).operands[0]).toMatchObject({
      symbols: 'f * (1 - f)',
      numbers: '0.73 * (1 - 0.73)',
    });
    expect(explained('f = x ** 2', { x: -3 }).operands[0]).toMatchObject({ symbols: '2 * x', numbers: '2 * (-3.00)' });
    expect(explained('f = 1 / x', { x: 1.37 }).operands[1]).toMatchObject({
      symbols: '-1 / x**2',
      numbers: '-1 / 1.37**2',
    });
  });

  it('gives symbols and shapes of a matrix product', () => {
    const { operands } = explained('D = W @ X', {
      W: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      X: [[1], [2]],
    });
    expect(operands.map(({ symbols, shapes }) => [symbols, shapes])).toEqual([
      ['dD @ X.T', '(3x1) @ (2x1).T'],
      ['W.T @ dD', '(3x2).T @ (3x1)'],
    ]);
    expect(operands[0]!.local).toBeUndefined();
  });

  it('keeps the steps of a formula apart from the names of the circuit', () => {
    const { operands } = explained('w = max(m)', { m: [1, 3, 2] });
    expect(operands[0]!.symbols).toBe('w_ = m == w; w_ / sum(w_, keepdims=True) * dw');
  });
});
