import chalk from 'chalk';
import { afterEach, describe, expect, test } from 'vitest';
import type { JournalEvent, LessonEntry } from '../../src/lessons/types.js';
import { courseLibrary } from './course.js';
import { mount } from './mount.js';

const level = chalk.level;
afterEach(() => {
  chalk.level = level;
});

const [first, second] = courseLibrary().entries;
const stamp = { v: 1, at: '2026-11-24T10:00:00.000Z' } as const;

function opened({ id, facts }: LessonEntry): JournalEvent {
  return { ...stamp, type: 'open', lesson: id, facts, seed: 1 };
}

function finished({ id, facts }: LessonEntry): JournalEvent {
  return { ...stamp, type: 'step', lesson: id, facts, event: { type: 'next' }, done: 9, total: 9, finished: true };
}

/** The frames that were painted: each lies between the marks of a synchronized update. */
const frames = (written: string) => written.split('\x1b[?2026h').slice(1);

describe('the first frame of home', () => {
  test.each(['en', 'zh'] as const)('says nothing about progress that is not known yet (%s)', async (lang) => {
    const home = await mount({ lang });
    const [unread = ''] = frames(home.written());
    for (const unknown of ['✓', '○', '◐', '▸']) expect(unread).not.toContain(unknown);
    expect(unread).toContain('…');
  });

  test.each([
    { lang: 'en', columns: 80, rows: 24, theme: 'dark' },
    { lang: 'zh', columns: 80, rows: 24, theme: 'light' },
    { lang: 'en', columns: 120, rows: 40, theme: 'contrast' },
    { lang: 'zh', columns: 120, rows: 40, theme: 'dark' },
    { lang: 'en', columns: 60, rows: 18, theme: 'none', glyphs: 'ascii' },
    { lang: 'zh', columns: 61, rows: 60, theme: 'dark', setAside: '/somewhere/settings.json.broken' },
  ] as const)('is what Ink makes of the same state, to the byte ($lang, $columns x $rows, $theme)', async (options) => {
    for (const colours of [0, 1, 3] as const) {
      chalk.level = colours;
      const events = [opened(first!), finished(first!), opened(second!)];
      for (const held of [[], events]) {
        const home = await mount({ ...options, events: held });
        // Once without and once with the journal, and Ink's own frame has not one line to repaint.
        const [, read, third] = frames(home.written());
        expect({ colours, third }).toEqual({ colours, third: undefined });
        expect(read).toBeDefined();
      }
    }
  });
});
