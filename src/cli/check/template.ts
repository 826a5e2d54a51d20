import { exerciseOf, NoForm, type TemplateProgram, templatePrograms } from '../../check/index.js';
import { ProgramError } from '../../engine/index.js';
import { nearest } from '../../engine/language/nearest.js';
import { checkMessages } from '../../messages/check.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { programUsageError } from '../program-problem.js';
import { UsageError } from '../usage-error.js';

/** Prints an exercise: the forward pass of a template or a program, with the backward lines left blank. */
export async function printTemplate(word: string, invocation: Invocation, environment: Environment): Promise<number> {
  const { lang, messages, operands } = invocation;
  const m = checkMessages[lang].template;
  const [path = 'exercise.py', extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const program = named(word) ?? written(word, environment);
  if (program === undefined) {
    const names = Object.keys(templatePrograms);
    const near = nearest(word, names);
    throw new UsageError(
      m.unknown(word, names.join(', ')),
      ...(near === undefined ? [] : [messages.likeThis(commandLine('check', '--template', near))]),
    );
  }
  const words = { ...m, check: m.check(commandLine('check', path)) };
  try {
    await environment.stdout.write(exerciseOf(program, isSet(invocation, 'torch') ? 'torch' : 'numpy', words));
    return 0;
  } catch (error) {
    if (error instanceof NoForm) throw new UsageError(m.noForm(error.function));
    if (!(error instanceof ProgramError)) throw error;
    throw programUsageError(error, { text: program.program, name: messages.program, looksLikePath: false }, invocation);
  }
}

function named(word: string): TemplateProgram | undefined {
  return Object.hasOwn(templatePrograms, word) ? templatePrograms[word] : undefined;
}

/** A program in a file, or in the word itself; a single name is a misspelt template. */
function written(word: string, environment: Environment): TemplateProgram | undefined {
  const file = environment.readFile(word);
  if (file.ok) return { program: file.text, inputs: {} };
  return /^[\w-]+$/.test(word) ? undefined : { program: word, inputs: {} };
}
