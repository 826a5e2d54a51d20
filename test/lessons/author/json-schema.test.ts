import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newLesson } from '../../../src/lessons/author/template.js';
import { lessonJsonSchema } from '../../../src/lessons/load/json-schema.js';
import { lessonIds } from '../support/lessons.js';

const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(lessonJsonSchema());
const library = join(import.meta.dirname, '../../../src/lessons/library');

/** What the validator says against a lesson.yaml, as `path keyword`. */
function complaints(yaml: string): string[] {
  validate(parse(yaml));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe('the JSON Schema of lesson.yaml, read by a validator of its own', () => {
  test.each(lessonIds)('takes %s', (id) => {
    expect(complaints(readFileSync(join(library, id, 'lesson.yaml'), 'utf8'))).toEqual([]);
  });

  test('takes a new lesson, which points editors to the schema written beside it', () => {
    const files = newLesson('mine');
    const yaml = files.get('lesson.yaml')!;
    expect(complaints(yaml)).toEqual([]);
    const pointed = /^# yaml-language-server: \$schema=(\S+)\n/.exec(yaml)![1]!;
    expect(JSON.parse(files.get(pointed)!)).toEqual(JSON.parse(JSON.stringify(lessonJsonSchema())));
  });

  const good = newLesson('mine').get('lesson.yaml')!;
  test.each([
    ['an unknown key', good.replace('minutes:', 'minuets:'), ' additionalProperties'],
    ['a missing key', good.replace('part: mine', '# none'), ' required'],
    ['a word for a number', good.replace('minutes: 5', 'minutes: five'), '/minutes type'],
    ['too many minutes', good.replace('minutes: 5', 'minutes: 500'), '/minutes maximum'],
    ['an id with a space', good.replace('id: mine', 'id: My Lesson'), '/id pattern'],
    ['an unknown key of a step', good.replace('ask: value', 'aks: value'), '/steps/1 additionalProperties'],
    ['a step that is a number', good.replace('- intro', '- 7'), '/steps/0 type'],
    ['half of a range', good.replace('to: 9, ', ''), '/circuits/fresh/inputs/u required'],
    ['inputs beside circuits', good.replace('steps:', 'inputs: {a: 1}\nsteps:'), '/inputs false schema'],
    ['no circuit at all', good.replace(/circuits:.*steps:/s, 'steps:'), ' oneOf'],
    ['another format', good.replace('format: 1', 'format: 2'), '/format const'],
  ])('refuses %s', (_, broken, complaint) => {
    expect(broken).not.toBe(good);
    expect(complaints(broken)).toContain(complaint);
  });
});
