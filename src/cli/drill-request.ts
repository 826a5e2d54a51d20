import { nearestSkill, skillNamed } from '../lessons/drill/index.js';
import { mostExercises } from '../lessons/drill/length.js';
import { type Level, levels } from '../lessons/drill/levels.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import { practiceMessages } from '../messages/practice.js';
import { commandLine } from './command-line.js';
import { valueGiven, wholeNumber } from './options.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/** The kinds of drill, as they are asked for. */
export const drillKinds = ['practice', 'test-out', 'placement', 'test'] as const;
/** The kinds that take an option: what measures is the same for everyone. */
const kindsWith = [
  ['skill', ['practice']],
  ['level', ['practice']],
  ['count', ['practice', 'test-out']],
  ['seed', ['practice', 'test-out', 'placement']],
] as const satisfies readonly (readonly [string, readonly (typeof drillKinds)[number][]])[];

const largestSeed = 2 ** 32 - 1;

/**
 * The drill that the options ask for.
 * @throws UsageError for an unknown skill or level, or an option that the kind does not take
 */
export function drillRequest(invocation: Invocation): DrillRequest {
  const { lang } = invocation;
  const m = practiceMessages[lang];
  const kind = oneOf(invocation, 'kind', drillKinds) ?? 'practice';
  const level = oneOf(invocation, 'level', levels) as Level | undefined;
  const count = wholeNumber(invocation, 'count', 1, mostExercises);
  const seed = wholeNumber(invocation, 'seed', 0, largestSeed);
  const skill = valueGiven(invocation, 'skill');
  for (const [name, takes] of kindsWith)
    if (valueGiven(invocation, name) !== undefined && !takes.some((one) => one === kind))
      throw new UsageError(invocation.messages.excludes(`--kind ${kind}`, `--${name}`));
  const known = skill === undefined ? undefined : skillNamed(skill);
  if (skill !== undefined && known === undefined)
    throw new UsageError(m.unknownSkill(skill, nearestSkill(skill)), m.seeSkills(commandLine('drill', '--list')));
  if (level !== undefined && known !== undefined && !known.levels.includes(level))
    throw new UsageError(m.levelAt(known.id, known.levels.join(', ')));
  return {
    kind,
    ...(skill !== undefined && { skill }),
    ...(level !== undefined && { level }),
    ...(count !== undefined && { count }),
    ...(seed !== undefined && { seed }),
  };
}

/** A word for an option, or its number in the list. */
function oneOf<Word extends string>(
  invocation: Invocation,
  name: 'kind' | 'level',
  words: readonly Word[],
): Word | undefined {
  const given = valueGiven(invocation, name);
  if (given === undefined) return undefined;
  const found = words.find((word, at) => word === given || (name === 'level' && String(at + 1) === given));
  if (found === undefined) throw new UsageError(invocation.messages.oneOf(`--${name}`, given, words.join(', ')));
  return found;
}
