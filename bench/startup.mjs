// How long the built program takes to its first frame, and its commands to their end, beside a Node script that does nothing:
// each a process of its own on a pseudo-terminal, started in turns; what is compared are the medians. Fails above the limits.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

const rounds = Number(process.argv[2] ?? 25);
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = path.join(root, 'bin/backprop-tutor.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bpt-bench-'));
const empty = path.join(folder, 'empty.mjs');
writeFileSync(empty, '');

/** A frame is painted between synchronized-update marks; this one ends it. */
const frameEnd = '\x1b[?2026l';

const subjects = [
  { name: 'empty script', args: [empty] },
  { name: 'home screen, first frame', args: [bin], until: frameEnd, limit: 3.2 },
  { name: 'a lesson, first frame', args: [bin, 'learn', 'chain-rule'], until: frameEnd, leave: '\x03' },
  { name: '--help', args: [bin, '--help'], limit: 2 },
  { name: 'draw', args: [bin, 'draw', 'q = x + y; f = q * z', '--at', 'x=-2,y=5,z=-4'], limit: 2 },
  { name: 'run chain-rule', args: [bin, 'run', 'chain-rule', '--perfect'], limit: 2 },
];

/** Milliseconds from the start of a process to its end, or to where it has written `until`. */
function timed({ args, until, leave = 'q' }) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let taken;
    let written = '';
    const child = spawn(process.execPath, args, {
      cols: 80,
      rows: 24,
      name: 'xterm-256color',
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        BACKPROP_TUTOR_HOME: folder,
        LANG: 'en_US.UTF-8',
        TERM: 'xterm-256color',
      },
    });
    child.onData((data) => {
      written += data;
      if (until === undefined || taken !== undefined || !written.includes(until)) return;
      taken = performance.now() - began;
      child.write(leave);
    });
    child.onExit(({ exitCode }) => {
      const total = performance.now() - began;
      if (exitCode === 0 || leave === '\x03') resolve(until === undefined ? total : taken);
      else reject(new Error(`exit code ${exitCode} of ${args.join(' ')}\n${written}`));
    });
  });
}

/** Medians are compared; of two programs on a busy machine, the least times are nearer to what each needs. */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const times = new Map(subjects.map(({ name }) => [name, []]));
try {
  for (const subject of subjects) await timed(subject);
  for (let round = 0; round < rounds; round++)
    for (const subject of subjects) times.get(subject.name).push(await timed(subject));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const base = median(times.get('empty script'));
for (const { name, limit } of subjects) {
  const taken = median(times.get(name));
  const ratio = taken / base;
  const verdict = limit === undefined ? '' : `at most ${limit}: ${ratio <= limit ? 'kept' : 'NOT KEPT'}`;
  const least = Math.min(...times.get(name)) / Math.min(...times.get('empty script'));
  console.log(
    `${name.padEnd(26)}${taken.toFixed(0).padStart(6)} ms${ratio.toFixed(2).padStart(7)}x  (least ${least.toFixed(2)}x)  ${verdict}`,
  );
  if (limit !== undefined && ratio > limit) process.exitCode = 1;
}
