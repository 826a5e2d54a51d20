import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/host/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { freshFolder, readAll } from './folder.js';

function opened(seed: number): JournalEvent {
  return { v: 1, type: 'open', at: '2026-11-23T08:00:00.000Z', lesson: 'forks', facts: 'f1', seed };
}

describe('a journal', () => {
  test('that does not exist is empty, and reading does not create it', () => {
    const path = join(freshFolder(), 'new', 'journal.jsonl');
    expect(readAll(openJournal(path))).toEqual({ events: [], broken: [] });
    expect(existsSync(path)).toBe(false);
  });

  test('keeps what is appended, and creates its folder', () => {
    const journal = openJournal(join(freshFolder(), 'new', 'journal.jsonl'));
    expect(journal.append(opened(1))).toEqual({ ok: true });
    expect(journal.append(opened(2))).toEqual({ ok: true });
    expect(readAll(journal)).toEqual({ events: [opened(1), opened(2)], broken: [] });
  });

  test('after a torn line the next event starts a line of its own, and the torn one stays in the file', () => {
    const path = join(freshFolder(), 'journal.jsonl');
    const journal = openJournal(path);
    journal.append(opened(1));
    appendFileSync(path, '{"v":1,"ty');
    journal.append(opened(2));
    expect(readAll(journal)).toEqual({ events: [opened(1), opened(2)], broken: [2] });
    expect(readFileSync(path, 'utf8')).toContain('{"v":1,"ty\n');
  });

  test('two programs at once lose nothing', () => {
    const path = join(freshFolder(), 'journal.jsonl');
    const [one, other] = [openJournal(path), openJournal(path)];
    for (let seed = 0; seed < 20; seed += 2) {
      one.append(opened(seed));
      other.append(opened(seed + 1));
    }
    expect(readAll(one).events).toEqual(Array.from({ length: 20 }, (_, seed) => opened(seed)));
  });
});

describe('a journal that cannot be used', () => {
  test('says so instead of throwing: a folder stands in its place', () => {
    const path = join(freshFolder(), 'journal.jsonl');
    mkdirSync(path);
    const journal = openJournal(path);
    expect(journal.append(opened(1))).toEqual({ ok: false, code: 'EISDIR' });
    expect(readAll(journal)).toEqual({ events: [], broken: [], failure: 'EISDIR' });
  });

  test('its folder cannot be made', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    const result = openJournal(join(folder, 'file', 'journal.jsonl')).append(opened(1));
    expect(result).toMatchObject({ ok: false });
  });

  test.runIf(existsSync('/dev/full'))('the disk is full', () => {
    expect(openJournal('/dev/full').append(opened(1))).toEqual({ ok: false, code: 'ENOSPC' });
  });
});
