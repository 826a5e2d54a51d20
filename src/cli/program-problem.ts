import type { ProgramError } from '../engine/index.js';
import { programProblem } from '../messages/problems.js';
import type { Invocation } from './parse.js';
import type { ProgramSource } from './program-source.js';
import { UsageError } from './usage-error.js';

/** A program's error as the command line tells it: file, line, column, sentence, and the place marked in the text. */
export function programUsageError(error: ProgramError, source: ProgramSource, invocation: Invocation): UsageError {
  const { lang, messages } = invocation;
  const sentence = programProblem(error, lang);
  const hints = error.excerpt === '' ? [] : error.excerpt.split('\n').map((line) => `  ${line}`);
  if (error.code === 'missing-input') hints.push(messages.giveValue(`--at ${error.params.name}=1`));
  if (source.looksLikePath) hints.push(messages.noSuchFile(source.text));
  const place = error.line > 0 ? `${source.name}:${error.line}:${error.column}: ` : '';
  return new UsageError(`${place}${sentence}`, ...hints);
}
