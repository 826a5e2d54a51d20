import { commandLine } from './command-line.js';
import type { Environment } from './environment.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/** A program to compute with, and where its text stands, as errors name it. */
export interface ProgramSource {
  readonly text: string;
  readonly name: string;
  /** Whether the text was meant as the name of a file that is not there, by the look of it. */
  readonly looksLikePath: boolean;
}

/**
 * The program that a command is to work on: its operand is the name of an existing file, else the program itself, or `-`
 * for standard input.
 * @throws UsageError if there is not exactly one operand, or the file can't be read
 */
export async function readProgram(invocation: Invocation, environment: Environment): Promise<ProgramSource> {
  const { messages, operands } = invocation;
  const [operand, extra] = operands;
  const example = commandLine(...invocation.command!.examples[0]!);
  if (operand === undefined) throw new UsageError(messages.missingOperand('<program>'), messages.likeThis(example));
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra), messages.quoteProgram(example));
  if (operand === '-') return { text: await environment.stdin.text(), name: 'stdin', looksLikePath: false };
  const file = environment.readFile(operand);
  if (file.ok) return { text: file.text, name: operand, looksLikePath: false };
  // A folder that happens to be called x does not keep anybody from drawing the program x.
  if (file.reason === 'missing' || file.reason === 'not-a-file')
    return { text: operand, name: messages.program, looksLikePath: /^\S*[\w-]\.[a-z]\w*$/i.test(operand) };
  throw new UsageError(messages.fileProblem[file.reason](operand));
}
