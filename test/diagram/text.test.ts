import { expect, test } from 'vitest';
import { clip, clipLine, dropWidth, padTo, takeWidth, textWidth, toText } from '../../src/diagram/index.js';

test('wide characters take two cells, combining marks none, ambiguous ones one', () => {
  expect(textWidth('')).toBe(0);
  expect(textWidth('w0 = -1.5')).toBe(9);
  expect(textWidth('权重')).toBe(4);
  expect(textWidth('梯度，即 ∂f/∂x。')).toBe(16);
  expect(textWidth('一\u{e0100}')).toBe(2);
  expect(textWidth('重w')).toBe(3);
  expect(textWidth('e\u0301')).toBe(1);
  expect(textWidth('∂f/∂x ▷ σ ┤')).toBe(11);
  expect(textWidth('👩‍🔬')).toBe(2);
  expect(textWidth('\u200b')).toBe(0);
});

test('cutting never splits a character', () => {
  expect(takeWidth('权重w', 3)).toBe('权');
  expect(dropWidth('权重w', 3)).toBe(' w');
  expect(dropWidth('权重w', 2)).toBe('重w');
  expect(clip('权重和偏置', 7)).toBe('权重和…');
  expect(clip('short', 7)).toBe('short');
  expect(clip('anything', 0)).toBe('');
  expect(clip('1.2345678', 5, '~')).toBe('1.23~');
});

test('padding counts cells', () => {
  expect(padTo('权', 4)).toBe('权  ');
  expect(padTo('-4.00', 7, 'end')).toBe('  -4.00');
  expect(padTo('longer', 3)).toBe('longer');
});

test('a line is cut in the span that crosses the edge', () => {
  const line = [
    { text: 'x──', role: 'wire' },
    { text: '3.00', role: 'value' },
  ] as const;
  expect(clipLine(line, 5)).toEqual([line[0], { text: '3.', role: 'value' }]);
  expect(clipLine(line, 3)).toEqual([line[0]]);
  expect(toText([line, [{ text: 'y  ', role: 'leaf' }]])).toBe('x──3.00\ny');
});
