import path from 'node:path';

/**
 * Modules that the program loads with `import()`, by the part of the program they belong to. A part is one file of the
 * bundle: a file for each module would split all that they share into crumbs, and each crumb costs a part of a
 * millisecond when the program starts, and some hundred packed bytes.
 */
const parts = {
  circuits: ['cli/commands/draw', 'cli/commands/grad'],
  transcripts: ['cli/commands/run', 'cli/commands/run-drill', 'cli/commands/demonstrate', 'cli/commands/replay'],
  practice: [
    'cli/commands/drill',
    'cli/commands/export',
    'cli/commands/glossary',
    'cli/commands/lessons',
    'cli/commands/path',
    'cli/commands/reset',
    'cli/commands/stats',
  ],
  authors: ['cli/commands/lint', 'cli/commands/new', 'cli/commands/test', 'cli/lesson-loading', 'host/watched-lesson'],
  check: ['cli/commands/check', 'cli/check/template'],
  records: ['host/clock', 'host/journal', 'host/new-folder', 'host/places', 'host/settings', 'lessons/drill/day'],
  screen: ['cli/commands/learn', 'tui/index'],
};

/** Makes one file of each part, for modules in `root`/src. */
export function loadedTogether(root) {
  const source = (module) => path.join(root, 'src', module);
  const partOf = new Map(
    Object.entries(parts).flatMap(([part, modules]) => modules.map((module) => [source(module), part])),
  );
  return {
    name: 'loaded-together',
    setup(builder) {
      builder.onResolve({ filter: /^\..*\.js$/ }, ({ path: specifier, resolveDir, kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        const part = partOf.get(path.join(resolveDir, specifier.slice(0, -'.js'.length)));
        return part && { path: part, namespace: 'part' };
      });
      builder.onLoad({ filter: /.*/, namespace: 'part' }, ({ path: part }) => ({
        contents: parts[part].map((module) => `export * from ${JSON.stringify(`./${module}.js`)};`).join('\n'),
        resolveDir: path.join(root, 'src'),
        loader: 'ts',
      }));
    },
  };
}
