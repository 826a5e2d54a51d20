import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bin, plainEnvironment, root, runBuilt } from './built.js';

const dist = join(root, 'dist');
const chunks = readdirSync(dist).filter((name) => name.endsWith('.js'));

/** The chunks that are loaded when `name` is: those it imports statically, and theirs. */
function loadedWith(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(join(dist, name), 'utf8');
  for (const [, imported] of text.matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+)"/g)) loadedWith(imported!, seen);
  return seen;
}

function textOf(names: Iterable<string>): string {
  return [...names].map((name) => readFileSync(join(dist, name), 'utf8')).join('\n');
}

describe('the bundle', () => {
  test.each(['main', 'circuits', 'transcripts', 'practice'])(
    '%s loads neither React nor Ink nor yoga nor YAML',
    (name) => {
      const entry = chunks.find((chunk) => chunk.startsWith(`${name}-`) || chunk === `${name}.js`);
      const text = textOf(loadedWith(entry!));
      for (const library of ['react.', 'wasm', 'tag:yaml.org']) expect(text.includes(library), library).toBe(false);
      expect(textOf(chunks)).toContain('react.');
    },
  );

  test('paints the home screen without the engine, the lessons and Ink', () => {
    const names = ['main', 'screen', 'records'].map(
      (part) => chunks.find((chunk) => chunk.startsWith(`${part}-`) || chunk === `${part}.js`)!,
    );
    const text = textOf(names.flatMap((name) => [...loadedWith(name)]));
    for (const heavy of ['log_softmax', 'tag:yaml.org', 'react.']) {
      expect(text.includes(heavy), heavy).toBe(false);
      expect(textOf(chunks)).toContain(heavy);
    }
  });

  test('imports nothing but itself and Node', () => {
    const imported = [...textOf(chunks).matchAll(/(?:\bfrom|\bimport\(?)\s*"([\w.@][^"\s]*)"/g)].map(
      ([, specifier]) => specifier!,
    );
    expect(imported.filter((specifier) => !/^(\.\/|node:)/.test(specifier))).toEqual([]);
  });
});

describe('the build', () => {
  test('refuses a broken lesson, and says where it is broken', () => {
    const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-broken-'));
    try {
      cpSync(join(root, 'src/lessons/library/forks'), join(folder, 'forks'), { recursive: true });
      const yaml = readFileSync(join(folder, 'forks/lesson.yaml'), 'utf8');
      writeFileSync(join(folder, 'forks/lesson.yaml'), yaml.replace('minutes:', 'minuts:'));
      const script = `
        import { compileLessons } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/build/lessons.mjs')))};
        await compileLessons(${JSON.stringify(folder)}, ${JSON.stringify(folder)});`;
      const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        encoding: 'utf8',
      });
      expect(status).toBe(1);
      expect(stderr).toMatch(/\bforks.lesson\.yaml:4:1: unknown key minuts; did you mean minutes\?$/m);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('the built program', () => {
  test('without a terminal shows the chain-rule lesson and does not wait for input', () => {
    const { code, stdout, stderr } = runBuilt([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of ['-12.00', '-4.00', '3.00', 'backprop-tutor run chain-rule --answers -'])
      expect(stdout).toContain(text);
  });

  test('plays a lesson, computes and draws', () => {
    expect(runBuilt(['run', 'sigmoid-neuron', '--perfect']).code).toBe(0);
    expect(runBuilt(['draw', '-'], { input: 'f = x * y' }).stdout).toContain('┌');
    expect(JSON.parse(runBuilt(['grad', 'x*y', '--at', 'x=2,y=3', '--json']).stdout).output).toBe('f');
  });

  test('reads a lesson folder of one’s own', () => {
    const { code, stdout, stderr } = runBuilt(['run', join(root, 'src/lessons/library/forks'), '--perfect']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.length).toBeGreaterThan(1000);
  });

  test('tells an old Node what it needs, in one sentence', () => {
    const older = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.4"})';
    expect(runBuilt(['--version'], { node: ['--import', older] })).toEqual({
      code: 2,
      stdout: '',
      stderr: `backprop-tutor needs Node.js 20 or newer; this is ${process.version}.\n`,
    });
    // A Node that knows neither modules nor new syntax has to be able to read the file that says so.
    expect(readFileSync(bin, 'utf8')).not.toMatch(/^(import|export)\b|=>|`|\?\.|\?\?|\bconst\b|\blet\b|\bawait\b/m);
  });

  test('ends quietly when nobody reads any more', async () => {
    const child = spawn(process.execPath, [bin, 'grad', '--batch'], { env: plainEnvironment });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    const request = '{"program": "f = x * y", "inputs": {"x": 1, "y": 2}}\n';
    child.stdin.end(request.repeat(20_000));
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
