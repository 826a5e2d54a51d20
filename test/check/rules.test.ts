import { describe, expect, test } from 'vitest';
import { checkSource, type Status } from '../../src/check/index.js';

/** The verdicts by name, in the order of lines. */
function statuses(source: string): [string, Status][] {
  return checkSource(source).verdicts.map(({ name, status }) => [name, status]);
}

function only(source: string) {
  const { verdicts } = checkSource(source);
  expect(verdicts).toHaveLength(1);
  return verdicts[0]!;
}

describe('which write is judged', () => {
  test('the last one before another name reads it, and once more what is written after that', () => {
    const source = 'x = 3\ny = 2\nq = x * y\nf = q * x\ndx = q\ndq = x\ndx += dq * y\ndy = dq * x';
    const { lines } = checkSource(source);
    expect(lines.filter(({ kind }) => kind === 'earlier').map(({ line }) => line)).toEqual([5]);
    expect(statuses(source)).toEqual([
      ['dq', 'exact'],
      ['dx', 'exact'],
      ['dy', 'exact'],
    ]);
  });

  test('a call that is passed over does not count as reading', () => {
    expect(statuses('x = 3\nf = x * x\ndx = x\nprint(dx)\ndx += x')).toEqual([['dx', 'exact']]);
  });

  test('in a loop, the last round', () => {
    const source =
      'import numpy as np\nx = np.array([1.0, 2.0, 3.0])\nf = np.sum(x ** 2)\ndx = np.zeros(3)\nfor i in range(3):\n  dx[i] = 2 * x[i]';
    expect(only(source)).toMatchObject({ line: 6, status: 'exact' });
  });
});

describe('what it is compared with', () => {
  test('any version of a forward name that is assigned again', () => {
    const source = [
      'import numpy as np',
      'W = np.random.randn(3, 3)',
      'x = np.random.randn(3, 4)',
      'h = W @ x',
      'h = np.maximum(0, h)',
      'f = np.sum(h * h)',
      'dh = 2 * h',
      'dmask = dh * 1',
      'dh = dh * (h > 0)',
      'dW = dh @ x.T',
    ].join('\n');
    const { verdicts } = checkSource(source);
    expect(verdicts.map(({ name, status, ofLine }) => [name, status, ofLine])).toEqual([
      ['dh', 'exact', 5],
      ['dh', 'exact', 5],
      ['dW', 'exact', 2],
    ]);
  });

  test('the last number that depends on the name: accuracies and settings do not count', () => {
    const source = [
      'import numpy as np',
      'x = np.random.randn(4)',
      'loss = np.sum(x ** 2)',
      'accuracy = np.mean(x > 0)',
      'reg = 0.1',
      'dx = 2 * x',
    ].join('\n');
    expect(only(source).status).toBe('exact');
  });

  test('the output that a comment names', () => {
    const source = 'x = 3\nloss = x * x\nshown = loss ** 0.5\n# check: output loss\ndx = 2 * x';
    expect(only(source).status).toBe('exact');
    expect(only(source.replace('# check: output loss', '')).status).toBe('wrong');
  });

  test('given upstream gradients are added up, as two outputs of one step need it', () => {
    const source = [
      'import numpy as np',
      'x = np.random.randn(4)',
      'c = x * x',
      'h = np.tanh(c)',
      'dh = np.random.randn(4)',
      'dc = np.random.randn(4)',
      'dc += dh * (1 - h ** 2)',
      'dx = 2 * x * dc',
    ].join('\n');
    expect(statuses(source)).toEqual([
      ['dh', 'given'],
      ['dc', 'exact'],
      ['dx', 'exact'],
    ]);
  });

  test('a partial that names its output, as in dqdx', () => {
    expect(statuses('x = 3\nq = x * x\nf = q * 5\ndqdx = 2 * x\ndfdq = 5\ndf_dx = dfdq * dqdx')).toEqual([
      ['dqdx', 'exact'],
      ['dfdq', 'exact'],
      ['df_dx', 'exact'],
    ]);
  });

  test('what the output does not depend on is not condemned', () => {
    expect(only('x = 3\ny = 2\nf = x * x\ndy = 7')).toMatchObject({
      status: 'not-checked',
      why: { code: 'independent' },
    });
  });
});

