import { describe, expect, test } from 'vitest';
import { backpropTutor, type World } from './support/world.js';

const chainRule = ['draw', 'q = x + y; f = q * z'];

async function drawn(args: readonly string[], world: World = {}): Promise<string> {
  const { code, stdout, stderr } = await backpropTutor(args, world);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('draw', () => {
  test('shows values above the wires and gradients below', async () => {
    expect(await drawn([...chainRule, '--at', 'x=-2,y=5,z=-4'])).toBe(
      [
        '   -2.00  ┌───┐',
        'x─────────┤   │',
        '   -4.00  │ + │   3.00  ┌───┐',
        '    5.00  │   ├─────────┤   │',
        'y─────────┤   │  -4.00  │   │  -12.00',
        '   -4.00  └───┘         │ * ├──────────f',
        '                 -4.00  │   │    1.00',
        '              z─────────┤   │',
        '                  3.00  └───┘',
        '',
      ].join('\n'),
    );
  });

  test('without values every number is a question mark', async () => {
    const text = await drawn(chainRule);
    expect(text.match(/\?/g)).toHaveLength(10);
    expect(text).not.toMatch(/\d/);
  });

  test('some values and not others is a mistake, not a drawing', async () => {
    const { code, stderr } = await backpropTutor([...chainRule, '--at', 'x=-2,y=5']);
    expect(code).toBe(2);
    expect(stderr).toContain('there is no value for z');
  });

  test('--no-gradients keeps the values and the layout', async () => {
    const all = await drawn([...chainRule, '--at', 'x=-2,y=5,z=-4']);
    const forward = await drawn([...chainRule, '--at', 'x=-2,y=5,z=-4', '--no-gradients']);
    expect(forward).toContain('-12.00');
    expect(forward).not.toContain('1.00\n');
    expect(forward.split('\n')[1]).toBe(all.split('\n')[1]);
  });

  test('ASCII is asked for, or the locale’s', async () => {
    const asked = await drawn([...chainRule, '--ascii']);
    expect(asked).toMatch(/^[\n -~]*$/);
    expect(await drawn(chainRule, { glyphs: 'ascii' })).toBe(asked);
  });

  test('folds to the width asked for, or the terminal’s', async () => {
    const long = ['draw', 'f = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))'];
    const narrow = await drawn([...long, '--width', '50']);
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(await drawn(long, { columns: 50 })).toBe(narrow);
  });

  test('reads the program from a file or from standard input', async () => {
    const text = 'q = x + y\nf = q * z\n';
    const expected = await drawn(chainRule);
    expect(await drawn(['draw', 'chain.txt'], { files: { 'chain.txt': text } })).toBe(expected);
    expect(await drawn(['draw', '-'], { stdin: text })).toBe(expected);
  });

  test('constants are drawn with their values and get no gradient', async () => {
    expect(await drawn(['draw', 'x * k', '--at', 'x=3', '--const', 'k=2'])).toContain('6.00');
  });
});
