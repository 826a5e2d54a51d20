import { tuiMessages } from '../../messages/tui.js';
import type { App, Overlay } from '../app.js';
import { SEARCH_PROMPT } from '../cursor.js';
import type { Field } from '../editor.js';
import { fieldWindow } from '../field-window.js';
import { glossaryLines } from '../glossary.js';
import { helpLines } from '../help.js';
import { line, rule, span, spread } from '../lines.js';
import type { Theme } from '../theme.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

interface SearchScreenProps {
  readonly app: App;
  readonly overlay: Extract<Overlay, { readonly field: Field }>;
  readonly theme: Theme;
}

/** A list that is searched by typing: the keys that work on the screen below, run by Enter, or the terms of the glossary. */
export function SearchScreen({ app, overlay, theme }: SearchScreenProps) {
  const { columns } = app.size;
  const header = spread([span(tuiMessages(app.lang).name, 'title')], [], columns);
  const { title, list } = overlay.kind === 'help' ? helpLines(app) : glossaryLines(app, overlay);
  const seen = fieldWindow(overlay.field, SEARCH_PROMPT, columns, app.glyphs);
  const search = line(seen.prompt + seen.text, 'key');
  return (
    <Screen app={app} theme={theme} header={[header, rule(columns, app.glyphs)]}>
      <Lines lines={[title, search, [], ...list]} columns={columns} theme={theme} />
    </Screen>
  );
}
