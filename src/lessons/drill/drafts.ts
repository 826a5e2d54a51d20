import type { Dice } from './dice.js';
import type { Draft } from './draft.js';
import { drillGate } from './gate-kit.js';
import type { Level } from './levels.js';
import { patternDraft, patternForkDraft, patternWalkDraft } from './patterns.js';
import { anyForkDraft, chainDraft, forkDraft, gateDraft, walkDraft } from './scalar-drafts.js';
import type { Skill } from './skills.js';
import { tensorDraft, tensorTasks, vectorDraft } from './tensors.js';

/** A circuit that asks for a skill at one of its levels. */
export function draftOf(skill: Skill, level: Level, dice: Dice): Draft {
  if (skill.relation === 'chain') return level === 'pattern' ? patternWalkDraft(dice) : walkDraft(dice);
  if (skill.relation === 'fork') return level === 'pattern' ? patternForkDraft(dice) : anyForkDraft(dice);
  const { relation } = skill;
  const name = skill.gate!;
  const task = tensorTasks.find((one) => one.name === name);
  if (task !== undefined && relation !== 'local') return tensorDraft(task, relation, dice);
  if (relation !== 'local' && relation !== 'gradient') throw new RangeError(`no ${relation} of ${name}`);
  const gate = drillGate(name)!;
  switch (level) {
    case 'gate':
      return gateDraft(relation, gate, dice);
    case 'chain':
      return chainDraft(relation, gate, dice);
    case 'fork':
      return forkDraft(gate, dice);
    case 'pattern':
      return patternDraft(relation, name, dice);
    case 'vector':
      return vectorDraft(gate, dice);
  }
}
