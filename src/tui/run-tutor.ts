import type { EventEmitter } from 'node:events';
import type { WatchedLesson } from '../host/watched-lesson.js';
import { Ledger } from '../lessons/drill/ledger.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import type { Source } from '../lessons/playground/index.js';
import type { Lang } from '../lessons/types.js';
import { tuiMessages } from '../messages/tui.js';
import type { App, Notice } from './app.js';
import { farewell } from './farewell.js';
import { firstChoice } from './home-items.js';
import type { Glyphs } from './lines.js';
import { restOfMoment } from './motion.js';
import { Painter } from './painter.js';
import { type Press, pressReader } from './press.js';
import type { Program } from './program.js';
import { createStore, type Services, type Store } from './store.js';
import { openTerminal, type TerminalInput, type TerminalOutput } from './terminal.js';
import type { ThemeName } from './theme.js';
import { drawsWide, WIDTH_PROBE } from './width-probe.js';

export interface TutorOptions extends Services {
  readonly lang: Lang;
  readonly glyphs: Glyphs;
  readonly theme: ThemeName;
  /** Whether drawings may move. */
  readonly motion: boolean;
  /** The lesson to open at once; else the list of lessons is shown. */
  readonly lesson?: string;
  /** A lesson to open that is read anew at each save. */
  readonly watch?: WatchedLesson;
  /** The drill to open at once. */
  readonly drill?: DrillRequest;
  /** The program to open the playground with at once, or nothing but the playground. */
  readonly playground?: Source | 'choose';
  /** What the learner types to start the program, for the sentence that says how to resume. */
  readonly command: string;
  /** Both must be terminals. */
  readonly stdin: TerminalInput;
  readonly stdout: TerminalOutput;
  readonly stderr: { write(text: string): unknown };
  readonly env: NodeJS.ProcessEnv;
  /** Where signals and uncaught errors are heard; the process, except in tests. */
  readonly signals?: EventEmitter;
  /** Does some work after so many milliseconds, unless what is returned is called; the computer's own timer, except in tests. */
  readonly after?: (milliseconds: number, work: () => void) => () => void;
}

