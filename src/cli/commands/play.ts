import { ProgramError } from '../../engine/index.js';
import { openPlayground, type Source } from '../../lessons/playground/index.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { programUsageError } from '../program-problem.js';
import { readProgram } from '../program-source.js';
import { UsageError } from '../usage-error.js';
import { readUpstream, readValues } from '../values.js';

/** `play [program]`: the playground in the full-screen program, with a program or at the choice of one. */
export async function play(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, operands, askedLang } = invocation;
  const playground = operands.length === 0 ? 'choose' : await sourceOf(invocation, environment);
  if (!environment.interactive) {
    const program = operands[0] ?? '(x + y) * z';
    const at = (invocation.values.get('at') ?? []).flatMap((values) => ['--at', values]);
    throw new UsageError(
      messages.noTerminal,
      messages.noTerminalRun(commandLine('draw', program, ...at)),
      messages.noTerminalRun(commandLine('grad', program, ...at)),
    );
  }
  return environment.openTutor({
    library: environment.library(),
    playground,
    ...(askedLang && { lang: askedLang }),
    color: !isSet(invocation, 'no-color'),
  });
}

/** The program with its values; one that can't be played with is refused here, with its place. */
async function sourceOf(invocation: Invocation, environment: Environment): Promise<Source> {
  const at = readValues('at', invocation, environment);
  const consts = readValues('const', invocation, environment);
  const seed = readUpstream(invocation);
  const read = await readProgram(invocation, environment);
  const given = (values: typeof at) => Object.keys(values).length > 0;
  const source: Source = {
    program: read.text,
    ...(given(at) && { at }),
    ...(given(consts) && { consts }),
    ...(seed !== undefined && { seed }),
  };
  try {
    openPlayground(source);
    return source;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    throw programUsageError(error, read, invocation);
  }
}
