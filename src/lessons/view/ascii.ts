import type { Glyphs, Line } from '../../diagram/index.js';

const twins: Readonly<Record<string, string>> = {
  '∂': 'd',
  σ: 'sigmoid',
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '–': '-',
  '—': '-',
  '→': '->',
  '←': '<-',
  '↑': '^',
  '↓': 'v',
  '…': '...',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '›': '>',
  '✓': '+',
  '✗': 'x',
  '≈': '~',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '²': '^2',
  '½': '1/2',
  δ: 'delta',
  λ: 'lambda',
  ε: 'eps',
};

const needsTwin = new RegExp(`[${Object.keys(twins).join('')}]`, 'gu');

/**
 * Running text in a glyph set. In ASCII, symbols that some terminals lack or draw double become their twins; quotation
 * marks around Chinese stay, as they are as wide as its characters.
 */
export function inGlyphs(text: string, glyphs: Glyphs): string {
  return glyphs === 'unicode' ? text : text.replace(needsTwin, (sign) => twins[sign]!);
}

/** Lines of text in a glyph set. */
export function linesInGlyphs(lines: readonly Line[], glyphs: Glyphs): readonly Line[] {
  if (glyphs === 'unicode') return lines;
  return lines.map((line) => line.map(({ text, role }) => ({ text: inGlyphs(text, glyphs), role })));
}
