import type { Role } from '../diagram/index.js';

/** A colour of the terminal's own, or one that is given. */
export type Colour = 'dim' | 'gray' | 'green' | 'red' | 'yellow' | 'blue' | 'magenta' | 'cyan' | `#${string}`;

type Palette = Partial<Record<Role, Colour>>;

/** The terminal's own colours, which its owner chose to be read on dark. */
const dark: Palette = {
  faint: 'dim',
  code: 'cyan',
  wire: 'gray',
  value: 'green',
  gradient: 'red',
  asked: 'yellow',
  current: 'cyan',
  revealed: 'blue',
  right: 'green',
  wrong: 'magenta',
  hint: 'yellow',
};

/** Dark inks: each has at least 4.5 times the contrast of white paper. */
const light: Palette = {
  faint: '#57606a',
  code: '#0b5f76',
  wire: '#6e7781',
  value: '#116329',
  gradient: '#b3261e',
  asked: '#7a4d00',
  current: '#0550ae',
  revealed: '#0550ae',
  right: '#116329',
  wrong: '#86198f',
  hint: '#7a4d00',
};

/**
 * On black: sky blue, orange, yellow and pink, chosen to stay apart for eyes without one kind of cone, which the test of this
 * file simulates; nothing is faint.
 */
const contrast: Palette = {
  faint: '#d0d0d0',
  code: '#ffffff',
  wire: '#d0d0d0',
  value: '#3aa8e8',
  gradient: '#f08030',
  asked: '#ffff00',
  current: '#ffff00',
  revealed: '#ffffff',
  right: '#3aa8e8',
  wrong: '#ffc0d8',
  hint: '#ffff00',
};

export const palettes = { dark, light, contrast };
