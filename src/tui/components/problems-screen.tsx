import { hang } from '../../lessons/view/wrap.js';
import { tuiMessages } from '../../messages/tui.js';
import { type App, bodyRows, type Overlay } from '../app.js';
import { line, marks, rule, span, spread } from '../lines.js';
import type { Theme } from '../theme.js';
import { windowAround } from '../window.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

interface ProblemsScreenProps {
  readonly app: App;
  readonly overlay: Extract<Overlay, { kind: 'problems' }>;
  readonly theme: Theme;
}

/** What keeps a lesson that is being written from being shown, each with its file, line and column. */
export function ProblemsScreen({ app, overlay, theme }: ProblemsScreenProps) {
  const words = tuiMessages(app.lang);
  const { columns } = app.size;
  let last = 0;
  const lines = overlay.problems(app.lang).flatMap((problem, index) => {
    const chosen = index === overlay.selected;
    const mark = chosen ? ` ${marks[app.glyphs].pointer} ` : '   ';
    const set = hang(mark, 'current', [span(problem, chosen ? 'current' : 'plain')], columns - 1);
    if (index <= overlay.selected) last += set.length;
    return set;
  });
  const title = spread([span(words.name, 'title')], [], columns);
  const seen = windowAround(lines, last - 1, bodyRows(app) - 2);
  return (
    <Screen app={app} theme={theme} header={[title, rule(columns, app.glyphs)]}>
      <Lines lines={[line(` ${words.problemsTitle}`, 'title'), [], ...seen]} columns={columns} theme={theme} />
    </Screen>
  );
}
