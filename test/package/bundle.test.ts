import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { bin, plainEnvironment, root, runBuilt } from './built.js';

const packs = ['start.br', 'circuits.br', 'rest.br'];

/** The files in the packs, by name: a line of JSON with names and lengths, then the files. */
const files = new Map(
  packs.flatMap((pack) => {
    const whole = brotliDecompressSync(readFileSync(join(root, 'dist', pack)));
    let at = whole.indexOf('\n') + 1;
    const lengths: [string, number][] = JSON.parse(whole.toString('utf8', 0, at));
    return lengths.map(([name, length]) => {
      at += length;
      return [name, whole.toString('utf8', at - length, at)] as const;
    });
  }),
);

function namesIn(pack: string): string[] {
  const whole = brotliDecompressSync(readFileSync(join(root, 'dist', pack)));
  return JSON.parse(whole.toString('utf8', 0, whole.indexOf('\n'))).map(([name]: [string]) => name);
}

function fileOf(part: string): string {
  return [...files.keys()].find((name) => name.startsWith(`${part}-`) || name === `${part}.js`)!;
}

/** The files that are loaded when `name` is: those it requires at once, and theirs. */
function loadedWith(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, required] of files.get(name)!.matchAll(/\brequire\("\.\/([^"]+)"\)/g)) loadedWith(required!, seen);
  return seen;
}

function textOf(names: Iterable<string>): string {
  return [...names].map((name) => files.get(name)).join('\n');
}

describe('the bundle', () => {
  test.each(['main', 'circuits', 'transcripts', 'practice'])(
    '%s loads neither React nor Ink nor yoga nor YAML',
    (part) => {
      const text = textOf(loadedWith(fileOf(part)));
      expect(text.length).toBeGreaterThan(10_000);
      for (const library of ['react.', 'wasm', 'tag:yaml.org']) expect(text.includes(library), library).toBe(false);
      expect(textOf(files.keys())).toContain('react.');
    },
  );

  test('paints the home screen without the engine, the lessons and Ink', () => {
    const text = textOf(['main', 'screen', 'records'].flatMap((part) => [...loadedWith(fileOf(part))]));
    for (const heavy of ['log_softmax', 'tag:yaml.org', 'react.']) {
      expect(text.includes(heavy), heavy).toBe(false);
      expect(textOf(files.keys())).toContain(heavy);
    }
  });

  test.each([
    ['start.br', ['main', 'screen', 'records']],
    ['circuits.br', ['main', 'screen', 'records', 'circuits']],
  ])('needs no more packs than those up to %s for %s', (last, parts) => {
    const opened = packs.slice(0, packs.indexOf(last) + 1).flatMap((pack) => namesIn(pack));
    const needed = parts.flatMap((part) => [...loadedWith(fileOf(part))]);
    expect(opened.sort()).toEqual([...new Set(needed)].sort());
  });

  test('requires nothing but itself and Node', () => {
    const required = [...textOf(files.keys()).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, specifier]) => specifier!);
    expect(required.length).toBeGreaterThan(50);
    expect(
      required.filter((specifier) => !/^(\.\/|node:)/.test(specifier) && !builtinModules.includes(specifier)),
    ).toEqual([]);
    const missing = required.filter((specifier) => specifier.startsWith('./') && !files.has(specifier.slice(2)));
    expect(missing).toEqual([]);
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

  describe('what it compiled', () => {
    const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-compiled-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const played = (cache: string) => {
      const env = { ...plainEnvironment, XDG_CACHE_HOME: cache };
      const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'run', 'forks', '--perfect'], {
        env,
        encoding: 'utf8',
      });
      return { status, stderr, stdout };
    };
    const kept = () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));

    test('is kept for the next start, and nothing is written again', () => {
      const first = played(folder);
      expect(first).toMatchObject({ status: 0, stderr: '' });
      const files = kept();
      expect(files.length).toBeGreaterThan(3);
      const times = files.map((file) => statSync(file).mtimeMs);
      expect(played(folder)).toEqual(first);
      expect(kept()).toEqual(files);
      expect(files.map((file) => statSync(file).mtimeMs)).toEqual(times);
    });

    test('is not trusted when it is torn or another’s', () => {
      const first = played(folder);
      const [one, other] = kept();
      truncateSync(one!, 100);
      writeFileSync(other!, gzipSync('compiled by nobody'));
      expect(played(folder)).toEqual(first);
      expect(statSync(one!).size).toBeGreaterThan(100);
    });

    test('is not missed where nothing can be written', () => {
      const file = join(folder, 'file');
      writeFileSync(file, '');
      expect(played(file)).toMatchObject({ status: 0, stderr: '' });
    });
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
