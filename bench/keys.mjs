// What a key costs, on the built program and a pseudo-terminal, at the largest circuit that a lesson asks about: the time
// from the key to the end of its frame, the bytes that a key typed into the field writes, and what 10,000 keys leave behind
// in memory. Fails above the limits. Rounds can be given; each is a program of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';

const rounds = Number(process.argv[2] ?? 3);
const keysTimed = 60;
const keysTyped = 10_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = path.join(root, 'bin/backprop-tutor.js');
const folder = mkdtempSync(path.join(tmpdir(), 'bpt-keys-'));

/** No lesson asks about a circuit of more gates, and its first question is about it. */
const lesson = 'svm-loss';
/** A frame is painted between synchronized-update marks; this one ends it. */
const frameEnd = '\x1b[?2026l';

const limits = { '80x24': 16, '200x60': 40, bytes: 1000, megabytes: 10 };

/** Loaded before the program: SIGUSR2 has the memory in use, garbage collected, written to a file. */
const probe = path.join(folder, 'probe.cjs');
const report = path.join(folder, 'memory');
writeFileSync(
  probe,
  `process.on('SIGUSR2', () => {
     for (let i = 0; i < 4; i++) global.gc();
     const { heapUsed, external } = process.memoryUsage();
     require('node:fs').writeFileSync(${JSON.stringify(report)}, String(heapUsed + external));
   });`,
);

/** The program on a terminal; `press` resolves when the key's frame has ended, to what was written meanwhile. */
async function open(cols, rows) {
  const home = mkdtempSync(path.join(folder, 'home-'));
  const child = spawn(process.execPath, ['--expose-gc', '--require', probe, bin, 'learn', lesson], {
    cols,
    rows,
    name: 'xterm-256color',
    env: { PATH: process.env.PATH, HOME: home, BACKPROP_TUTOR_HOME: home, LANG: 'en_US.UTF-8', NO_MOTION: '1' },
  });
  let written = '';
  let waiting;
  child.onData((data) => {
    written += data;
    // The terminal answers where the cursor is: characters are drawn as narrow as in most terminals.
    if (data.includes('\x1b[6n')) child.write('\x1b[2;5R');
    if (written.includes(frameEnd)) waiting?.();
  });
  const gone = new Promise((resolve) => child.onExit(resolve));
  const frame = () =>
    new Promise((resolve) => {
      waiting = () => {
        waiting = undefined;
        resolve(written);
      };
      if (written.includes(frameEnd)) waiting();
    });
  const press = (key) => {
    written = '';
    const painted = frame();
    child.write(key);
    return painted;
  };
  await frame();
  return { child, press, gone };
}

/** Goes on through what is only read, to a question. */
async function toQuestion(press) {
  for (let n = 0; n < 20; n++) if ((await press('\r')).includes('\x1b[?25h')) return;
  throw new Error(`no question in ${lesson}`);
}

async function close({ child, gone }) {
  child.write('\x03');
  await gone;
}

async function memoryOf(child) {
  rmSync(report, { force: true });
  child.kill('SIGUSR2');
  while (!existsSync(report) || readFileSync(report, 'utf8') === '')
    await new Promise((resolve) => setTimeout(resolve, 20));
  return Number(readFileSync(report, 'utf8')) / 1e6;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Digits and their deletion in turns, so that the field stays short. */
async function timesAt(cols, rows) {
  const session = await open(cols, rows);
  await toQuestion(session.press);
  const times = [];
  let bytes = 0;
  for (let n = 0; n < keysTimed; n++) {
    const began = performance.now();
    const written = await session.press(n % 2 === 0 ? String(n % 10) : '\x7f');
    times.push(performance.now() - began);
    bytes = Math.max(bytes, Buffer.byteLength(written));
  }
  await close(session);
  return { times, bytes };
}

async function growth() {
  const session = await open(80, 24);
  await toQuestion(session.press);
  const type = async (count) => {
    for (let n = 0; n < count; n += 2) {
      await session.press(String(n % 10));
      await session.press('\x7f');
    }
  };
  await type(1000);
  const before = await memoryOf(session.child);
  await type(keysTyped);
  const after = await memoryOf(session.child);
  await close(session);
  return after - before;
}

function say(name, value, unit, limit) {
  const kept = value <= limit;
  console.log(
    `${name.padEnd(44)}${value.toFixed(1).padStart(8)} ${unit.padEnd(3)} at most ${limit}: ${kept ? 'kept' : 'NOT KEPT'}`,
  );
  if (!kept) process.exitCode = 1;
}

try {
  const measured = { '80x24': { times: [], bytes: 0 }, '200x60': { times: [], bytes: 0 } };
  for (let round = 0; round < rounds; round++)
    for (const size of Object.keys(measured)) {
      const { times, bytes } = await timesAt(...size.split('x').map(Number));
      measured[size].times.push(...times);
      measured[size].bytes = Math.max(measured[size].bytes, bytes);
    }
  for (const [size, { times }] of Object.entries(measured))
    say(`a key to its frame at ${size}, median`, median(times), 'ms', limits[size]);
  say('a key typed into the field at 80x24 writes', measured['80x24'].bytes, 'B', limits.bytes);
  say(`memory after ${keysTyped} keys, growth`, await growth(), 'MB', limits.megabytes);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
