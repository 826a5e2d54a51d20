import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

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
    builder.onResolve({ filter: /^string-width$/ }, () => ({ path: stringWidth }));
    builder.onResolve({ filter: /^es-toolkit\/compat$/ }, async ({ path: whole, resolveDir, kind, pluginData }) => {
      if (pluginData === wholeLibrary) return undefined;
      const found = await builder.resolve(whole, { resolveDir, kind, pluginData: wholeLibrary });
      return { path: path.join(path.dirname(found.path), 'function/throttle.mjs') };
    });
    builder.onResolve({ filter: /^\.\/devtools\.js$/ }, ({ path: specifier, importer }) =>
      importer.includes(`${path.sep}ink${path.sep}`) ? { path: specifier, namespace: 'unused' } : undefined,
    );
    builder.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: '' }));
    builder.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), { define: { fetch: 'undefined' }, format: 'esm' });
      return { contents: code };
    });
  },
};

/**
 * Bundles src/main.ts and what it imports, split so that what is loaded with `import()` is a file of its own. Returns the
 * files by name, and the paths (from `root`) of the sources whose code is in them.
 */
export async function bundleProgram(root) {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    banner: { js: requireForCommonJs },
    define: { 'process.env.NODE_ENV': '"production"', VERSION: JSON.stringify(version) },
    plugins: [lighterLibraries],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  return {
    files: new Map(outputFiles.map((file) => [path.basename(file.path), file.contents])),
    sources: [...new Set(Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)))].sort(),
  };
}
