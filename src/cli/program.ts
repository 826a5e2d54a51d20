import { cli } from '../messages/cli.js';
import { programName } from './command-line.js';
import { commands } from './commands.js';
import { type Environment, WriteFailure } from './environment.js';
import { helpText } from './help.js';
import { isSet } from './options.js';
import { type Invocation, parseCommandLine } from './parse.js';
import { UsageError } from './usage-error.js';

/** Something on the command line, or a file named there, can't be used. */
const usageExit = 2;

/**
 * Does what the arguments after the program's name ask for. Resolves to the exit code: 0 all right, 1 wrong answers,
 * 2 what was asked can't be done, with a message on stderr that says where and what to do. Bugs are thrown.
 */
export async function runProgram(argv: readonly string[], environment: Environment): Promise<number> {
  try {
    const invocation = parseCommandLine(argv, environment.lang);
    if (invocation.values.has('help')) {
      await environment.stdout.write(helpText(invocation.command, invocation.messages));
      return 0;
    }
    if (invocation.values.has('version')) {
      await environment.stdout.write(`${environment.version}\n`);
      return 0;
    }
    const command = await loadCommand(invocation, environment);
    return await command(invocation, environment);
  } catch (error) {
    if (error instanceof WriteFailure) return complain([cli[environment.lang].cantWrite(error.code)], environment);
    if (error instanceof UsageError) return complain([error.message, ...error.hints], environment);
    throw error;
  }
}

async function complain(lines: readonly string[], environment: Environment): Promise<number> {
  await environment.stderr.write(`${programName}: ${lines.join('\n')}\n`);
  return usageExit;
}

async function loadCommand(invocation: Invocation, environment: Environment) {
  const { command } = invocation;
  if (command !== undefined) return command.load();
  // Asked for lines, it says so itself where there is no terminal.
  if (environment.conversing || isSet(invocation, 'plain'))
    return commands.find(({ name }) => name === 'learn')!.load();
  return (await import('./commands/demonstrate.js')).demonstrate;
}
