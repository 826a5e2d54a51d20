import type { Block, Inline } from './types.js';

/** A heading of a lesson's prose and what stands under it. */
export interface Section {
  readonly id: string;
  /** Line of the heading in the file, counted from 1. */
  readonly line: number;
  readonly blocks: readonly Block[];
  /** `###` headings inside the section: the author's hints and the texts of options. */
  readonly parts: readonly { readonly id: string; readonly line: number; readonly blocks: readonly Block[] }[];
}

export interface Prose {
  readonly title?: string;
  readonly sections: readonly Section[];
}

/** Code points that a terminal would obey, or that reorder text, become their visible pictures. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (c) => {
    const code = c.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d]/;

/** Joins the lines of a paragraph: a space between words, nothing between Chinese characters. */
function join(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const seam = wide.test(text.at(-1) ?? '') && wide.test(line[0] ?? '') ? '' : ' ';
    return text + seam + line;
  });
}

/** Splits running text at `code` and *emphasis*; marks that do not pair are plain characters. */
export function inline(text: string): Inline[] {
  const spans: Inline[] = [];
  const pattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*/g;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) spans.push({ text: text.slice(from, match.index), style: 'plain' });
    spans.push(
      match[1] !== undefined
        ? { text: match[1], style: 'code' }
        : { text: match[2] ?? match[3] ?? '', style: 'emphasis' },
    );
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from), style: 'plain' });
  return spans;
}

/**
 * Reads a lesson's prose: `#` is the title, `##` a step's id, `###` a part of a step. Between them stand paragraphs,
 * lists and fenced code; headings inside a fence are code.
 */
export function readProse(source: string): Prose {
  let title: string | undefined;
  const sections: {
    id: string;
    line: number;
    blocks: Block[];
    parts: { id: string; line: number; blocks: Block[] }[];
  }[] = [];
  let blocks: Block[] = [];
  let paragraph: string[] = [];
  let marker: string | undefined;
  let fence: string[] | undefined;

  const flush = () => {
    if (paragraph.length > 0) {
      const text = join(paragraph);
      blocks.push(marker === undefined ? { kind: 'paragraph', text } : { kind: 'item', text, marker });
    }
    paragraph = [];
    marker = undefined;
  };

  for (const [index, raw] of visible(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
    .split('\n')
    .entries()) {
    const line = raw.replaceAll('\t', '  ').trimEnd();
    if (fence !== undefined) {
      if (/^\s*```\s*$/.test(line)) {
        blocks.push({ kind: 'code', lines: fence });
        fence = undefined;
      } else fence.push(line);
      continue;
    }
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    if (heading) {
      flush();
      const text = heading[2]!.trim();
      if (heading[1] === '#') title ??= text;
      else if (heading[1] === '##') {
        sections.push({ id: text, line: index + 1, blocks: [], parts: [] });
        blocks = sections.at(-1)!.blocks;
      } else if (sections.length > 0) {
        sections.at(-1)!.parts.push({ id: text, line: index + 1, blocks: [] });
        blocks = sections.at(-1)!.parts.at(-1)!.blocks;
      }
      continue;
    }
    if (/^\s*```/.test(line)) {
      flush();
      fence = [];
      continue;
    }
    const item = /^\s*([-*]|\d+\.)\s+(.*)$/.exec(line);
    if (item) {
      flush();
      marker = item[1] === '*' ? '-' : item[1]!;
      paragraph = [item[2]!];
    } else if (line.trim() === '') flush();
    else paragraph.push(line.trim());
  }
  if (fence !== undefined) blocks.push({ kind: 'code', lines: fence });
  flush();
  return title === undefined ? { sections } : { title, sections };
}
