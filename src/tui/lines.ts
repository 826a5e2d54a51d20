import type { Line, Role, Span } from '../diagram/span.js';
import { clip, clipLine, dropWidth, lineWidth, textWidth } from '../diagram/text.js';

export type Glyphs = 'unicode' | 'ascii';

/** The marks of the screens; each has an ASCII twin, of the same width but for those of verdicts. */
export const marks = {
  unicode: {
    prompt: '›',
    pointer: '▸',
    done: '✓',
    underway: '◐',
    open: '○',
    bar: '━',
    rest: '─',
    rule: '─',
    ellipsis: '…',
    above: '▴',
    below: '▾',
    right: '✓',
    wrong: '✗',
    unreadable: '?',
  },
  ascii: {
    prompt: '>',
    pointer: '>',
    done: '*',
    underway: '+',
    open: '.',
    bar: '=',
    rest: '-',
    rule: '-',
    ellipsis: '~',
    above: '^',
    below: 'v',
    right: '[ok]',
    wrong: '[x]',
    unreadable: '[?]',
  },
} as const;

export function span(text: string, role: Role = 'plain'): Span {
  return { text, role };
}

/** A line of one role. */
export function line(text: string, role: Role = 'plain'): Line {
  return [span(text, role)];
}

/** Each line moved right by `columns`. */
export function indent(lines: readonly Line[], columns: number): readonly Line[] {
  return lines.map((each) => (each.length === 0 ? each : [span(' '.repeat(columns)), ...each]));
}

/** A line with one end at the left edge and the other at the right; the left gives way, and one column stays free on each side. */
export function spread(left: Line, right: Line, columns: number): Line {
  const room = columns - 2 - lineWidth(right);
  const start = clipLine(left, Math.max(0, room - 1));
  const gap = ' '.repeat(Math.max(0, room - lineWidth(start)));
  return [span(' '), ...start, span(gap), ...right];
}

/** A part of a line: `columns` cells from the cell `from`. */
export function cut(source: Line, from: number, columns: number): Line {
  let skip = from;
  const rest: Span[] = [];
  for (const { text, role } of source) {
    const width = textWidth(text);
    if (skip < width) rest.push({ text: dropWidth(text, skip), role });
    skip = Math.max(0, skip - width);
  }
  return clipLine(rest, columns);
}

/** How far a lesson is, as a bar of `columns` cells. */
export function progressBar(done: number, total: number, columns: number, glyphs: Glyphs): Line {
  const filled = total === 0 ? 0 : Math.round((columns * done) / total);
  const { bar, rest } = marks[glyphs];
  return [span(bar.repeat(filled), 'right'), span(rest.repeat(columns - filled), 'faint')];
}

/** A line across the screen. */
export function rule(columns: number, glyphs: Glyphs): Line {
  return line(marks[glyphs].rule.repeat(columns), 'faint');
}

/** Text that is cut, with a mark, where the screen ends; one column stays free on the left. */
export function notice(text: string, columns: number, glyphs: Glyphs, role: Role = 'hint'): Line {
  return line(` ${clip(text, columns - 2, marks[glyphs].ellipsis)}`, role);
}
