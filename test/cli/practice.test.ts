import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/host/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { freshFolder, readAll } from '../host/folder.js';
import { Played, practice } from '../lessons/drill/play.js';
import { courseLesson } from '../lessons/support/lessons.js';
import { backpropTutor } from './support/world.js';

/** A learner's folder with a journal. */
function homeWith(events: readonly JournalEvent[]): { home: string; path: string } {
  const home = freshFolder();
  const path = join(home, 'journal.jsonl');
  for (const event of events) openJournal(path).append(event);
  return { home, path };
}

const { id: lesson, facts } = courseLesson('chain-rule');

function answered(text: string, verdict: 'right' | 'wrong', more: object = {}): JournalEvent {
  const at = '2026-11-23T10:00:20.000Z';
  const event = { type: 'answer' as const, text };
  return {
    v: 1,
    type: 'step',
    at,
    lesson,
    facts,
    event,
    question: 'q',
    verdict,
    done: 1,
    total: 9,
    finished: false,
    ...more,
  };
}

const begun: JournalEvent = { v: 1, type: 'open', at: '2026-11-23T10:00:00.000Z', lesson, facts, seed: 1 };
const happened = (type: 'next' | 'hint', question?: string): JournalEvent => ({
  ...begun,
  type: 'step',
  event: { type },
  ...(question !== undefined && { question }),
  done: 1,
  total: 9,
  finished: false,
});
const lessonEvents = [
  begun,
  happened('next'),
  answered('-10', 'wrong', { mistake: 'value-multiplied' }),
  answered('3', 'right'),
];

function drilled(): readonly JournalEvent[] {
  const drill = new Played(practice(['local:mul', 'fork'], 2));
  drill.exercise('wrong').exercise();
  return drill.journal;
}

describe('drill', () => {
  test('opens the tutor with what was asked for', async () => {
    const args = ['drill', '--skill', 'gradient:mul', '--count', '5', '--level', 'chain', '--seed', '3'];
    const { opened, code } = await backpropTutor(args, { interactive: true });
    expect(code).toBe(0);
    expect(opened?.drill).toEqual({ kind: 'practice', skill: 'gradient:mul', count: 5, level: 'chain', seed: 3 });
    const byNumber = await backpropTutor(['drill', '--level', '2'], { interactive: true });
    expect(byNumber.opened?.drill?.level).toBe('chain');
  });

  test('says what to do without a terminal', async () => {
    const { code, stderr } = await backpropTutor(['drill']);
    expect(code).toBe(2);
    expect(stderr).toContain('backprop-tutor run drill --seed 7 --answers -');
  });

  test.each([
    [['--skill', 'gradent:mul'], 'did you mean gradient:mul?'],
    [['--level', 'hard'], '--level is one of gate, chain, fork, pattern, vector'],
    [['--skill', 'fork', '--level', 'gate'], 'fork can be asked at: fork, pattern'],
    [['--kind', 'test', '--seed', '7'], '--kind test and --seed exclude each other'],
    [['--kind', 'placement', '--skill', 'fork'], '--kind placement and --skill exclude each other'],
    [['--kind', 'exam'], '--kind is one of practice'],
    [['--count', '0'], '--count takes a whole number from 1'],
    [['extra'], 'nothing is expected at extra'],
  ])('%j is refused', async (args, reason) => {
    const { code, stderr } = await backpropTutor(['drill', ...args], { interactive: true });
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });

  test('lists the skills, with what is known of them', async () => {
    const { home } = homeWith(drilled());
    const { stdout, code } = await backpropTutor(['drill', '--list', '--ascii'], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^local:mul +local gradient: multiply +#\.+ {2}in \d+ days$/m);
    expect(stdout).toMatch(/^local:sub +local gradient: subtract +\.+ {2}new$/m);
  });
});

describe('run drill', () => {
  test('is played by the engine, the same at every call', async () => {
    const args = ['run', 'drill', '--seed', '7', '--perfect', '--count', '4'];
    const [one, other] = [await backpropTutor(args), await backpropTutor(args, { lang: 'zh', glyphs: 'ascii' })];
    expect(one.code).toBe(0);
    expect(other.stdout).toBe(one.stdout);
    expect(one.stdout).toMatch(/^── 4 \/ 4 /m);
    expect(one.stdout).toContain('4 of 4 right at once and without help');
  });

  test('is played from answers, and says where they end', async () => {
    const args = ['run', 'drill', '--skill', 'local:add', '--count', '2', '--answers', '-'];
    const { code, stdout, stderr } = await backpropTutor(args, { stdin: '7\n:reveal\n' });
    expect(code).toBe(1);
    expect(stdout).toContain('> 7'.replace('>', '›'));
    expect(stderr).toContain('the answers end');
  });

  test('other lessons take none of its options', async () => {
    const { code, stderr } = await backpropTutor(['run', 'chain-rule', '--perfect', '--count', '3']);
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'backprop-tutor: there is no option --count here']);
  });
});

