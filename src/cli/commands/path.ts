import type { Environment } from '../environment.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

/** `path`: where the journal is, whether or not it exists yet. */
export async function path({ operands, messages }: Invocation, environment: Environment): Promise<number> {
  if (operands[0] !== undefined) throw new UsageError(messages.extraOperand(operands[0]));
  const { journal } = await environment.practice();
  await environment.stdout.write(`${journal.path}\n`);
  return 0;
}
