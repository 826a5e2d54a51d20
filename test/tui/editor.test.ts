import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  edit,
  emptyField,
  type Field,
  fieldText,
  keepEntry,
  MAX_FIELD_LENGTH,
  takeEntry,
} from '../../src/tui/editor.js';
import type { Press } from '../../src/tui/press.js';

/** The field after presses; a word of several characters is typed character by character. */
function press(field: Field, ...keys: readonly string[]): Field {
  return keys.reduce((now, key) => edit(now, pressOf(key)) ?? now, field);
}

function pressOf(key: string): Press {
  return /^[a-z][a-z-]+$/.test(key) ? { key } : { key, text: key };
}

function typed(text: string): Field {
  return press(emptyField, ...text);
}

/** The text with a bar where the cursor stands. */
function shown(field: Field): string {
  return `${field.before.join('')}|${field.after.join('')}`;
}

describe('typing and moving', () => {
  test('characters go in at the cursor', () => {
    expect(shown(press(typed('ab'), 'left', 'X'))).toBe('aX|b');
  });

  test('home, end and their control keys', () => {
    expect(shown(press(typed('1-f'), 'home'))).toBe('|1-f');
    expect(shown(press(typed('1-f'), 'ctrl-a', 'ctrl-e'))).toBe('1-f|');
  });

  test('words are what spaces part', () => {
    expect(shown(press(typed('2 * dq'), 'alt-b'))).toBe('2 * |dq');
    expect(shown(press(typed('2 * dq'), 'home', 'ctrl-right'))).toBe('2| * dq');
  });

  test('an emoji of several code points, and an accent of its own, are one character', () => {
    expect(shown(press(typed('a'), '👩‍🔬', 'backspace'))).toBe('a|');
    const accented = edit(edit(emptyField, { key: 'e', text: 'e' })!, { key: '\u0301', text: '\u0301' })!;
    expect(accented.before).toHaveLength(1);
  });
});

describe('deleting', () => {
  test.each([
    ['backspace', '2 * d|'],
    ['ctrl-w', '2 * |'],
    ['alt-backspace', '2 * |'],
    ['ctrl-u', '|'],
    ['ctrl-k', '2 * dq|'],
  ])('%s at the end', (key, expected) => {
    expect(shown(press(typed('2 * dq'), key))).toBe(expected);
  });

  test.each([
    ['delete', '2|* dq'],
    ['ctrl-d', '2|* dq'],
    ['ctrl-u', '| * dq'],
    ['ctrl-k', '2|'],
    ['alt-d', '2| dq'],
  ])('%s after the first character', (key, expected) => {
    expect(shown(press(typed('2 * dq'), 'home', 'right', key))).toBe(expected);
  });
});

describe('pasting', () => {
  test('a line break becomes a space, control characters go', () => {
    const field = edit(emptyField, { key: 'paste', text: '1\r\n+\t2\x07\x1b' })!;
    expect(fieldText(field)).toBe('1 + 2');
  });

  test('what is too long for any answer is cut', () => {
    const field = edit(typed('1'), { key: 'paste', text: '9'.repeat(10_000) })!;
    expect(fieldText(field)).toHaveLength(MAX_FIELD_LENGTH);
  });
});

describe('after a miss', () => {
  test('typing replaces what was typed', () => {
    expect(shown(press(keepEntry(typed('-4')), '3'))).toBe('3|');
  });

  test('moving keeps it, to be mended', () => {
    expect(shown(press(keepEntry(typed('-4')), 'left', 'delete', '3'))).toBe('3|4');
    expect(shown(press(keepEntry(typed('-4')), 'right', '2'))).toBe('-42|');
  });

  test('one backspace clears it', () => {
    expect(shown(press(keepEntry(typed('-4')), 'backspace'))).toBe('|');
  });
});

describe('earlier answers', () => {
  const field = takeEntry(press(takeEntry(typed('-4')), '3'));

  test('up calls them up, the last one first; down leads back to what was being typed', () => {
    expect(fieldText(press(field, 'up'))).toBe('3');
    expect(fieldText(press(field, 'up', 'up'))).toBe('-4');
    expect(fieldText(press(field, '7', 'up', 'up', 'down', 'down'))).toBe('7');
  });

  test('there is nothing before the first', () => {
    expect(fieldText(press(field, 'up', 'up', 'up'))).toBe('-4');
  });

  test('the same answer twice is kept once', () => {
    expect(keepEntry(keepEntry(typed('-4'))).history).toEqual(['-4']);
  });
});

test('keys that are not the field’s are left to the program', () => {
  for (const key of ['enter', 'tab', 'escape', 'ctrl-t', 'pageup', 'shift-left'])
    expect(edit(typed('1'), { key })).toBeUndefined();
});

describe('laws', () => {
  const keys = fc.constantFrom(
    ...['left', 'right', 'home', 'end', 'backspace', 'delete', 'ctrl-w', 'ctrl-u', 'ctrl-k', 'alt-b', 'alt-f', 'alt-d'],
    ...['up', 'down', '1', '-', ' ', 'x', '门', '👩‍🔬', '\u0301'],
  );

  test('the field is always whole characters, within its length, with an index into its history', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 60 }), fc.boolean(), (pressed, missed) => {
        const begun = missed ? keepEntry(typed('dq * 2')) : takeEntry(typed('-4'));
        const field = press(begun, ...pressed);
        const whole = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(field.before.join(''))];
        expect(field.before).toEqual(whole.map(({ segment }) => segment));
        expect(field.at).toBeGreaterThanOrEqual(0);
        expect(field.at).toBeLessThanOrEqual(field.history.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('moving never changes the text', () => {
    const moves = fc.constantFrom('left', 'right', 'home', 'end', 'alt-b', 'alt-f', 'ctrl-left', 'ctrl-right');
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(moves, { maxLength: 20 }), (text, pressed) => {
        const field = edit(emptyField, { key: 'paste', text })!;
        expect(fieldText(press(field, ...pressed))).toBe(fieldText(field));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
