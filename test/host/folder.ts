import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Journal } from '../../src/host/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';

/** A folder of the test's own, removed after it. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** All that can be read of a journal. */
export function readAll(journal: Journal) {
  const events: JournalEvent[] = [];
  return { ...journal.read((event) => events.push(event)), events };
}
