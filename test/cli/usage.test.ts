import { describe, expect, test } from 'vitest';
import { backpropTutor, type World } from './support/world.js';

/** A command line that can't be used, and what is said about it on stderr; stdout stays empty. */
async function refusal(args: readonly string[], world: World = {}): Promise<string> {
  const { code, stdout, stderr } = await backpropTutor(args, world);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^backprop-tutor: /);
  return stderr;
}

describe('the command line', () => {
  test('an unknown command is answered with the near one', async () => {
    expect(await refusal(['lern'])).toBe(
      'backprop-tutor: there is no command lern; did you mean learn?\nAll there is: backprop-tutor --help\n',
    );
  });

  test('an unknown option is answered with the near one of that command', async () => {
    expect(await refusal(['draw', 'x*y', '--widht', '60'])).toContain(
      'there is no option --widht here; did you mean --width?',
    );
    expect(await refusal(['run', 'forks', '--no-gradients'])).toContain('backprop-tutor run --help');
  });

  test('a program that begins with a minus is shown its place', async () => {
    expect(await refusal(['draw', '-x + y'])).toContain('backprop-tutor draw -- "-x + y"');
    const { code, stdout } = await backpropTutor(['grad', '--at', 'x=2,y=5', '--', '-x + y']);
    expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^f {4}.* 3\.00 /),
    });
  });

  test.each([
    [['draw', 'x', '--width'], '--width needs a value: --width N'],
    [['draw', 'x', '--width', '--ascii'], '--width needs a value: --width N'],
    [['draw', 'x', '--width', '12.5'], '--width takes a whole number from 20 to 1000, not 12.5'],
    [['draw', 'x', '--width', '-5'], '--width takes a whole number from 20 to 1000, not -5'],
    [['draw', 'x', '--ascii=yes'], '--ascii takes no value'],
    [['draw', 'x', '--width', '60', '--width', '70'], '--width is given more than once'],
    [['draw'], '<program> is missing'],
    [['draw', 'x', '*', 'y'], 'nothing is expected at *'],
    [['run'], '<lesson> is missing'],
    [['learn', 'forks', 'sigmoid-neuron'], 'nothing is expected at sigmoid-neuron'],
    [['--lang', 'fr'], '--lang is one of en, zh, not fr'],
    [['grad', '--batch', 'x*y'], 'x*y has no place there'],
    [['grad', '--batch', '--at', 'x=1'], '--at has no place there'],
  ])('%j', async (args, sentence) => {
    expect(await refusal(args)).toContain(sentence);
  });

  test('speaks the language asked for, even when something else is wrong', async () => {
    expect(await refusal(['lern', '--lang', 'zh'])).toContain('没有 lern 这个命令；是不是想写 learn？');
    expect(await refusal(['lern'], { lang: 'zh' })).toContain('没有 lern 这个命令');
  });
});

describe('values', () => {
  const at = (...given: string[]) => ['grad', 'x * y', ...given.flatMap((text) => ['--at', text])];

  test.each([[['x=1,y=2']], [['x=1', 'y=2']], [[' x = 1 , y = +2.0e0 ']], [['@values.json']]])('%j', async (given) => {
    const files = { 'values.json': '{"x": 1, "y": 2}' };
    const { stdout, stderr } = await backpropTutor([...at(...given), '--json'], { files });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).nodes[2]).toMatchObject({ name: 'f', value: 2, local: { x: 2, y: 1 } });
  });

  test.each([
    [at('x'), '--at takes name=value, such as x=-2,y=5; this is x'],
    [at('x=one'), 'the value of x is neither a number nor a list of numbers: one'],
    [at('x=[1,'), 'the value of x is neither a number nor a list of numbers: [1,'],
    [at('x=1,x=2'), 'x is given two values'],
    [at('@gone.json'), 'there is no file gone.json'],
    [at('@broken.json'), 'broken.json:2:8: this is not JSON'],
    [at('@list.json'), 'list.json should hold an object of values by name'],
    [at('@text.json'), 'text.json: the value of x is neither a number nor a list of numbers: "1"'],
    [at('x=1,y=2,z=3'), 'z'],
    [at('x=1'), 'Give it one with --at y=1'],
  ])('%j', async (args, sentence) => {
    const files = { 'broken.json': '{\n  "x": oops }', 'list.json': '[1]', 'text.json': '{"x": "1"}' };
    expect(await refusal(args, { files })).toContain(sentence);
  });
});

