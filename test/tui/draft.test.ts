import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, draftOf, draftText, editDraft } from '../../src/tui/draft.js';

/** A draft after presses: `paste:…` types its text at one go, other words of more than one letter are keys. */
function written(text: string, ...keys: readonly string[]): Draft {
  return keys.reduce((draft, key) => {
    const typed = key.startsWith('paste:') ? key.slice(6) : key.length === 1 ? key : undefined;
    return (
      editDraft(draft, { key: typed === undefined ? key : 'paste', ...(typed !== undefined && { text: typed }) }) ??
      draft
    );
  }, draftOf(text));
}

const marked = ({ above, field, below }: Draft) =>
  [...above, `${field.before.join('')}|${field.after.join('')}`, ...below].join('\n');

describe('a program as it is written', () => {
  test('begins with the cursor at its end', () => {
    expect(marked(draftOf('x = 1\nf = x\n'))).toBe('x = 1\nf = x|');
  });

  test('Enter breaks the line, Backspace at its start joins it again', () => {
    expect(marked(written('ab', 'left', 'enter'))).toBe('a\n|b');
    expect(marked(written('ab', 'left', 'enter', 'backspace'))).toBe('a|b');
    expect(marked(written('ab', 'left', 'enter', 'up', 'end', 'delete'))).toBe('a|b');
  });

  test('up and down keep the column, left and right go on into the next line', () => {
    expect(marked(written('abc\nd\nefg', 'up'))).toBe('abc\nd|\nefg');
    expect(marked(written('abc\nd', 'home', 'left'))).toBe('abc|\nd');
    expect(marked(written('abc\nd', 'up', 'end', 'right'))).toBe('abc\n|d');
  });

  test('Delete at the end of a line joins the next one', () => {
    expect(marked(written('abc\nd', 'up', 'end', 'delete'))).toBe('abc|d');
  });

  test('a paste of several lines stands where the cursor was', () => {
    expect(marked(written('ab', 'left', 'paste:1\r\n2\n3'))).toBe('a1\n2\n3|b');
  });

  test('the text field’s own keys work in each line', () => {
    expect(marked(written('one two\nthree', 'ctrl-w'))).toBe('one two\n|');
    expect(marked(written('one two\nthree', 'up', 'ctrl-k'))).toBe('one t|\nthree');
    expect(marked(written('变量é', 'left'))).toBe('变量|é');
  });

  test('no line is cut, however long', () => {
    const long = 'x + '.repeat(1000);
    expect(draftText(draftOf(`f = ${long}1\ng = f`))).toBe(`f = ${long}1\ng = f`);
    expect(draftText(written(`f = ${long}1\ng = f`, 'up', '2'))).toHaveLength(4 + long.length + 1 + 6 + 1);
  });

  test('whatever is pressed, nothing but typing and deleting changes the text', () => {
    const moves = ['up', 'down', 'left', 'right', 'home', 'end', 'alt-b', 'alt-f'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves)), (keys) => {
        const text = 'x = 3; y = -4\nq = x + y\n\nf = q * 变';
        expect(draftText(written(text, ...keys))).toBe(text);
      }),
      { seed: 8 },
    );
  });
});
