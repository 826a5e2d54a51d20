import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { findLesson } from '../find-lesson.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

/** `learn [lesson]`: the full-screen program, at a lesson or at home. */
export async function learn(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, operands, askedLang } = invocation;
  const [word, extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const found = word === undefined ? undefined : await findLesson(word, invocation, environment);
  if (!environment.interactive)
    throw new UsageError(
      messages.noTerminal,
      messages.noTerminalRun(commandLine('run', word ?? 'chain-rule', '--answers', '-')),
    );
  return environment.openTutor({
    library: found?.library ?? environment.library(),
    ...(found && { lesson: found.id }),
    ...(askedLang && { lang: askedLang }),
    color: !isSet(invocation, 'no-color'),
  });
}
