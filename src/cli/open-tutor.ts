import type { Environment, TutorRequest } from './environment.js';
import { isSet } from './options.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/**
 * Opens the tutor: on a screen, or in lines where that is asked for or nothing else can be shown.
 * @param script the command that does the like from a pipe
 * @throws UsageError without a terminal
 */
export async function openTutor(
  what: Pick<TutorRequest, 'library' | 'lesson' | 'watch' | 'drill'>,
  script: string,
  invocation: Invocation,
  environment: Environment,
): Promise<number> {
  const { messages, askedLang } = invocation;
  if (!environment.conversing) throw new UsageError(messages.noTerminal, messages.noTerminalRun(script));
  const plain = isSet(invocation, 'plain') || !environment.interactive;
  return environment.openTutor({
    ...what,
    ...(askedLang && { lang: askedLang }),
    ...(plain && { plain }),
    color: !isSet(invocation, 'no-color'),
  });
}
