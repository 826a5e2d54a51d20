import { toText } from '../../diagram/index.js';
import { inline } from '../../lessons/markdown.js';
import { termsWith } from '../../lessons/terms.js';
import { inlineSpans, wrap } from '../../lessons/view/wrap.js';
import { authorMessages } from '../../messages/author.js';
import { tuiMessages } from '../../messages/tui.js';
import type { Environment } from '../environment.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

const widest = 80;

/** `glossary [word]`: the words of the subject, or those that have the word in them, and what they mean. */
export async function glossary({ operands, lang, messages }: Invocation, environment: Environment): Promise<number> {
  const [word = '', extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const { entries, glossary: terms } = environment.library();
  const found = termsWith(terms(), word);
  if (found.length === 0) throw new UsageError(authorMessages[lang].noTerm({ word }));
  const blocks = found.map((term) => {
    const { name, text } = term[lang];
    const other = term[lang === 'en' ? 'zh' : 'en'].name;
    const entry = entries.find(({ id }) => id === term.lesson);
    const met = tuiMessages(lang).firstMet(`${entry?.number} ${entry?.title[lang]}`);
    const lines = wrap(inlineSpans(inline(text)), Math.min(widest, environment.columns ?? widest) - 2);
    return [
      other === name ? name : `${name}  ${other}`,
      ...[...toText(lines).split('\n'), met].map((one) => `  ${one}`),
    ];
  });
  await environment.stdout.write(`${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
  return 0;
}
