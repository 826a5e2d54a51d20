import { describe, expect, test } from 'vitest';
import { tuiMessages } from '../../src/messages/tui.js';
import { type Action, actionFor, bindings, bindingsAt, keyName, type Place } from '../../src/tui/keys.js';

const places = [...new Set(bindings.flatMap((row) => row.places))];

describe('the key table', () => {
  test.each(places)('at %s no key has two meanings', (place) => {
    const keys = bindingsAt(place).flatMap((row) => row.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('the footer names only keys that work there', () => {
    for (const row of bindings) {
      const action = row.action;
      for (const place of row.footer) expect([place, actionAt(place, action)]).toEqual([place, action]);
    }
  });

  test('every action of the words has a key or stands in the menu, and every row has words', () => {
    const inTable = new Set(bindings.map(({ action }) => action));
    expect(Object.keys(tuiMessages('en').keys).filter((action) => !inTable.has(action as Action))).toEqual([]);
  });

  test('letters never do anything where a text field has the keyboard', () => {
    for (const key of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+*/?.:') {
      expect(actionFor('asking', { key, text: key }, false)).toBeUndefined();
      expect(actionFor('filter', { key, text: key }, false)).toBeUndefined();
      expect(actionFor('writing', { key, text: key }, false)).toBeUndefined();
    }
  });

  test('everywhere Ctrl-C leaves, Ctrl-L draws anew and Ctrl-Z goes to the shell', () => {
    for (const place of places) {
      expect(actionFor(place, { key: 'ctrl-c' }, true)).toBe('quit');
      expect(actionFor(place, { key: 'ctrl-l' }, true)).toBe('redraw');
      expect(actionFor(place, { key: 'ctrl-z' }, true)).toBe('suspend');
    }
  });
});

function actionAt(place: Place, action: Action): Action | undefined {
  return bindingsAt(place).find((row) => row.action === action)?.action;
}

test('names of keys', () => {
  expect(
    ['ctrl-t', 'escape', 'up', 'shift-left', 'pagedown', 'enter', 'G'].map((key) => keyName(key, 'unicode')),
  ).toEqual(['^T', 'esc', '↑', 'shift-←', 'PgDn', 'enter', 'G']);
  expect(keyName('shift-left', 'ascii')).toBe('S-left');
});

test('both languages say something else everywhere but in names', () => {
  const texts = (lang: 'en' | 'zh') => Object.values(tuiMessages(lang).keys).map(({ long }) => long);
  texts('en').forEach((text, index) => {
    expect(text).not.toBe(texts('zh')[index]);
  });
});
