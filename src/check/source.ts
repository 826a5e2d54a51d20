import { checkLimits } from './limits.js';

/** The lines of a file; more than are read is cut off, and said. */
export function linesOf(text: string): { readonly lines: readonly string[]; readonly cut: boolean } {
  const bounded = text.slice(0, checkLimits.characters);
  const lines = bounded.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const cut = text.length > bounded.length || lines.length > checkLimits.lines;
  return { lines: lines.slice(0, checkLimits.lines), cut };
}
