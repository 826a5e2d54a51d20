// How long all lessons of the course take in one process, each played to its end by a learner who knows everything, drawn and
// judged as `run LESSON --perfect` does. Fails above two seconds.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const limit = 2000;
const root = fileURLToPath(new URL('..', import.meta.url));

const player = `
  import { openLibrary } from './src/host/library.ts';
  import { openLesson } from './src/lessons/index.ts';
  import { playTranscript } from './src/cli/script/transcript.ts';
  export function play(directory) {
    const library = openLibrary(directory);
    const options = { width: 80, glyphs: 'unicode', lang: 'en' };
    for (const { id } of library.entries) {
      const began = performance.now();
      const { right } = playTranscript(openLesson(library.lesson(id), 1), 'perfect', options);
      if (!right) throw new Error(id + ' was not answered right');
      console.log(id.padEnd(20) + (performance.now() - began).toFixed(0).padStart(6) + ' ms');
    }
    return library.entries.length;
  }
`;

const file = path.join(root, 'bench', `.course-${process.pid}.mjs`);
try {
  const { outputFiles } = await build({
    stdin: { contents: player, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
  });
  writeFileSync(file, outputFiles[0].text);
  const { play } = await import(pathToFileURL(file).href);
  const began = performance.now();
  const lessons = play(path.join(root, 'dist/library'));
  const taken = performance.now() - began;
  console.log(`${lessons} lessons: ${taken.toFixed(0)} ms, at most ${limit}: ${taken <= limit ? 'kept' : 'NOT KEPT'}`);
  if (taken > limit) process.exitCode = 1;
} finally {
  rmSync(file, { force: true });
}
