import { tuiMessages } from '../../messages/tui.js';
import { type App, bodyRows } from '../app.js';
import { helpLines } from '../help.js';
import { rule, span, spread } from '../lines.js';
import type { Theme } from '../theme.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

/** The keys that work on the screen below, from the key table. */
export function HelpScreen({ app, top, theme }: { readonly app: App; readonly top: number; readonly theme: Theme }) {
  const { columns } = app.size;
  const title = spread([span(tuiMessages(app.lang).name, 'title')], [], columns);
  return (
    <Screen app={app} theme={theme} header={[title, rule(columns, app.glyphs)]}>
      <Lines lines={helpLines(app).slice(top, top + bodyRows(app))} columns={columns} theme={theme} />
    </Screen>
  );
}
