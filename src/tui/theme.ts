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
  return { style, selected: ink.inverse, line: (line) => line.map(({ text, role }) => style(text, role)).join('') };
}

function inked(ink: ChalkInstance, colour: Colour | undefined): ChalkInstance {
  if (colour === undefined) return ink;
  return colour.startsWith('#') ? ink.hex(colour) : ink[colour as Exclude<Colour, `#${string}`>];
}