describe('how names are paired', () => {
  const forward = 'x = 3\nhidden_layer = x * 2\nf = hidden_layer ** 2\n';
  test.each(['dx', 'd_x', 'grad_x', 'x_grad', 'x.grad', "grads['x']", 'dL_dx', 'df_dx', 'dX'])('%s', (name) => {
    expect(only(`${forward}${name} = 8 * x`)).toMatchObject({ name, of: 'x', status: 'exact' });
  });

  test('by a beginning that only one forward name has, and says so', () => {
    const { pairs, verdicts } = checkSource(`${forward}dhidden = 2 * hidden_layer`);
    expect(pairs).toEqual([{ name: 'dhidden', of: 'hidden_layer', by: 'prefix' }]);
    expect(verdicts).toMatchObject([{ of: 'hidden_layer', status: 'exact' }]);
  });

  test('as a comment says', () => {
    expect(only(`${forward}# check: up -> hidden_layer\nup = 2 * hidden_layer`)).toMatchObject({ status: 'exact' });
    expect(checkSource(`${forward}# check: dx -> none\ndx = 0.5`).verdicts).toEqual([]);
  });

  test('never for a name that comes before its partner', () => {
    expect(checkSource('dt = 0.1\nt = 3\nf = t * dt').verdicts).toEqual([]);
  });
});

describe('numbers and shapes', () => {
  const forward = 'import numpy as np\nx = np.random.randn(4, 3)\nb = np.zeros((1, 3))\nf = np.sum((x + b) ** 2)\n';

  test('exact within a billionth, approximate within a ten-thousandth', () => {
    expect(only(`${forward}dx = 2 * (x + b) + 1e-12`).status).toBe('exact');
    expect(only(`${forward}dx = 2 * (x + b) + 1e-6`)).toMatchObject({ status: 'approximate' });
    expect(only(`${forward}dx = 2 * (x + b) + 1e-2`)).toMatchObject({ status: 'wrong', count: 12 });
  });

  test('axes of length 1 may be missing', () => {
    expect(only(`${forward}db = np.sum(2 * (x + b), axis=0)`)).toMatchObject({
      status: 'exact',
      shape: { got: [3], expected: [1, 3] },
    });
  });

  test('one number may stand for a gradient that is the same everywhere', () => {
    const source = 'import numpy as np\nx = np.random.randn(4)\nf = np.mean(x)\ndx = 1 / 4';
    expect(only(source)).toMatchObject({ status: 'exact', shape: { got: [], expected: [4] } });
  });

  test('what cancels to nothing is right as rounding', () => {
    const source = [
      'import numpy as np',
      'z = np.random.randn(5, 4)',
      'm = z.max(axis=1, keepdims=True)',
      'e = np.exp(z - m)',
      'p = e / e.sum(axis=1, keepdims=True)',
      'f = -np.sum(np.log(p[range(5), [0, 1, 2, 3, 0]]))',
      'dm = np.zeros((5, 1))',
    ].join('\n');
    expect(only(source).status).toBe('exact');
  });

  test('a wrong shape says both shapes', () => {
    expect(only(`${forward}dx = 2 * (x + b).T`)).toMatchObject({
      status: 'shape',
      got: [3, 4],
      expected: [4, 3],
      mistake: { code: 'transposed' },
    });
  });
});

