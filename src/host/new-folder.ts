import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.js';

/** Writes files into a folder that is new or empty; nothing that is there is ever overwritten. */
export function writeNewFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
): { readonly ok: true } | { readonly ok: false; readonly reason: 'not-empty' | string } {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) return { ok: false, reason: 'not-empty' };
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text, { flag: 'wx' });
    }
    return { ok: true };
  } catch (error) {
    const code = errorCode(error);
    return { ok: false, reason: code === 'EEXIST' ? 'not-empty' : code };
  }
}
