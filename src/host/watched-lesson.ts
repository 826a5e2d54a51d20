import { lintLesson } from '../lessons/author/lint.js';
import { lessonProblemText } from '../lessons/problem-text.js';
import type { Lang } from '../lessons/types.js';
import { cli } from '../messages/cli.js';
import { FILES, readLessonFolder } from './lesson-folder.js';
import { type Library, libraryOf } from './library.js';
import { changesIn } from './watch.js';

/** A lesson's folder as it is at a moment. */
export interface Reading {
  /** A course of the lesson alone, if it can be played. */
  readonly library?: Library;
  /** What keeps it from working, a sentence each with file, line and column. */
  readonly problems: (lang: Lang) => readonly string[];
  /** How many pieces of advice `lint` has besides. */
  readonly warnings: number;
}

/** A lesson that is read anew each time its author saves it. */
export interface WatchedLesson {
  readonly folder: string;
  /** What the folder holds now. */
  read(): Reading;
  /** Comes round when something in it may have changed. */
  readonly changes: AsyncIterable<unknown>;
}

/** Watches a lesson's folder. @param course whose glossary the lesson is shown with */
export function watchLesson(folder: string, course: Library): WatchedLesson {
  return {
    folder,
    changes: changesIn(folder, FILES, { persistent: false }),
    read() {
      const source = readLessonFolder(folder);
      if (!source.ok) {
        const said = (lang: Lang) => [`${source.path}:1:1: ${cli[lang].fileProblem[source.reason](source.path)}`];
        return { problems: said, warnings: 0 };
      }
      const { lesson, errors, warnings } = lintLesson(source.files);
      return {
        ...(lesson && { library: libraryOf(lesson, course) }),
        problems: (lang) => errors.map((problem) => lessonProblemText(problem, lang)),
        warnings: warnings.length,
      };
    },
  };
}
