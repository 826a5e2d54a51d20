import type { Lesson, Step } from '../types.js';
import { proseOf } from './lesson.js';

/** The files of a lesson that `lessonOf` made: a folder that `lint` and `test` take. */
export function lessonFiles(lesson: Lesson): ReadonlyMap<string, string> {
  return new Map([
    ['lesson.yaml', yamlOf(lesson)],
    ['en.md', proseOf('en')],
    ['zh.md', proseOf('zh')],
  ]);
}

function yamlOf({ id, part, minutes, skills, circuits: [spec], steps }: Lesson): string {
  const { program, inputs, consts, seed, kinks } = spec!;
  const lines = program.trimEnd().split('\n');
  const values = inputs.map(({ name, spec: of }) => ({ name, value: 'value' in of ? of.value : 0 }));
  return [
    'format: 1',
    `id: ${id}`,
    `part: ${part}`,
    `minutes: ${minutes}`,
    ...(skills.length > 0 ? [`skills: [${skills.join(', ')}]`] : []),
    'circuit: |',
    ...lines.map((line) => `  ${line}`),
    ...mapping('inputs', values),
    ...mapping('consts', consts),
    ...(seed === undefined ? [] : [`seed: ${JSON.stringify(seed)}`]),
    ...(kinks ? ['kinks: true'] : []),
    'steps:',
    ...steps.map(stepLine),
    '',
  ].join('\n');
}

function mapping(
  key: string,
  values: readonly { readonly name: string; readonly value: unknown }[],
): readonly string[] {
  if (values.length === 0) return [];
  return [`${key}:`, ...values.map(({ name, value }) => `  ${keyText(name)}: ${JSON.stringify(value)}`)];
}

/** What YAML would take for something else than a name stands in quotes. */
function keyText(name: string): string {
  return /^(null|true|false)$/i.test(name) ? `"${name}"` : name;
}

function stepLine({ id, ask }: Step): string {
  return ask === undefined ? `  - ${id}` : `  - {id: ${id}, ask: ${askText(ask)}}`;
}

function askText(ask: NonNullable<Step['ask']>): string {
  switch (ask.kind) {
    case 'local':
      return `local ${ask.of} wrt ${ask.wrt}`;
    case 'gradient':
      return `gradient of ${ask.of}`;
    case 'line':
      return `line d${ask.of}`;
    default:
      return ask.kind;
  }
}
