// The program's files, packed: a fifth smaller than npm packs them one by one, and read and unpacked at once. This file is
// copied into dist/ as it stands.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { brotliDecompressSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const unopened = ['rest.br', 'start.br'];
/** The bytes of the files in the packs that were opened, by name. */
const files = new Map();
const loaded = new Map();

/** What the file `name` of the program exports; it is compiled when it is first asked for. */
export function load(name) {
  const found = loaded.get(name);
  if (found) return found.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  while (!files.has(name)) open(unopened.pop());
  const url = new URL(name, import.meta.url).href;
  const parameters = ['module', 'exports', 'require', '__later', '__url'];
  compileFunction(files.get(name).toString(), parameters, { filename: url })(module, module.exports, need, later, url);
  return module.exports;
}

function open(pack) {
  const whole = brotliDecompressSync(readFileSync(new URL(pack, import.meta.url)));
  let at = whole.indexOf('\n') + 1;
  for (const [name, length] of JSON.parse(whole.toString('latin1', 0, at))) {
    files.set(name, whole.subarray(at, at + length));
    at += length;
  }
}

function need(specifier) {
  return specifier.startsWith('./') ? load(specifier.slice(2)) : require(specifier);
}

/** Stands for `import()`. */
async function later(specifier) {
  return need(specifier);
}
