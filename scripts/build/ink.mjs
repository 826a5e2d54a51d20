import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

const nothing = 'export default () => {};';

/**
 * What Ink imports and never uses here: it writes whole frames to the painter (its debug mode), which is no terminal to it
 * and always knows its size; no box has a border; and what is thrown while rendering is told by the program itself.
 */
const unused = [
  ['./components/ErrorOverview.js', 'export default () => null;'],
  ['./ErrorOverview.js', 'export default () => null;'],
  ['./render-border.js', nothing],
  ['./render-background.js', nothing],
  [
    './log-update.js',
    `const nothing = () => {};
     const log = { clear: nothing, done: nothing, sync: nothing, reset: nothing, setCursorPosition: nothing };
     export default { create: () => Object.assign(() => {}, log, { isCursorDirty: () => false, willRender: () => false }) };`,
  ],
  ['ansi-escapes', 'export default {};'],
  // No text asks to be truncated.
  ['cli-truncate', nothing],
  ['cli-cursor', 'export default { show() {}, hide() {} };'],
  ['patch-console', nothing],
  ['terminal-size', nothing],
];

/** Cuts a line to cells; lines come cut to the screen already, so that there is hardly ever anything to do. */
const sliceAnsi = `
  import { styledCharsFromTokens, styledCharsToString, tokenize } from '@alcalzone/ansi-tokenize';
  import stringWidth from 'string-width';
  export default (text, from, to) => {
    if (from === 0 && to >= stringWidth(text)) return text;
    let column = 0;
    const isInside = ({ value }) => {
      const start = column;
      column += stringWidth(value);
      return start >= from && column <= to;
    };
    return styledCharsToString(styledCharsFromTokens(tokenize(text)).filter(isInside));
  };`;

const lighter = new Map([...unused, ['slice-ansi', sliceAnsi]]);

/** Leaves out of Ink, and of React's reconciler, what this program cannot reach: a tenth of their packed size. */
export const lighterInk = {
  name: 'lighter-ink',
  setup(builder) {
    builder.onResolve({ filter: /.*/ }, ({ path: specifier, importer }) => {
      if (!importer.includes(`${path.sep}ink${path.sep}build`) || !lighter.has(specifier)) return undefined;
      return { path: specifier, namespace: 'lighter-ink', pluginData: path.dirname(importer) };
    });
    builder.onLoad({ filter: /.*/, namespace: 'lighter-ink' }, ({ path: specifier, pluginData: resolveDir }) => ({
      contents: lighter.get(specifier),
      resolveDir,
    }));
    builder.onLoad({ filter: /ink[\\/]build[\\/]reconciler\.js$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replaceAll('isDev()', 'false'),
    }));
    builder.onLoad({ filter: /react-reconciler\.production\.js$/ }, async ({ path: file }) => {
      const ink = path.join(file, '../../../ink/build');
      const host = await readFile(path.join(ink, 'reconciler.js'), 'utf8');
      const users = (await readdir(ink, { recursive: true })).filter((name) => name.endsWith('.js'));
      const texts = await Promise.all(users.map((name) => readFile(path.join(ink, name), 'utf8')));
      return { contents: await forHost(asUsed(await readFile(file, 'utf8'), texts.join('\n')), host) };
    });
  },
};

/** The reconciler without the functions that are called nowhere in Ink. */
function asUsed(reconciler, ink) {
  return reconciler.replace(/^ {2}exports\.(\w+) = /gm, (whole, name) =>
    ink.includes(`reconciler.${name}(`) ? whole : '  0, ',
  );
}

const parameter = /\b(\w+) =\s+\$\$\$config\.\1\b/g;

/**
 * The reconciler as it is for one host. It asks the host's configuration for all that any host may be able to do
 * (hydration, persistence, resources, view transitions, ...); what this one does not name is undefined, and a constant
 * lets the minifier drop all that hangs on it.
 */
async function forHost(reconciler, host) {
  const define = {};
  const contents = reconciler.replace(parameter, (whole, name) => {
    if (new RegExp(`\\b${name}: false\\b`).test(host)) define[name] = 'false';
    else if (!new RegExp(`\\b${name}\\b`).test(host)) define[name] = 'undefined';
    else return whole;
    return `unused_${name} = 0`;
  });
  if (!('supportsHydration' in define))
    throw new Error('react-reconciler asks its host in another way than it used to');
  return (await transform(contents, { define, target: 'node20' })).code;
}
