import { createInterface } from 'node:readline';
import type { PlainOptions } from './options.js';
import { plainTutor } from './session.js';

/** Exit code of a program that Ctrl-C ended: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/**
 * Runs the linear mode on a terminal: lines are said and lines are read, with readline's editing and history, and nothing on
 * the screen is ever changed. Resolves to the exit code: 0 for `:quit` and Ctrl-D, 130 for Ctrl-C.
 */
export function runPlain(
  options: Omit<PlainOptions, 'columns'>,
  { stdin, stdout }: { readonly stdin: NodeJS.ReadStream; readonly stdout: NodeJS.WriteStream },
): Promise<number> {
  const reader = createInterface({ input: stdin, output: stdout, terminal: true, historySize: 100 });
  const say = (text: string) => stdout.write(`${text}\n`);
  const tutor = plainTutor({ ...options, columns: () => stdout.columns || 80 }, say);
  return new Promise((resolve) => {
    let code = 0;
    let atPrompt = true;
    const ask = () => {
      reader.setPrompt(tutor.prompt);
      reader.prompt();
    };
    reader.on('line', (line) => {
      atPrompt = !tutor.take(line);
      if (atPrompt) ask();
      else reader.close();
    });
    reader.on('SIGINT', () => {
      code = INTERRUPTED;
      reader.close();
    });
    reader.on('SIGCONT', ask);
    reader.on('close', () => {
      // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
      if (atPrompt) say('');
      for (const line of tutor.farewell()) say(line);
      resolve(code);
    });
    ask();
  });
}
