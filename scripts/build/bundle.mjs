import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build as esbuild, transform } from 'esbuild';
import { moduleOf, packProgram } from './pack.mjs';
import { loadedTogether } from './together.mjs';

const yaml = fileURLToPath(new URL('../../node_modules/yaml/browser/index.js', import.meta.url));
const stringWidth = fileURLToPath(new URL('./string-width.js', import.meta.url));

/** Marks a question about where a library lies, which is to be answered as ever. */
const wholeLibrary = Symbol('whole library');

/**
 * What the libraries load that this program never uses, or has a lighter form of. Each line is start-up time:
 * the whole of es-toolkit for one throttle, undici because yoga mentions `fetch`, Unicode tables in string-width.
 */
const lighterLibraries = {
  name: 'lighter-libraries',
  setup(builder) {
    // Its modules for browsers, of which only what is used is taken; for Node it is one CommonJS whole.
    builder.onResolve({ filter: /^yaml$/ }, () => ({ path: yaml }));
    builder.onResolve({ filter: /^string-width$/ }, () => ({ path: stringWidth }));
    builder.onResolve({ filter: /^es-toolkit\/compat$/ }, async ({ path: whole, resolveDir, kind, pluginData }) => {
      if (pluginData === wholeLibrary) return undefined;
      const found = await builder.resolve(whole, { resolveDir, kind, pluginData: wholeLibrary });
      return { path: path.join(path.dirname(found.path), 'function/throttle.mjs') };
    });
    // Without its developer tools, for which it awaits at the top level.
    builder.onLoad({ filter: /ink[\\/]build[\\/]reconciler\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll('isDev()', 'false'),
    }));
    builder.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path: file }) => {
      const source = (await readFile(file, 'utf8')).replace(dataUrl, '""');
      const { code } = await transform(source, { define: { fetch: 'undefined' }, format: 'esm' });
      return { contents: code };
    });
    builder.onLoad({ filter: /yoga-layout\/dist\/src\/index\.js$/ }, () => ({ contents: yogaAtOnce }));
  },
};

const wasmFile = 'yoga.wasm.br';
const dataUrl = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]{1000,})"/;

/**
 * Yoga with its WebAssembly read from a file beside the bundle, where it packs to half of its base64, and made at once:
 * its own way awaits at the top level, which keeps it out of a function.
 */
const yogaAtOnce = `
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import loadYoga from '../binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from './wrapAssembly.js';
const bytes = brotliDecompressSync(readFileSync(new URL('./${wasmFile}', import.meta.url)));
const assembly = {
  instantiateWasm(imports, done) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
    done(instance);
    return instance.exports;
  },
};
loadYoga(assembly);
export default wrapAssembly(assembly);
export * from './generated/YGEnums.js';
`;

/** Yoga's WebAssembly, out of its source. */
async function yogaWasm(sources, root) {
  const file = sources.find((source) => source.endsWith('yoga-wasm-base64-esm.js'));
  const found = dataUrl.exec(await readFile(path.join(root, file), 'utf8'));
  if (!found) throw new Error('yoga-layout no longer holds its WebAssembly as a data URL');
  return brotliCompressSync(Buffer.from(found[1], 'base64'));
}

/**
 * Bundles the program and the two modules of the package, and what they import, split so that what is loaded with
 * `import()` is a file of its own, and packs them. Returns the files of dist/ by name, and the paths (from `root`) of the
 * sources in them.
 */
export async function bundleProgram(root) {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const { metafile, outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: { main: 'src/main.ts', index: 'src/index.ts', engine: 'src/engine/index.ts' },
    outdir: 'dist',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    // Chinese takes three bytes a character, six as an escape.
    charset: 'utf8',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', VERSION: JSON.stringify(version) },
    plugins: [lighterLibraries, loadedTogether(root)],
    metafile: true,
    write: false,
    logLevel: 'warning',
    logOverride: { 'ambiguous-reexport': 'error' },
  });
  const sources = [...new Set(Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)))].sort();
  const files = new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
  const packs = await packProgram(files);
  const loader = await readFile(new URL('./load.cjs', import.meta.url), 'utf8');
  const build = createHash('sha256')
    .update(Buffer.concat([Buffer.from(loader), ...packs.map(([, bytes]) => bytes)]))
    .digest('hex')
    .slice(0, 12);
  const exportsOf = (name) => metafile.outputs[`dist/${name}`].exports;
  return {
    files: new Map([
      ['load.cjs', loader.replace('BUILD-', `${build}-`)],
      ['index.js', moduleOf('index.js', exportsOf('index.js'))],
      ['engine.js', moduleOf('engine.js', exportsOf('engine.js'))],
      ...packs,
      [wasmFile, await yogaWasm(sources, root)],
    ]),
    sources,
  };
}
