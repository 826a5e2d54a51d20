import { padTo, textWidth } from '../diagram/text.js';
import type { CliMessages } from '../messages/cli.js';
import type { Command, Option } from './command.js';
import { commandLine, programName } from './command-line.js';
import { commands, commonOptions } from './commands.js';

/** What `--help` prints: the program's, or that of one command. It begins with examples. */
export function helpText(command: Command | undefined, messages: CliMessages): string {
  const sections = command === undefined ? programHelp(messages) : commandHelp(command, messages);
  return `${sections.join('\n\n')}\n`;
}

function programHelp(messages: CliMessages): string[] {
  const { headings } = messages;
  return [
    exampleSection(messages, [[], ...commands.map(({ examples }) => examples[0]!)]),
    messages.tagline,
    section(
      headings.commands,
      commands.map(({ name, operands }) => [[name, ...operands].join(' '), messages.commands[name].summary]),
    ),
    optionSection(messages, commonOptions),
    messages.seeCommandHelp(commandLine('draw', '--help')),
  ];
}

function commandHelp(command: Command, messages: CliMessages): string[] {
  const { name, operands, options, examples } = command;
  const { summary, details } = messages.commands[name];
  const { headings } = messages;
  return [
    exampleSection(messages, examples),
    [summary, ...details].join('\n'),
    `${headings.usage}\n  ${[programName, name, ...operands, `[${headings.options}]`].join(' ')}`,
    optionSection(messages, [...options, ...commonOptions]),
  ];
}

function exampleSection({ headings }: CliMessages, examples: readonly (readonly string[])[]): string {
  return [headings.examples, ...examples.map((args) => `  ${commandLine(...args)}`)].join('\n');
}

function optionSection({ headings, options: words }: CliMessages, options: readonly Option[]): string {
  return section(
    headings.options,
    options.map(({ name, short, value, words: under = name }) => {
      const long = value === undefined ? `--${name}` : `--${name} ${value}`;
      return [short === undefined ? long : `-${short}, ${long}`, words[under]];
    }),
  );
}

type Row = readonly [string, string];

function section(heading: string, rows: readonly Row[]): string {
  const widest = Math.max(...rows.map(([left]) => textWidth(left)));
  return [heading, ...rows.map(([left, right]) => `  ${padTo(left, widest)}  ${right}`.trimEnd())].join('\n');
}
