import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/host/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { freshFolder, readAll } from './folder.js';

const opened = (seed: number): JournalEvent => ({
  v: 1,
  type: 'open',
  at: '2026-11-23T08:00:00.000Z',
  lesson: 'forks',
  facts: 'f1',
  seed,
});

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program of its own that appends so many events from a number on. */
const appender = `
  import { openJournal } from './src/host/journal.ts';
  const [path, from, count] = process.argv.slice(2);
  const journal = openJournal(path);
  for (let seed = Number(from); seed < Number(from) + Number(count); seed++) {
    const written = journal.append({ v: 1, type: 'open', at: '2026-11-23T08:00:00.000Z', lesson: 'forks', facts: 'f1', seed });
    if (!written.ok) throw new Error(written.code);
  }
`;

describe('a journal on the disk', () => {
  test('two programs that write at the same time lose nothing and tear nothing', { timeout: 60_000 }, async () => {
    const folder = freshFolder();
    const program = join(folder, 'appender.mjs');
    const path = join(folder, 'journal.jsonl');
    await build({
      stdin: { contents: appender, resolveDir: root, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
    });
    const count = 300;
    const run = (from: number) =>
      new Promise<number | null>((resolve) => {
        spawn(process.execPath, [program, path, String(from), String(count)], { stdio: 'inherit' }).on('exit', resolve);
      });
    expect(await Promise.all([run(0), run(count)])).toEqual([0, 0]);
    const { events, broken } = readAll(openJournal(path));
    expect(broken).toEqual([]);
    const seeds = events.map((event) => (event.type === 'open' ? event.seed : -1));
    expect([...seeds].sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * count }, (_, seed) => seed));
    expect(readFileSync(path, 'utf8').endsWith('\n')).toBe(true);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told by its code, and nothing is thrown', () => {
    const journal = openJournal('/dev/full');
    expect(journal.append(opened(1))).toEqual({ ok: false, code: 'ENOSPC' });
    expect(journal.append(opened(2))).toEqual({ ok: false, code: 'ENOSPC' });
  });
});
