import type { CommandName, OptionName, OptionWords } from '../messages/cli.js';
import type { Environment } from './environment.js';
import type { Invocation } from './parse.js';

export interface Option {
  readonly name: OptionName;
  readonly short?: string;
  /** What stands for the value in help, such as `N`; an option without one is a switch. */
  readonly value?: string;
  /** Whose words help shows, where the same name means something else in another command. */
  readonly words?: OptionWords;
  /** Whether it may be given more than once. */
  readonly repeatable?: boolean;
}

/** A row of the command table: what help, parsing, suggestions and tests know about a command. */
export interface Command {
  readonly name: CommandName;
  /** The operands as help writes them: `<lesson>`, `[lesson]`. */
  readonly operands: readonly string[];
  readonly options: readonly Option[];
  /** Arguments after the program's name; every one works as it stands. */
  readonly examples: readonly (readonly string[])[];
  /** Loads what the command needs, and nothing before it is asked for. Resolves to a function giving the exit code. */
  readonly load: () => Promise<(invocation: Invocation, environment: Environment) => Promise<number>>;
}
