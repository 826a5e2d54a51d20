// The program's files, packed: a fifth smaller than npm packs them one by one, and read and unpacked at once. This file is
// copied into dist/ with the build's own name in place of BUILD.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { Script } from 'node:vm';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const unopened = ['rest.br', 'circuits.br', 'start.br'];
/** The bytes of the files in the packs that were opened, by name. */
const files = new Map();
const loaded = new Map();
/** Where compiled code is kept from run to run, if it is. */
let cache;
/** What this run compiled and no earlier one kept. */
const fresh = new Map();

/** What the file `name` of the program exports; it is compiled when it is first asked for. */
export function load(name) {
  const found = loaded.get(name);
  if (found) return found.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  while (!files.has(name)) open(unopened.pop());
  const url = new URL(name, import.meta.url).href;
  compiled(name, url)(module, module.exports, need, later, url);
  return module.exports;
}

/** Starts the program. */
export function start() {
  keepCompiled();
  load('main.js');
}

/**
 * Keeps compiled code in the user's cache folder, as Node keeps it of files that it loads itself: the program starts a third
 * sooner from the second time on. NODE_DISABLE_COMPILE_CACHE turns it off, as it does there.
 */
function keepCompiled() {
  const { env, platform, version, arch } = process;
  const folder = env.XDG_CACHE_HOME || (platform === 'win32' ? env.LOCALAPPDATA : env.HOME && `${env.HOME}/.cache`);
  if (!folder || env.NODE_DISABLE_COMPILE_CACHE) return;
  cache = `${folder}/backprop-tutor/BUILD-${version}-${arch}`;
  process.once('exit', keep);
}

function open(pack) {
  const whole = brotliDecompressSync(readFileSync(new URL(pack, import.meta.url)));
  let at = whole.indexOf('\n') + 1;
  for (const [name, length] of JSON.parse(whole.toString('latin1', 0, at))) {
    files.set(name, whole.subarray(at, at + length));
    at += length;
  }
}

function compiled(name, filename) {
  const cachedData = kept(name);
  const text = `(function (module, exports, require, __later, __url) {${files.get(name)}\n})`;
  const script = new Script(text, { filename, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) fresh.set(name, script);
  return script.runInThisContext();
}

function kept(name) {
  if (cache === undefined) return undefined;
  try {
    // What was torn does not pass the check sum.
    return gunzipSync(readFileSync(`${cache}/${name}`));
  } catch {
    return undefined;
  }
}

/** Writes what was compiled; a folder that can't be written only means that the next start is no faster. */
function keep() {
  if (fresh.size === 0) return;
  try {
    if (mkdirSync(cache, { recursive: true })) forgetOthers();
    for (const [name, script] of fresh) {
      const part = `${cache}/${name}.${process.pid}`;
      writeFileSync(part, gzipSync(script.createCachedData(), { level: 1 }));
      renameSync(part, `${cache}/${name}`);
    }
  } catch {}
}

/** Removes what other builds kept. */
function forgetOthers() {
  const all = dirname(cache);
  for (const name of readdirSync(all)) if (name !== basename(cache)) rmSync(`${all}/${name}`, { recursive: true });
}

function need(specifier) {
  return specifier.startsWith('./') ? load(specifier.slice(2)) : require(specifier);
}

/** Stands for `import()`. */
async function later(specifier) {
  return need(specifier);
}
