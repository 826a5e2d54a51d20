import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/** The files a lesson consists of; the course's own have all of them, a teacher's needs one language. */
export const FILES = ['lesson.yaml', 'en.md', 'zh.md'] as const;

/** More than any lesson needs; a bound on what is read from a folder of unknown origin. */
export const MAX_FILE_BYTES = 1_000_000;

/** The texts of a lesson's folder by file name, or what kept them from being read, and where. */
export type LessonFolder =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string> }
  | {
      readonly ok: false;
      readonly reason: 'missing' | 'too-large' | 'not-a-file' | 'not-utf8' | 'unreadable';
      readonly path: string;
    };

/**
 * Reads `lesson.yaml` and the prose beside it. A language may be missing, `lesson.yaml` may not. Nothing else in the folder
 * is touched, and nothing is read that is no regular file: a pipe or a device would never end.
 */
export function readLessonFolder(folder: string): LessonFolder {
  const files = new Map<string, string>();
  for (const name of FILES) {
    const path = join(folder, name);
    const text = readText(path);
    if (text.ok) files.set(name, text.text);
    else if (text.reason !== 'missing' || name === 'lesson.yaml') return { ok: false, reason: text.reason, path };
  }
  return { ok: true, files };
}

type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: (LessonFolder & { ok: false })['reason'] };

function readText(path: string): Text {
  let file: number;
  try {
    // Without O_NONBLOCK, opening a named pipe waits for whoever writes into it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = errorCode(error);
    return { ok: false, reason: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { ok: false, reason: 'not-a-file' };
    if (stat.size > MAX_FILE_BYTES) return { ok: false, reason: 'too-large' };
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    return { ok: false, reason: error instanceof TypeError ? 'not-utf8' : 'unreadable' };
  } finally {
    closeSync(file);
  }
}
