import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../engine/language/nearest.js';
import { type Library, libraryOf } from '../host/library.js';
import type { Environment } from './environment.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/** A lesson that was named, within the course it belongs to. */
export interface FoundLesson {
  readonly library: Library;
  readonly id: string;
}

/**
 * The lesson that `word` names: by its id, by its number in the course, or by the path of its folder.
 * @throws UsageError for an unknown lesson, and for a folder that is no good, with every problem's file, line and column
 */
export async function findLesson(word: string, invocation: Invocation, environment: Environment): Promise<FoundLesson> {
  const { messages } = invocation;
  const library = environment.library();
  const entry = library.entries.find(({ id, number }) => id === word || String(number) === word);
  if (entry !== undefined) return { library, id: entry.id };
  if (isPath(word)) return lessonInFolder(word, library, invocation);
  const ids = library.entries.map(({ id }) => id);
  throw new UsageError(messages.unknownLesson(word, nearest(word, ids)), messages.lessonsAre(ids.join(', ')));
}

/** Whether a word names a folder rather than a lesson of the course. */
export function isPath(word: string): boolean {
  return /[/\\]|^\.+$/.test(word) || existsSync(join(word, 'lesson.yaml'));
}

async function lessonInFolder(folder: string, course: Library, { lang, messages }: Invocation): Promise<FoundLesson> {
  // Only a teacher's own lesson needs the YAML parser; the course is compiled.
  const { readLessonFolder, loadLesson, lessonProblemText } = await import('./lesson-loading.js');
  const source = readLessonFolder(folder);
  if (!source.ok) throw new UsageError(messages.fileProblem[source.reason](source.path));
  const loaded = loadLesson(source.files);
  if ('problems' in loaded) {
    const problems = loaded.problems.map((problem) => lessonProblemText(problem, lang));
    throw new UsageError(messages.brokenLesson(folder), ...problems);
  }
  return { library: libraryOf(loaded.lesson, course), id: loaded.lesson.id };
}
