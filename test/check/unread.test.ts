import { describe, expect, test } from 'vitest';
import { checkSource } from '../../src/check/index.js';

const around = (line: string) => `import numpy as np\nx = np.random.randn(3)\n${line}\nf = np.sum(x * x)\ndx = 2 * x\n`;

describe('lines outside the subset', () => {
  test.each([
    ['class Net(Module):\n  def forward(self):\n    pass\n', 'construct'],
    ['z = [a for a in range(3)]', 'construct'],
    ['z = x if True else 0', 'construct'],
    ['z = np.fft(x)', 'function'],
    ['z = x.foo', 'attribute'],
    ['z = (x +', 'syntax'],
    ['z = x ? 1', 'syntax'],
    ['z = unknown * 2', 'unknown-name'],
    ['z = x @ np.ones((4, 4))', 'engine'],
    ['z = np.zeros((100000, 100000))', 'limit'],
    ['for i in range(10 ** 9):\n  z = i', 'limit'],
    ['z = x[7]', 'engine'],
    ['a, b = x', 'unpack'],
  ])('%s is named with its line, and the rest is judged', (line, code) => {
    const { lines, verdicts, outcome } = checkSource(around(line));
    const unread = lines.filter(({ kind }) => kind === 'unread');
    expect(unread[0]).toMatchObject({ line: 3, reason: { code } });
    expect(verdicts).toMatchObject([{ name: 'dx', status: 'exact' }]);
    expect(outcome).toBe('right');
  });

  test.each([
    'print(x)',
    'plt.imshow(x)',
    '"""words"""',
    'assert x.shape == (3,)',
    '%matplotlib inline',
    'x',
    'if True:\n  print(x)',
  ])('%s is passed over', (line) => {
    const { lines, outcome } = checkSource(around(line));
    expect(lines.find((one) => one.line === 3)?.kind).toBe('passed');
    expect(outcome).toBe('right');
  });

  test('a gradient whose line is not read is not checked, and says why', () => {
    const { verdicts, outcome } = checkSource('x = 3\nf = x * x\ndx = magic(x)');
    expect(verdicts).toMatchObject([{ status: 'not-checked', why: { code: 'unread', reason: { code: 'function' } } }]);
    expect(outcome).toBe('unreadable');
  });

  test('a bracket that is never closed ends with its line', () => {
    const { verdicts } = checkSource('x = 3\nz = (x + 1\nf = x * x\ndx = 2 * x');
    expect(verdicts).toMatchObject([{ name: 'dx', status: 'exact' }]);
  });

  test('comments in any language, and what they declare', () => {
    const source =
      '# 前向传播：输入来自别处\n# check: X = randn(4, 2)  \nf = (X * X).sum()  # 平方和\n# 反向\ndX = 2 * X';
    expect(checkSource(source).verdicts).toMatchObject([{ name: 'dX', status: 'exact' }]);
  });

  test('a file without gradients is unreadable', () => {
    expect(checkSource('x = 3\nf = x * x').outcome).toBe('unreadable');
    expect(checkSource('').outcome).toBe('unreadable');
  });
});
