import { type Line, padTo } from '../diagram/index.js';
import { tuiMessages } from '../messages/tui.js';
import { actionWords } from './action-words.js';
import { type App, placeBelow } from './app.js';
import { type Binding, bindingsAt, keyName } from './keys.js';
import { line, span } from './lines.js';

const KEY_COLUMNS = 22;

function row(keys: string, words: string): Line {
  return [span(`   ${padTo(keys, KEY_COLUMNS)}`, 'key'), span(words)];
}

/** All lines of the help for the place below it, made from the key table. */
export function helpLines(app: App): readonly Line[] {
  const words = tuiMessages(app.lang);
  const place = placeBelow(app);
  const keys = (binding: Binding) => binding.keys.map((key) => keyName(key, app.glyphs)).join('  ');
  const table = bindingsAt(place).map((binding) => row(keys(binding), actionWords(app, binding.action).long));
  const lines = [line(` ${words.helpTitle}`, 'title'), [], ...table];
  if (place !== 'asking') return lines;
  const arrows = (text: string) =>
    app.glyphs === 'unicode' ? text : text.replace('←→', 'arrows').replace('↑↓', 'up/down');
  const field = words.helpFieldLines.map(([key, does]) => row(arrows(key), does));
  return [...lines, [], line(` ${words.helpField}`, 'title'), [], ...field];
}

/** How many lines the help has; it scrolls where they do not fit. */
export function helpHeight(app: App): number {
  return helpLines(app).length;
}
