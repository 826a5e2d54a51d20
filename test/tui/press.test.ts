import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Press, pressReader } from '../../src/tui/press.js';

function keys(...chunks: readonly string[]): string[] {
  const reader = pressReader();
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.flush()].map(({ key }) => key);
}

describe('one chunk', () => {
  test.each([
    ['2.5\r', ['2', '.', '5', 'enter']],
    ['-4\r\r3\r', ['-', '4', 'enter', 'enter', '3', 'enter']],
    ['ab\x1b[DX', ['a', 'b', 'left', 'X']],
    ['\t\x14\x12\x7f\b\x1f', ['tab', 'ctrl-t', 'ctrl-r', 'backspace', 'backspace', 'ctrl-_']],
    ['\x1b[A\x1bOA\x1b[1;2C\x1b[1;5D', ['up', 'up', 'shift-right', 'ctrl-left']],
    ['\x1b[5~\x1b[6~\x1b[3~\x1b[H\x1bOF\x1b[Z', ['pageup', 'pagedown', 'delete', 'home', 'end', 'shift-tab']],
    ['\x1bb\x1b\x7f', ['alt-b', 'alt-backspace']],
    ['门👩‍🔬', ['门', '👩‍🔬']],
  ])('%j', (chunk, expected) => {
    expect(keys(chunk)).toEqual(expected);
  });

  test('the two characters of a Windows line end are one Enter', () => {
    expect(keys('1\r\n2\n')).toEqual(['1', 'enter', '2', 'enter']);
    expect(keys('1\r', '\n2')).toEqual(['1', 'enter', '2']);
  });

  test('sequences that are no key of ours leave no letters behind', () => {
    expect(keys('\x1b[<0;10;5M\x1b[?1;2c\x1b[200zx\x1b[15~')).toEqual(['x']);
  });
});

test('where the cursor stands is heard apart from the keys around it', () => {
  const heard: number[][] = [];
  const reader = pressReader((row, column) => heard.push([row, column]));
  expect(reader.push('a\x1b[2;7Rb').map(({ key }) => key)).toEqual(['a', 'b']);
  expect(heard).toEqual([[2, 7]]);
});

describe('escape', () => {
  test('alone it waits for what may follow, and is a key when nothing does', () => {
    const reader = pressReader();
    expect(reader.push('\x1b')).toEqual([]);
    expect(reader.waiting).toBe(true);
    expect(reader.flush()).toEqual([{ key: 'escape' }]);
    expect(reader.waiting).toBe(false);
  });

  test('twice it is twice the key', () => {
    expect(keys('\x1b\x1b')).toEqual(['escape', 'escape']);
  });
});

describe('bracketed paste', () => {
  test('is one press, whatever it holds', () => {
    const reader = pressReader();
    expect(reader.push('\x1b[200~1\r\x1b[A2\x1b[201~\r')).toEqual([
      { key: 'paste', text: '1\r\x1b[A2' },
      { key: 'enter' },
    ]);
  });
});

test('how the input was cut into chunks makes no difference', () => {
  const piece = fc.constantFrom(
    ...['-4', '\r', '\x1b[A', '\x1bOB', '\x1b[1;2D', '\x1b[5~', '\t', '\x7f', 'dq', '门', '\x1b[200~2.5\n\x1b[201~'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat({ max: 60 }), { maxLength: 8 }), (pieces, cuts) => {
      const text = pieces.join('');
      const edges = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
      const chunks = edges.slice(1).map((end, index) => text.slice(edges[index], end));
      const reader = pressReader();
      const cutUp: Press[] = chunks.flatMap((chunk) => reader.push(chunk));
      expect(cutUp).toEqual(pressReader().push(text));
    }),
    { seed: 7, numRuns: 500 },
  );
});
