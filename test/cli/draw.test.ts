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

  test('other formats: svg, mermaid, and JSON with positions and the netlist', async () => {
    const at = ['--at', 'x=-2,y=5,z=-4'];
    expect(await drawn([...chainRule, ...at, '--format', 'svg'])).toMatch(/^<svg [\s\S]*-12\.00[\s\S]*<\/svg>\n$/);
    expect(await drawn([...chainRule, ...at, '--format', 'mermaid'])).toMatch(/^flowchart LR\n[\s\S]*-12\.00/);
    expect(JSON.parse(await drawn([...chainRule, ...at, '--format', 'json']))).toHaveProperty('nodes');
    const other = await backpropTutor([...chainRule, '--format', 'png']);
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining('text, svg, mermaid, json') });
  });

  test('--collapse draws a line as one gate; a name that is not there is told with the near one', async () => {
    const neuron = ['draw', 'dot = w0*x0 + w1*x1 + b; f = sigmoid(dot)'];
    expect(await drawn([...neuron, '--collapse', 'dot'])).toContain(' dot ├');
    expect(await backpropTutor([...neuron, '--collapse', 'dott'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('did you mean dot?'),
    });
  });

  test('--highlight makes a gate heavy; --hide-gradients-of leaves one out', async () => {
    expect(await drawn([...chainRule, '--highlight', 'q'])).toContain('┃ + ┃');
    const hidden = await drawn([...chainRule, '--at', 'x=-2,y=5,z=-4', '--hide-gradients-of', 'z']);
    expect(hidden.split('\n').at(-2)!.trim()).toBe('└───┘');
  });

  test('--open writes the numbers of small tensors beside the circuit', async () => {
    const product = ['draw', 'D = W @ X; f = sum(D)', '--at', 'W=[[2,-1],[3,5]],X=[[1,4],[-2,6]]', '--open', 'D'];
    expect(await drawn(product)).toMatch(/D = \[ +4\.00 +2\.00 \] +dD = \[ 1\.00 {2}1\.00 \]/);
  });

  test('--repeat-inputs draws an input wherever it is read, with the share that comes back there', async () => {
    const square = ['draw', 'f = x * x', '--at', 'x=3'];
    expect((await drawn(square)).match(/^ *x─/gm)).toHaveLength(1);
    const repeated = await drawn([...square, '--repeat-inputs']);
    expect(repeated.match(/^ *x─/gm)).toHaveLength(2);
    expect(repeated).not.toContain('6.00');
  });

  test('--open shows the formulas of the matrix products, and only beside text', async () => {
    const layer = [
      'draw',
      'H = relu(X @ W + b); f = sum(H)',
      '--at',
      'X=[[1,2]],W=[[1,2],[3,4]],b=[1,2]',
      '--open',
      'H',
    ];
    expect(await drawn(layer)).toMatch(/t1 = X @ W {3}dX = dt1 @ W\.T\n +dW = X\.T @ dt1\n$/);
    expect(await drawn([...layer, '--no-gradients'])).not.toMatch(/dH|dW/);
    expect(await backpropTutor([...layer, '--format', 'svg'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--open and --format svg exclude each other'),
    });
  });

  test('a highlighted name: its gate and the wires of its gradient heavy, in Mermaid too', async () => {
    const lit = [...chainRule, '--at', 'x=-2,y=5,z=-4', '--highlight', 'q'];
    expect(await drawn(lit)).toMatch(/┃ {3}┣━+┥ {3}│/);
    expect(await drawn([...lit, '--ascii'])).toMatch(/# {3}#=+\| {3}\|/);
    const mermaid = await drawn([...lit, '--format', 'mermaid']);
    expect(mermaid.match(/==>/g)).toHaveLength(1);
    expect(mermaid).toContain('stroke-width:4px');
    expect(await backpropTutor([...chainRule, '--highlight', 'q,z'])).toMatchObject({ code: 2 });
  });

  test('what fits no width says so, and how to see it all the same', async () => {
    const wide = `f = ${Array.from({ length: 40 }, (_, i) => `long_name_of_an_input_${i}`).join(' * ')}`;
    const { code, stderr, stdout } = await backpropTutor(['draw', wide, '--width', '24']);
    expect(code).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).toMatch(/there are 24\. .*--collapse.*--format svg/);
  });
});
