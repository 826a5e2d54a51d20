import { fileURLToPath } from 'node:url';
import { type Library, readLessonFolder } from '../../src/host/index.js';
import { glossary } from '../../src/lessons/glossary/index.js';
import { course, courseNumber } from '../../src/lessons/index.js';
import { loadLesson } from '../../src/lessons/load/index.js';
import type { Lesson, LessonEntry } from '../../src/lessons/types.js';

/** The course as the screen tests see it: lessons that come later do not change what they expect. */
export const LESSONS = ['chain-rule', 'sigmoid-neuron', 'forks', 'staged-practice'] as const;

function load(id: string): Lesson {
  const folder = readLessonFolder(fileURLToPath(new URL(`../../src/lessons/library/${id}`, import.meta.url)));
  if (!folder.ok) throw new Error(`${folder.path}: ${folder.reason}`);
  const loaded = loadLesson(folder.files);
  if (!('lesson' in loaded)) throw new Error(`${id}: ${JSON.stringify(loaded.problems)}`);
  return loaded.lesson;
}

function entryOf({ id, part, minutes, facts, texts }: Lesson): LessonEntry {
  const title = { en: texts.en?.title ?? id, zh: texts.zh?.title ?? id };
  return { id, number: courseNumber(id) ?? 0, part, minutes, title, facts };
}

/** Bundled lessons, read from their sources. */
export function courseLibrary(ids: readonly string[] = LESSONS): Library {
  const order = course.flatMap(({ lessons }) => lessons);
  const lessons = ids.map(load).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return {
    entries: lessons.map(entryOf),
    glossary: () => glossary,
    lesson: (id) => lessons.find((lesson) => lesson.id === id),
  };
}