describe('programs', () => {
  test('an error shows the place, the line and the name that was meant', async () => {
    expect(await refusal(['draw', 'q = x + y; f = sigmod(q)'])).toBe(
      [
        'backprop-tutor: program:1:16: unknown function sigmod; did you mean sigmoid?',
        '  q = x + y; f = sigmod(q)',
        '                 ^^^^^^',
        '',
      ].join('\n'),
    );
  });

  test('an error in a file names the file; the words follow the language', async () => {
    const files = { 'net.txt': 'q = x + y\nf = q *\n' };
    expect(await refusal(['draw', 'net.txt'], { files })).toMatch(/^backprop-tutor: net\.txt:2:\d+: /);
    expect(await refusal(['draw', 'net.txt'], { files, lang: 'zh' })).toMatch(/这里应当是/);
    expect(await refusal(['draw', '-'], { stdin: 'f = q *' })).toMatch(/^backprop-tutor: stdin:1:\d+: /);
  });

  test('a file that is not there is not taken for a program without a word', async () => {
    expect(await refusal(['draw', 'nets/xor.txt'])).toContain('There is no file nets/xor.txt');
  });

  test('what a terminal might act on is never written to it', async () => {
    const stderr = await refusal(['grad', 'x \u001b[2J y', '--at', 'x=1']);
    expect(stderr).not.toContain('\u001b');
  });
});

describe('lessons', () => {
  test('an unknown lesson is answered with the near one and the list', async () => {
    const stderr = await refusal(['run', 'chain-rul', '--perfect']);
    expect(stderr).toContain('there is no lesson chain-rul; did you mean chain-rule?');
    expect(stderr).toMatch(/The lessons: .*\bforks\b/);
  });

  test('a folder that is no lesson is said with its path', async () => {
    expect(await refusal(['run', './no/such/folder', '--perfect'])).toContain(
      'there is no file no/such/folder/lesson.yaml',
    );
  });

  test('run says who can answer', async () => {
    const stderr = await refusal(['run', 'forks']);
    expect(stderr).toContain('backprop-tutor run forks --perfect');
    expect(stderr).toContain('backprop-tutor run forks --answers -');
    expect(await refusal(['run', 'forks', '--perfect', '--answers', '-'])).toContain('exclude each other');
    expect(await refusal(['run', 'forks', '--perfect', '--mistake', 'sign'])).toContain('exclude each other');
    expect(await refusal(['run', 'forks', '--mistake', 'overwrite'])).toContain(
      'there is no mistake overwrite; did you mean overwrote?',
    );
  });

  test('learn without a terminal points to the scripted mode', async () => {
    expect(await refusal(['learn'])).toContain('backprop-tutor run chain-rule --answers -');
    expect(await refusal(['learn', '9'])).toContain('backprop-tutor run 9 --answers -');
  });

  test('an answers file that does not fit is said with file and line', async () => {
    const files = { 'a.txt': 'q: 3\ndz: 3\n', 'b.txt': '# comment\n:hnt\n' };
    const { code, stdout, stderr } = await backpropTutor(['run', 'chain-rule', '--answers', 'a.txt'], { files });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'backprop-tutor: a.txt:2: dz is not the question at hand; asked now is f\n',
    });
    expect(stdout).toContain('q › 3');
    expect(await refusal(['run', 'chain-rule', '--answers', 'b.txt'], { files })).toContain(
      'b.txt:2: unknown command :hnt; did you mean :hint?',
    );
    expect(await refusal(['run', 'chain-rule', '--answers', 'none.txt'])).toContain('there is no file none.txt');
  });
});
