import { tuiMessages } from '../../messages/tui.js';
import type { App, ProgressPage } from '../app.js';
import { rule, span, spread } from '../lines.js';
import { progressLines } from '../progress-lines.js';
import type { Theme } from '../theme.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

/** The statistics: how much was done, how firmly it sits, what goes wrong, and when. */
export function ProgressScreen({
  app,
  page,
  theme,
}: {
  readonly app: App;
  readonly page: ProgressPage;
  readonly theme: Theme;
}) {
  const { columns } = app.size;
  const title = spread([span(tuiMessages(app.lang).progress, 'title')], [], columns);
  return (
    <Screen app={app} theme={theme} header={[title, rule(columns, app.glyphs)]}>
      <Lines lines={progressLines(app, page)} columns={columns} theme={theme} />
    </Screen>
  );
}
