import { describe, expect, test } from 'vitest';
import { loadLesson } from '../../src/lessons/load/index.js';
import { lessonProblemText } from '../../src/lessons/problem-text.js';

const yaml = `format: 1
id: small
part: gates
minutes: 5
circuit: |
  q = x + y
  f = q * z
inputs: {x: -2, y: 5, z: -4}
steps:
  - intro
  - {id: dz, ask: gradient of z, expect: 3}
`;
const en = '# Small\n\n## intro\n\nHello.\n\n## summary\n\nDone.\n';
const zh = '# 小课\n\n## intro\n\n你好。\n\n## summary\n\n完。\n';

const load = (changes: Record<string, string | undefined> = {}) => {
  const files = new Map(Object.entries({ 'lesson.yaml': yaml, 'en.md': en, 'zh.md': zh, ...changes })) as Map<
    string,
    string | undefined
  >;
  for (const [name, text] of files) if (text === undefined) files.delete(name);
  return loadLesson(files as Map<string, string>);
};

const problems = (changes: Record<string, string | undefined>, lang: 'en' | 'zh' = 'en') => {
  const loaded = load(changes);
  return 'problems' in loaded ? loaded.problems.map((p) => lessonProblemText(p, lang)) : [];
};

describe('a lesson folder', () => {
  test('loads into plain data that survives JSON', () => {
    const loaded = load();
    expect(loaded).toMatchObject({
      lesson: {
        id: 'small',
        texts: { en: { title: 'Small' }, zh: { title: '小课' } },
        steps: [{ id: 'intro' }, { id: 'dz', ask: { kind: 'gradient', of: 'z' }, on: 'main' }],
      },
    });
    expect(JSON.parse(JSON.stringify(loaded))).toEqual(loaded);
  });

  test('may have one language only', () => {
    expect(load({ 'zh.md': undefined })).toHaveProperty('lesson');
  });

  test('keeps its facts hash when only prose changes, and changes it with the circuit', () => {
    const facts = (changes: Record<string, string>) => {
      const loaded = load(changes);
      return 'lesson' in loaded ? loaded.lesson.facts : undefined;
    };
    expect(facts({ 'en.md': en.replace('Hello', 'Hello there') })).toBe(facts({}));
    expect(facts({ 'lesson.yaml': yaml.replace('y: 5', 'y: 6') })).not.toBe(facts({}));
  });
});

describe('a broken lesson says where and how to mend it', () => {
  const broken: [string, Record<string, string | undefined>, string][] = [
    ['no yaml', { 'lesson.yaml': undefined }, 'lesson.yaml:1:1: lesson.yaml is missing'],
    ['no prose at all', { 'en.md': undefined, 'zh.md': undefined }, 'en.md:1:1: en.md is missing'],
    ['bad YAML', { 'lesson.yaml': `${yaml}  : [\n` }, 'lesson.yaml:13:1: not readable as YAML'],
    ['an anchor', { 'lesson.yaml': yaml.replace('x: -2', 'x: &a -2') }, 'lesson.yaml:8:16: anchors (&)'],
    ['a tag', { 'lesson.yaml': yaml.replace('x: -2', 'x: !!str -2') }, 'lesson.yaml:8:19: tags (!)'],
    [
      'an unknown key',
      { 'lesson.yaml': yaml.replace('minutes', 'minuets') },
      'lesson.yaml:4:1: unknown key minuets; did you mean minutes?',
    ],
    [
      'an unknown key of a step',
      { 'lesson.yaml': yaml.replace('ask:', 'aks:') },
      'lesson.yaml:11:14: unknown key aks; did you mean ask?',
    ],
    ['a missing key', { 'lesson.yaml': yaml.replace('part: gates\n', '') }, 'lesson.yaml:1:1: part is missing here'],
    [
      'a wrong type',
      { 'lesson.yaml': yaml.replace('minutes: 5', 'minutes: five') },
      'lesson.yaml:4:10: expected a number, found five',
    ],
    ['a bad id', { 'lesson.yaml': yaml.replace('id: small', 'id: Small One') }, 'lesson.yaml:2:5: Small One is no id'],
    ['a repeated step', { 'lesson.yaml': `${yaml}  - intro\n` }, 'lesson.yaml:12:5: step intro is there twice'],
    [
      'an unknown circuit',
      { 'lesson.yaml': yaml.replace('{id: dz,', '{id: dz, on: mian,') },
      'lesson.yaml:11:18: there is no circuit mian; did you mean main?',
    ],
    [
      'an ask of no form',
      { 'lesson.yaml': yaml.replace('gradient of z', 'slope of z') },
      'lesson.yaml:11:19: can\'t ask "slope of z"',
    ],
    [
      'an unknown name',
      { 'lesson.yaml': yaml.replace('gradient of z', 'gradient of zz') },
      'lesson.yaml:11:19: the circuit has no zz; did you mean z?',
    ],
    [
      'a local of a name not read',
      { 'lesson.yaml': yaml.replace('gradient of z', 'local f wrt x') },
      'lesson.yaml:11:19: the line of f does not read x; it reads q, z',
    ],
    [
      'the value of an input',
      { 'lesson.yaml': yaml.replace('gradient of z', 'value of z') },
      'lesson.yaml:11:19: z is an input',
    ],
    ['a syntax error in the program', { 'lesson.yaml': yaml.replace('f = q * z', 'f = q * ') }, 'lesson.yaml:7:'],
    ['an input without a value', { 'lesson.yaml': yaml.replace(', z: -4', '') }, 'lesson.yaml:5:10: no value for z'],
    [
      'a wrong expect',
      { 'lesson.yaml': yaml.replace('expect: 3', 'expect: 4') },
      'lesson.yaml:11:42: expect says 4, but the engine says 3',
    ],
    [
      'an empty range',
      { 'lesson.yaml': yaml.replace('x: -2', 'x: {from: 3, to: 1, step: 1}') },
      'lesson.yaml:8:13: from must not be above to',
    ],
    ['no title', { 'en.md': en.replace('# Small\n', '') }, 'en.md:1:1: the first line must be the title'],
    [
      'prose for no step',
      { 'en.md': `${en}\n## itnro\n\nX.\n` },
      'en.md:11:1: there is no step itnro in lesson.yaml; did you mean intro?',
    ],
    [
      'a prose step without prose',
      { 'en.md': en.replace('## intro\n\nHello.\n', '') },
      'en.md:1:1: step intro asks nothing',
    ],
    ['no summary', { 'zh.md': zh.replace('## summary', '') }, 'zh.md:1:1: a lesson ends with ## summary'],
    [
      'languages that differ',
      { 'en.md': `${en}\n## dz\n\nThink.\n` },
      'zh.md:1:1: ## dz is missing here, but en.md has it',
    ],
    ['deep nesting', { 'lesson.yaml': `format: ${'['.repeat(90_000)}` }, 'lesson.yaml:1:'],
    ['a huge file', { 'lesson.yaml': '#'.repeat(300_000) }, 'lesson.yaml:1:1: the file is longer than'],
  ];
  test.each(broken)('%s', (_what, changes, expected) => {
    const found = problems(changes);
    expect(
      found.some((line) => line.startsWith(expected)),
      found.join('\n'),
    ).toBe(true);
    expect(problems(changes, 'zh').some((line) => /[\u4e00-\u9fff]/.test(line))).toBe(true);
  });
});
