import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Lang, Lesson, LessonEntry, Term } from '../lessons/types.js';

/** A course: its list, and its lessons one by one, so that the list can be shown before any lesson is read. */
export interface Library {
  readonly entries: readonly LessonEntry[];
  /** The lesson of this id; undefined if the list does not name it. */
  lesson(id: string): Lesson | undefined;
  /** The words of the subject, in the order in which the course meets them. */
  glossary(): readonly Term[];
}

/**
 * The lessons compiled into the package: `index.json` in `directory`, and what `libraryLines` made, packed, in
 * `lessons.br`. The files come with the program, so one that is missing or
 * broken is an error that is thrown, not a message for a learner.
 */
export function openLibrary(directory: string): Library {
  const entries = JSON.parse(readFileSync(join(directory, 'index.json'), 'utf8')) as readonly LessonEntry[];
  let lines: readonly string[] | undefined;
  const lineAt = (at: number) => {
    lines ??= brotliDecompressSync(readFileSync(join(directory, 'lessons.br')))
      .toString('utf8')
      .split('\n');
    return JSON.parse(lines[at]!);
  };
  return {
    entries,
    glossary: () => lineAt(entries.length),
    lesson(id) {
      const at = entries.findIndex((entry) => entry.id === id);
      if (at < 0) return undefined;
      const [en, zh] = [lineAt(at), lineAt(entries.length + 1 + at)];
      return { ...lineAt(2 * entries.length + 1 + at), texts: { ...(en && { en }), ...(zh && { zh }) } };
    },
  };
}

/**
 * A course as lines of JSON: what the lessons say in English, the glossary, what they say in Chinese, and the rest of each.
 * Texts of one language side by side pack better.
 */
export function libraryLines(lessons: readonly Lesson[], glossary: readonly Term[]): string {
  const texts = (lang: Lang) => lessons.map((lesson) => lesson.texts[lang] ?? null);
  const facts = lessons.map(({ texts: _, ...rest }) => rest);
  return [...texts('en'), glossary, ...texts('zh'), ...facts].map((one) => JSON.stringify(one)).join('\n');
}

/** A course of a single lesson, such as one a teacher is writing, with the glossary of the program's own course. */
export function libraryOf(lesson: Lesson, { glossary }: Pick<Library, 'glossary'>): Library {
  const { id, part, minutes, facts, texts } = lesson;
  const title: LessonEntry['title'] = {
    ...(texts.en && { en: texts.en.title }),
    ...(texts.zh && { zh: texts.zh.title }),
  };
  const entries = [{ id, number: 1, part, minutes, title, facts }];
  return { entries, glossary, lesson: (wanted) => (wanted === id ? lesson : undefined) };
}
