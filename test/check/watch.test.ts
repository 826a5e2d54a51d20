import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { changesIn } from '../../src/host/watch.js';

const folder = mkdtempSync(join(tmpdir(), 'bpt-watch-'));
const path = join(folder, 'exercise.py');
const stop = new AbortController();
afterEach(() => {
  stop.abort();
  rmSync(folder, { recursive: true, force: true });
});

test('every save is seen, also of an editor that puts a new file in the place of the old one', async () => {
  writeFileSync(path, 'x = 1');
  const changes = changesIn(folder, ['exercise.py'], { signal: stop.signal });
  const first = changes.next();
  writeFileSync(path, 'x = 2');
  expect(await first).toEqual({ done: false, value: undefined });
  writeFileSync(join(folder, 'other.py'), '');
  writeFileSync(join(folder, '.swap'), 'x = 3');
  renameSync(join(folder, '.swap'), path);
  expect(await changes.next()).toEqual({ done: false, value: undefined });
  stop.abort();
  for await (const _ of changes);
});
