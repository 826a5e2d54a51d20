import { parseArgs } from 'node:util';
import { nearest } from '../engine/language/nearest.js';
import { type Lang, langs } from '../lessons/types.js';
import { type CliMessages, cli, type OptionName } from '../messages/cli.js';
import type { Command, Option } from './command.js';
import { commandLine } from './command-line.js';
import { commands, commonOptions } from './commands.js';
import { UsageError } from './usage-error.js';

/** A command line that has been understood. */
export interface Invocation {
  /** Undefined where no command was named. */
  readonly command: Command | undefined;
  readonly operands: readonly string[];
  /** The values of an option in the order given; a switch that is set has one empty value. */
  readonly values: ReadonlyMap<OptionName, readonly string[]>;
  /** The language asked for with `--lang`. */
  readonly askedLang: Lang | undefined;
  /** The language to speak, and its words. */
  readonly lang: Lang;
  readonly messages: CliMessages;
}

/** Options that belong to opening the tutor, and so may be given without a command. */
const tutor = commands.find(({ name }) => name === 'learn')!;

/**
 * Reads the arguments after the program's name. Options may stand anywhere; after `--` everything is an operand.
 * @throws UsageError in the language that `--lang` asks for, else in `locale`
 */
export function parseCommandLine(argv: readonly string[], locale: Lang): Invocation {
  const everyOption = [...commonOptions, ...commands.flatMap(({ options }) => options)];
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      everyOption.map(({ name, value, short }) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', multiple: true, ...(short && { short }) } as const,
      ]),
    ),
  });
  const words: string[] = [];
  let askedLang: Lang | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    else if (token.kind === 'option' && token.name === 'lang') askedLang = langs.find((one) => one === token.value);
  }
  const lang = askedLang ?? locale;
  const messages = cli[lang];
  const command = findCommand(words[0], messages);
  const known = [...commonOptions, ...(command ?? tutor).options];
  const values = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = known.find(({ name }) => name === token.name);
    if (option === undefined) throw unknownOption(token.rawName, known, command, messages);
    const given = values.get(option.name) ?? [];
    given.push(givenValue(option, token.value, messages));
    if (given.length > 1 && option.value !== undefined && !option.repeatable)
      throw new UsageError(messages.repeatedOption(`--${option.name}`));
    values.set(option.name, given);
  }
  const unspoken = values.get('lang')?.find((word) => word !== askedLang);
  if (unspoken !== undefined) throw new UsageError(messages.oneOf('--lang', unspoken, langs.join(', ')));
  return { command, operands: words.slice(1), values, askedLang, lang, messages };
}

function findCommand(word: string | undefined, messages: CliMessages): Command | undefined {
  if (word === undefined) return undefined;
  const command = commands.find(({ name }) => name === word);
  if (command !== undefined) return command;
  const near = nearest(
    word,
    commands.map(({ name }) => name),
  );
  throw new UsageError(messages.unknownCommand(word, near), messages.seeHelp(commandLine('--help')));
}

function unknownOption(
  raw: string,
  known: readonly Option[],
  command: Command | undefined,
  messages: CliMessages,
): UsageError {
  const near = nearest(
    raw,
    known.map(({ name }) => `--${name}`),
  );
  const hints = [messages.seeHelp(commandLine(...(command ? [command.name] : []), '--help'))];
  // A program such as -x + y looks like an option.
  if (command?.operands.includes('<program>') && !raw.startsWith('--'))
    hints.unshift(messages.programAfterDashes(commandLine(command.name, '--', '-x + y')));
  return new UsageError(messages.unknownOption(raw, near), ...hints);
}

function givenValue(option: Option, value: string | undefined, messages: CliMessages): string {
  const name = `--${option.name}`;
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(messages.switchWithValue(name));
    return '';
  }
  if (value === undefined || value === '' || /^--\w/.test(value)) {
    throw new UsageError(messages.missingValue(name, option.value));
  }
  return value;
}
