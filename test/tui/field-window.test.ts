import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/diagram/index.js';
import { edit, emptyField, type Field, withText } from '../../src/tui/editor.js';
import { fieldWindow } from '../../src/tui/field-window.js';

const typed = (text: string): Field => withText(emptyField, text);

describe('the row of the answer field', () => {
  test('shows the prompt, the text, and the cursor behind it', () => {
    expect(fieldWindow(typed('-4'), 'dz', 80, 'unicode')).toEqual({ prompt: ' dz › ', text: '-4', cursor: 8 });
    expect(fieldWindow(typed('-4'), 'dz', 80, 'ascii').prompt).toBe(' dz > ');
  });

  test('a text longer than the row moves left under the cursor, and back', () => {
    const end = typed('abcdefghijklmnopqrstuvwxyz');
    expect(fieldWindow(end, 'q', 20, 'unicode')).toEqual({ prompt: ' q › ', text: 'mnopqrstuvwxyz', cursor: 19 });
    const start = edit(end, { key: 'home' })!;
    expect(fieldWindow(start, 'q', 20, 'unicode')).toEqual({ prompt: ' q › ', text: 'abcdefghijklmn', cursor: 5 });
  });

  test('the cursor is always in the row, and what is seen never wider than it', () => {
    const characters = fc.array(fc.constantFrom('a', '1', ' ', '门', '👩‍🔬', '∂'), { maxLength: 60 });
    fc.assert(
      fc.property(characters, fc.nat({ max: 60 }), fc.integer({ min: 20, max: 60 }), (all, moves, columns) => {
        let field = typed(all.join(''));
        for (let move = 0; move < moves; move++) field = edit(field, { key: 'left' })!;
        const { prompt, text, cursor } = fieldWindow(field, '∂f/∂some_long_name', columns, 'unicode');
        expect(cursor).toBeGreaterThanOrEqual(textWidth(prompt));
        expect(cursor).toBeLessThan(columns);
        expect(textWidth(prompt + text)).toBeLessThanOrEqual(columns);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
