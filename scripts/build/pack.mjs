import { brotliCompressSync, constants } from 'node:zlib';
import { transform } from 'esbuild';

/**
 * Packs the files of a bundle, ES modules by name, for `load.js`: `start.br` with those that the parts in `first` load, so
 * that little is unpacked before the first frame, and `rest.br`. A pack is a line of JSON with each file's name and length,
 * then the files as CommonJS modules; none of them may await at its top level.
 */
export async function packProgram(files, first) {
  const starting = new Set();
  const take = (name) => {
    if (starting.has(name)) return;
    starting.add(name);
    for (const [, imported] of files.get(name).matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+)"/g)) take(imported);
  };
  for (const part of first)
    take([...files.keys()].find((name) => name === `${part}.js` || name.startsWith(`${part}-`)));
  const texts = await Promise.all([...files].map(async ([name, code]) => [name, Buffer.from(await asFunction(code))]));
  return [
    ['start.br', packed(texts.filter(([name]) => starting.has(name)))],
    ['rest.br', packed(texts.filter(([name]) => !starting.has(name)))],
  ];
}

function packed(texts) {
  const lengths = texts.map(([name, text]) => [name, text.length]);
  const whole = Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...texts.map(([, text]) => text)]);
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
  return brotliCompressSync(whole, { params });
}

/** An ES module as the body of a function of `module`, `exports`, `require`, `__later` and `__url`. */
async function asFunction(code) {
  const { code: text } = await transform(code.replaceAll(/\bimport\((?="\.\/)/g, '__later('), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: true,
    charset: 'utf8',
    define: { 'import.meta.url': '__url' },
  });
  return text;
}

/** The text of a module of the package whose exports a packed file has. */
export function moduleOf(name, exported) {
  return `import { load } from './load.js';\n\nexport const { ${exported.join(', ')} } = load('${name}');\n`;
}
