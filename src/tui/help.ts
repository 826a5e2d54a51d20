import { type Line, padTo } from '../diagram/index.js';
import { tuiMessages } from '../messages/tui.js';
import { actionWords } from './action-words.js';
import { type App, bodyRows, placeBelow } from './app.js';
import { fieldText } from './editor.js';
import { type Binding, bindingsAt, keyName } from './keys.js';
import { line, marks, span } from './lines.js';
import { windowAround } from './window.js';

const KEY_COLUMNS = 22;
/** Of more keys that do the same, such as the digits, only the first are listed. */
const MOST_KEYS = 3;
/** Rows of the body that are not the list's: the title, the search field, and the air between. */
export const HEAD_ROWS = 3;

function wanted(app: App): string {
  return app.overlay?.kind === 'help' ? fieldText(app.overlay.field).trim().toLowerCase() : '';
}

/** The rows of the key table that can be run at the place below, as far as they match what is searched for. */
export function helpActions(app: App): readonly Binding[] {
  const search = wanted(app);
  return bindingsAt(placeBelow(app)).filter((binding) => {
    const texts = [...binding.keys.map((key) => keyName(key, app.glyphs)), actionWords(app, binding.action).long];
    // What it is called in the other language counts too: words may be known from there.
    const other = actionWords({ ...app, lang: app.lang === 'en' ? 'zh' : 'en' }, binding.action).long;
    return [...texts, other].some((text) => text.toLowerCase().includes(search));
  });
}

function row(app: App, keys: string, words: string, chosen = false): Line {
  const pointer = chosen ? ` ${marks[app.glyphs].pointer} ` : '   ';
  return [span(pointer, 'current'), span(padTo(keys, KEY_COLUMNS), 'key'), span(words, chosen ? 'current' : 'plain')];
}

/** The keys of the answer field, which are the editor's and no rows of the table. */
function fieldLines(app: App): readonly Line[] {
  const words = tuiMessages(app.lang);
  if (placeBelow(app) !== 'asking') return [];
  const arrows = (text: string) =>
    app.glyphs === 'unicode' ? text : text.replace('←→', 'arrows').replace('↑↓', 'up/down');
  const rows = words.helpFieldLines
    .filter((texts) => texts.some((text) => text.toLowerCase().includes(wanted(app))))
    .map(([key, does]) => row(app, arrows(key), does));
  return rows.length === 0 ? [] : [[], line(` ${words.helpField}`, 'title'), [], ...rows];
}

/** The help for the place below it, made from the key table: title, room for the search field, and a window onto the list. */
export function helpLines(app: App): { readonly title: Line; readonly list: readonly Line[] } {
  const words = tuiMessages(app.lang);
  const selected = app.overlay?.kind === 'help' ? app.overlay.selected : 0;
  const keys = ({ keys: all }: Binding) => {
    const names = all.map((key) => keyName(key, app.glyphs));
    return names.length > MOST_KEYS
      ? `${names.slice(0, MOST_KEYS).join('  ')} ${marks[app.glyphs].ellipsis}`
      : names.join('  ');
  };
  const table = helpActions(app).map((binding, at) =>
    row(app, keys(binding), actionWords(app, binding.action).long, at === selected),
  );
  const lines = [...table, ...fieldLines(app)];
  const found = lines.length > 0 ? lines : [line(`   ${words.helpNothing}`, 'faint')];
  // With the last row chosen, what follows the rows is seen as well.
  const shownRow = selected === table.length - 1 ? lines.length - 1 : selected;
  return {
    title: line(` ${words.helpTitle}`, 'title'),
    list: windowAround(found, shownRow, bodyRows(app) - HEAD_ROWS),
  };
}
