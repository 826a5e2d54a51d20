import { tuiMessages } from '../../messages/tui.js';
import type { App } from '../app.js';
import { SEARCH_PROMPT } from '../cursor.js';
import type { Field } from '../editor.js';
import { fieldWindow } from '../field-window.js';
import { helpLines } from '../help.js';
import { line, rule, span, spread } from '../lines.js';
import type { Theme } from '../theme.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

/** The keys that work on the screen below, from the key table: searched by typing, run by Enter. */
export function HelpScreen({ app, field, theme }: { readonly app: App; readonly field: Field; readonly theme: Theme }) {
  const { columns } = app.size;
  const title = spread([span(tuiMessages(app.lang).name, 'title')], [], columns);
  const help = helpLines(app);
  const seen = fieldWindow(field, SEARCH_PROMPT, columns, app.glyphs);
  const search = line(seen.prompt + seen.text, 'key');
  return (
    <Screen app={app} theme={theme} header={[title, rule(columns, app.glyphs)]}>
      <Lines lines={[help.title, search, [], ...help.list]} columns={columns} theme={theme} />
    </Screen>
  );
}
