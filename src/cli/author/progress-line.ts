import { padTo, textWidth } from '../../diagram/index.js';
import type { Environment } from '../environment.js';

/** A line on stderr that says how far a long command is; nothing where stderr is no terminal. */
export interface ProgressLine {
  /** Resolves once it is written; between two calls the process can be interrupted. */
  show(text: string): Promise<void>;
  clear(): Promise<void>;
}

export function progressLine({ stderr, progress }: Environment): ProgressLine {
  let width = 0;
  const put = async (text: string) => {
    if (!progress) return;
    await stderr.write(`\r${padTo(text, width)}`);
    width = textWidth(text);
  };
  return {
    show: put,
    clear: async () => {
      await put('');
      if (progress) await stderr.write('\r');
    },
  };
}
