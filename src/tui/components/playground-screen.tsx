import { playgroundMessages } from '../../messages/playground.js';
import type { App } from '../app.js';
import { rule, span, spread } from '../lines.js';
import { layoutPlayground, playgroundTitle } from '../playground-layout.js';
import type { PlaygroundPage } from '../playground-page.js';
import type { Theme } from '../theme.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

/** A circuit to play with: the drawing, the inputs with their gradients, and what came of the last key. */
export function PlaygroundScreen({
  app,
  page,
  theme,
}: {
  readonly app: App;
  readonly page: PlaygroundPage;
  readonly theme: Theme;
}) {
  const { columns } = app.size;
  const title = spread([span(playgroundMessages[app.lang].title, 'title')], playgroundTitle(app, page), columns);
  return (
    <Screen app={app} theme={theme} header={[title, rule(columns, app.glyphs)]}>
      <Lines lines={layoutPlayground(app, page).lines} columns={columns} theme={theme} />
    </Screen>
  );
}
