import { createHash } from 'node:crypto';
import { textWidth } from '../../src/diagram/index.js';

/** A circuit as read off its picture. Sources of ports: a box by number, or a leaf by name. */
export interface Traced {
  readonly boxes: readonly TracedBox[];
  /** The names wires end at, with what feeds them. */
  readonly sinks: readonly { readonly name: string; readonly source: Source }[];
}
export interface TracedBox {
  readonly label: string;
  readonly operands: readonly Source[];
}
export type Source = { readonly box: number } | { readonly leaf: string };

type Direction = 'N' | 'E' | 'S' | 'W';
const STEP: Record<Direction, readonly [number, number]> = { N: [-1, 0], E: [0, 1], S: [1, 0], W: [0, -1] };
const BACK: Record<Direction, Direction> = { N: 'S', E: 'W', S: 'N', W: 'E' };

/** The legs of every wire character of the Unicode drawing, light or heavy, but for those where two wires pass. */
const LEGS: Record<string, string> = {
  '─': 'EW',
  '│': 'NS',
  '╭': 'ES',
  '╮': 'SW',
  '╰': 'NE',
  '╯': 'NW',
  '├': 'NES',
  '┤': 'NSW',
  '┬': 'ESW',
  '┴': 'NEW',
  '●': 'NESW',
  '━': 'EW',
  '┃': 'NS',
  '┏': 'ES',
  '┓': 'SW',
  '┗': 'NE',
  '┛': 'NW',
  ...Object.fromEntries([...'┣┡┢┠'].map((char) => [char, 'NES'])),
  ...Object.fromEntries([...'┫┩┪┨'].map((char) => [char, 'NSW'])),
  ...Object.fromEntries([...'┳┯┲┱'].map((char) => [char, 'ESW'])),
  ...Object.fromEntries([...'┻┷┺┹'].map((char) => [char, 'NEW'])),
};
/** There two wires pass each other. */
const CROSSINGS = '┼╂┿╋';

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Reads the netlist back from nothing but the characters of a drawing, knowing only its rules: boxes have corners,
 * operands enter boxes at the left from top to bottom, outputs leave at the right, a crossing is not a joint, a wire
 * that ends at `▷a` goes on at `a▷`, and a line `── 1/2 ──` begins a band.
 * @throws Error where the drawing can't be read in exactly one way
 */
export function trace(text: string, ascii: boolean): Traced {
  const boxes: TracedBox[] = [];
  const sinks: { name: string; source: Source }[] = [];
  for (const band of text.split(/^(?:──|--) \d+\/\d+ [─-]*$/m)) {
    const part = new Tracer(band, ascii).read();
    const shifted = (source: Source): Source => ('box' in source ? { box: source.box + boxes.length } : source);
    const read = part.boxes.map(({ label, operands }) => ({ label, operands: operands.map(shifted) }));
    sinks.push(...part.sinks.map(({ name, source }) => ({ name, source: shifted(source) })));
    boxes.push(...read);
  }
  const arrow = ascii ? '>' : '▷';
  const origin = (source: Source): Source => {
    if (!('leaf' in source) || !source.leaf.endsWith(arrow)) return source;
    const exits = sinks.filter((sink) => sink.name === arrow + source.leaf.slice(0, -1));
    // A wire over three bands leaves the first one only once.
    if (exits.length !== 1) throw new Error(`${exits.length} ends for ${source.leaf}`);
    return exits[0]!.source;
  };
  return {
    boxes: boxes.map(({ label, operands }) => ({ label, operands: operands.map(origin) })),
    sinks: sinks
      .filter(({ name }) => !name.startsWith(arrow))
      .map(({ name, source }) => ({ name, source: origin(source) })),
  };
}

class Tracer {
  readonly #cells: readonly (readonly string[])[];
  readonly #ascii: boolean;
  readonly #boxes: Box[] = [];
  readonly #columns: number;
  /** For each cell the number of the box it belongs to, or undefined. */
  readonly #boxAt = new Map<number, number>();

  constructor(text: string, ascii: boolean) {
    this.#ascii = ascii;
    this.#cells = text.split('\n').map(toCells);
    this.#columns = Math.max(...this.#cells.map((row) => row.length)) + 2;
  }

