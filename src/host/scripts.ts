import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/** Where the recorded plays of a folder of lessons lie. */
export const scriptsFolder = 'scripts';

const ending = '.answers';

/** A file of answers beside lessons. */
export interface Script {
  /** Its name without the ending: the lesson's id, and a word of its own after a dot where a lesson has several. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The files of answers in `folder`'s scripts, by name; none where there is no such folder. */
export function readScripts(folder: string): readonly Script[] {
  const scripts = join(folder, scriptsFolder);
  return namesIn(scripts)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((file) => {
      const path = join(scripts, file);
      return { name: file.slice(0, -ending.length), path, text: readFileSync(path, 'utf8') };
    });
}

/** The transcript recorded at a path; undefined if there is none. A checkout with CRLF is the same text. */
export function readTranscript(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Records a transcript. */
export function writeTranscript(path: string, text: string): void {
  writeFileSync(path, text);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return [];
    throw error;
  }
}
