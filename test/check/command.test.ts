import { describe, expect, test } from 'vitest';
import { backpropTutor, type World } from '../cli/support/world.js';
import { fixture } from './fixtures.js';

const chain = fixture('chain');
const wrong = chain.replace('dfdz = q ', 'dfdz = z ');

async function check(source: string, args: readonly string[] = [], world: World = {}) {
  return backpropTutor(['check', 'chain.py', ...args], { ...world, files: { 'chain.py': source } });
}

describe('check', () => {
  test('shows each line with its verdict, and exits with 0 when all are right', async () => {
    const { code, stdout } = await check(chain);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        '   2  x = -2; y = 5; z = -4',
        '   5  q = x + y # q becomes 3',
        '   6  f = q * z # f becomes -12',
        '  10  dfdz = q                   ✓ exact',
        '  11  dfdq = z                   ✓ exact',
        '  12  dqdx = 1.0                 ✓ exact',
        '  13  dqdy = 1.0                 ✓ exact',
        '  15  dfdx = dfdq * dqdx         ✓ exact',
        '  16  dfdy = dfdq * dqdy         ✓ exact',
        '',
        '  6 of 6 gradients right.',
        '',
      ].join('\n'),
    );
  });

  test('a mistake: the sentence below its line, the entries, the circuit, exit code 1', async () => {
    const { code, stdout } = await check(wrong);
    expect(code).toBe(1);
    expect(stdout).toContain('✗ wrong');
    expect(stdout).toContain('At the product for f (line 6) the gradient is multiplied');
    expect(stdout).toContain('dfdz is -4.00; it should be 3.00.');
    expect(stdout).toContain('✗ 3.00  └───┘');
    expect(stdout).toContain('Start with line 10.');
  });

  test('the same in Chinese, and in ASCII', async () => {
    const zh = await check(wrong, ['--lang', 'zh']);
    expect(zh.stdout).toContain('✗ 不对');
    expect(zh.stdout).toContain('在 f（第 6 行）的乘积处，乘的是输入自己的值。');
    const ascii = await check(wrong, ['--ascii']);
    expect(ascii.stdout.replaceAll('…', '')).toMatch(/^[\n -~]*$/);
  });

  test('a file that holds nothing to check exits with 2, as does one that is not there', async () => {
    expect((await check('print(1)')).code).toBe(2);
    expect(await backpropTutor(['check', 'nowhere.py'])).toMatchObject({ code: 2, stdout: '' });
    expect(await backpropTutor(['check'])).toMatchObject({ code: 2, stdout: '' });
  });

  test('reads standard input', async () => {
    expect((await backpropTutor(['check', '-'], { stdin: chain })).code).toBe(0);
  });

  test('no control character of the file reaches the terminal', async () => {
    const { stdout } = await check('x = 3\nf = x * x # \u001b[31m\u0007\ndx = "\u001b]0;title\u0007"\n');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  test.each([40, 60, 80, 120])('fits %i cells', async (width) => {
    const { stdout } = await check(fixture('two-layer').replace('axis=0', 'axis=1'), ['--width', `${width}`]);
    for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width);
  });
});

describe('check for programs', () => {
  test('--json has every gradient with its verdict', async () => {
    const { code, stdout } = await check(wrong, ['--json']);
    expect(code).toBe(1);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({ format: 1, file: 'chain.py', outcome: 'wrong', unread: [] });
    expect(report.gradients[0]).toMatchObject({
      line: 10,
      name: 'dfdz',
      of: 'z',
      ofLine: 2,
      status: 'wrong',
      mistake: 'own-input',
      entries: [{ at: [], got: -4, expected: 3 }],
    });
    expect(report.gradients).toHaveLength(6);
  });

  test('--junit has a case for every gradient, and fails the wrong ones', async () => {
    const { stdout } = await check(wrong, ['--junit']);
    expect(stdout).toContain('<testsuites tests="6" failures="1">');
    expect(stdout).toContain('<testcase name="10: dfdz" classname="chain.py"><failure message="wrong">');
  });

  test('one form at a time', async () => {
    expect(await check(wrong, ['--json', '--junit'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('check --template', () => {
  test('prints an exercise that can be checked', async () => {
    const { code, stdout } = await backpropTutor(['check', '--template', 'batchnorm']);
    expect(code).toBe(0);
    expect(stdout).toContain('dout = np.random.randn(*out.shape)\n');
    const checked = await check(stdout);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('? to be written: 6x4');
  });

  test('in PyTorch, and for a program', async () => {
    const { stdout } = await backpropTutor(['check', '--template', 'q = x + y; f = tanh(q)', '--torch']);
    expect(stdout).toContain('import torch\n');
    expect(stdout).toContain('f = torch.tanh(q)\n');
    expect(stdout).toContain('dq = None');
  });

  test('a name that is none is answered with the names there are', async () => {
    const { code, stderr } = await backpropTutor(['check', '--template', 'softmx']);
    expect(code).toBe(2);
    expect(stderr).toContain('softmax, two-layer, batchnorm, lstm, attention');
  });

  test('a program with a mistake in it is shown with its place', async () => {
    const { code, stderr } = await backpropTutor(['check', '--template', 'q = x +; f = q']);
    expect(code).toBe(2);
    expect(stderr).toContain('^');
  });
});
