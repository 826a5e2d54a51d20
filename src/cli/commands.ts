import type { Command, Option } from './command.js';

const at: Option = { name: 'at', value: 'x=-2,y=5', repeatable: true };
const constants: Option = { name: 'const', value: 'k=2', repeatable: true };
const upstream: Option = { name: 'seed', value: '[3,-1]', words: 'upstream' };
const width: Option = { name: 'width', value: 'N' };
const ascii: Option = { name: 'ascii' };
const drillOptions: readonly Option[] = [
  { name: 'skill', value: 'S' },
  { name: 'count', value: 'N' },
  { name: 'level', value: 'L' },
  { name: 'seed', value: 'N' },
  { name: 'kind', value: 'KIND' },
];

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [
  { name: 'lang', value: 'en|zh' },
  { name: 'help', short: 'h' },
  { name: 'version' },
];

/** Every command there is: help, parsing, suggestions and their tests read this one table. */
export const commands: readonly Command[] = [
  {
    name: 'learn',
    operands: ['[lesson]'],
    options: [{ name: 'watch' }, { name: 'plain' }, { name: 'no-color' }],
    examples: [
      ['learn'],
      ['learn', 'chain-rule'],
      ['learn', '3', '--lang', 'zh'],
      ['learn', './my-lesson', '--watch'],
      ['learn', '--plain'],
    ],
    load: async () => (await import('./commands/learn.js')).learn,
  },
  {
    name: 'run',
    operands: ['<lesson>'],
    options: [
      { name: 'answers', value: 'FILE|-' },
      { name: 'perfect' },
      { name: 'mistake', value: 'ID' },
      { name: 'json' },
      ...drillOptions,
      width,
      ascii,
    ],
    examples: [
      ['run', 'chain-rule', '--perfect'],
      ['run', 'chain-rule', '--answers', '-'],
      ['run', 'forks', '--perfect', '--lang', 'zh', '--ascii'],
      ['run', 'chain-rule', '--mistake', 'no-upstream', '--json'],
      ['run', 'drill', '--seed', '7', '--perfect'],
    ],
    load: async () => (await import('./commands/run.js')).run,
  },
  {
    name: 'drill',
    operands: [],
    options: [...drillOptions, { name: 'list' }, ascii, { name: 'plain' }, { name: 'no-color' }],
    examples: [
      ['drill'],
      ['drill', '--skill', 'gradient:mul', '--count', '5'],
      ['drill', '--kind', 'placement'],
      ['drill', '--list'],
    ],
    load: async () => (await import('./commands/drill.js')).drill,
  },
  {
    name: 'play',
    operands: ['[program]'],
    options: [at, constants, upstream, { name: 'no-color' }],
    examples: [
      ['play'],
      ['play', '(x + y) * z'],
      ['play', 'dot = w*x + b; f = 1 / (1 + exp(-dot))', '--at', 'w=2,x=-1,b=0.5'],
    ],
    load: async () => (await import('./commands/play.js')).play,
  },
  {
    name: 'stats',
    operands: [],
    options: [width, ascii],
    examples: [['stats'], ['stats', '--lang', 'zh']],
    load: async () => (await import('./commands/stats.js')).stats,
  },
  {
    name: 'export',
    operands: [],
    options: [{ name: 'json' }, { name: 'csv' }],
    examples: [
      ['export', '--csv'],
      ['export', '--json'],
    ],
    load: async () => (await import('./commands/export.js')).exportPractice,
  },
  {
    name: 'replay',
    operands: ['[number]'],
    options: [{ name: 'list' }, width, ascii],
    examples: [['replay', '--list'], ['replay']],
    load: async () => (await import('./commands/replay.js')).replay,
  },
  {
    name: 'reset',
    operands: ['[lesson]'],
    options: [{ name: 'yes' }],
    examples: [
      ['reset', 'chain-rule', '--yes'],
      ['reset', '--yes'],
    ],
    load: async () => (await import('./commands/reset.js')).reset,
  },
  {
    name: 'path',
    operands: [],
    options: [],
    examples: [['path']],
    load: async () => (await import('./commands/path.js')).path,
  },
  {
    name: 'lessons',
    operands: [],
    options: [{ name: 'json' }],
    examples: [['lessons'], ['lessons', '--json']],
    load: async () => (await import('./commands/lessons.js')).lessons,
  },
  {
    name: 'glossary',
    operands: ['[word]'],
    options: [],
    examples: [['glossary', 'gradient'], ['glossary']],
    load: async () => (await import('./commands/glossary.js')).glossary,
  },
  {
    name: 'draw',
    operands: ['<program>'],
    options: [
      at,
      constants,
      upstream,
      { name: 'format', value: 'text|svg|mermaid|json' },
      { name: 'highlight', value: 'NAME' },
      { name: 'no-gradients' },
      { name: 'hide-gradients-of', value: 'NAMES' },
      { name: 'collapse', value: 'all|none|NAMES' },
      { name: 'repeat-inputs' },
      { name: 'open', value: 'all|NAMES' },
      width,
      ascii,
    ],
    examples: [
      ['draw', 'q = x + y; f = q * z', '--at', 'x=-2,y=5,z=-4'],
      ['draw', '(x + y) * z'],
      ['draw', 'dot = w0*x0 + w1*x1 + b; f = sigmoid(dot)', '--collapse', 'dot'],
      ['draw', 'D = W @ X; f = sum(D)', '--at', 'W=[[2,-1],[3,5]],X=[[1,4],[-2,6]]', '--open', 'all'],
      ['draw', '(x + y) * z', '--format', 'svg'],
      ['draw', 'x * y + exp(x)', '--at', 'x=1,y=2', '--no-gradients'],
    ],
    load: async () => (await import('./commands/draw.js')).draw,
  },
  {
    name: 'grad',
    operands: ['<program>'],
    options: [at, constants, upstream, { name: 'json' }, { name: 'batch' }],
    examples: [
      ['grad', 'q = x + y; f = q * z', '--at', 'x=-2,y=5,z=-4'],
      ['grad', 'sigmoid(w * x + b)', '--at', 'w=2,x=-1,b=0.5', '--json'],
      ['grad', 'a * b', '--at', 'a=[2,-1],b=[4,5]', '--seed', '[3,-2]'],
      ['grad', '--batch'],
    ],
    load: async () => (await import('./commands/grad.js')).grad,
  },
  {
    name: 'check',
    operands: ['<file>'],
    options: [
      { name: 'watch' },
      { name: 'json' },
      { name: 'junit' },
      { name: 'template', value: 'NAME' },
      { name: 'torch' },
      width,
      ascii,
    ],
    examples: [
      ['check', 'exercise.py'],
      ['check', '--template', 'softmax'],
      ['check', '--template', 'q = x + y; f = q * z', '--torch'],
    ],
    load: async () => (await import('./commands/check.js')).check,
  },
  {
    name: 'new',
    operands: ['<folder>'],
    options: [],
    examples: [['new', 'my-lesson']],
    load: async () => (await import('./commands/new.js')).newFolder,
  },
  {
    name: 'lint',
    operands: ['<folder>'],
    options: [{ name: 'json' }, { name: 'junit' }, { name: 'schema' }],
    examples: [
      ['lint', './my-lesson'],
      ['lint', '--schema'],
      ['lint', './my-course', '--junit'],
    ],
    load: async () => (await import('./commands/lint.js')).lint,
  },
  {
    name: 'test',
    operands: ['[folder]'],
    options: [{ name: 'update' }, { name: 'json' }, { name: 'junit' }],
    examples: [['test', './my-lesson', '--update'], ['test', './my-lesson'], ['test']],
    load: async () => (await import('./commands/test.js')).test,
  },
  {
    name: 'completion',
    operands: ['<shell>'],
    options: [],
    examples: [
      ['completion', 'bash'],
      ['completion', 'zsh'],
      ['completion', 'fish'],
    ],
    load: async () => (await import('./commands/completion.js')).completion,
  },
];
