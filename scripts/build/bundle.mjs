import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { lighterInk } from './ink.mjs';
import { loadedTogether } from './together.mjs';

const yaml = fileURLToPath(new URL('../../node_modules/yaml/browser/index.js', import.meta.url));
const stringWidth = fileURLToPath(new URL('./string-width.js', import.meta.url));

/** Marks a question about where a library lies, which is to be answered as ever. */
const wholeLibrary = Symbol('whole library');

/** CommonJS libraries call `require` for Node's own modules, which ESM does not have. */
export const requireForCommonJs =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

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
    builder.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path: file }) => {
      const source = inFile(await readFile(file, 'utf8'));
      const { code } = await transform(source, { define: { fetch: 'undefined' }, format: 'esm' });
      return { contents: code };
    });
  },
};

const wasmFile = 'yoga.wasm.br';
const dataUrl = /"(data:application\/octet-stream;base64,)([A-Za-z0-9+/=]{1000,})"/;

/** Yoga's source with its WebAssembly read from a file beside the bundle: it packs to half of its base64. */
function inFile(source) {
  if (!dataUrl.test(source)) throw new Error('yoga-layout no longer holds its WebAssembly as a data URL');
  const read = `brotliDecompressSync(readFileSync(new URL('./${wasmFile}', import.meta.url))).toString('base64')`;
  const imports = "import { readFileSync } from 'node:fs';\nimport { brotliDecompressSync } from 'node:zlib';\n";
  return `${imports}${source.replace(dataUrl, (_, head) => `"${head}" + ${read}`)}`;
}

/** What esbuild has minified, once more: a few per cent that the packed size needs. No getter of ours or of the libraries does anything else. */
async function smaller(code) {
  const whole = /\brequire\b/.test(code) ? requireForCommonJs + code : code;
  const result = await minify(whole, {
    module: true,
    ecma: 2022,
    compress: { passes: 2, pure_getters: true },
  });
  return result.code;
}

/** The bytes that `inFile` takes out of Yoga's source. */
async function yogaWasm(sources, root) {
  const file = sources.find((source) => source.endsWith('yoga-wasm-base64-esm.js'));
  const [, , base64] = dataUrl.exec(await readFile(path.join(root, file), 'utf8'));
  return brotliCompressSync(Buffer.from(base64, 'base64'));
}

/**
 * Bundles the program and the two modules of the package, and what they import, split so that what is loaded with
 * `import()` is a file of its own. Returns the files by name, and the paths (from `root`) of the sources in them.
 */
export async function bundleProgram(root) {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const { metafile, outputFiles } = await build({
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
    plugins: [lighterLibraries, lighterInk, loadedTogether(root)],
    metafile: true,
    write: false,
    logLevel: 'warning',
    logOverride: { 'ambiguous-reexport': 'error' },
  });
  const sources = [...new Set(Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)))].sort();
  const files = new Map(
    await Promise.all(outputFiles.map(async (file) => [path.basename(file.path), await smaller(file.text)])),
  );
  return { files: files.set(wasmFile, await yogaWasm(sources, root)), sources };
}
