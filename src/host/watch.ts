import { watch } from 'node:fs/promises';

interface WatchOptions {
  readonly signal?: AbortSignal;
  /** Whether the process stays alive to watch; it does unless told otherwise. */
  readonly persistent?: boolean;
}

/**
 * Comes round each time one of the named files of a folder may have changed. The folder is watched, not the files: editors
 * save by putting a new file in an old one's place.
 */
export async function* changesIn(
  folder: string,
  names: readonly string[],
  options: WatchOptions = {},
): AsyncGenerator<void> {
  try {
    for await (const { filename } of watch(folder, options)) if (filename === null || names.includes(filename)) yield;
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
  }
}