describe('blame', () => {
  test('falls on the earliest wrong line; what is right but for it follows', () => {
    const { verdicts } = checkSource('x = 3\nq = x * x\nr = q * 2\nf = r * r\ndr = r\ndq = 2 * dr\ndx = 2 * x * dq');
    expect(verdicts).toMatchObject([
      { name: 'dr', status: 'wrong', mistake: { code: 'squared-once' } },
      { name: 'dq', status: 'follows', from: 5 },
      { name: 'dx', status: 'follows', from: 5 },
    ]);
  });

  test('a second mistake further down is blamed on its own', () => {
    const source = 'x = 3\nq = x * x\nr = q * 2\nf = r * r\ndr = r\ndq = -2 * dr\ndx = 2 * x * dq';
    expect(statuses(source)).toEqual([
      ['dr', 'wrong'],
      ['dq', 'wrong'],
      ['dx', 'follows'],
    ]);
  });

  test('a line that is yet to be written holds up none of the others', () => {
    const { verdicts, outcome } = checkSource('x = 3\nq = x * x\nf = q * 5\ndq = None\ndx = 2 * x * dq');
    expect(verdicts).toMatchObject([
      { name: 'dq', status: 'blank', expected: [] },
      { name: 'dx', status: 'follows', from: 4 },
    ]);
    expect(outcome).toBe('wrong');
  });
});

describe('functions of the file', () => {
  test('one expression is applied', () => {
    const source =
      'import numpy as np\ndef sig(z):\n  """squash"""\n  return 1 / (1 + np.exp(-z))\ng = lambda a, b: a * b\nx = 0.5\ns = sig(x)\nf = g(s, s)\nds = 2 * s\ndx = ds * s * (1 - s)';
    expect(statuses(source)).toEqual([
      ['ds', 'exact'],
      ['dx', 'exact'],
    ]);
  });

  test('one that computes gradients is read line by line, with its arguments declared', () => {
    const source = [
      'import numpy as np',
      '# check: W = randn(4, 3)',
      '# check: X = randn(6, 4)',
      'def loss(W, X):',
      '    scores = X.dot(W)',
      '    scores -= np.max(scores, axis=1, keepdims=True)',
      '    total = np.sum(np.exp(scores))',
      '    dscores = np.exp(scores)',
      '    dscores -= (scores == 0) * dscores.sum(axis=1, keepdims=True)',
      '    dW = X.T.dot(dscores)',
      '    return total, dW',
    ].join('\n');
    expect(statuses(source)).toEqual([
      ['dscores', 'exact'],
      ['dW', 'exact'],
    ]);
  });
});

describe('numpy as it is', () => {
  test('a second name for an array shares its entries', () => {
    const source = [
      'import numpy as np',
      'x = np.random.randn(4)',
      'q = x * 2',
      'f = np.sum(q * q) + np.sum(x)',
      'dq = q',
      'dq *= 2',
      'dx = dq',
      'dx *= 2',
      'dx += 1',
      'dz = dq',
    ].join('\n');
    expect(statuses(source)).toEqual([
      ['dq', 'exact'],
      ['dx', 'exact'],
    ]);
  });

  test('writing through a transpose writes into the array', () => {
    const source = [
      'import numpy as np',
      'X = np.random.randn(3, 2)',
      'Y = X * 1',
      'V = Y.T',
      'V[0] = 0',
      'f = np.sum(Y * Y)',
      'dX = 2 * Y',
    ].join('\n');
    expect(only(source).status).toBe('exact');
  });

  test('an index named twice is written once', () => {
    const source =
      'import numpy as np\nC = np.random.randn(4)\nf = np.sum(C[[1, 1, 2]])\ndC = np.zeros(4)\ndC[[1, 1, 2]] += 1.0 * np.ones(3)';
    expect(only(source)).toMatchObject({ status: 'wrong', mistake: { code: 'repeated-index' } });
    expect(
      only(source.replace('dC[[1, 1, 2]] += 1.0 * np.ones(3)', 'np.add.at(dC, [1, 1, 2], np.ones(3))')).status,
    ).toBe('exact');
  });
});
