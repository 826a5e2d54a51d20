/** The character set of a drawing: box characters, or pure ASCII where those are missing or drawn double. */
export type Glyphs = 'unicode' | 'ascii';

/** The directions in which a wire leaves a cell, as bits. */
export const NORTH = 1;
export const EAST = 2;
export const SOUTH = 4;
export const WEST = 8;

/** The borders of a box and the joints where wires meet it. */
export interface BoxGlyphs {
  readonly across: string;
  readonly down: string;
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  readonly enter: string;
  readonly leave: string;
}

export interface GlyphSet {
  /** The character of a wire's cell, by its legs. */
  readonly wire: readonly string[];
  /** One wire passing over another, never a joint. */
  readonly crossing: string;
  readonly gate: BoxGlyphs;
  /** The gate at hand: another style in the same place. */
  readonly current: BoxGlyphs;
  /** The border of an expanded group, which no wire can be taken to join. */
  readonly frame: BoxGlyphs;
  readonly rule: string;
  readonly ellipsis: string;
}

function box(across: string, down: string, corners: string, joints: string): BoxGlyphs {
  const [topLeft, topRight, bottomLeft, bottomRight] = [...corners] as [string, string, string, string];
  const [enter, leave] = [...joints] as [string, string];
  return { across, down, topLeft, topRight, bottomLeft, bottomRight, enter, leave };
}

// Indexed by legs: none, N, E, NE, S, NS, ES, NES, W, NW, EW, NEW, SW, NSW, ESW, NESW.
const SETS: Record<Glyphs, GlyphSet> = {
  unicode: {
    wire: [...' │─╰││╭├─╯─┴╮┤┬●'],
    crossing: '┼',
    gate: box('─', '│', '┌┐└┘', '┤├'),
    current: box('━', '┃', '┏┓┗┛', '┨┠'),
    frame: box('┄', '┆', '┌┐└┘', '┆┆'),
    rule: '─',
    ellipsis: '…',
  },
  ascii: {
    wire: [..." |-'||.o-'-o.ooo"],
    crossing: '|',
    gate: box('-', '|', '++++', '||'),
    current: box('=', '#', '####', '##'),
    frame: box('.', ':', '....', '::'),
    rule: '-',
    ellipsis: '~',
  },
};

export function glyphSet(glyphs: Glyphs): GlyphSet {
  return SETS[glyphs];
}

const ASCII_TWIN: Record<string, string> = {
  σ: 'sig',
  '∂': 'd',
  '×': '*',
  '·': '*',
  '→': '->',
  '▷': '>',
  Σ: 'sum',
  '²': '^2',
  '½': '0.5',
  ᵀ: '.T',
  '≥': '>=',
  '≤': '<=',
  '…': '~',
};

/** A label as the glyph set can show it: in ASCII, symbols of ambiguous width become their twins (`σ` is `sig`). */
export function labelFor(glyphs: Glyphs, label: string): string {
  if (glyphs === 'unicode') return label;
  let twin = '';
  for (const char of label) twin += ASCII_TWIN[char] ?? char;
  return twin;
}
