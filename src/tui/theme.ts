import chalk, { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';
import type { Line, Role } from '../diagram/index.js';
import { type Colour, palettes } from './palettes.js';

/** The themes, in the order in which a key goes through them. */
export const themeNames = ['dark', 'light', 'contrast', 'none'] as const;

export type ThemeName = (typeof themeNames)[number];

/** How the roles of a line look. */
export interface Theme {
  style(text: string, role: Role): string;
  /** Text that typing will replace. */
  selected(text: string): string;
  /** A line as the terminal is to show it. */
  line(line: Line): string;
}

/**
 * How much colour the terminal can show: chalk looks at the terminal, FORCE_COLOR and TERM, but not at NO_COLOR, which
 * counts when it is set to anything at all (no-color.org).
 */
export function colorLevel(env: NodeJS.ProcessEnv): ColorSupportLevel {
  return env.NO_COLOR ? 0 : chalk.level;
}

/** What a role has besides its colour. What is told apart only by colour otherwise has a shape here as well. */
const shapes: Partial<Record<Role, readonly ('bold' | 'underline' | 'italic')[]>> = {
  title: ['bold'],
  emphasis: ['bold'],
  leaf: ['bold'],
  asked: ['bold'],
  current: ['bold'],
  right: ['bold'],
  revealed: ['underline'],
  gradient: [],
  question: ['bold'],
  key: ['bold'],
};

/** A theme. Values are green and gradients red, as in the notes, where eyes allow; a miss is not red, and has its own mark. */
export function themeNamed(name: ThemeName, level: ColorSupportLevel): Theme {
  const ink = new Chalk({ level: name === 'none' ? 0 : level });
  const palette = palettes[name === 'none' ? 'dark' : name];
  const styles = new Map<Role, ChalkInstance>();
  for (const role of Object.keys({ ...palette, ...shapes }) as Role[]) {
    let style = inked(ink, palette[role]);
    for (const shape of shapes[role] ?? []) style = style[shape];
    styles.set(role, style);
  }
  const style = (text: string, role: Role) => styles.get(role)?.(text) ?? text;
  const codes = new Map([...styles].map(([role, styled]) => [role, codesOf(styled)]));
  return { style, selected: ink.inverse, line: (line) => styledLine(line, codes) };
}

/** What turns something about the looks of text on, and what turns it off again. */
interface Code {
  readonly on: string;
  readonly off: string;
}

function codesOf(style: ChalkInstance): readonly Code[] {
  const [on = [], off = []] = style(' ')
    .split(' ')
    .map((codes) => codes.match(/\x1b\[[\d;]*m/g) ?? []);
  return on.map((code, index) => ({ on: code, off: off[on.length - 1 - index]! }));
}

/** Bold and faint are turned off by one code, and are no alternatives as colours are. */
const WEIGHT_OFF = '\x1b[22m';

/** A line with as few codes as do: what two neighbours share stays on. It is how Ink writes lines, so it changes none. */
function styledLine(line: Line, codes: ReadonlyMap<Role, readonly Code[]>): string {
  let now: readonly Code[] = [];
  let written = '';
  for (const { text, role } of line) {
    if (text === '') continue;
    const wanted = codes.get(role) ?? [];
    const stays = now.filter((code) => wanted.some(({ on }) => on === code.on));
    const comes = wanted.filter((code) => !now.some(({ on }) => on === code.on));
    const ends = now.filter(
      (code) => !stays.includes(code) && (code.off === WEIGHT_OFF || !comes.some(({ off }) => off === code.off)),
    );
    written += turnedOff(ends) + comes.map(({ on }) => on).join('') + text;
    now = [...stays, ...comes];
  }
  return written + turnedOff(now);
}

function turnedOff(codes: readonly Code[]): string {
  return codes
    .map(({ off }) => off)
    .reverse()
    .join('');
}

function inked(ink: ChalkInstance, colour: Colour | undefined): ChalkInstance {
  if (colour === undefined) return ink;
  return colour.startsWith('#') ? ink.hex(colour) : ink[colour as Exclude<Colour, `#${string}`>];
}
