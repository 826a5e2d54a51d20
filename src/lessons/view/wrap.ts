import type { Line, Role, Span } from '../../diagram/span.js';
import { textWidth } from '../../diagram/text.js';
import { inline } from '../markdown.js';
import type { Block, Inline } from '../types.js';

/** Characters that may not begin a line (closing marks and points), and those that may not end one. */
const noStart = /^[，。、；：？！）》」』”’…—·,.;:?!)\]}%]/;
/** Marks that bring their own space. */
const fullStop = /[，。、；：？！）》」』”]$/;
const noEnd = /[（《「『“‘([{]$/;
const wideChar = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

interface Piece {
  readonly text: string;
  readonly role: Role;
  readonly width: number;
  /** Whether a space stood before it: it is written only inside a line. */
  readonly space: boolean;
  /** Whether a line may begin with it. */
  readonly breakable: boolean;
}

/** Splits text where a line may break: at spaces, and around each wide character. */
function pieces(spans: Line): Piece[] {
  const out: Piece[] = [];
  let space = false;
  let before = '';
  for (const { text, role } of spans) {
    for (const part of text.match(
      /\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]+/g,
    ) ?? []) {
      if (/^\s/.test(part)) {
        space = !fullStop.test(before);
        continue;
      }
      const seam = space || wideChar.test(before.at(-1) ?? '') || wideChar.test(part[0]!);
      const breakable = (seam && !noStart.test(part) && !noEnd.test(before)) || before === '';
      out.push({ text: part, role, width: textWidth(part), space: space && before !== '', breakable });
      space = false;
      before = part;
    }
  }
  return out;
}

/**
 * Breaks text into lines of at most `width` columns, as English and Chinese typesetting want it: between words, between
 * Chinese characters, never before a closing mark nor after an opening one. A word longer than a line is cut.
 */
export function wrap(spans: Line, width: number): Line[] {
  const words: Piece[][] = [];
  for (const piece of pieces(spans)) {
    if (piece.breakable || words.length === 0) words.push([piece]);
    else words.at(-1)!.push(piece);
  }
  const lines: Span[][] = [[]];
  let used = 0;
  const put = (text: string, role: Role) => {
    const line = lines.at(-1)!;
    const last = line.at(-1);
    if (last?.role === role) line[line.length - 1] = { text: last.text + text, role };
    else line.push({ text, role });
  };
  for (const word of words) {
    const length = word.reduce((sum, piece) => sum + piece.width + (piece.space ? 1 : 0), 0);
    if (used > 0 && used + length > width) {
      lines.push([]);
      used = 0;
    }
    for (const piece of word) {
      if (piece.space && used > 0) {
        put(' ', lines.at(-1)!.at(-1)?.role === piece.role ? piece.role : 'plain');
        used += 1;
      }
      for (const char of used + piece.width <= width ? [piece.text] : [...piece.text]) {
        const w = textWidth(char);
        if (used > 0 && used + w > width) {
          lines.push([]);
          used = 0;
        }
        put(char, piece.role);
        used += w;
      }
    }
  }
  return lines;
}

const inlineRole = { plain: 'plain', emphasis: 'emphasis', code: 'code' } as const;

/** Running text as one unbroken line of spans. */
export function inlineSpans(text: readonly Inline[], plain: Role = 'plain'): Line {
  return text.map(({ text: words, style }) => ({ text: words, role: style === 'plain' ? plain : inlineRole[style] }));
}

/** Text behind a mark, its further lines indented by the mark's width. */
export function hang(mark: string, role: Role, spans: Line, width: number): Line[] {
  const indent = ' '.repeat(textWidth(mark));
  return wrap(spans, width - indent.length).map(
    (line, index): Line => [index === 0 ? { text: mark, role } : { text: indent, role: 'plain' }, ...line],
  );
}

/** Sets blocks of prose in `width` columns, an empty line between blocks; code keeps its own line breaks. */
export function setBlocks(blocks: readonly Block[], width: number): Line[] {
  const lines: Line[] = [];
  for (const [index, block] of blocks.entries()) {
    const tight = block.kind === 'item' && blocks[index - 1]?.kind === 'item';
    if (index > 0 && !tight) lines.push([]);
    if (block.kind === 'code') lines.push(...block.lines.map((text): Line => [{ text: `  ${text}`, role: 'code' }]));
    else if (block.kind === 'paragraph') lines.push(...wrap(inlineSpans(inline(block.text)), width));
    else lines.push(...hang(`${block.marker} `, 'plain', inlineSpans(inline(block.text)), width));
  }
  return lines;
}
