import type { Dice } from './dice.js';

/** How a drill writes a gate and which numbers it feeds it, so that a head suffices for the arithmetic. */
export interface DrillGate {
  readonly name: string;
  /** Operands that are wires: constants are written into the line. */
  readonly operands: 1 | 2;
  /** The line's right side. */
  readonly write: (operands: readonly string[], constant: number) => string;
  /** Inputs at which value and derivative come out round; where there are none any small whole number will do. */
  readonly aims?: readonly number[];
  /** The constant of gates that have one. */
  readonly constant?: (dice: Dice) => number;
}

const wholes = [2, 3, 4, 5, 6, 7, 8, 9] as const;

/** A small whole number that is neither 0 nor 1, of either sign. */
export function smallNumber(dice: Dice): number {
  return dice.pick(wholes) * dice.pick([1, -1]);
}

const infix = (sign: string) => (operands: readonly string[]) => `${operands[0]} ${sign} ${operands[1]}`;
const call = (name: string) => (operands: readonly string[]) => `${name}(${operands.join(', ')})`;
const pair = (name: string, write: DrillGate['write']): DrillGate => ({ name, operands: 2, write });
const unary = (name: string, aims?: readonly number[], write: DrillGate['write'] = call(name)): DrillGate => ({
  name,
  operands: 1,
  write,
  ...(aims && { aims }),
});

/** sigmoid(ln 4) = 0.8 and sigmoid(ln 9) = 0.9; their negatives give 0.2 and 0.1. */
const odds = [4, 9, 1 / 4, 1 / 9].map(Math.log);

/** The gates that drills are made of; the names are those of skills, and after the colon of `relation:gate`. */
export const drillGates: readonly DrillGate[] = [
  pair('add', infix('+')),
  pair('sub', infix('-')),
  pair('mul', infix('*')),
  { ...pair('div', infix('/')), aims: [2, 4, 5, 10, -2, -4, -5] },
  pair('max', call('max')),
  pair('min', call('min')),
  unary('neg', undefined, ([x]) => `-${x}`),
  unary('reciprocal', [2, 4, 5, 10, 0.5, -2, -4, -5, -0.5], ([x]) => `1 / ${x}`),
  {
    ...unary('shift', undefined, ([x], c) => `${x} + ${c}`),
    constant: (dice) => dice.pick(wholes),
  },
  {
    ...unary('scale', undefined, ([x], c) => `${c} * ${x}`),
    constant: smallNumber,
  },
  unary('square', [3, 4, 5, 6, 7, -3, -4, -5, -6, -7], ([x]) => `${x}**2`),
  unary('cube', [2, 3, 4, 5, -2, -3, -4, -5], ([x]) => `${x}**3`),
  unary('exp', [2, 3, 4, 5, 0.5, 0.2].map(Math.log)),
  unary('log', [2, 4, 5, 10, 0.5, 0.2, 0.25]),
  unary('sqrt', [4, 16, 25, 100, 0.25, 0.16, 0.04]),
  unary('abs', [3, 4, 5, 6, 7, 8, -3, -4, -5, -6, -7, -8]),
  unary('sigmoid', odds),
  // tanh(ln 2) = 0.6, tanh(ln 3) = 0.8
  unary('tanh', [2, 3, 1 / 2, 1 / 3].map(Math.log)),
  unary('relu', [3, 4, 5, 6, 7, -3, -4, -5, -6, -7]),
  unary('leaky_relu', [3, 4, 5, 6, 7, -3, -4, -5, -6, -7], ([x]) => `leaky_relu(${x}, 0.1)`),
  unary('softplus', odds),
];

export function drillGate(name: string): DrillGate | undefined {
  return drillGates.find((gate) => gate.name === name);
}
