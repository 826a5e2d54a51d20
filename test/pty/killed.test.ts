import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { random } from '../../src/lessons/random.js';
import { freshFolder, onTerminal, PROGRAM } from './terminal.js';

/** How often the program is killed; KILLS=200 takes some minutes. */
const kills = Number(process.env.KILLS ?? 10);
const burst = 6;

describe('killed while answers are typed', { timeout: 30_000 + 5000 * kills }, () => {
  test('no answer whose verdict was painted is missing, and every start finds its way', async () => {
    const home = freshFolder();
    const next = random(20261123);
    const painted = new Set<string>();
    const starts: string[] = [];
    for (let round = 0; round < kills; round++) {
      const tutor = onTerminal({ args: [PROGRAM, 'learn', 'chain-rule'], env: { BACKPROP_TUTOR_HOME: home } });
      await tutor.waitFor(() => /enter (check|go on)/.test(tutor.text()));
      if (tutor.text().includes('enter go on')) tutor.type('\r');
      await tutor.waitFor('enter check');
      starts.push(tutor.lines()[0]!);
      const answers = Array.from({ length: burst }, (_, n) => String(10_000 + burst * round + n));
      const begun = tutor.written().length;
      const enough = Math.floor(next() * 4000);
      let typed = 0;
      let killed = false;
      tutor.type(`${answers[typed++]}\r`);
      await tutor
        .waitFor(() => {
          for (const [, number] of tutor.text().matchAll(/✗ (\d{5})\b/g)) painted.add(number!);
          const answered = painted.has(answers[typed - 1]!);
          if (!killed && answered && typed < burst) tutor.type(`${answers[typed++]}\r`);
          if (!killed && (tutor.written().length - begun >= enough || (answered && typed === burst))) {
            killed = true;
            process.kill(tutor.pid, 'SIGKILL');
          }
          return false;
        })
        .catch(() => undefined); // it never comes: the program is gone
      expect(await tutor.code).toBe(137);
    }
    const kept = readFileSync(join(home, 'journal.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line))
      .filter((event) => event.verdict === 'wrong')
      .map((event) => event.event.text);
    expect([...painted].filter((answer) => !kept.includes(answer))).toEqual([]);
    expect(painted.size).toBeGreaterThan(2 * kills);
    expect(new Set(starts).size, 'each start resumes at the same place').toBe(1);
  });
});
