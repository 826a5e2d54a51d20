import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The checkout, which has to be built before these tests (`npm test` builds it). */
export const root = join(import.meta.dirname, '../..');
export const bin = join(root, 'bin/backprop-tutor.js');
if (!existsSync(join(root, 'dist/load.cjs'))) throw new Error('build first: npm run build');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment without what npm, vitest and the machine's locale put there. */
export const plainEnvironment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|NO_COLOR|NODE_|LC_|LANG|FORCE_COLOR)/.test(name)),
  ),
  LC_ALL: 'en_US.UTF-8',
};

/** Runs the built program with pipes for streams. */
export function runBuilt(args: readonly string[], { input = '', node = [] as readonly string[] } = {}): Ended {
  return ended(
    spawnSync(process.execPath, [...node, bin, ...args], { input, encoding: 'utf8', env: plainEnvironment }),
  );
}

/** Runs npm in `folder`, without a network. */
export function npm(folder: string, ...args: readonly string[]): Ended {
  const all = ['--offline', '--no-audit', '--no-fund', '--loglevel=error', ...args];
  const options = { cwd: folder, encoding: 'utf8', env: plainEnvironment } as const;
  if (process.platform !== 'win32') return ended(spawnSync('npm', all, options));
  return ended(
    spawnSync(
      'npm.cmd',
      all.map((arg) => `"${arg}"`),
      { ...options, shell: true },
    ),
  );
}

function ended({ status, stdout, stderr, error }: ReturnType<typeof spawnSync>): Ended {
  if (error) throw error;
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}
