import { visible } from '../../lessons/markdown.js';
import { termLines } from '../../lessons/term-lines.js';
import { termsWith } from '../../lessons/terms.js';
import type { Talk } from './talk.js';

/** Says what the terms with a word in them mean; without a word, which terms there are. */
export function tellTerms({ options: { library }, teller }: Talk, word: string): void {
  const { words, lang, width } = teller;
  const found = termsWith(library.glossary(), word);
  if (found.length === 0) teller.say(words.noTerm(visible(word)));
  else if (word === '') teller.say(words.terms(found.map((term) => term[lang].name)));
  else for (const term of found) teller.lines(termLines(term, library.entries, lang, width));
}
