import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The engine of the checkout, bundled as the package ships it, so that Node runs it without a build of the rest. */
export async function loadEngine() {
  const outfile = fileURLToPath(new URL('./dist/engine.js', import.meta.url));
  const entry = fileURLToPath(new URL('../src/engine/index.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'node20',
    minify: true,
    logLevel: 'error',
  });
  return import('./dist/engine.js');
}
