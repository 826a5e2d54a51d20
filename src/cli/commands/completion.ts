import { commandLine, programName } from '../command-line.js';
import { commands, commonOptions } from '../commands.js';
import type { Environment } from '../environment.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** `completion <shell>`: a script that completes commands, options and lessons, made from the table of commands. */
export async function completion({ operands, messages }: Invocation, environment: Environment): Promise<number> {
  const [word, extra] = operands;
  if (word === undefined)
    throw new UsageError(messages.missingOperand('<shell>'), messages.likeThis(commandLine('completion', 'bash')));
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const shell = shells.find((one) => one === word);
  if (shell === undefined) throw new UsageError(messages.oneOf('<shell>', word, shells.join(', ')));
  const lessons = environment.library().entries.map(({ id }) => id);
  await environment.stdout.write(scripts[shell](lessons));
  return 0;
}

const names = [programName, 'bpt'];
const optionsOf = (options: readonly { name: string }[]) =>
  [...options, ...commonOptions].map(({ name }) => `--${name}`);

/** What may follow a command besides its options. */
function wordsAfter(operands: readonly string[], lessons: readonly string[]): readonly string[] {
  if (operands.some((operand) => operand.includes('lesson'))) return lessons;
  return operands.some((operand) => operand.includes('shell')) ? shells : [];
}

const scripts: Record<Shell, (lessons: readonly string[]) => string> = {
  bash: (lessons) => `_backprop_tutor() {
  local word=\${COMP_WORDS[COMP_CWORD]} words
  case \${COMP_CWORD}:\${COMP_WORDS[1]} in
    1:*) words="${commands.map(({ name }) => name).join(' ')} ${optionsOf([]).join(' ')}" ;;
${commands
  .map(
    ({ name, operands, options }) =>
      `    *:${name}) words="${[...wordsAfter(operands, lessons), ...optionsOf(options)].join(' ')}" ;;`,
  )
  .join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _backprop_tutor ${names.join(' ')}
`,
  zsh: (lessons) => `#compdef ${names.join(' ')}
_backprop_tutor() {
  local -a choices
  if (( CURRENT == 2 )); then
    choices=(${commands.map(({ name }) => name).join(' ')} ${optionsOf([]).join(' ')})
  else
    case \${words[2]} in
${commands
  .map(
    ({ name, operands, options }) =>
      `      ${name}) choices=(${[...wordsAfter(operands, lessons), ...optionsOf(options)].join(' ')}) ;;`,
  )
  .join('\n')}
    esac
  fi
  compadd -a choices
  _files
}
compdef _backprop_tutor ${names.join(' ')}
`,
  fish: (lessons) =>
    `${names
      .flatMap((program) => [
        `complete -c ${program} -n __fish_use_subcommand -f -a '${commands.map(({ name }) => name).join(' ')}'`,
        ...commands.flatMap(({ name, operands, options }) => {
          const at = `complete -c ${program} -n '__fish_seen_subcommand_from ${name}'`;
          const words = wordsAfter(operands, lessons);
          return [
            ...(words.length > 0 ? [`${at} -a '${words.join(' ')}'`] : []),
            ...[...options, ...commonOptions].map(
              (option) => `${at} -l ${option.name}${option.value === undefined ? '' : ' -r'}`,
            ),
          ];
        }),
      ])
      .join('\n')}
`,
};
