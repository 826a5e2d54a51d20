import { build, ProgramError, type Run, run } from '../../engine/index.js';
import type { Environment } from '../environment.js';
import { runBatch } from '../grad/batch.js';
import { gradientsJson } from '../grad/json.js';
import { gradientTable } from '../grad/table.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { programUsageError } from '../program-problem.js';
import { readProgram } from '../program-source.js';
import { UsageError } from '../usage-error.js';
import { readUpstream, readValues } from '../values.js';

/** `grad PROGRAM`: every value, local gradient and gradient, as a table or as JSON; `grad --batch` for many programs. */
export async function grad(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages } = invocation;
  if (isSet(invocation, 'batch')) {
    const [program] = invocation.operands;
    if (program !== undefined) throw new UsageError(messages.batchTakesNone(program));
    for (const other of ['at', 'const', 'seed'] as const)
      if (isSet(invocation, other)) throw new UsageError(messages.batchTakesNone(`--${other}`));
    await runBatch(environment.stdin.lines(), environment.stdout);
    return 0;
  }
  const inputs = readValues('at', invocation, environment);
  const consts = readValues('const', invocation, environment);
  const seed = readUpstream(invocation);
  const source = await readProgram(invocation, environment);
  let passes: Run;
  try {
    passes = run(build(source.text, { inputs, consts }), seed === undefined ? {} : { seed });
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    throw programUsageError(error, source, invocation);
  }
  const text = isSet(invocation, 'json')
    ? JSON.stringify(gradientsJson(passes))
    : gradientTable(passes, messages.columns).join('\n');
  await environment.stdout.write(`${text}\n`);
  return 0;
}
