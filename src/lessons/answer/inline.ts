import type { Inline } from '../types.js';

export type Glyphs = 'unicode' | 'ascii';

const ASCII: Readonly<Record<string, string>> = {
  '∂': 'd',
  '·': '*',
  '×': 'x',
  σ: 'sigmoid',
  '→': '->',
  '−': '-',
  '≈': '~',
  '…': '...',
  '²': '**2',
};

/** Symbols that some terminals draw double or not at all, as their ASCII twins. */
export function withGlyphs(text: string, glyphs: Glyphs): string {
  return glyphs === 'unicode' ? text : text.replace(/[∂·×σ→−≈²…]/g, (sign) => ASCII[sign]!);
}

/** A generated sentence, code marked by backticks, as pieces of running text. */
export function inlines(sentence: string, glyphs: Glyphs): readonly Inline[] {
  return withGlyphs(sentence, glyphs)
    .split('`')
    .map((text, k): Inline => ({ text, style: k % 2 === 1 ? 'code' : 'plain' }))
    .filter(({ text }) => text !== '');
}
