import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Where the program keeps what a learner does and chooses. */
export interface Places {
  readonly journal: string;
  readonly settings: string;
}

/**
 * The platform's own folders (on Linux the XDG state and config folders). `BACKPROP_TUTOR_HOME` puts everything into one
 * folder instead, for a classroom's shared computers and for tests.
 */
export function places(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Places {
  const home = env.BACKPROP_TUTOR_HOME;
  if (home) return { journal: resolve(home, 'journal.jsonl'), settings: resolve(home, 'settings.json') };
  const paths = envPaths('backprop-tutor', { suffix: '' });
  // env-paths calls the XDG state folder "log"; on the other platforms logs may be thrown away, so data it is.
  const state = platform === 'linux' ? paths.log : paths.data;
  return { journal: join(state, 'journal.jsonl'), settings: join(paths.config, 'settings.json') };
}
