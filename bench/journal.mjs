// How long a journal of 100,000 events takes to be read and summed up, beside a Node program that does nothing at all.
// Each is a process of its own, started in turns; what is compared are the medians. Fails above the limit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const events = 100_000;
const sittingLength = 40;
const rounds = 9;
const limit = 10;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'bpt-bench-'));

/** Sums up the journal as the program does when it starts. */
const reader = `
  import { openJournal } from './src/host/journal.ts';
  import { learningDay } from './src/lessons/drill/day.ts';
  import { Ledger } from './src/lessons/drill/ledger.ts';
  const ledger = new Ledger(learningDay((at) => -at.getTimezoneOffset()));
  const { broken, failure } = openJournal(process.argv[2]).read((event) => ledger.add(event));
  const summary = ledger.summary();
  process.stdout.write([ledger.count, broken.length, failure ?? '', summary.all.right, summary.memory.size].join(' '));
`;

/** A journal as years of practice leave it: sittings at lessons and drills in turns, an answer and a step on, and misses. */
function journalText() {
  const lines = [];
  let at = Date.parse('2016-01-01T08:00:00Z');
  for (let n = 0; n < events; n++) {
    const sitting = Math.floor(n / sittingLength);
    const place = n % sittingLength;
    at += 1000 * (place === 0 ? 40_000 : 20);
    const stamp = { v: 1, at: new Date(at).toISOString() };
    lines.push(sitting % 2 === 0 ? inLesson(stamp, sitting, place) : inDrill(stamp, n, place));
  }
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** What happens at a question: a miss now and then, the right answer, going on. */
function happening(place) {
  if (place % 5 === 1) return { event: { type: 'answer', text: '4' }, verdict: 'wrong', mistake: 'no-upstream' };
  return place % 2 === 0 ? { event: { type: 'next' } } : { event: { type: 'answer', text: '-12' }, verdict: 'right' };
}

function inLesson(stamp, sitting, place) {
  const lesson = { lesson: `lesson-${sitting % 27}`, facts: '5f3a9c01b7e42' };
  if (place === 0) return { ...stamp, type: 'open', ...lesson, seed: sitting };
  const happened = happening(place);
  const skill = happened.mistake && { skill: 'gradient:mul' };
  return {
    ...stamp,
    type: 'step',
    ...lesson,
    ...happened,
    ...skill,
    question: 'all/dz',
    done: place,
    total: sittingLength,
    finished: place === sittingLength - 1,
  };
}

function inDrill(stamp, n, place) {
  if (place === 0) return { ...stamp, type: 'drill', kind: 'practice', seed: n, total: sittingLength };
  const skill = `gradient:gate${n % 60}`;
  const day = stamp.at.slice(0, 10);
  const card = { stability: 13.8269, difficulty: 2.1112, due: day, last: day, reps: 5, lapses: 1 };
  const happened = happening(place);
  return {
    ...stamp,
    type: 'drilled',
    exercise: { skill, level: 'chain', seed: n },
    facts: '5f3a9c01b7e42',
    ...happened,
    question: 'q1',
    skill,
    ...(happened.verdict === 'right' && { changes: [{ id: skill, now: { card } }] }),
    done: place,
    right: place,
    total: sittingLength,
  };
}

function time(...args) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { ms: performance.now() - begun, stdout };
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

try {
  const [empty, summing, journal] = ['empty.mjs', 'summing.mjs', 'journal.jsonl'].map((name) =>
    path.join(folder, name),
  );
  writeFileSync(empty, '');
  writeFileSync(journal, journalText());
  await build({
    stdin: { contents: reader, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: summing,
  });
  const times = { empty: [], summing: [] };
  let said = '';
  for (let round = 0; round < rounds; round++) {
    times.empty.push(time(empty).ms);
    const read = time(summing, journal);
    times.summing.push(read.ms);
    said = read.stdout;
  }
  const [nothing, all] = [median(times.empty), median(times.summing)];
  const ratio = all / nothing;
  console.log(`Node ${process.version}; events, broken lines, right answers, skills and mistakes remembered: ${said}`);
  console.log(`an empty program ${nothing.toFixed(0)} ms, ${events} events ${all.toFixed(0)} ms`);
  console.log(
    `${ratio.toFixed(1)} times an empty program (at most ${limit}: ${ratio <= limit ? 'reached' : 'MISSED'})`,
  );
  if (ratio > limit) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
