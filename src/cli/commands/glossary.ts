import { toText } from '../../diagram/index.js';
import { termLines } from '../../lessons/term-lines.js';
import { termsWith } from '../../lessons/terms.js';
import { authorMessages } from '../../messages/author.js';
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
  const width = Math.min(widest, environment.columns ?? widest);
  const blocks = found.map((term) => toText(termLines(term, entries, lang, width)));
  await environment.stdout.write(`${blocks.join('\n\n')}\n`);
  return 0;
}
