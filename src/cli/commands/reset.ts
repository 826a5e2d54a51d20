import { putJournalAside } from '../../host/journal-aside.js';
import { practiceMessages } from '../../messages/practice.js';
import { commandLine } from '../command-line.js';
import type { Environment, Practice } from '../environment.js';
import { findLesson } from '../find-lesson.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

/** `reset [lesson]`: begins anew, with everything or with one lesson. It asks first, and loses nothing. */
export async function reset(invocation: Invocation, environment: Environment): Promise<number> {
  const { operands, messages, lang } = invocation;
  const [word, extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const lesson = word === undefined ? undefined : (await findLesson(word, invocation, environment)).id;
  const practice = await environment.practice();
  const m = practiceMessages[lang];
  const warning = lesson === undefined ? m.resetAll(practice.journal.path) : m.resetLesson(lesson);
  if (!isSet(invocation, 'yes') && !(await confirmed(warning, word, invocation, environment))) {
    await environment.stdout.write(`${m.unchanged}\n`);
    return 1;
  }
  const said = lesson === undefined ? putAside(practice, invocation) : forgetLesson(practice, lesson, invocation);
  await environment.stdout.write(`${said}\n`);
  return 0;
}

async function confirmed(
  warning: string,
  word: string | undefined,
  { lang, messages }: Invocation,
  environment: Environment,
): Promise<boolean> {
  const m = practiceMessages[lang];
  if (!environment.interactive) {
    const command = commandLine('reset', ...(word === undefined ? [] : [word]), '--yes');
    throw new UsageError(m.asksFirst, messages.likeThis(command));
  }
  await environment.stdout.write(`${warning}\n${m.sure}`);
  for await (const line of environment.stdin.lines()) return m.yes.includes(line.trim().toLowerCase());
  return false;
}

function putAside({ journal, now }: Practice, { lang }: Invocation): string {
  const m = practiceMessages[lang];
  const aside = putJournalAside(journal.path, now);
  if (!aside.ok) throw new UsageError(m.failed(journal.path, aside.code));
  return aside.path === undefined ? m.nothingToReset : m.keptAs(aside.path);
}

function forgetLesson({ journal, now }: Practice, lesson: string, { lang }: Invocation): string {
  const m = practiceMessages[lang];
  const written = journal.append({ v: 1, type: 'reset', at: now.toISOString(), lesson });
  if (!written.ok) throw new UsageError(m.failed(journal.path, written.code));
  return m.done;
}
