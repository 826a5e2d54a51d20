import { nearest } from '../../engine/language/nearest.js';
import { drillGates } from './gate-kit.js';
import type { Level } from './levels.js';
import { hasPattern } from './patterns.js';
import { type TensorRelation, tensorTasks } from './tensors.js';

/** What is practised, remembered and forgotten as one: a relation at a gate, or `chain` and `fork` alone. */
export interface Skill {
  readonly id: string;
  readonly relation: 'local' | TensorRelation | 'chain' | 'fork';
  /** The gate's name in drills; none for `chain` and `fork`. */
  readonly gate?: string;
  /** The levels at which it can be asked, in order. */
  readonly levels: readonly Level[];
}

function ofGate(gate: string): Skill[] {
  const pattern: readonly Level[] = hasPattern(gate) ? ['pattern'] : [];
  return [
    { id: `local:${gate}`, relation: 'local', gate, levels: ['gate', 'chain', ...pattern] },
    { id: `gradient:${gate}`, relation: 'gradient', gate, levels: ['gate', 'chain', 'fork', ...pattern, 'vector'] },
  ];
}

/** Every skill there is, in the order in which new ones are met. Ids are stable: journals and lesson files hold them. */
export const skills: readonly Skill[] = [
  ...drillGates.flatMap(({ name }) => ofGate(name)),
  { id: 'chain', relation: 'chain', levels: ['chain', 'pattern'] },
  { id: 'fork', relation: 'fork', levels: ['fork', 'pattern'] },
  ...tensorTasks.flatMap(({ name, relations }) =>
    relations.map((relation): Skill => ({ id: `${relation}:${name}`, relation, gate: name, levels: ['vector'] })),
  ),
];

const byId = new Map(skills.map((skill) => [skill.id, skill]));

export function skillNamed(id: string): Skill | undefined {
  return byId.get(id);
}

/** The known skill that an unknown one was probably meant to be. */
export function nearestSkill(id: string): string | undefined {
  return nearest(id, [...byId.keys()]);
}
