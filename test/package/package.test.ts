import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/host/library.js';
import { lessonIds } from '../lessons/support/lessons.js';
import { npm, plainEnvironment, root } from './built.js';

const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const largest = 500_000;
const compiler = join(root, 'node_modules/typescript/bin/tsc');

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

describe('the packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-package-'));
  const empty = join(folder, 'empty');
  let packed: Packed;

  beforeAll(() => {
    mkdirSync(empty);
    writeFileSync(join(empty, 'package.json'), '{"private": true}');
    // The scripts have run: `npm test` tests what it has built.
    const pack = npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    packed = JSON.parse(pack.stdout)[0];
    const install = npm(empty, 'install', join(folder, packed.filename));
    expect(install.stderr).toBe('');
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds the program, its lessons and its papers, and nothing else', () => {
    const names = packed.files.map(({ path }) => path);
    expect(names.filter((name) => !name.startsWith('dist/')).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'THIRD-PARTY-NOTICES.txt',
      'bin/backprop-tutor.js',
      'bin/package.json',
      'package.json',
    ]);
    expect(names.filter((name) => name.startsWith('dist/library/')).sort()).toEqual([
      'dist/library/index.json',
      'dist/library/lessons.br',
    ]);
    const { entries, lesson } = openLibrary(join(empty, 'node_modules/backprop-tutor/dist/library'));
    expect(entries.map(({ id }) => id).sort()).toEqual(lessonIds);
    expect(entries.map(({ id }) => lesson(id)?.id)).toEqual(entries.map(({ id }) => id));
    expect(names.filter((name) => /^dist\/[^/]+$/.test(name)).sort()).toEqual(
      ['circuits.br', 'engine.js', 'index.js', 'load.cjs', 'rest.br', 'start.br', 'yoga.wasm.br'].map(
        (name) => `dist/${name}`,
      ),
    );
  });

  test(`is at most ${largest / 1000} kB and brings nothing with it`, () => {
    expect(packed.size).toBeLessThanOrEqual(largest);
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
      expect(about).not.toHaveProperty(kind);
    expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'backprop-tutor',
    ]);
  });

  test('credits every package whose code is in it', () => {
    const notices = readFileSync(join(empty, 'node_modules/backprop-tutor/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['ink', 'react', 'yoga-layout', 'chalk', 'yaml', 'valibot'])
      expect(notices).toMatch(new RegExp(`^${name} \\d.* \\(\\w+\\)\n\n[\\s\\S]*?copyright`, 'im'));
  });

  test('the engine is a module of its own, with types', () => {
    const program =
      "import { build, run } from 'backprop-tutor/engine'; const c = build('f = x * y', { inputs: { x: 4, y: -3 } });";
    writeFileSync(join(empty, 'use.mjs'), `${program} console.log(run(c).gradient(c.find('x')).data[0]);`);
    expect(execFileSync(process.execPath, ['use.mjs'], { cwd: empty, encoding: 'utf8' })).toBe('-3\n');
    writeFileSync(
      join(empty, 'use.ts'),
      `${program} const n: number = run(c).gradient(c.find('x')!).data[0]!; console.log(n);`,
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
    const compiled = spawnSync(process.execPath, [compiler, ...options, 'use.ts'], { cwd: empty, encoding: 'utf8' });
    expect(compiled.stdout).toBe('');
  });

  test('a repository of one’s own lessons, as the docs lay it out, tests them with vitest', () => {
    const guide = readFileSync(join(root, 'docs/lessons.md'), 'utf8');
    const block = (name: string) =>
      new RegExp(`^\`${name.replaceAll('.', '\\.')}\`:\\n\\n\`\`\`\\w+\\n([^]*?)^\`\`\`$`, 'm').exec(guide)![1]!;
    const repository = join(folder, 'lessons-repository');
    mkdirSync(join(repository, 'node_modules'), { recursive: true });
    for (const file of ['package.json', 'lessons.test.js']) writeFileSync(join(repository, file), block(file));
    for (const [name, from] of [
      ['backprop-tutor', empty],
      ['vitest', root],
    ] as const)
      symlinkSync(join(from, 'node_modules', name), join(repository, 'node_modules', name), 'junction');
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, args, {
        cwd: repository,
        encoding: 'utf8',
        env: { ...plainEnvironment, CI: undefined },
      });
    const bin = join(repository, 'node_modules/backprop-tutor/bin/backprop-tutor.js');
    const vitest = () => run(join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-color');
    expect(run(bin, 'new', 'lessons/slopes')).toMatchObject({ status: 0, stderr: '' });
    expect(vitest()).toMatchObject({ status: 0, stdout: expect.stringMatching(/Snapshots {2}2 written/) });
    expect(run(bin, 'lint', 'lessons')).toMatchObject({ status: 0 });
    expect(vitest()).toMatchObject({ status: 0, stdout: expect.stringMatching(/Tests {2}2 passed/) });

    const change = (file: string, from: string, to: string) => {
      const path = join(repository, 'lessons/slopes', file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    change('en.md', 'Forward first', 'First forward');
    expect(vitest()).toMatchObject({ status: 1, stderr: expect.stringContaining('in en 1` mismatched') });
    change('en.md', 'First forward', 'Forward first');
    change('lesson.yaml', 'value of s', 'value of ss');
    expect(vitest()).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('lessons/slopes/lesson.yaml:25:18: the circuit has no ss; did you mean s?'),
    });
  }, 120_000);

  test('runs with npx in an empty folder', () => {
    const { code, stdout, stderr } = npm(empty, 'exec', '--', 'backprop-tutor', 'run', 'chain-rule', '--perfect');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const number of ['-12.00', '-4.00', '3.00']) expect(stdout).toContain(number);
    expect(npm(empty, 'exec', '--', 'bpt', '--version')).toMatchObject({ code: 0, stdout: `${about.version}\n` });
  });
});
