import type { EventEmitter } from 'node:events';
import type { WatchedLesson } from '../host/watched-lesson.js';
import { usualExercises } from '../lessons/drill/length.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import { nothingDone } from '../lessons/drill/statistics.js';
import type { Source } from '../lessons/playground/index.js';
import type { Lang } from '../lessons/types.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, placeOf } from './app.js';
import { homeFarewell } from './home-farewell.js';
import { homeFrame } from './home-frame.js';
import type { Glyphs } from './lines.js';
import { Painter, type Size } from './painter.js';
import { type Press, pressReader } from './press.js';
import type { Program } from './program.js';
import type { Services, Store } from './store.js';
import { openTerminal, type TerminalInput, type TerminalOutput } from './terminal.js';
import { colorLevel, type ThemeName, themeNamed } from './theme.js';
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
  /** Called when keys begin to be taken; those that came before are taken first. */
  readonly begun?: () => void;
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
 * The list of lessons is painted first, without the journal and without Ink; then with what the journal says; and only then
 * are Ink, React and the lessons loaded, as that takes long enough to read and to type ahead.
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
  /** The program until the store keeps it. */
  let early = unreadApp(options, terminal.size());
  const isHome = options.lesson === undefined && options.drill === undefined && options.playground === undefined;
  let farewell = homeFarewell;
  let store: Store | undefined;
  let program: Program | undefined;
  let escapeTimer: NodeJS.Timeout | undefined;
  let stopMoving = () => {};
  let over = false;
  let settle: (code: number) => void = () => {};
  const code = new Promise<number>((resolve) => {
    settle = resolve;
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
    const app = store?.app ?? early;
    if (watch === undefined) return farewell(app, command);
    return [tuiMessages(app.lang).farewell.resume(`${command} learn ${watch.folder} --watch`)];
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
    end(EXIT_BUG, tuiMessages((store?.app ?? early).lang).bug(what));
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
      early = { ...early, size };
      store?.resize(size);
      painter.resize(size);
    }
    if (program) program.paint();
    else if (isHome) paintHome(early);
    keepMoving();
  }

  /** Paints the list of lessons while Ink is not there to do it; a terminal that is too small is left to it. */
  function paintHome(app: App): void {
    if (placeOf(app) === 'home') painter.write(homeFrame(app, themeNamed(app.theme, colorLevel(options.env))));
  }

  /** While something moves, its next moment comes after a while. */
  function keepMoving(): void {
    stopMoving();
    const rest = program?.restOfMoment();
    if (rest === undefined || over) return;
    stopMoving = (options.after ?? afterTimeout)(rest, () =>
      guarded(() => {
        program?.tick();
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
      store?.reload(watch.read());
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
    store?.drawInAscii();
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
  terminal.onResize(resize);
  try {
    if (isHome) paintHome(early);
    const { readJournal } = await import('./read-journal.js');
    if (over) return code;
    const { ledger, app } = readJournal(early, options);
    early = app;
    if (isHome) paintHome(early);
    const loaded = await import('./program.js');
    if (over) return code;
    farewell = loaded.farewell;
    store = loaded.createStore(early, ledger, options, {
      quit: (exitCode) => end(exitCode),
      redraw: () => painter.repaint(),
      suspend,
    });
    if (options.watch !== undefined) store.reload(options.watch.read());
    if (options.lesson !== undefined) store.open(options.lesson);
    if (options.drill !== undefined) store.drill(options.drill);
    if (options.playground !== undefined)
      store.playground(options.playground === 'choose' ? undefined : options.playground);
    program = loaded.mountProgram(store, painter, options.env);
    program.gone.catch(crash);
    keepMoving();
    terminal.listen(hear, () => end(SIGNALS.SIGHUP));
    if (options.watch) keepReading(options.watch).catch(crash);
    options.begun?.();
  } catch (error) {
    crash(error);
  }
  return code;
}

/** The program while the journal is unread: nothing is chosen on the list of lessons, and nothing said about progress. */
function unreadApp(options: TutorOptions, size: Size): App {
  const { setAside, settings } = options.settings.read();
  return {
    size,
    lang: options.lang,
    glyphs: options.glyphs,
    theme: options.theme,
    motion: options.motion,
    exercises: settings.exercises ?? usualExercises,
    entries: options.library.entries,
    summary: nothingDone,
    unread: true,
    today: options.dayOf(options.clock()),
    home: { selected: -1 },
    notices: setAside === undefined ? [] : [{ kind: 'settings-set-aside', path: setAside }],
    unsaved: false,
  };
}
