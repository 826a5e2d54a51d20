import { describe, expect, test } from 'vitest';
import { beside, drawRun, formulaLines, lineWidth, openTensors, toText } from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';

const circuit = build('Y = W @ X\nL = (Y * Y).sum()', {
  inputs: {
    W: [
      [1, 2],
      [3, 4],
    ],
    X: [
      [1, 0, -1],
      [2, 0.5, 0],
    ],
  },
});
const finished = run(circuit);
const node = (name: string) => circuit.find(name)!;

describe('tensors', () => {
  test('a wire carries the shape of its tensor, above for the value and below for the gradient', async () => {
    const drawing = toText(drawRun(circuit, finished, { width: 80, glyphs: 'unicode' }));
    expect(drawing.match(/2x3/g)!.length).toBeGreaterThan(4);
    await expect(`${drawing}\n`).toMatchFileSnapshot('fixtures/tensors.txt');
  });

  test('small ones open as matrices with their gradients; nothing moves when ? becomes numbers', () => {
    expect(toText(openTensors(finished, [node('W'), node('X')]))).toBe(
      [
        'W = [ 1.00  2.00 ]   dW = [ 12.00  21.00 ]',
        '    [ 3.00  4.00 ]        [ 28.00  46.00 ]',
        '',
        'X = [  1.00   0.00  -1.00 ]   dX = [  76.00   14.00  -20.00 ]',
        '    [  2.00   0.50   0.00 ]        [ 108.00   20.00  -28.00 ]',
      ].join('\n'),
    );
  });

  test('what is not known shows as ?, and what is large as its shape', () => {
    const hidden = openTensors(finished, [node('W')], { gradient: () => 'asked' });
    expect(toText(hidden)).toContain('dW = [     ?      ? ]');
    expect(hidden.map(lineWidth)).toEqual(openTensors(finished, [node('W')]).map(lineWidth));
    expect(hidden[0]!.find((span) => span.text.includes('?'))!.role).toBe('asked');
    const large = build('y = x * 2', { inputs: { x: [1, 2, 3, 4, 5] } });
    expect(toText(openTensors(run(large), [large.find('x')!]))).toBe('x = [5]   dx = [5]');
  });

  test('a matrix gate says what it computes and how the gradients come back', () => {
    expect(toText(formulaLines(finished, node('Y')))).toBe('Y = W @ X   dW = dY @ X.T\n            dX = W.T @ dY');
  });

  test('panels stand beside a drawing where there is room, else below', () => {
    const lines = drawRun(circuit, finished, { width: 80, glyphs: 'unicode' });
    const panel = openTensors(finished, [node('W')]);
    const wide = beside(lines, panel, 200);
    expect(wide).toHaveLength(lines.length);
    const narrow = beside(lines, panel, 70);
    expect(narrow).toHaveLength(lines.length + 1 + panel.length);
    expect(Math.max(...narrow.map(lineWidth))).toBeLessThanOrEqual(80);
  });
});
