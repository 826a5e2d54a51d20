import { eastAsianWidthType } from 'get-east-asian-width';

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
  /** The same where a wire that is pointed out meets the border. */
  readonly enterLit: string;
  readonly leaveLit: string;
}

export interface GlyphSet {
  /** The character of a wire's cell, by its legs. */
  readonly wire: readonly string[];
  /** The same where legs of it are pointed out. */
  lit(legs: number, lit: number): string;
  /** One wire passing over another, never a joint; the legs that are pointed out choose among these. */
  crossing(lit: number): string;
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
  const [enter, leave, enterLit, leaveLit] = [...joints] as [string, string, string, string];
  return { across, down, topLeft, topRight, bottomLeft, bottomRight, enter, leave, enterLit, leaveLit };
}

// Indexed by legs: none, N, E, NE, S, NS, ES, NES, W, NW, EW, NEW, SW, NSW, ESW, NESW.
const LIGHT = [...' │─╰││╭├─╯─┴╮┤┬●'];
const HEAVY = [...' ┃━┗┃┃┏┣━┛━┻┓┫┳●'];
const ASCII = [..." |-'||.o-'-o.ooo"];
/** Forks of which two legs are heavy, by the legs there are and, behind each glyph, those two. */
const PART_HEAVY: Readonly<Record<number, Readonly<Record<number, string>>>> = {
  [NORTH | EAST | SOUTH]: { [NORTH | EAST]: '┡', [EAST | SOUTH]: '┢', [NORTH | SOUTH]: '┠' },
  [NORTH | SOUTH | WEST]: { [NORTH | WEST]: '┩', [SOUTH | WEST]: '┪', [NORTH | SOUTH]: '┨' },
  [EAST | SOUTH | WEST]: { [EAST | WEST]: '┯', [EAST | SOUTH]: '┲', [SOUTH | WEST]: '┱' },
  [NORTH | EAST | WEST]: { [EAST | WEST]: '┷', [NORTH | EAST]: '┺', [NORTH | WEST]: '┹' },
};

const SETS: Record<Glyphs, GlyphSet> = {
  unicode: {
    wire: LIGHT,
    lit: (legs, lit) => (lit === legs ? HEAVY[legs] : PART_HEAVY[legs]?.[lit]) ?? LIGHT[legs]!,
    crossing: (lit) => '┼╂┿╋'[(lit & NORTH ? 1 : 0) + (lit & EAST ? 2 : 0)]!,
    gate: box('─', '│', '┌┐└┘', '┤├┥┝'),
    current: box('━', '┃', '┏┓┗┛', '┨┠┫┣'),
    frame: box('┄', '┆', '┌┐└┘', '┆┆┆┆'),
    rule: '─',
    ellipsis: '…',
  },
  ascii: {
    wire: ASCII,
    lit: (legs) => (legs === (EAST | WEST) ? '=' : ASCII[legs]!),
    crossing: () => '|',
    gate: box('-', '|', '++++', '||||'),
    current: box('=', '#', '####', '####'),
    frame: box('.', ':', '....', '::::'),
    rule: '-',
    ellipsis: '~',
  },
};

export function glyphSet(glyphs: Glyphs): GlyphSet {
  return SETS[glyphs];
}

const SYMBOL_TWINS: Record<string, string> = {
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
  '✗': 'x',
};

const GREEK = [
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma',
  'sigma tau upsilon phi chi psi omega',
].join(' ');

function greekName(char: string): string | undefined {
  const names = GREEK.split(' ');
  const small = names[char.codePointAt(0)! - 0x3b1];
  if (small !== undefined) return small;
  const capital = names[char.codePointAt(0)! - 0x391];
  return capital && capital[0]!.toUpperCase() + capital.slice(1);
}

/**
 * A label as the glyph set can show it. In ASCII, what some terminals draw double gets a twin: `σ` is `sig`, `α` is
 * `alpha`, and a letter without one is written by its number. Wide characters stay, as every terminal draws them alike.
 */
export function labelFor(glyphs: Glyphs, label: string): string {
  if (glyphs === 'unicode' || /^[\x20-\x7e]*$/.test(label)) return label;
  let twin = '';
  for (const char of label) twin += asciiTwin(char);
  return twin;
}

function asciiTwin(char: string): string {
  const known = SYMBOL_TWINS[char] ?? greekName(char);
  if (known !== undefined) return known;
  const code = char.codePointAt(0)!;
  return eastAsianWidthType(code) === 'ambiguous' ? `u${code.toString(16)}` : char;
}
