import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const patience = 10_000;

/** A program on a pseudo terminal, whose screen can be waited for and read. */
export class ProgramOnTerminal {
  #program;
  #terminal;
  #watchers = new Set();

  /** Starts Node with `args` on a terminal of `columns` by `rows` cells. */
  constructor(args, { columns, rows, env }) {
    this.#terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.#program = spawn(process.execPath, args, { cols: columns, rows, name: 'xterm-256color', env });
    this.#program.onData((data) => this.#terminal.write(data, () => this.#look()));
  }

  get screen() {
    return this.#terminal;
  }

  /** The screen's text, a line for each row. */
  text() {
    const { active } = this.#terminal.buffer;
    return Array.from({ length: this.#terminal.rows }, (_, row) =>
      active.getLine(active.baseY + row).translateToString(true),
    ).join('\n');
  }

  type(text) {
    this.#program.write(text);
  }

  /** Resolves when the screen shows `wanted`; fails with the screen as it is when that takes too long. */
  shows(wanted) {
    return new Promise((resolve, reject) => {
      const watcher = () => {
        if (!this.text().includes(wanted)) return;
        clearTimeout(timer);
        this.#watchers.delete(watcher);
        resolve();
      };
      const timer = setTimeout(() => reject(new Error(`"${wanted}" did not appear:\n${this.text()}`)), patience);
      this.#watchers.add(watcher);
      watcher();
    });
  }

  close() {
    this.#program.kill();
    this.#terminal.dispose();
  }

  #look() {
    for (const watcher of [...this.#watchers]) watcher();
  }
}