function afterTimeout(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

const EXIT_BUG = 70;
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
/** How long an escape may be the beginning of a longer sequence; over a slow line the rest comes later than the first byte. */
const ESCAPE_MILLISECONDS = 40;
/** A process that no shell controls is not stopped by SIGTSTP, and no SIGCONT comes: then the screen is taken back. */
const RESUME_MILLISECONDS = 100;

/**
 * Runs the program on a terminal until the learner leaves, and resolves to the exit code: 0 for `q`, 130 for Ctrl-C, 128+n
 * for a signal, 70 for a bug. Whatever happens, the terminal is given back first and messages are written after that.
 * Ink and React are loaded when the keyboard is already ours, as that takes long enough to type ahead.
 */
export async function runTutor(options: TutorOptions): Promise<number> {
  const terminal = openTerminal(options.stdin, options.stdout);
  const signals = options.signals ?? process;
  const painter = new Painter(terminal.size(), (text) => options.stdout.write(text));
  const reader = pressReader(cursorAt);
  // Who chose the characters knows the terminal; nobody else does, so it is asked.
  let probing =
    options.settings.read().settings.glyphs === undefined &&
    options.glyphs === 'unicode' &&
    options.env.TERM !== 'dumb';
  let program: Program | undefined;
  let escapeTimer: NodeJS.Timeout | undefined;
  let stopMoving = () => {};
  let over = false;
  let settle: (code: number) => void = () => {};
  const code = new Promise<number>((resolve) => {
    settle = resolve;
  });

  const store = makeStore(options, terminal.size(), {
    quit: (exitCode) => end(exitCode),
    redraw: () => painter.repaint(),
    suspend,
  });

  const listeners: readonly (readonly [string, (...heard: never[]) => void])[] = [
    ...Object.entries(SIGNALS).map(([name, exitCode]) => [name, () => end(exitCode)] as const),
    ['uncaughtException', (error: unknown) => crash(error)],
    ['SIGCONT', takeBack],
    ['exit', () => terminal.leave()],
  ];

  function end(exitCode: number, problem?: string): void {
    if (over) return;
    over = true;
    clearTimeout(escapeTimer);
    stopMoving();
    painter.pause();
    terminal.leave();
    terminal.close();
    if (problem !== undefined) options.stderr.write(`${problem}\n`);
    if (exitCode !== SIGNALS.SIGHUP) options.stdout.write(`${lastWords().join('\n')}\n`);
    // Not before all others have heard the signal: Ink's exit hook kills the process if it finds itself the only listener.
    setImmediate(() => wrapUp(exitCode));
  }

  function lastWords(): readonly string[] {
    const { watch, command } = options;
    if (watch === undefined) return farewell(store.app, command);
    return [tuiMessages(store.app.lang).farewell.resume(`${command} learn ${watch.folder} --watch`)];
  }

  function wrapUp(exitCode: number): void {
    try {
      program?.unmount();
    } finally {
      for (const [name, listener] of listeners) signals.off(name, listener as () => void);
      // With the terminal gone, Node's own way out aborts as it cannot reset it; the signal ends the process quietly.
      if (exitCode === SIGNALS.SIGHUP && signals === process) process.kill(process.pid, 'SIGHUP');
      settle(exitCode);
    }
  }

  function crash(error: unknown): void {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    end(EXIT_BUG, tuiMessages(store.app.lang).bug(what));
  }

  function suspend(): void {
    if (process.platform === 'win32') return;
    painter.pause();
    terminal.leave();
    // The whole job, as npm or npx may be its first process and the one the shell waits for.
    process.kill(0, 'SIGTSTP');
    setTimeout(takeBack, RESUME_MILLISECONDS);
  }

  function takeBack(): void {
    if (over) return;
    terminal.enter();
    painter.resume();
    resize();
  }

  function resize(): void {
    const size = terminal.size();
    if (size.columns !== painter.columns || size.rows !== painter.rows) {
      store.resize(size);
      painter.resize(size);
    }
    program?.paint();
    keepMoving();
  }

  /** While something moves, its next moment comes after a while. */
  function keepMoving(): void {
    stopMoving();
    const rest = restOfMoment(store.app);
    if (rest === undefined || over) return;
    stopMoving = (options.after ?? afterTimeout)(rest, () =>
      guarded(() => {
        store.tick();
        program?.paint();
        keepMoving();
      }),
    );
  }

  function take(presses: readonly Press[]): void {
    guarded(() => {
      program?.take(presses);
      keepMoving();
    });
  }

  /** Shows the lesson as it is now after every save. */
  async function keepReading(watch: WatchedLesson): Promise<void> {
    for await (const _save of watch.changes) {
      if (over) return;
      store.reload(watch.read());
      program?.paint();
      keepMoving();
    }
  }

  /** The answer comes like a key, whenever it comes; a terminal that gives none is believed to be as most are. */
  function cursorAt(row: number, column: number): void {
    const wide = probing ? drawsWide(row, column) : undefined;
    if (wide === undefined) return;
    probing = false;
    if (!wide) return;
    store.drawInAscii();
    // Lines that were too wide have run into others.
    painter.repaint();
  }

  function hear(chunk: string): void {
    clearTimeout(escapeTimer);
    take(reader.push(chunk));
    if (reader.waiting && !over) escapeTimer = setTimeout(() => take(reader.flush()), ESCAPE_MILLISECONDS);
  }

  /** A key that hits a bug must end in a message, not in a terminal left raw, whoever called. */
  function guarded(work: () => void): void {
    try {
      if (!over) work();
    } catch (error) {
      crash(error);
    }
  }

  for (const [name, listener] of listeners) signals.on(name, listener as () => void);
  terminal.enter();
  if (probing) options.stdout.write(WIDTH_PROBE);
  options.stdout.on('error', () => end(SIGNALS.SIGHUP));
  try {
    const { mountProgram } = await import('./program.js');
    if (over) return code;
    program = mountProgram(store, painter, options.env);
    program.gone.catch(crash);
    terminal.onResize(resize);
    keepMoving();
    terminal.listen(hear, () => end(SIGNALS.SIGHUP));
    if (options.watch) keepReading(options.watch).catch(crash);
  } catch (error) {
    crash(error);
  }
  return code;
}

function makeStore(options: TutorOptions, size: App['size'], control: Parameters<typeof createStore>[3]): Store {
  const ledger = new Ledger(options.dayOf);
  const { broken, failure } = options.journal.read((event) => ledger.add(event));
  const { setAside } = options.settings.read();
  const notices: Notice[] = [];
  if (failure !== undefined) notices.push({ kind: 'journal-unreadable', code: failure });
  if (broken.length > ledger.noted) {
    notices.push({ kind: 'journal-broken', lines: broken.length, path: options.journal.path });
    options.journal.append({ v: 1, type: 'noted', at: options.clock().toISOString(), broken: broken.length });
  }
  if (setAside !== undefined) notices.push({ kind: 'settings-set-aside', path: setAside });
  const app: App = {
    size,
    lang: options.lang,
    glyphs: options.glyphs,
    theme: options.theme,
    motion: options.motion,
    entries: options.library.entries,
    summary: ledger.summary(),
    today: options.dayOf(options.clock()),
    home: { selected: 0 },
    notices,
    unsaved: false,
  };
  const store = createStore({ ...app, home: { selected: firstChoice(app) } }, ledger, options, control);
  if (options.watch !== undefined) store.reload(options.watch.read());
  if (options.lesson !== undefined) store.open(options.lesson);
  if (options.drill !== undefined) store.drill(options.drill);
  if (options.playground !== undefined)
    store.playground(options.playground === 'choose' ? undefined : options.playground);
  return store;
}
