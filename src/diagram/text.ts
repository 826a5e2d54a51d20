import { eastAsianWidth } from 'get-east-asian-width';
import type { Line, Span } from './span.js';

// ASCII, Latin, Greek, arrows, operators and box characters: one cell, one code unit, nothing that combines.
const SIMPLE =
  /^[\x20-\x7e\u00ae-\u02ff\u0391-\u03c9\u2013-\u2026\u2030-\u203a\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc\u2713\u2717\u2800-\u28ff]*$/;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\u115f\u1160]*$/u;
// The same with Chinese characters and full-width punctuation: one code unit is one character of one or two cells.
const SEPARATE =
  /^[\x20-\x7e\u00ae-\u02ff\u0391-\u03c9\u2013-\u2026\u2030-\u203a\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc\u2713\u2717\u2800-\u28ff\u3001-\u3029\u4e00-\u9fff\uff01-\uff60]*$/;

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them. Segmentation takes long to load, so it waits for a text that needs it. */
function clusters(text: string): Iterable<string> {
  if (SEPARATE.test(text)) return text;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function clusterWidth(cluster: string): number {
  if (INVISIBLE.test(cluster)) return 0;
  if (cluster.includes('\ufe0f')) return 2;
  return eastAsianWidth(cluster.codePointAt(0)!);
}

/**
 * How many terminal cells `text` takes: two for wide characters (CJK, emoji), one for what is "ambiguous" in East Asian
 * width, none for combining marks. Terminals that draw ambiguous characters double are served by the ASCII glyphs.
 */
export function textWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let width = 0;
  for (const cluster of clusters(text)) width += clusterWidth(cluster);
  return width;
}

/** The longest beginning of `text` that takes at most `width` cells; never cuts a character in two. */
export function takeWidth(text: string, width: number): string {
  if (SIMPLE.test(text)) return text.slice(0, Math.max(0, width));
  let taken = '';
  let used = 0;
  for (const cluster of clusters(text)) {
    used += clusterWidth(cluster);
    if (used > width) break;
    taken += cluster;
  }
  return taken;
}

/** What is left of `text` after its first `width` cells; a wide character cut by the edge becomes a space. */
export function dropWidth(text: string, width: number): string {
  if (width <= 0) return text;
  if (SIMPLE.test(text)) return text.slice(width);
  let used = 0;
  let rest = '';
  for (const cluster of clusters(text)) {
    const end = used + clusterWidth(cluster);
    if (used >= width) rest += cluster;
    else if (end > width) rest += ' '.repeat(end - width);
    used = end;
  }
  return rest;
}

/** `text` in at most `width` cells; what is too long ends in `ellipsis`. */
export function clip(text: string, width: number, ellipsis = '…'): string {
  if (textWidth(text) <= width) return text;
  const tail = takeWidth(ellipsis, width);
  return takeWidth(text, width - textWidth(tail)) + tail;
}

/** `text` with spaces to fill `width` cells, after it or, for `end`, before it; text that is longer stays as it is. */
export function padTo(text: string, width: number, align: 'start' | 'end' = 'start'): string {
  const fill = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'start' ? text + fill : fill + text;
}

/** How many cells a line takes. */
export function lineWidth(line: Line): number {
  let width = 0;
  for (const span of line) width += textWidth(span.text);
  return width;
}

/** The line in at most `width` cells, cut without an ellipsis: the rest of a drawing is reached by panning. */
export function clipLine(line: Line, width: number): Line {
  const clipped: Span[] = [];
  let room = width;
  for (const span of line) {
    const text = takeWidth(span.text, room);
    if (text !== '') clipped.push(text === span.text ? span : { text, role: span.role });
    if (text !== span.text) break;
    room -= textWidth(text);
  }
  return clipped;
}

/** The lines as plain text: roles dropped, trailing spaces trimmed, joined by newlines. */
export function toText(lines: readonly Line[]): string {
  return lines
    .map((line) =>
      line
        .map((span) => span.text)
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
