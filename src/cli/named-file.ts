import type { CliMessages } from '../messages/cli.js';
import type { Environment } from './environment.js';
import { UsageError } from './usage-error.js';

/**
 * The text of a file that was named on the command line.
 * @throws UsageError that says what keeps it from being read
 */
export function readNamedFile(path: string, environment: Environment, messages: CliMessages): string {
  const file = environment.readFile(path);
  if (file.ok) return file.text;
  throw new UsageError(messages.fileProblem[file.reason](path));
}
