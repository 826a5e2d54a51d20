import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backpropTutor } from '../cli/support/world.js';
import { root } from './built.js';

const read = (name: string) => readFileSync(join(root, name), 'utf8');
const readmes = { en: read('README.md'), zh: read('README.zh-CN.md') };
const guide = read('docs/commands.md');
const accessibility = read('docs/accessibility.md');

/** The contents of the fenced blocks of a kind, in order. */
function blocks(text: string, kind: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, body]) => body!);
}

/** The command lines that a text shows: in sh blocks, and between backticks. */
function commandLines(text: string): string[] {
  const shown = [...text.matchAll(/`(backprop-tutor[^`\n]*)`/g)].map(([, line]) => line!);
  const typed = blocks(text, 'sh').flatMap((block) =>
    block.split('\n').filter((line) => line.startsWith('backprop-tutor')),
  );
  return [...new Set([...typed, ...shown])];
}

/** A command line's arguments, as a shell would split them. */
function argumentsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!).slice(1);
}

describe('what the docs say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-docs-'));
  const lesson = join(folder, 'my-lesson');
  // Where `new` writes: it never writes into a folder that is there.
  const begun = join(folder, 'begun');
  beforeAll(() => {
    mkdirSync(lesson);
    writeFileSync(join(lesson, 'lesson.yaml'), blocks(readmes.en, 'yaml')[0]!);
    writeFileSync(join(lesson, 'en.md'), blocks(readmes.en, 'markdown')[0]!);
    writeFileSync(join(lesson, 'zh.md'), blocks(readmes.zh, 'markdown')[0]!);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const lines = [...new Set([readmes.en, readmes.zh, guide, accessibility].flatMap(commandLines))]
    // The whole course at many seeds: test/cli/author.test.ts.
    .filter((line) => line !== 'backprop-tutor test');

  test('there are commands in them', () => {
    expect(lines.length).toBeGreaterThan(15);
  });

  test.each(lines)('%s', async (line) => {
    const args = argumentsOf(line).map((arg) => (arg === './my-lesson' ? lesson : arg === 'my-lesson' ? begun : arg));
    const files = { 'answers.txt': blocks(guide, 'text')[0]! };
    const interactive = args.length === 0 || ['learn', 'drill', 'play', '--plain'].includes(args[0]!);
    const { code, stderr, stdout, opened } = await backpropTutor(args, {
      interactive,
      files,
      stdin: '{"program": "x * 1", "inputs": {"x": 1}}',
    });
    // A file of four answers does not end a lesson.
    if (!args.includes('--answers')) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(opened !== undefined || stdout !== '').toBe(true);
  });

  test('the example of a file of answers fits its lesson', async () => {
    const { stderr } = await backpropTutor(['run', 'chain-rule', '--answers', '-'], {
      stdin: blocks(guide, 'text')[0]!,
    });
    expect(stderr).toContain('the answers end');
  });

  test.each(['en', 'zh'] as const)('the circuit in README %s is what draw prints', async (lang) => {
    const [command, ...drawing] = blocks(readmes[lang], 'text')[0]!.split('\n');
    const { stdout } = await backpropTutor(argumentsOf(command!.replace(/^\$ /, '')));
    expect(stdout).toBe(drawing.join('\n'));
  });

  test('the table and the JSON of grad are what it prints', async () => {
    const chain = ['grad', 'q = x + y; f = q * z', '--at', 'x=-2,y=5,z=-4'];
    expect((await backpropTutor(chain)).stdout).toBe(blocks(guide, 'text')[1]);
    const [node, batch] = blocks(guide, 'json');
    expect((await backpropTutor([...chain, '--json'])).stdout).toContain(node!.trim());
    const [request, answer] = batch!.trim().split('\n');
    expect((await backpropTutor(['grad', '--batch'], { stdin: request! })).stdout).toBe(`${answer}\n`);
  });

  test('both languages show the same commands', () => {
    expect(commandLines(readmes.zh)).toEqual(commandLines(readmes.en));
    expect(blocks(readmes.zh, 'sh')).toEqual(blocks(readmes.en, 'sh'));
    expect(blocks(readmes.zh, 'yaml')).toEqual(blocks(readmes.en, 'yaml'));
  });
});
