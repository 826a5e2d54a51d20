import type { Ask } from '../types.js';
import type { Dice } from './dice.js';
import type { Draft } from './draft.js';
import { type Pattern, patterns } from './pattern-table.js';

export function hasPattern(gate: string): boolean {
  return patterns.some(({ gates }) => Object.hasOwn(gates, gate));
}

/** Reads places such as `q.x q.y`: a line, and an operand that it reads. */
function placesOf(text: string): readonly { readonly line: string; readonly operand: string }[] {
  return text.split(' ').map((place) => {
    const [line, operand] = place.split('.') as [string, string];
    return { line, operand };
  });
}

function filled({ program, numbers }: Pattern, dice: Dice, asks: readonly Ask[]): Draft {
  return { program, inputs: Object.entries(numbers(dice)), asks };
}

/** A known circuit in which the gate stands, asked there. */
export function patternDraft(relation: 'local' | 'gradient', gate: string, dice: Dice): Draft {
  const pattern = dice.pick(patterns.filter(({ gates }) => Object.hasOwn(gates, gate)));
  const { line: of, operand: wrt } = dice.pick(placesOf(pattern.gates[gate]!));
  return filled(pattern, dice, [relation === 'local' ? { kind: 'local', of, wrt } : { kind: 'gradient', of: wrt }]);
}

/** A walk back along a known circuit. */
export function patternWalkDraft(dice: Dice): Draft {
  const pattern = dice.pick(patterns.filter(({ walks }) => walks.length > 0));
  return filled(
    pattern,
    dice,
    dice
      .pick(pattern.walks)
      .split(' ')
      .map((of): Ask => ({ kind: 'gradient', of })),
  );
}

/** A known circuit with a fork, asked there. */
export function patternForkDraft(dice: Dice): Draft {
  const pattern = dice.pick(patterns.filter(({ forks }) => forks.length > 0));
  return filled(pattern, dice, [{ kind: 'gradient', of: dice.pick(pattern.forks) }]);
}

/** The circuits with enough gates to test many skills at once. */
const rich = patterns.filter(({ gates }) => Object.keys(gates).length >= 3);

/** One of them; following seeds give different ones. */
export function manySkillPattern(seed: number): Pattern {
  return rich[seed % rich.length]!;
}

/** Asks a circuit about each of its gates and forks once, from the output back; with the skill of each question. */
export function askEverything(
  pattern: Pattern,
  dice: Dice,
): { readonly draft: Draft; readonly skills: readonly string[] } {
  const places = Object.entries(pattern.gates).map(([gate, found]) => {
    const { line, operand } = dice.pick(placesOf(found));
    return { skill: `gradient:${gate}`, of: operand, line };
  });
  const lineOf = (name: string): number => pattern.program.findIndex((text) => text.startsWith(`${name} = `));
  const gates = places.sort((a, b) => lineOf(b.line) - lineOf(a.line));
  const asked = [...gates, ...(pattern.forks.length > 0 ? [{ skill: 'fork', of: dice.pick(pattern.forks) }] : [])];
  const asks = asked.map(({ of }): Ask => ({ kind: 'gradient', of }));
  return { draft: filled(pattern, dice, asks), skills: asked.map(({ skill }) => skill) };
}
