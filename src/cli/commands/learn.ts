import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { findLesson } from '../find-lesson.js';
import { openTutor } from '../open-tutor.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

/** `learn [lesson]`: the tutor, at a lesson or at home. */
export async function learn(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, operands } = invocation;
  const [word, extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const found = word === undefined ? undefined : await findLesson(word, invocation, environment);
  const script = commandLine('run', word ?? 'chain-rule', '--answers', '-');
  const what = { library: found?.library ?? environment.library(), ...(found && { lesson: found.id }) };
  return openTutor(what, script, invocation, environment);
}
