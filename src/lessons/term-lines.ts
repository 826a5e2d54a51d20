import type { Line } from '../diagram/index.js';
import { tuiMessages } from '../messages/tui.js';
import { inline } from './markdown.js';
import { numberedTitle } from './title.js';
import type { Lang, LessonEntry, Term } from './types.js';
import { inlineSpans, wrap } from './view/wrap.js';

/** A term with its name in the other language, what it means, and the lesson where it is first met. */
export function termLines(term: Term, entries: readonly LessonEntry[], lang: Lang, width: number): readonly Line[] {
  const { name, text } = term[lang];
  const other = term[lang === 'en' ? 'zh' : 'en'].name;
  const entry = entries.find(({ id }) => id === term.lesson);
  const met = tuiMessages(lang).firstMet(entry ? numberedTitle(entry, lang) : term.lesson);
  return [
    [{ text: other === name ? name : `${name}  ${other}`, role: 'plain' }],
    ...[...wrap(inlineSpans(inline(text)), width - 2), [{ text: met, role: 'faint' } as const]].map(
      (line): Line => [{ text: '  ', role: 'plain' }, ...line],
    ),
  ];
}
