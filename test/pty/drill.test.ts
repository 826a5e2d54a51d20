import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { journalLine } from '../../src/lessons/journal.js';
import { today } from '../lessons/drill/play.js';
import { Learner } from '../mounted/learner.js';
import { freshFolder, onTerminal, PROGRAM } from './terminal.js';

/** A folder with a month of practice in it, that ended long ago. */
function practisedHome(): string {
  const home = freshFolder();
  writeFileSync(join(home, 'journal.jsonl'), new Learner().month(today).journal.map(journalLine).join(''));
  return home;
}

const DRILL = [PROGRAM, 'drill'];

describe('drills of the built program', { timeout: 60_000 }, () => {
  test('a drill is begun, answered, left with Ctrl-C and gone on with by the command that was named', async () => {
    const home = freshFolder();
    const tutor = onTerminal({ args: DRILL, env: { BACKPROP_TUTOR_HOME: home } });
    await tutor.waitFor('1 / 12');
    tutor.type('123.456\r');
    await tutor.waitFor('✗');
    tutor.type(':reveal\r');
    await tutor.waitFor('enter go on');
    tutor.type('\r');
    await tutor.waitFor('2 / 12');
    const circuit = tutor.lines().slice(1, 10).join('\n');
    tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    expect(tutor.text()).toContain('Drill: 1 of 12 done, and saved.\nGo on with: backprop-tutor drill');

    const again = onTerminal({ args: DRILL, env: { BACKPROP_TUTOR_HOME: home } });
    await again.waitFor('2 / 12');
    await again.waitFor(() => again.lines().slice(1, 10).join('\n') === circuit);
    again.type('\x1f'); // undo reaches back over the pause
    await again.waitFor('1 / 12');
  });

  test('in Chinese, with the progress screen and its calendar, at any size', async () => {
    const home = practisedHome();
    const tutor = onTerminal({ env: { BACKPROP_TUTOR_HOME: home, LANG: 'zh_CN.UTF-8' } });
    await tutor.waitFor('q 退出');
    tutor.type('\x1b[H');
    await tutor.waitFor('▸ 练习');
    while (!/▸ 进度/.test(tutor.text())) {
      const before = tutor.text();
      tutor.type('j');
      await tutor.waitFor(() => tutor.text() !== before);
    }
    tutor.type('\r');
    await tutor.waitFor('局部梯度：乘法门');
    tutor.type('G');
    await tutor.waitFor('每天的回答数');
    tutor.resize(120, 40);
    await tutor.waitFor(() => tutor.text().includes('练习的日子') && tutor.lines().length === 40);
    tutor.resize(60, 18);
    await tutor.waitFor('每天的回答数');
  });

  test('where nothing can be written that is said once, and the drill goes on', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    const tutor = onTerminal({ args: DRILL, env: { BACKPROP_TUTOR_HOME: join(file, 'home') } });
    await tutor.waitFor('cannot be');
    tutor.type('123.456\r'); // each key takes one of the things that are said
    await tutor.waitFor('✗');
    expect(tutor.text()).not.toContain('cannot be');
    tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    expect(tutor.text()).toContain('Drill: what you did could not be saved.');
  });

  test('two programs at one journal lose nothing', async () => {
    const home = freshFolder();
    const [one, other] = [1, 2].map((seed) =>
      onTerminal({ args: [...DRILL, '--seed', String(seed)], env: { BACKPROP_TUTOR_HOME: home } }),
    );
    for (const tutor of [one!, other!]) await tutor.waitFor('1 / 12');
    const typed: string[] = [];
    for (let answer = 0; answer < 8; answer++) {
      const [tutor, text] = [answer % 2 === 0 ? one! : other!, `${901 + answer}`];
      typed.push(text);
      tutor.type(`${text}\r`);
      await tutor.waitFor(() => tutor.text().includes(`› ${text}`) && tutor.text().includes('✗'));
      await tutor.waitFor(() => readFileSync(join(home, 'journal.jsonl'), 'utf8').includes(`"${text}"`));
    }
    const lines = readFileSync(join(home, 'journal.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.flatMap(({ event }) => (event?.type === 'answer' ? [event.text] : []))).toEqual(typed);
    for (const tutor of [one!, other!]) tutor.type('\x03');
  });
});
