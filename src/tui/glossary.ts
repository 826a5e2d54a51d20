import { clip, type Line } from '../diagram/index.js';
import { inline } from '../lessons/markdown.js';
import { termsWith } from '../lessons/terms.js';
import { numberedTitle } from '../lessons/title.js';
import type { Term } from '../lessons/types.js';
import { inlineSpans, wrap } from '../lessons/view/wrap.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, bodyRows, type Overlay } from './app.js';
import { fieldText } from './editor.js';
import { HEAD_ROWS } from './help.js';
import { indent, line, marks, span } from './lines.js';
import { windowAround } from './window.js';

type Glossary = Extract<Overlay, { kind: 'glossary' }>;

const WIDEST = 90;

/** The terms that match what is searched for. */
export function termsFound({ terms, field }: Glossary): readonly Term[] {
  return termsWith(terms, fieldText(field));
}

/** A list of terms under their title, around the one that is chosen; what that one means stands below its name. */
export function glossaryLines(app: App, overlay: Glossary): { readonly title: Line; readonly list: readonly Line[] } {
  const { lang, glyphs } = app;
  const words = tuiMessages(lang);
  const found = termsFound(overlay);
  const columns = Math.min(WIDEST, app.size.columns) - 4;
  const lines: Line[] = [];
  let at = 0;
  found.forEach((term, index) => {
    const chosen = index === overlay.selected;
    const other = term[lang === 'en' ? 'zh' : 'en'].name;
    const name = [
      span(chosen ? ` ${marks[glyphs].pointer} ` : '   ', 'current'),
      span(term[lang].name, chosen ? 'current' : 'plain'),
    ];
    // A terminal without the other language's characters is not shown them.
    const readable = glyphs === 'unicode' || lang === 'zh';
    lines.push(readable && other !== term[lang].name ? [...name, span(`  ${other}`, 'faint')] : name);
    if (!chosen) return;
    lines.push(...indent(wrap(inlineSpans(inline(term[lang].text)), columns), 3));
    at = lines.length;
    const entry = app.entries.find(({ id }) => id === term.lesson);
    const met = words.firstMet(entry ? numberedTitle(entry, lang) : term.lesson);
    lines.push(line(`   ${clip(met, columns, marks[glyphs].ellipsis)}`, 'faint'));
  });
  if (found.length === 0) lines.push(line(`   ${words.noTerm}`, 'faint'));
  const title = [span(` ${words.glossaryTitle}`, 'title'), span(`  ${found.length}/${overlay.terms.length}`, 'faint')];
  return { title, list: windowAround(lines, at, bodyRows(app) - HEAD_ROWS) };
}
