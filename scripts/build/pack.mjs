import { brotliCompressSync, constants } from 'node:zlib';
import { transform } from 'esbuild';

/**
 * The packs in the order in which `load.cjs` opens them until it finds a file: each has what its parts of the bundle load and
 * no earlier pack has, so that the home screen, and then `draw`, wait for little to be unpacked; the last has all the rest.
 */
const packs = [
  ['start.br', ['main', 'records', 'screen']],
  ['circuits.br', ['circuits']],
];

/**
 * Packs the files of a bundle, ES modules by name. A pack is a line of JSON with each file's name and length, then the files
 * as CommonJS modules; none of them may await at its top level.
 */
export async function packProgram(files) {
  const texts = new Map(
    await Promise.all([...files].map(async ([name, code]) => [name, Buffer.from(await asFunction(code))])),
  );
  const packedAs = (pack, names) => [pack, packed(names.map((name) => [name, texts.get(name)]))];
  const taken = new Set();
  const done = packs.map(([pack, parts]) =>
    packedAs(
      pack,
      parts.flatMap((part) => loadedBy(part, files, taken)),
    ),
  );
  return [
    ...done,
    packedAs(
      'rest.br',
      [...files.keys()].filter((name) => !taken.has(name)),
    ),
  ];
}

/** The files that a part loads and that are not `taken` yet; they are from now on. */
function loadedBy(part, files, taken) {
  const names = [];
  const take = (name) => {
    if (taken.has(name)) return;
    taken.add(name);
    names.push(name);
    for (const [, imported] of files.get(name).matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+)"/g)) take(imported);
  };
  take([...files.keys()].find((name) => name === `${part}.js` || name.startsWith(`${part}-`)));
  return names;
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
  return `import { load } from './load.cjs';\n\nexport const { ${exported.join(', ')} } = load('${name}');\n`;
}
