import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/** The declarations that package.json names. */
const modules = ['index.d.ts', 'engine/index.d.ts'];

/** Compiles the declarations of the published modules. Returns their texts by name, as they go below dist/types/. */
export async function declareTypes(root) {
  const folder = await mkdtemp(path.join(tmpdir(), 'backprop-tutor-types-'));
  try {
    const options = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', folder];
    await promisify(execFile)(process.execPath, [compiler, '-p', path.join(root, 'tsconfig.types.json'), ...options]);
    return await withImports(folder, modules);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The texts of declaration files and of all that they import, by name. */
async function withImports(folder, names) {
  const texts = new Map();
  const queue = [...names];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (texts.has(name)) continue;
    const text = await readFile(path.join(folder, name), 'utf8');
    texts.set(name, text);
    for (const [, specifier] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g))
      queue.push(path.posix.join(path.posix.dirname(name), `${specifier}.d.ts`));
  }
  return texts;
}
