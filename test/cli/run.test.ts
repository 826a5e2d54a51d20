import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backpropTutor } from './support/world.js';

const golden = new URL('../golden/', import.meta.url);

describe('run', () => {
  test('the chain rule, answered by the engine, shows its numbers', async () => {
    const { code, stdout, stderr } = await backpropTutor(['run', 'chain-rule', '--perfect']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const number of ['-12.00', '-4.00', '3.00']) expect(stdout).toContain(number);
  });

  test('the sigmoid neuron shows its output and its five gradients', async () => {
    const { stdout } = await backpropTutor(['run', 'sigmoid-neuron', '--perfect']);
    for (const number of ['0.73', '-0.20', '-0.39', '0.20', '0.39', '-0.59']) expect(stdout).toContain(number);
  });

  test('is the same on every machine', async () => {
    const { stdout } = await backpropTutor(['run', 'forks', '--perfect']);
    const elsewhere = { lang: 'zh', glyphs: 'ascii', columns: 120, interactive: true } as const;
    expect((await backpropTutor(['run', 'forks', '--perfect'], elsewhere)).stdout).toBe(stdout);
  });

  test('a lesson is named by its id, its number, or its folder', async () => {
    const { stdout } = await backpropTutor(['run', 'forks', '--perfect']);
    for (const word of ['9', './src/lessons/library/forks']) {
      const { stdout: same } = await backpropTutor(['run', word, '--perfect']);
      expect(same.replace(/^\d+ /, '')).toBe(stdout.replace(/^\d+ /, ''));
    }
  });

  test('a learner who makes one mistake makes it wherever it can be made, is told so, and then knows better', async () => {
    const { code, stdout } = await backpropTutor(['run', 'chain-rule', '--mistake', 'no-upstream']);
    expect(code).toBe(0);
    expect(stdout).toContain('✗ -2.5 is the local gradient');
    expect(stdout.match(/✗/g)!.length).toBeGreaterThan(2);
    const other = await backpropTutor(['run', 'forks', '--mistake', 'overwrote', '--seed', '3']);
    expect(other).toMatchObject({ code: 0, stderr: '' });
    expect(other.stdout).toMatch(/✗ \S+ is the share through/);
  });

  test('an unknown mistake: the near one, and how to see them all', async () => {
    const { code, stderr } = await backpropTutor(['run', 'chain-rule', '--mistake', 'no-upstrem']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'backprop-tutor: there is no mistake no-upstrem; did you mean no-upstream?\nAll of them: backprop-tutor run --mistake list\n',
    });
    const list = await backpropTutor(['run', '--mistake', 'list', '--lang', 'zh']);
    expect(list).toMatchObject({ code: 0, stdout: expect.stringMatching(/^no-upstream +只有局部梯度，没乘上游$/m) });
    for (const line of list.stdout.trimEnd().split('\n')) expect(line).toMatch(/^[a-z-]+ +\S/);
  });

  test('--json gives the events, the same in every language, and the exit code stays', async () => {
    const args = ['run', 'chain-rule', '--mistake', 'no-upstream', '--json'];
    const { code, stdout } = await backpropTutor(args);
    expect(code).toBe(0);
    expect((await backpropTutor([...args, '--lang', 'zh'])).stdout).toBe(stdout);
    const { format, lesson, seed, right, events } = JSON.parse(stdout);
    expect({ format, lesson, seed, right }).toEqual({ format: 1, lesson: 'chain-rule', seed: 1, right: true });
    const missed = events.filter(({ verdict }: { verdict?: string }) => verdict === 'wrong');
    expect(missed.length).toBeGreaterThan(2);
    expect(missed.some(({ mistake }: { mistake?: string }) => mistake === 'no-upstream')).toBe(true);
    expect(events.at(-1)).toMatchObject({ finished: true });
    const early = await backpropTutor(['run', 'chain-rule', '--answers', '-', '--json'], { stdin: 'q: 3\n' });
    expect(early.code).toBe(1);
    expect(JSON.parse(early.stdout)).toMatchObject({ right: false });
  });

  test('answers come from a file or from standard input, and misses are allowed', async () => {
    const answers = readFileSync(new URL('chain-rule.answers', golden), 'utf8');
    const piped = await backpropTutor(['run', 'chain-rule', '--answers', '-'], { stdin: answers });
    expect(piped).toMatchObject({ code: 0, stderr: '' });
    const files = { 'a.txt': answers };
    expect(await backpropTutor(['run', 'chain-rule', '--answers', 'a.txt'], { files })).toEqual(piped);
  });

  test('answers that end early leave exit code 1 and say what is still asked', async () => {
    const { code, stderr } = await backpropTutor(['run', 'chain-rule', '--answers', '-'], { stdin: 'q: 3\n' });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'backprop-tutor: stdin: the answers end, but f is still asked\n',
    });
  });

  test('a revealed answer is no right answer', async () => {
    const answers = readFileSync(new URL('chain-rule.answers', golden), 'utf8').replace(/^q: 3$/m, 'q: :reveal');
    expect((await backpropTutor(['run', 'chain-rule', '--answers', '-'], { stdin: answers })).code).toBe(1);
  });
});

describe('the program without a command', () => {
  test('shows a whole lesson where there is no terminal, and how to go on', async () => {
    const { code, stdout, stderr, opened } = await backpropTutor([]);
    expect({ code, stderr, opened }).toEqual({ code: 0, stderr: '', opened: undefined });
    expect(stdout).toContain('-12.00');
    expect(stdout.trimEnd().split('\n').slice(-6)).toEqual([
      '  backprop-tutor',
      expect.stringContaining('in a terminal'),
      '  backprop-tutor run chain-rule --answers -',
      expect.any(String),
      '  backprop-tutor --help',
      expect.any(String),
    ]);
  });

  test('opens the tutor on a terminal', async () => {
    const { code, stdout, opened } = await backpropTutor([], { interactive: true });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(opened).toMatchObject({ color: true });
    expect(opened).not.toHaveProperty('lesson');
  });

  test('learn opens a lesson, in the language asked for', async () => {
    const { opened } = await backpropTutor(['learn', '9', '--lang', 'zh', '--no-color'], { interactive: true });
    expect(opened).toMatchObject({ lesson: 'forks', lang: 'zh', color: false });
  });
});
