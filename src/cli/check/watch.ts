import { watch } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/**
 * Comes round each time a file may have changed. The folder is watched, not the file: editors save by putting a new file
 * in its place.
 */
export async function* changesOf(path: string, signal?: AbortSignal): AsyncGenerator<void> {
  const name = basename(path);
  try {
    for await (const { filename } of watch(dirname(path), { ...(signal && { signal }) }))
      if (filename === null || filename === name) yield;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  }
}
