import type { Term } from './types.js';

/** The terms whose name, in either language, has what is searched for; if none has, those in whose explanation it is found. */
export function termsWith(terms: readonly Term[], search: string): readonly Term[] {
  const wanted = search.trim().toLowerCase();
  const having = (part: 'name' | 'text') =>
    terms.filter(({ en, zh }) => [en, zh].some((said) => said[part].toLowerCase().includes(wanted)));
  const named = having('name');
  return named.length > 0 ? named : having('text');
}
