import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { eastAsianWidth } from 'get-east-asian-width';
import { onTestFailed, onTestFinished } from 'vitest';

/** The built program, as it is started from a checkout. */
export const PROGRAM = fileURLToPath(new URL('../../bin/backprop-tutor.js', import.meta.url));

interface PtyOptions {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether it draws what is "ambiguous" in East Asian width two cells wide, as some terminals do. */
  readonly wide?: boolean;
}

/** A folder of the test's own, removed after it. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-pty-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function drawWide(terminal: xterm.Terminal): void {
  const wcwidth = (code: number): 1 | 2 => (eastAsianWidth(code, { ambiguousAsWide: true }) === 2 ? 2 : 1);
  // xterm's encoding of a character's properties: its width from the second bit on.
  terminal.unicode.register({ version: 'wide', wcwidth, charProperties: (code) => wcwidth(code) << 1 });
  terminal.unicode.activeVersion = 'wide';
}

/**
 * A process on a pseudo-terminal, with an xterm that shows what it writes. Waiting looks at the screen after every write;
 * nothing sleeps, and what never comes ends the test by its time limit, which prints the screen.
 */
export function onTerminal(options: PtyOptions = {}) {
  const { command = process.execPath, args = [PROGRAM], columns = 80, rows = 24, env = {} } = options;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, logLevel: 'off' });
  const pty = spawn(command, [...args], {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: {
      PATH: process.env.PATH ?? '',
      HOME: freshFolder(),
      LANG: 'en_US.UTF-8',
      TERM: 'xterm-256color',
      ...env,
    },
  });
  // What the program asks of the terminal, the terminal answers.
  terminal.onData((answer) => pty.write(answer));
  if (options.wide) drawWide(terminal);
  let written = '';
  let exited: number | undefined;
  const watchers = new Set<() => void>();
  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };
  pty.onData((data) => {
    written += data;
    terminal.write(data, look);
  });
  const code = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      const status = signal ? 128 + signal : exitCode;
      exited = status;
      terminal.write('', () => {
        look();
        resolve(status);
      });
    });
  });
  onTestFinished(async () => {
    if (exited === undefined) pty.kill('SIGKILL');
    await code;
    terminal.dispose();
  });

  const buffer = () => terminal.buffer.active;
  const lines = () =>
    Array.from(
      { length: terminal.rows },
      (_, row) =>
        buffer()
          .getLine(buffer().baseY + row)
          ?.translateToString(true)
          .trimEnd() ?? '',
    );
  const text = () => lines().join('\n').trimEnd();

  onTestFailed(() => {
    console.error(text());
  });

  return {
    pid: pty.pid,
    /** Resolves to the exit code, or 128 and the signal, when the process is gone and all it wrote is on the screen. */
    code,
    lines,
    text,
    written: () => written,
    type: (keys: string) => pty.write(keys),
    cursor: () => ({ row: buffer().cursorY, column: buffer().cursorX }),
    /** Whether the main screen is shown, with what stood on it before. */
    mainScreen: () => buffer().type === 'normal',
    /** Closes the terminal, as when its window is closed. */
    hangUp: () => (pty as unknown as { destroy(): void }).destroy(),
    resize(toColumns: number, toRows: number) {
      terminal.resize(toColumns, toRows);
      pty.resize(toColumns, toRows);
    },
    /** Until the screen holds a text, or fulfils a condition. */
    waitFor(wanted: string | (() => boolean)): Promise<void> {
      const holds = typeof wanted === 'string' ? () => text().includes(wanted) : wanted;
      return new Promise((resolve, reject) => {
        const watcher = () => {
          if (holds()) resolve();
          else if (exited !== undefined) reject(new Error(`exit ${exited} before ${wanted} came:\n${text()}`));
          else return;
          watchers.delete(watcher);
        };
        watchers.add(watcher);
        watcher();
      });
    },
  };
}
