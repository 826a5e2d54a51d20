import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { isatty } from 'node:tty';
import { errorCode } from '../host/error-code.js';
import { type Environment, type FileText, type Output, WriteFailure } from './environment.js';

/** Larger files are no programs, values or answers of this tutor. */
const largestFile = 1_000_000;

/** The streams, the terminal and the files of this process. */
export function nodeStreams(
  process: NodeJS.Process,
): Pick<
  Environment,
  'interactive' | 'conversing' | 'columns' | 'progress' | 'stdin' | 'stdout' | 'stderr' | 'readFile'
> {
  const { stdout, stderr } = process;
  return {
    // A dumb terminal has no cursor to place: nothing can be painted on it.
    conversing: isatty(0) && isatty(1),
    interactive: isatty(0) && isatty(1) && process.env.TERM !== 'dumb',
    columns: stdout.isTTY ? stdout.columns : undefined,
    progress: stderr.isTTY === true && process.env.TERM !== 'dumb',
    stdin: {
      text: () => text(process.stdin),
      lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    },
    stdout: outputOf(stdout),
    stderr: outputOf(stderr),
    readFile,
  };
}

/** What the system and Node call writing to a pipe that nobody reads any more. */
const readerGone = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED']);

/** A stream as an output; a reader that has gone (EPIPE) is no error, but the end of writing. */
function outputOf(stream: Writable): Output {
  // What goes wrong is heard by whoever writes; without a listener it would end the process.
  stream.on('error', () => {});
  return {
    write: (chunk) =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => {
          if (!error) resolve(true);
          else if (readerGone.has(errorCode(error))) resolve(false);
          else reject(new WriteFailure(errorCode(error)));
        });
      }),
  };
}

function readFile(path: string): FileText {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const gone = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE'];
    return { ok: false, reason: gone.includes(errorCode(error)) ? 'missing' : 'unreadable' };
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { ok: false, reason: 'not-a-file' };
    if (stat.size > largestFile) return { ok: false, reason: 'too-large' };
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    return { ok: false, reason: errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'not-utf8' : 'unreadable' };
  } finally {
    closeSync(file);
  }
}