  #at(row: number, column: number): string {
    return this.#cells[row]?.[column] ?? ' ';
  }

  #box(row: number, column: number): number | undefined {
    return this.#boxAt.get(row * this.#columns + column);
  }

  read(): Traced {
    this.#findBoxes();
    const boxes = this.#boxes.map((box) => ({
      label: this.#label(box),
      operands: this.#portRows(box).map((row) => this.#sourceOf(row, box.left - 1)),
    }));
    return { boxes, sinks: this.#findSinks() };
  }

  #findBoxes(): void {
    const styles = this.#ascii ? ['++++-|', '####=#'] : ['┌┐└┘─│┤├┥┝', '┏┓┗┛━┃┨┠┫┣'];
    for (let row = 0; row < this.#cells.length; row++) {
      for (let left = 0; left < this.#cells[row]!.length; left++) {
        const style = styles.find((s) => s[0] === this.#cells[row]![left]);
        if (style && this.#box(row, left) === undefined) {
          const [tl, tr, bl, br, across, ...down] = style;
          let right = left + 1;
          while (this.#at(row, right) === across) right += 1;
          if (this.#at(row, right) !== tr || right === left + 1) continue;
          const isBottom = (r: number) => this.#at(r, left) === bl && this.#at(r, left + 1) === across;
          let bottom = row + 1;
          while (!isBottom(bottom) && down.includes(this.#at(bottom, left))) bottom += 1;
          // A heavy wire may go up, over and down again.
          if (!isBottom(bottom) && tl === '┏') continue;
          if (!isBottom(bottom) || this.#at(bottom, right) !== br) throw new Error(`open box at ${row},${left}`);
          this.#addBox({ top: row, left, bottom, right });
        }
      }
    }
  }

  #addBox(box: Box): void {
    const index = this.#boxes.push(box) - 1;
    for (let row = box.top; row <= box.bottom; row++) {
      for (let column = box.left; column <= box.right; column++) this.#boxAt.set(row * this.#columns + column, index);
    }
  }

  #label({ top, left, bottom, right }: Box): string {
    const words: string[] = [];
    for (let row = top + 1; row < bottom; row++) {
      const inside = Array.from({ length: right - left - 1 }, (_, i) => this.#at(row, left + 1 + i));
      const word = inside.join('').trim();
      if (word !== '') words.push(word);
    }
    return words.join(' ');
  }

  #portRows({ top, left, bottom }: Box): number[] {
    const rows: number[] = [];
    for (let row = top + 1; row < bottom; row++) {
      const outside = this.#at(row, left - 1);
      const joint = this.#ascii ? '-='.includes(outside) : '┤┨┥┫'.includes(this.#at(row, left));
      if (joint) rows.push(row);
    }
    return rows;
  }

  /** Follows the wire that lies at a cell to all its ends, and gives the only one that is a source. */
  #sourceOf(row: number, column: number): Source {
    const ends = this.#ends(row, column);
    if (ends.length !== 1) throw new Error(`the wire at ${row},${column} has ${ends.length} sources`);
    return ends[0]!;
  }

  #ends(row: number, column: number): Source[] {
    const sources: Source[] = [];
    const seen = new Set<number>();
    const heads: [number, number, Direction][] = [[row, column, 'W']];
    while (heads.length > 0) {
      const [r, c, going] = heads.pop()!;
      const key = (r * this.#columns + c) * 4 + 'NESW'.indexOf(going);
      if (seen.has(key)) continue;
      seen.add(key);
      const box = this.#box(r, c);
      if (box !== undefined || !this.#isWire(r, c)) {
        if (going === 'W') sources.push(box === undefined ? { leaf: this.#word(r, c, -1) } : this.#output(box, r, c));
        else if (going !== 'E') throw new Error(`a wire ends at ${r},${c} going ${going}`);
        continue;
      }
      for (const next of this.#onward(r, c, going)) {
        const [dr, dc] = STEP[next];
        heads.push([r + dr, c + dc, next]);
      }
    }
    return sources;
  }

  #output(box: number, row: number, column: number): Source {
    if (this.#boxes[box]!.right !== column) throw new Error(`a wire runs into a box at ${row},${column}`);
    if (!this.#ascii && !'├┠┝┣'.includes(this.#at(row, column))) throw new Error(`no joint at ${row},${column}`);
    return { box };
  }

  #isWire(row: number, column: number): boolean {
    const char = this.#at(row, column);
    if (!this.#ascii) return char in LEGS || this.#isOneOf(CROSSINGS, row, column);
    // The letter o ends names too; a fork has a wire above or below.
    if (char === 'o') return this.#vertical(row, column) !== '';
    return this.#isOneOf("-=|.'", row, column);
  }

  #isOneOf(chars: string, row: number, column: number): boolean {
    const char = this.#at(row, column);
    return char !== '' && chars.includes(char);
  }

  #vertical(row: number, column: number): string {
    const up = this.#isOneOf('|.o', row - 1, column) && this.#box(row - 1, column) === undefined;
    const down = this.#isOneOf("|'o", row + 1, column) && this.#box(row + 1, column) === undefined;
    return `${up ? 'N' : ''}${down ? 'S' : ''}`;
  }

  #onward(row: number, column: number, going: Direction): Direction[] {
    const char = this.#at(row, column);
    const crossing = !this.#ascii && CROSSINGS.includes(char);
    const legs = this.#ascii ? this.#asciiLegs(row, column, going) : crossing ? 'NESW' : LEGS[char]!;
    if (!legs.includes(BACK[going])) throw new Error(`no way into ${char} at ${row},${column} going ${going}`);
    if (crossing) return [going];
    return [...legs].filter((leg) => leg !== BACK[going]) as Direction[];
  }

  #asciiLegs(row: number, column: number, going: Direction): string {
    const char = this.#at(row, column);
    const across = (at: number) => this.#isOneOf('-=', row, at);
    const beside = `${across(column + 1) ? 'E' : ''}${across(column - 1) ? 'W' : ''}`;
    if (across(column)) return 'EW';
    if (char === '|') return going === 'E' || going === 'W' ? 'EW' : 'NS';
    if (char === 'o') return `${beside}${this.#vertical(row, column)}`;
    if (beside.length !== 1) throw new Error(`a corner with ${beside.length} wires beside it at ${row},${column}`);
    return char === '.' ? `S${beside}` : `N${beside}`;
  }

  #word(row: number, column: number, direction: 1 | -1): string {
    let word = '';
    for (let c = column; this.#at(row, c) !== ' '; c += direction) {
      word = direction === 1 ? word + this.#at(row, c) : this.#at(row, c) + word;
    }
    return word;
  }

  /** Wires that run to the right into a word, or into nothing. */
  #findSinks(): { name: string; source: Source }[] {
    const sinks: { name: string; source: Source }[] = [];
    this.#cells.forEach((cells, row) => {
      for (let column = 0; column < cells.length; column++) {
        if (!this.#isOneOf(this.#ascii ? '-=' : '─━', row, column) || this.#box(row, column) !== undefined) continue;
        if (this.#box(row, column + 1) !== undefined || this.#isWire(row, column + 1)) continue;
        if (this.#ascii && /^-\d/.test(this.#at(row, column) + this.#at(row, column + 1))) continue;
        sinks.push({ name: this.#word(row, column + 1, 1), source: this.#sourceOf(row, column) });
      }
    });
    return sinks;
  }
}

/** One entry a cell; the second cell of a wide character is empty, so that joining gives the word. */
function toCells(line: string): string[] {
  if (textWidth(line) === line.length) return line.split('');
  return [...line].flatMap((char) => (textWidth(char) === 2 ? [char, ''] : [char]));
}

/** The circuit in a form that two equal circuits share: a gate is its label and what its operands compute, in order. */
export function structure(traced: Traced): { gates: string[]; sinks: string[] } {
  const known = new Map<number, string>();
  const name = (source: Source): string => {
    if ('leaf' in source) return source.leaf;
    const before = known.get(source.box);
    if (before !== undefined) return before;
    const { label, operands } = traced.boxes[source.box]!;
    const text = `${label}(${operands.map(name).join(', ')})`;
    const short = text.length > 60 ? `${label}#${createHash('sha1').update(text).digest('hex').slice(0, 10)}` : text;
    known.set(source.box, short);
    return short;
  };
  return {
    gates: traced.boxes.map((_, box) => name({ box })).sort(),
    sinks: traced.sinks.map((sink) => `${sink.name} = ${name(sink.source)}`).sort(),
  };
}
