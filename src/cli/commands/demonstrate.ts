import { openLesson } from '../../lessons/index.js';
import { commandLine, programName } from '../command-line.js';
import type { Environment } from '../environment.js';
import type { Invocation } from '../parse.js';
import { playTranscript } from '../script/transcript.js';

/** The lesson that shows best what the tutor is about. */
const shown = 'chain-rule';

/** What the program does when nothing is asked of it and no terminal is there: a lesson to read, and how to go on. */
export async function demonstrate(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, lang } = invocation;
  const lesson = environment.library().lesson(shown)!;
  const { text } = playTranscript(openLesson(lesson), 'perfect', {
    lang,
    width: environment.columns ?? 80,
    glyphs: environment.glyphs,
  });
  const ways: readonly (readonly [string, string])[] = [
    [programName, messages.goOn.inTerminal],
    [commandLine('run', shown, '--answers', '-'), messages.goOn.byPipe],
    [commandLine('--help'), messages.goOn.help],
  ];
  const lines = ways.map(([command, says]) => `  ${command}\n      ${says}`);
  await environment.stdout.write(`${text}\n${[messages.goOn.intro, ...lines].join('\n')}\n`);
  return 0;
}
