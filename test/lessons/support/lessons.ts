import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLesson } from '../../../src/lessons/load/index.js';
import { lessonProblemText } from '../../../src/lessons/problem-text.js';
import type { Lesson } from '../../../src/lessons/types.js';

const library = join(import.meta.dirname, '../../../src/lessons/library');

/** Ids of the lessons that are written. */
export const lessonIds = readdirSync(library, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** A lesson of the course, read from its folder. */
export function courseLesson(id: string): Lesson {
  const folder = join(library, id);
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  return lessonOf(files);
}

/** A lesson from the texts of its files; throws with the loader's own words if it is broken. */
export function lessonOf(files: ReadonlyMap<string, string>): Lesson {
  const loaded = loadLesson(files);
  if ('lesson' in loaded) return loaded.lesson;
  throw new Error(loaded.problems.map((problem) => lessonProblemText(problem, 'en')).join('\n'));
}

/** A lesson written for a test: a circuit, its inputs and its steps; every prose step gets a line. */
export function smallLesson(program: string, inputs: string, steps: readonly string[]): Lesson {
  const yaml = [
    'format: 1\nid: small\npart: gates\nminutes: 1\ncircuit: |',
    ...program.split('\n').map((line) => `  ${line}`),
    `inputs: {${inputs}}\nsteps:`,
    ...steps.map((step) => `  - ${step}`),
  ].join('\n');
  const prose = steps.filter((step) => /^[a-z-]+$/.test(step)).map((id) => `## ${id}\n\nText of ${id}.\n`);
  const en = `# Small\n\n${prose.join('\n')}\n## summary\n\nDone.\n`;
  return lessonOf(
    new Map([
      ['lesson.yaml', yaml],
      ['en.md', en],
    ]),
  );
}
