import { join } from 'node:path';
import { readLessonFolder } from '../../host/lesson-folder.js';
import { lessonFolders } from '../../host/lesson-folders.js';
import { lintLesson } from '../../lessons/author/lint.js';
import { schemaText } from '../../lessons/author/template.js';
import type { LessonProblem } from '../../lessons/load/problem.js';
import { lessonProblemText } from '../../lessons/problem-text.js';
import { authorMessages } from '../../messages/author.js';
import type { Environment } from '../environment.js';
import { junitReport } from '../junit.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

interface Finding extends LessonProblem {
  readonly folder: string;
  readonly severity: 'error' | 'warning';
}

/**
 * `lint <folder>`: checks a lesson, or every lesson right below a folder; 1 if any has an error. With `--schema`, prints the
 * JSON Schema of lesson.yaml instead.
 */
export async function lint(invocation: Invocation, { stdout }: Environment): Promise<number> {
  const { operands, lang, messages } = invocation;
  const [folder, extra] = operands;
  if (isSet(invocation, 'schema')) {
    if (folder !== undefined) throw new UsageError(messages.extraOperand(folder));
    await stdout.write(schemaText());
    return 0;
  }
  if (folder === undefined) throw new UsageError(messages.missingOperand('<folder>'));
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const json = isSet(invocation, 'json');
  const junit = isSet(invocation, 'junit');
  if (json && junit) throw new UsageError(messages.excludes('--json', '--junit'));
  const m = authorMessages[lang];
  const folders = lessonFolders(folder);
  if (folders.length === 0) throw new UsageError(m.noLessons({ folder }));
  const findings = folders.flatMap((one) => lintFolder(one, invocation));
  const errors = findings.filter(({ severity }) => severity === 'error');
  const text = (f: Finding) => `${join(f.folder, '/')}${lessonProblemText(f, lang)}`;
  if (json) {
    const entries = findings.map((f) => {
      const { folder: at, file, line, column, severity, code, params } = f;
      return { folder: at, file, line, column, severity, code, params, message: lessonProblemText(f, lang) };
    });
    await stdout.write(`${JSON.stringify({ format: 1, lessons: folders.length, findings: entries })}\n`);
  } else if (junit) {
    const cases = folders.map((one) => ({
      name: one,
      failures: errors.filter((f) => f.folder === one).map(text),
    }));
    await stdout.write(junitReport('lint', cases));
  } else {
    const lines = findings.map((f) => {
      const [place, ...sentence] = text(f).split(': ');
      return `${place}: ${m[f.severity]}: ${sentence.join(': ')}`;
    });
    const total = { lessons: folders.length, errors: errors.length, warnings: findings.length - errors.length };
    await stdout.write(`${[...lines, m.linted(total)].join('\n')}\n`);
  }
  return errors.length > 0 ? 1 : 0;
}

function lintFolder(folder: string, { messages }: Invocation): Finding[] {
  const source = readLessonFolder(folder);
  if (!source.ok) throw new UsageError(messages.fileProblem[source.reason](source.path));
  const { errors, warnings } = lintLesson(source.files);
  return [
    ...errors.map((problem) => ({ ...problem, folder, severity: 'error' as const })),
    ...warnings.map((problem) => ({ ...problem, folder, severity: 'warning' as const })),
  ];
}
