import { existsSync, renameSync } from 'node:fs';
import { errorCode } from './error-code.js';
import type { Written } from './journal.js';

/**
 * Gives a journal another name beside its own, so that an empty one begins; a program that is running goes on with the
 * empty one. Resolves to the new name, or to none where there was no journal.
 */
export function putJournalAside(
  path: string,
  now: Date,
): (Written & { readonly ok: false }) | { readonly ok: true; readonly path?: string } {
  const aside = freeName(path, now);
  try {
    renameSync(path, aside);
    return { ok: true, path: aside };
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? { ok: true } : { ok: false, code };
  }
}

/** The first free name of that second: what was put aside before is kept too. */
function freeName(path: string, now: Date): string {
  const stem = path.replace(/\.jsonl$/, '');
  const time = now.toISOString().slice(0, 19).replace(/[-:]/g, '');
  for (let copy = 1; ; copy++) {
    const name = `${stem}-${time}${copy === 1 ? '' : `-${copy}`}.jsonl`;
    if (!existsSync(name)) return name;
  }
}
