import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  libraryOf,
  localeOf,
  MAX_FILE_BYTES,
  openLibrary,
  openSettings,
  places,
  readLessonFolder,
} from '../../src/host/index.js';
import { libraryLines } from '../../src/host/library.js';
import { glossary } from '../../src/lessons/glossary/index.js';
import type { Lesson } from '../../src/lessons/types.js';
import { freshFolder } from './folder.js';

describe('locale', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, { lang: 'zh', glyphs: 'unicode' }],
    [{ LANG: 'zh_TW.utf8' }, { lang: 'zh', glyphs: 'unicode' }],
    [{ LANG: 'de_DE.UTF-8' }, { lang: 'en', glyphs: 'unicode' }],
    [
      { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' },
      { lang: 'en', glyphs: 'ascii' },
    ],
    [
      { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8' },
      { lang: 'en', glyphs: 'unicode' },
    ],
    [
      { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LC_CTYPE: 'C' },
      { lang: 'zh', glyphs: 'ascii' },
    ],
    [{ LANG: 'C.UTF-8' }, { lang: 'en', glyphs: 'unicode' }],
    [{ LANG: 'de_DE.ISO-8859-1@euro' }, { lang: 'en', glyphs: 'ascii' }],
    [{ LANG: 'zhuang' }, { lang: 'en', glyphs: 'unicode' }],
    [{}, { lang: 'en', glyphs: 'unicode' }],
  ] as const)('%j', (env, expected) => {
    expect(localeOf(env)).toEqual(expected);
  });

  test('where no variable says anything, the system’s language counts', () => {
    expect(localeOf({}, 'zh-Hans-CN').lang).toBe('zh');
    expect(localeOf({ LANG: 'en_US.UTF-8' }, 'zh-CN').lang).toBe('en');
  });
});

describe('places', () => {
  test('one folder for everything where it is asked for', () => {
    const folder = freshFolder();
    expect(places({ BACKPROP_TUTOR_HOME: folder }, 'linux')).toEqual({
      journal: join(folder, 'journal.jsonl'),
      settings: join(folder, 'settings.json'),
    });
  });

  test('else folders of the program’s own', () => {
    const { journal, settings } = places({}, process.platform);
    expect(journal.split(sep)).toContain('backprop-tutor');
    expect(settings.split(sep)).toContain('backprop-tutor');
  });
});

describe('settings', () => {
  test('come back as they were written, fields of a newer version included', () => {
    const file = openSettings(join(freshFolder(), 'new', 'settings.json'));
    expect(file.read()).toEqual({ settings: {} });
    expect(file.write({ lang: 'zh', theme: 'light' })).toEqual({ ok: true });
    expect(file.read()).toEqual({ settings: { lang: 'zh', theme: 'light' } });
  });

  test.each(['{"lang": "zh"', '{"lang": "de"}', '"zh"', '\0'])(
    'unreadable ones are kept under another name: %j',
    (text) => {
      const path = join(freshFolder(), 'settings.json');
      writeFileSync(path, text);
      expect(openSettings(path).read()).toEqual({ settings: {}, setAside: `${path}.broken` });
      expect(readFileSync(`${path}.broken`, 'utf8')).toBe(text);
      expect(openSettings(path).read()).toEqual({ settings: {} });
    },
  );

  test('that cannot be written say so', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(openSettings(join(folder, 'file', 'settings.json')).write({})).toMatchObject({ ok: false });
  });
});

const lesson: Lesson = {
  id: 'mine',
  part: 'gates',
  minutes: 3,
  skills: [],
  needs: [],
  circuits: [],
  steps: [],
  texts: { zh: { title: '我的课', sections: [], hints: [], summary: [] } },
  facts: 'f1',
};

describe('library', () => {
  test('lists lessons and reads one when it is asked for', () => {
    const folder = freshFolder();
    const { entries } = libraryOf(lesson, { glossary: () => glossary });
    writeFileSync(join(folder, 'index.json'), JSON.stringify(entries));
    writeFileSync(join(folder, 'lessons.br'), brotliCompressSync(libraryLines([lesson], glossary)));
    const library = openLibrary(folder);
    expect(library.entries).toEqual([
      { id: 'mine', number: 1, part: 'gates', minutes: 3, title: { zh: '我的课' }, facts: 'f1' },
    ]);
    expect(library.lesson('mine')).toEqual(lesson);
    expect(library.glossary()).toEqual(glossary);
    expect(library.lesson('../mine')).toBeUndefined();
  });

  test('one that came broken is an error', () => {
    expect(() => openLibrary(freshFolder())).toThrow('index.json');
  });
});

describe('a lesson’s folder', () => {
  test('is its facts and its prose; other files are left alone', () => {
    const folder = freshFolder();
    for (const name of ['lesson.yaml', 'zh.md', 'notes.txt']) writeFileSync(join(folder, name), name);
    expect(readLessonFolder(folder)).toEqual({
      ok: true,
      files: new Map([
        ['lesson.yaml', 'lesson.yaml'],
        ['zh.md', 'zh.md'],
      ]),
    });
  });

  test('without facts it is none', () => {
    const folder = freshFolder();
    expect(readLessonFolder(folder)).toEqual({ ok: false, reason: 'missing', path: join(folder, 'lesson.yaml') });
    expect(readLessonFolder(join(folder, 'nowhere'))).toMatchObject({ ok: false, reason: 'missing' });
  });

  test('what is no text of a bearable size is refused, with its path', () => {
    const folder = freshFolder();
    const facts = join(folder, 'lesson.yaml');
    writeFileSync(facts, Buffer.from([0x69, 0xff, 0xfe]));
    expect(readLessonFolder(folder)).toEqual({ ok: false, reason: 'not-utf8', path: facts });
    truncateSync(facts, MAX_FILE_BYTES + 1);
    expect(readLessonFolder(folder)).toEqual({ ok: false, reason: 'too-large', path: facts });
    writeFileSync(facts, 'format: 1');
    mkdirSync(join(folder, 'en.md'));
    expect(readLessonFolder(folder)).toMatchObject({ ok: false, path: join(folder, 'en.md') });
  });

  test.skipIf(process.platform === 'win32')('a named pipe in the place of a file is not waited for', () => {
    const folder = freshFolder();
    execFileSync('mkfifo', [join(folder, 'lesson.yaml')]);
    expect(readLessonFolder(folder)).toMatchObject({ ok: false, reason: 'not-a-file' });
  });
});
