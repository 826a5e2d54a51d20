import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { backpropTutor } from './support/world.js';

const script = async (shell: string) => (await backpropTutor(['completion', shell])).stdout;
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

/** What bash would offer for a line, the last word being completed. */
async function offered(...words: string[]): Promise<string[]> {
  const line = words.map((word) => `'${word}'`).join(' ');
  const ask = `${await script('bash')}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _backprop_tutor; echo "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', ask], { encoding: 'utf8' }).trim().split(' ');
}

describe('completion', () => {
  test.runIf(has('bash'))('in bash: commands, then lessons and options of a command', async () => {
    expect(await offered('backprop-tutor', '')).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
    expect(await offered('bpt', 'learn', 'cha')).toEqual(['chain-rule']);
    expect(await offered('bpt', 'run', '--an')).toEqual(['--answers']);
    expect(await offered('bpt', 'completion', 'z')).toEqual(['zsh']);
  });

  test.each(['bash', 'zsh', 'fish'])(
    '%s: every command and option is in the script, which the shell can read',
    async (shell) => {
      const text = await script(shell);
      for (const { name, options } of commands) {
        expect(text).toContain(name);
        for (const option of options) expect(text).toContain(option.name);
      }
      if (has(shell)) expect(spawnSync(shell, ['-n'], { input: text }).stderr.toString()).toBe('');
    },
  );

  test('another shell is a usage error that names those there are', async () => {
    expect(await backpropTutor(['completion', 'tcsh'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('bash, zsh, fish'),
    });
  });
});

describe('lessons', () => {
  test('a line a lesson; as JSON too', async () => {
    const { stdout, code } = await backpropTutor(['lessons']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ *3 {2}chain-rule +The chain rule +\d+ min .*\bchain\b/m);
    const { lessons } = JSON.parse((await backpropTutor(['lessons', '--json'])).stdout);
    expect(lessons.find(({ id }: { id: string }) => id === 'chain-rule')).toMatchObject({
      number: 3,
      done: 0,
      finished: false,
    });
  });
});
