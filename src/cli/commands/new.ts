import { basename, resolve } from 'node:path';
import { writeNewFolder } from '../../host/new-folder.js';
import { newLesson } from '../../lessons/author/template.js';
import { idPattern } from '../../lessons/load/schema.js';
import { authorMessages } from '../../messages/author.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

/** `new <folder>`: writes a small lesson that passes every check, for an author to change. */
export async function newFolder({ operands, lang, messages }: Invocation, { stdout }: Environment): Promise<number> {
  const [folder, extra] = operands;
  if (folder === undefined) throw new UsageError(messages.missingOperand('<folder>'));
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const m = authorMessages[lang];
  const id = basename(resolve(folder));
  if (!idPattern.test(id)) throw new UsageError(m.badName({ name: id }));
  const files = newLesson(id);
  const written = writeNewFolder(folder, files);
  if (!written.ok)
    throw new UsageError(
      written.reason === 'not-empty' ? m.exists({ folder }) : m.cannotWrite({ folder, reason: written.reason }),
    );
  const path = /[/\\]/.test(folder) ? folder : `./${folder}`;
  const steps = [
    ['learn', path, '--watch'],
    ['lint', path],
    ['test', path, '--update'],
  ];
  const lines = [
    m.written({ folder, files: [...files.keys()].join(', ') }),
    m.next,
    ...steps.map((s) => `  ${commandLine(...s)}`),
  ];
  await stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
