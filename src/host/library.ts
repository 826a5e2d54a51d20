import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Lesson, LessonEntry, Term } from '../lessons/types.js';

/** A course: its list, and its lessons one by one, so that the list can be shown before any lesson is read. */
export interface Library {
  readonly entries: readonly LessonEntry[];
  /** The lesson of this id; undefined if the list does not name it. */
  lesson(id: string): Lesson | undefined;
  /** The words of the subject, in the order in which the course meets them. */
  glossary(): readonly Term[];
}

/**
 * The lessons compiled into the package: `index.json` in `directory`, and in `lessons.br` a line of JSON for each, in the
 * same order, and one for the glossary, packed as one because they are much alike. The files come with the program, so one that is missing or
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
      return at < 0 ? undefined : lineAt(at);
    },
  };
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
