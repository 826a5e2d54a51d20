// The program's files, packed: a fifth smaller than npm packs them one by one, and read and unpacked at once. This file is
// copied into dist/ with the build's own name in place of BUILD. CommonJS, because Node takes longer to begin with a
// module.
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { basename, dirname } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');
const { brotliDecompressSync, gunzipSync, gzipSync } = require('node:zlib');

const here = pathToFileURL(`${__dirname}/`);
const unopened = ['rest.br', 'circuits.br', 'start.br'];
/** The bytes of the files in the packs that were opened, by name. */
const files = new Map();
const loaded = new Map();
/** Where compiled code is kept from run to run, if it is. */
let cache;
/** What this run compiled and no earlier one kept. */
const fresh = new Map();

/** What the file `name` of the program exports; it is compiled when it is first asked for. */
exports.load = load;

function load(name) {
  const found = loaded.get(name);
  if (found) return found.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const url = new URL(name, here).href;
  compiled(name, url)(module, module.exports, need, later, url);
  return module.exports;
}

/** Starts the program. */
exports.start = function start() {
  keepCompiled();
  load('main.js');
};

/**
 * Keeps what was unpacked and compiled in the user's cache folder, as Node keeps code of files that it loads itself: the
 * program starts twice as fast from the second time on. NODE_DISABLE_COMPILE_CACHE turns it off, as it does there.
 */
function keepCompiled() {
  const { env, platform, version, arch } = process;
  const folder = env.XDG_CACHE_HOME || (platform === 'win32' ? env.LOCALAPPDATA : env.HOME && `${env.HOME}/.cache`);
  if (!folder || env.NODE_DISABLE_COMPILE_CACHE) return;
  cache = `${folder}/backprop-tutor/BUILD-${version}-${arch}`;
  process.once('exit', keep);
}

function compiled(name, filename) {
  const { text, code: cachedData } = kept(name) ?? { text: unpacked(name) };
  const script = new Script(text, { filename, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) fresh.set(name, { text, script });
  return script.runInThisContext();
}

function unpacked(name) {
  while (!files.has(name)) open(unopened.pop());
  return `(function (module, exports, require, __later, __url) {${files.get(name)}\n})`;
}

function open(pack) {
  const whole = brotliDecompressSync(readFileSync(`${__dirname}/${pack}`));
  let at = whole.indexOf('\n') + 1;
  for (const [name, length] of JSON.parse(whole.toString('latin1', 0, at))) {
    files.set(name, whole.subarray(at, at + length));
    at += length;
  }
}

/**
 * Writes what was compiled, each file by itself: the length of its text, the text, the code. Stored as gzip does, for the
 * check sum: Node does not notice torn code, and dies of it. A folder that can't be written only means that the next start
 * is no faster.
 */
function keep() {
  if (fresh.size === 0) return;
  try {
    if (mkdirSync(cache, { recursive: true })) forgetOthers();
    for (const [name, { text, script }] of fresh) {
      const length = Buffer.alloc(8);
      const encoding = /[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1';
      const bytes = Buffer.from(text, encoding);
      length.writeUInt32LE(bytes.length);
      length.writeUInt32LE(encoding === 'latin1' ? 1 : 2, 4);
      const part = `${cache}/${name}.${process.pid}`;
      writeFileSync(part, gzipSync(Buffer.concat([length, bytes, script.createCachedData()]), { level: 0 }));
      renameSync(part, `${cache}/${name}`);
    }
  } catch {}
}

/** What `keep` wrote; what was torn does not pass the check sum. */
function kept(name) {
  if (cache === undefined) return undefined;
  try {
    const stored = readFileSync(`${cache}/${name}`);
    const whole = gunzipSync(stored, { chunkSize: stored.length });
    const end = 8 + whole.readUInt32LE(0);
    const encoding = whole.readUInt32LE(4) === 1 ? 'latin1' : 'utf16le';
    return { text: whole.toString(encoding, 8, end), code: whole.subarray(end) };
  } catch {
    return undefined;
  }
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
