import chalk, { Chalk, type ColorSupportLevel } from 'chalk';
import type { Line, Role } from '../diagram/index.js';

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

/** The dark theme. Values are green and gradients red, as in the notes; a miss is not red, and has its own mark besides. */
export function darkTheme(level: ColorSupportLevel): Theme {
  const ink = new Chalk({ level });
  const styles: Record<Role, (text: string) => string> = {
    plain: (text) => text,
    faint: ink.dim,
    title: ink.bold,
    emphasis: ink.bold,
    code: ink.cyan,
    wire: ink.gray,
    gate: (text) => text,
    leaf: ink.bold,
    value: ink.green,
    gradient: ink.red,
    asked: ink.bold.yellow,
    current: ink.bold.cyan,
    revealed: ink.blue,
    right: ink.green,
    wrong: ink.magenta,
    hint: ink.yellow,
    question: ink.bold,
    key: ink.bold,
  };
  const style = (text: string, role: Role) => styles[role](text);
  return { style, selected: ink.inverse, line: (line) => line.map(({ text, role }) => style(text, role)).join('') };
}