describe('stats', () => {
  test('are for the terminal’s width, in either language', async () => {
    const { home } = homeWith([...lessonEvents, ...drilled()]);
    const en = await backpropTutor(['stats'], { home, columns: 60 });
    expect(en.stdout).toMatch(/^So far\n {2}0 of \d+ lessons finished/);
    for (const line of en.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    const zh = await backpropTutor(['stats', '--lang', 'zh', '--ascii'], { home });
    expect(zh.stdout).toMatch(/局部梯度：乘法门 +#/);
  });

  test('end with what is due, and the command for it', async () => {
    const { home } = homeWith([...lessonEvents, ...drilled()]);
    const now = await backpropTutor(['stats'], { home });
    expect(now.stdout).toMatch(/\n\nThe unseen test is due: backprop-tutor drill --kind test\n$/);
    const later = await backpropTutor(['stats'], { home, now: new Date('2026-11-25T12:00:00Z') });
    expect(later.stdout).toMatch(/\nDue today: \d+\. backprop-tutor drill\nThe unseen test is due/);
  });

  test('of a journal with a broken line leave it out, and say so once', async () => {
    const { home, path } = homeWith(lessonEvents);
    appendFileSync(path, '{"v":1,"ty\n');
    const { code, stderr, stdout } = await backpropTutor(['stats'], { home });
    expect([code, stdout.startsWith('So far')]).toEqual([0, true]);
    expect(stderr).toBe(`backprop-tutor: 1 line of ${path} can't be read and is left out\n`);
  });
});

describe('export', () => {
  test('CSV has a row for every judged answer, and no formulas', async () => {
    const { home } = homeWith([...lessonEvents, answered('=HYPERLINK("x")', 'wrong'), answered('-y, "z"', 'wrong')]);
    const { stdout } = await backpropTutor(['export', '--csv'], { home });
    expect(stdout.split('\r\n')).toEqual([
      'at,day,lesson,question,skill,typed,verdict,mistake',
      '2026-11-23T10:00:20.000Z,2026-11-23,chain-rule,q,,-10,wrong,value-multiplied',
      '2026-11-23T10:00:20.000Z,2026-11-23,chain-rule,q,,3,right,',
      `2026-11-23T10:00:20.000Z,2026-11-23,chain-rule,q,,"'=HYPERLINK(""x"")",wrong,`,
      `2026-11-23T10:00:20.000Z,2026-11-23,chain-rule,q,,"'-y, ""z""",wrong,`,
      '',
    ]);
  });

  test('JSON has the sums besides', async () => {
    const { home } = homeWith([...lessonEvents, ...drilled()]);
    const { stdout } = await backpropTutor(['export', '--json'], { home });
    const data = JSON.parse(stdout);
    expect(data.format).toBe(1);
    expect(data.mistakes).toContainEqual({ mistake: 'value-multiplied', times: 1, last: '2026-11-23' });
    expect(data.remembered).toContainEqual(expect.objectContaining({ id: 'local:mul' }));
    expect(data.answers.length).toBeGreaterThan(3);
  });

  test('needs to know the form', async () => {
    expect((await backpropTutor(['export'])).stderr).toContain('Like this: backprop-tutor export --csv');
    expect((await backpropTutor(['export', '--csv', '--json'])).code).toBe(2);
  });
});

describe('replay', () => {
  test('lists the sittings, and prints the transcript of one', async () => {
    const { home } = homeWith([...lessonEvents, ...drilled()]);
    const { stdout: list } = await backpropTutor(['replay', '--list'], { home });
    expect(list).toBe('1  2026-11-23  chain-rule  2 answers\n2  2026-11-23  Drill  3 answers\n');
    const { stdout: first } = await backpropTutor(['replay', '1', '--ascii'], { home });
    expect(first).toMatch(/^3 .*\n={80}\n/);
    expect(first).toContain('q > -10\n');
    const { stdout: latest } = await backpropTutor(['replay', '--ascii'], { home });
    expect(latest).toMatch(/^Drill\n={80}\n/);
    expect(latest).toContain('> 123.456\n');
    expect(latest).toMatch(/^-- 2 \/ 2 forks/m);
  });

  test('of a lesson that has changed since says so', async () => {
    const { home } = homeWith([{ ...begun, facts: 'old' }, { ...happened('next'), facts: 'old' } as JournalEvent]);
    const { code, stderr } = await backpropTutor(['replay'], { home });
    expect([code, stderr]).toEqual([2, expect.stringContaining('the lesson chain-rule has changed since')]);
  });

  test('of a sitting that is not there says how many there are', async () => {
    const { home } = homeWith(lessonEvents);
    for (const word of ['2', '0', 'x']) {
      const { code, stderr } = await backpropTutor(['replay', word], { home });
      expect([code, stderr]).toEqual([2, expect.stringContaining('they are numbered from 1 to 1')]);
    }
  });
});

describe('reset', () => {
  test('asks first; anything but yes changes nothing', async () => {
    const { home, path } = homeWith(lessonEvents);
    const before = readFileSync(path, 'utf8');
    for (const stdin of ['no', '', 'perhaps']) {
      const { code, stdout } = await backpropTutor(['reset'], { home, stdin, interactive: true });
      expect([code, stdout]).toEqual([1, expect.stringMatching(/Go on\? Type yes: Nothing was changed\.\n$/)]);
    }
    expect(readFileSync(path, 'utf8')).toBe(before);
    const piped = await backpropTutor(['reset'], { home, stdin: 'yes' });
    expect([piped.code, piped.stderr]).toEqual([2, expect.stringContaining('backprop-tutor reset --yes')]);
  });

  test('keeps a copy of everything, and another the next time', async () => {
    const { home, path } = homeWith(lessonEvents);
    const before = readFileSync(path, 'utf8');
    const { code, stdout } = await backpropTutor(['reset'], { home, stdin: 'yes', interactive: true });
    expect(code).toBe(0);
    expect(existsSync(path)).toBe(false);
    const copy = join(home, 'journal-20261123T120000.jsonl');
    expect(stdout).toContain(copy);
    expect(readFileSync(copy, 'utf8')).toBe(before);
    openJournal(path).append(begun);
    await backpropTutor(['reset', '--yes'], { home });
    expect(readdirSync(home).sort()).toEqual(['journal-20261123T120000-2.jsonl', 'journal-20261123T120000.jsonl']);
    expect((await backpropTutor(['reset', '--yes'], { home })).stdout).toBe('There is nothing to reset.\n');
  });

  test('of one lesson starts it anew, and leaves the rest', async () => {
    const other = { ...begun, lesson: 'forks', facts: 'f' };
    const { home, path } = homeWith([...lessonEvents, other]);
    const { code } = await backpropTutor(['reset', 'chain-rule', '--yes'], { home });
    expect(code).toBe(0);
    const { events } = readAll(openJournal(path));
    expect(events.at(-1)).toEqual({ v: 1, type: 'reset', at: '2026-11-23T12:00:00.000Z', lesson: 'chain-rule' });
    expect(events.slice(0, -1)).toEqual([...lessonEvents, other]);
  });

  test('says so where nothing can be written', async () => {
    const { code, stderr } = await backpropTutor(['reset', 'chain-rule', '--yes'], { home: '/dev/null/home' });
    expect([code, stderr]).toEqual([2, expect.stringContaining("can't be written")]);
  });
});

test('nothing in a journal reaches the terminal as a control sequence', async () => {
  const evil = '\x1b]0;x\x07\x1b[2J';
  const card = { stability: 1, difficulty: 5, due: '2026-11-24', last: '2026-11-23', reps: 1, lapses: 0 };
  const { at } = begun;
  const { home } = homeWith([
    ...lessonEvents,
    answered(evil, 'wrong', { mistake: evil }),
    { ...begun, lesson: evil },
    { ...happened('next'), lesson: evil } as JournalEvent,
    { v: 1, type: 'drill', at, kind: 'practice', seed: 1, total: 1 },
    {
      v: 1,
      type: 'drilled',
      at,
      exercise: { skill: evil, level: 'gate', seed: 1 },
      facts: 'f',
      event: { type: 'answer', text: evil },
      question: evil,
      verdict: 'right',
      changes: [{ id: evil, now: { card } }],
      done: 1,
      right: 1,
      total: 1,
    },
  ]);
  for (const args of [
    ['stats'],
    ['replay', '--list'],
    ['replay', '1'],
    ['replay', '2'],
    ['replay', '3'],
    ['drill', '--list'],
    ['export', '--csv'],
    ['export', '--json'],
  ]) {
    const { stdout, stderr } = await backpropTutor(args, { home });
    expect((stdout + stderr).replaceAll('\r\n', '\n'), args.join(' ')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  }
});

test('path is where the journal is, whether or not it exists', async () => {
  expect((await backpropTutor(['path'], { home: '/nowhere' })).stdout).toBe('/nowhere/journal.jsonl\n');
});
