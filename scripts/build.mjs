// Builds the program into dist/. Plain JavaScript, because Node 20 cannot run TypeScript.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './build/bundle.mjs';
import { BrokenLessons, compileLessons } from './build/lessons.mjs';
import { collectNotices } from './build/notices.mjs';
import { declareTypes } from './build/types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');

try {
  const lessons = await compileLessons(root, path.join(root, 'src/lessons/library'));
  const { files, sources } = await bundleProgram(root);
  const types = await declareTypes(root);
  const notices = await collectNotices(root, sources);
  // Nothing is written before everything is there: a build that fails leaves the last one running.
  await rm(dist, { recursive: true, force: true });
  await mkdir(path.join(dist, 'library'), { recursive: true });
  for (const [name, text] of lessons) await writeFile(path.join(dist, 'library', name), text);
  for (const [name, text] of types) {
    await mkdir(path.dirname(path.join(dist, 'types', name)), { recursive: true });
    await writeFile(path.join(dist, 'types', name), text);
  }
  for (const [name, text] of files) await writeFile(path.join(dist, name), text);
  await writeFile(path.join(root, 'THIRD-PARTY-NOTICES.txt'), notices);
} catch (error) {
  if (!(error instanceof BrokenLessons)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
