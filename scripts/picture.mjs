// Makes the pictures in docs/pictures from real screens of the built program.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { screenToSvg } from './picture/svg.mjs';
import { ProgramOnTerminal } from './picture/terminal.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = path.join(root, 'bin/backprop-tutor.js');
const pictures = path.join(root, 'docs/pictures');
const enter = '\r';

/** What is typed, and what has to be on the screen then before the next is typed: on to a miss at the multiply gate. */
const toAMiss = [
  ['', ' 0/'],
  [enter, ' 1/'],
  [`3${enter}`, '3.00'],
  [enter, ' 2/'],
  [`-12${enter}`, '-12.00'],
  [enter, ' 3/'],
  [enter, ' 4/'],
  [`1${enter}`, '1.00'],
  [enter, ' 5/'],
  [`-4${enter}`, '✗'],
];

const skip = '\x0e';

/** Through the lesson `training`, prose (p) and questions (q), to nets that a line without its mask and the right lines trained. */
const toTrained = (over) => [
  ['', ' 0/'],
  ...[...'pqqpqqqqpqqqqppqqqqqp'].map((item, at) => [item === 'p' ? enter : skip, ` ${at + 1}/`]),
  [`hidden.T @ dout${enter}`, '✓  dv'],
  [`dout @ v.T${enter}`, '✓  dhidden'],
  [`dhidden${enter}`, '✗  dZ'],
  [`${enter}X.T @ dZ${enter}`, '✓  dW'],
  [`dZ.sum(axis=0)${enter}`, '✓  db'],
  [`${enter}xff`, over],
];

/** The staged example, its x nudged upward twice. */
const toNudged = [
  ['', '▸'],
  ['\x1b[B\x1b[B', '▸'],
  [enter, '◂▸'],
  ['\x1b[C\x1b[C', '+0.01'],
];

const scenes = [
  { name: 'playground-en', title: 'The playground', args: ['play', '--lang', 'en'], typed: toNudged },
  { name: 'playground-zh', title: '演练场', args: ['play', '--lang', 'zh'], typed: toNudged },
  {
    name: 'drill-en',
    title: 'A drill',
    args: ['drill', '--seed', '7', '--skill', 'fork', '--lang', 'en'],
    typed: [['', '1 / 12']],
  },
  {
    name: 'drill-zh',
    title: '练习',
    args: ['drill', '--seed', '7', '--skill', 'fork', '--lang', 'zh'],
    typed: [['', '1 / 12']],
  },
  {
    name: 'training-en',
    title: 'Nets trained',
    args: ['learn', 'training', '--lang', 'en'],
    typed: toTrained('at the end'),
  },
  { name: 'training-zh', title: '训练网络', args: ['learn', 'training', '--lang', 'zh'], typed: toTrained('已到末尾') },
  {
    name: 'lesson-en',
    title: 'A miss at the multiply gate',
    args: ['learn', 'chain-rule', '--lang', 'en'],
    typed: toAMiss,
  },
  { name: 'lesson-zh', title: '乘法门上答错一次', args: ['learn', 'chain-rule', '--lang', 'zh'], typed: toAMiss },
  { name: 'home-en', title: 'The list of lessons', args: ['--lang', 'en'], typed: [['', 'Enter begins']] },
  { name: 'home-zh', title: '课程列表', args: ['--lang', 'zh'], typed: [['', '按 Enter']] },
];

await mkdir(pictures, { recursive: true });
for (const scene of scenes) {
  await writeFile(path.join(pictures, `${scene.name}.svg`), await picture(scene));
}

async function picture({ title, args, typed }) {
  const home = await mkdtemp(path.join(tmpdir(), 'backprop-tutor-picture-'));
  const { NO_COLOR: _, ...env } = process.env;
  const program = new ProgramOnTerminal([bin, ...args], {
    columns: 80,
    rows: 24,
    env: { ...env, BACKPROP_TUTOR_HOME: home, LC_ALL: 'en_US.UTF-8', FORCE_COLOR: '3' },
  });
  try {
    for (const [text, wanted] of typed) {
      program.type(text);
      await program.shows(wanted);
    }
    return screenToSvg(program.screen, title, { cursor: typed === toAMiss });
  } finally {
    program.close();
    await rm(home, { recursive: true, force: true });
  }
}
