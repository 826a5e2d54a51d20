import { type Line, padTo } from '../../diagram/index.js';
import { tuiMessages } from '../../messages/tui.js';
import { actionWords } from '../action-words.js';
import { type App, bodyRows, playTitle } from '../app.js';
import { keyName } from '../keys.js';
import { line, marks, rule, span, spread } from '../lines.js';
import { menuItems } from '../menu.js';
import type { Theme } from '../theme.js';
import { windowAround } from '../window.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

const KEY_COLUMNS = 8;

/** All that can be done at this point of a lesson; each with its key, so that the menu is needed less and less. */
export function MenuScreen({
  app,
  selected,
  theme,
}: {
  readonly app: App;
  readonly selected: number;
  readonly theme: Theme;
}) {
  const words = tuiMessages(app.lang);
  const { columns } = app.size;
  const rows = menuItems(app).map(({ action, binding }, index): Line => {
    const chosen = index === selected;
    const key = binding ? keyName(binding.keys[0]!, app.glyphs) : '';
    return [
      span(chosen ? ` ${marks[app.glyphs].pointer} ` : '   ', 'current'),
      span(padTo(key, KEY_COLUMNS), 'key'),
      span(actionWords(app, action).long, chosen ? 'current' : 'plain'),
    ];
  });
  const title = app.play ? playTitle(app.play, app.lang) : words.name;
  const seen = windowAround(rows, selected, bodyRows(app) - 2);
  return (
    <Screen app={app} theme={theme} header={[spread([span(title, 'title')], [], columns), rule(columns, app.glyphs)]}>
      <Lines lines={[line(` ${words.menuTitle}`, 'title'), [], ...seen]} columns={columns} theme={theme} />
    </Screen>
  );
}
