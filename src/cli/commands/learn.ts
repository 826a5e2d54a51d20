import type { WatchedLesson } from '../../host/watched-lesson.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { findLesson, isPath } from '../find-lesson.js';
import { openTutor } from '../open-tutor.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

/** `learn [lesson]`: the tutor, at a lesson or at home; with `--watch`, at a lesson that is being written. */
export async function learn(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, operands } = invocation;
  const [word, extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const watched = isSet(invocation, 'watch');
  if (watched && (word === undefined || !isPath(word))) throw new UsageError(messages.watchesFolder);
  if (watched && isSet(invocation, 'plain')) throw new UsageError(messages.excludes('--watch', '--plain'));
  const found = word === undefined || watched ? undefined : await findLesson(word, invocation, environment);
  const script = commandLine('run', word ?? 'chain-rule', '--answers', '-');
  if (watched && !environment.interactive) throw new UsageError(messages.noTerminal, messages.noTerminalRun(script));
  const what = {
    library: found?.library ?? environment.library(),
    ...(found && { lesson: found.id }),
    ...(watched && { watch: await watching(word!, invocation, environment) }),
  };
  return openTutor(what, script, invocation, environment);
}

/** @throws UsageError where there is no lesson to watch; a broken one is shown */
async function watching(folder: string, { messages }: Invocation, environment: Environment): Promise<WatchedLesson> {
  const { readLessonFolder } = await import('../lesson-loading.js');
  const { watchLesson } = await import('../../host/watched-lesson.js');
  const source = readLessonFolder(folder);
  if (!source.ok && source.reason === 'missing') throw new UsageError(messages.fileProblem.missing(source.path));
  return watchLesson(folder, environment.library());
}
