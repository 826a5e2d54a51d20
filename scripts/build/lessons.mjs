import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const loaderEntry = fileURLToPath(new URL('./lesson-loader.js', import.meta.url));

/** CommonJS libraries call `require` for Node's own modules, which ESM does not have. */
const requireForCommonJs =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** Lets what one lesson says shorten all that come after it. */
const wholeWindow = { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } };

/** Lessons that can't be used; the message has a line `file:line:column: what is wrong` for each problem. */
export class BrokenLessons extends Error {}

/**
 * Compiles every lesson folder in `library`, so that the program starts without a YAML parser. Returns the contents of
 * `index.json`, the course's list, and of `lessons.br`, all that the lessons and the glossary say. Messages name files as seen
 * from `root`.
 */
export async function compileLessons(root, library) {
  const loader = await importBundled(loaderEntry);
  const folders = (await readdir(library, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const compiled = folders.map(({ name }) => compileLesson(loader, root, path.join(library, name)));
  const problems = compiled.flatMap((result) => result.problems);
  if (problems.length > 0) throw new BrokenLessons(problems.join('\n'));
  const lessons = compiled
    .map(({ lesson }) => lesson)
    .sort((a, b) => loader.courseNumber(a.id) - loader.courseNumber(b.id));
  return new Map([
    ['index.json', JSON.stringify(lessons.map((lesson) => entryOf(loader, lesson)))],
    ['lessons.br', brotliCompressSync(loader.libraryLines(lessons, loader.glossary), wholeWindow)],
  ]);
}

function compileLesson({ readLessonFolder, loadLesson, lessonProblemText, courseNumber }, root, folder) {
  const shown = (file) => path.relative(root, path.resolve(folder, file));
  const id = path.basename(folder);
  const source = readLessonFolder(folder);
  if (!source.ok) return { problems: [`${shown(source.path)}:1:1: ${source.reason}`] };
  const { lesson, problems = [] } = loadLesson(source.files);
  const told = problems.map((problem) => shown(lessonProblemText(problem, 'en')));
  if (lesson && lesson.id !== id) told.push(`${shown('lesson.yaml')}:1:1: the id is ${lesson.id}, the folder ${id}`);
  if (lesson && courseNumber(lesson.id) === undefined)
    told.push(`${shown('lesson.yaml')}:1:1: ${id} is not in course.ts`);
  return { lesson, problems: told };
}

function entryOf({ courseNumber }, { id, part, minutes, facts, texts }) {
  const title = Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, text.title]));
  return { id, number: courseNumber(id), part, minutes, title, facts };
}

async function importBundled(entry) {
  const folder = await mkdtemp(path.join(tmpdir(), 'backprop-tutor-build-'));
  try {
    const outfile = path.join(folder, 'loader.mjs');
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: { js: requireForCommonJs },
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
