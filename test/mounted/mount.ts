import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import { onTestFinished, vi } from 'vitest';
import type { Journal, Library, SettingsFile } from '../../src/host/index.js';
import type { WatchedLesson } from '../../src/host/watched-lesson.js';
import type { DrillRequest } from '../../src/lessons/drill/plan.js';
import type { Source } from '../../src/lessons/playground/index.js';
import type { JournalEvent, Lang } from '../../src/lessons/types.js';
import { runTutor } from '../../src/tui/index.js';
import type { ThemeName } from '../../src/tui/theme.js';
import { dayOf, now } from '../tui/app.js';
import { courseLibrary } from './course.js';

// Real Ink on a busy machine takes its time; no test asserts how much.
vi.setConfig({ testTimeout: 60_000 });

interface MountOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly lang?: Lang;
  readonly glyphs?: 'unicode' | 'ascii';
  readonly lesson?: string;
  readonly drill?: DrillRequest;
  /** The playground at once, with a program or at the choice of one. */
  readonly playground?: Source | 'choose';
  /** A lesson that is being written. */
  readonly watch?: WatchedLesson;
  readonly theme?: ThemeName;
  /** Whether drawings move; `tick` then is the time that passes. */
  readonly motion?: boolean;
  /** What the journal holds already. */
  readonly events?: readonly JournalEvent[];
  /** Lines of the journal that cannot be read. */
  readonly broken?: readonly number[];
  /** Where broken settings were put. */
  readonly setAside?: string;
  /** What the learner set before. */
  readonly chosen?: Parameters<SettingsFile['write']>[0];
  /** The journal refuses to be written, for this reason. */
  readonly full?: string;
  readonly library?: Library;
  /** Typed before the program has drawn anything. */
  readonly typedAhead?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A keyboard: what is sent to it comes out as chunks. */
class Keyboard extends EventEmitter {
  isTTY = true;
  raw = false;
  setRawMode(raw: boolean) {
    this.raw = raw;
  }
  setEncoding() {}
  resume() {}
  pause() {}
}

/** A screen: an xterm that shows what is written to it. */
class Screen extends EventEmitter {
  isTTY = true;
  columns: number;
  rows: number;
  written = '';
  readonly terminal: xterm.Terminal;
  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, logLevel: 'off' });
  }
  write(text: string) {
    this.written += text;
    this.terminal.write(text.replace(/(?<!\r)\n/g, '\r\n'));
  }
}

/** The real program with real Ink, on a terminal of the test's own. */
export async function mount(options: MountOptions = {}) {
  const { columns = 80, rows = 24, lang = 'en', glyphs = 'unicode', env = {}, full } = options;
  const keyboard = new Keyboard();
  const screen = new Screen(columns, rows);
  const signals = new EventEmitter();
  const recorded: JournalEvent[] = [];
  const complaints: string[] = [];
  let waiting: (() => void) | undefined;
  const saved = new Map<string, ReadonlyMap<string, string>>();
  let settings: Parameters<SettingsFile['write']>[0] = options.chosen ?? {};
  const journal: Journal = {
    path: '/home/learner/journal.jsonl',
    read(visit) {
      for (const event of options.events ?? []) visit(event);
      return { broken: options.broken ?? [] };
    },
    append(event) {
      if (full !== undefined) return { ok: false, code: full };
      recorded.push(event);
      return { ok: true };
    },
  };
  let begun = false;
  const code = runTutor({
    begun() {
      begun = true;
    },
    library: options.library ?? courseLibrary(),
    journal,
    settings: {
      read: () => ({ settings, ...(options.setAside !== undefined && { setAside: options.setAside }) }),
      write(next) {
        settings = next;
        return { ok: true };
      },
    },
    clock: () => now,
    writeFolder(folder, files) {
      if (saved.has(folder)) return { ok: false, reason: 'not-empty' };
      saved.set(folder, files);
      return { ok: true };
    },
    ...(options.playground !== undefined && { playground: options.playground }),
    dayOf,
    lang,
    glyphs,
    theme: options.theme ?? 'dark',
    motion: options.motion ?? false,
    after(_, work) {
      waiting = work;
      return () => {
        waiting = undefined;
      };
    },
    ...(options.watch !== undefined && { watch: options.watch }),
    ...(options.drill !== undefined && { drill: options.drill }),
    ...(options.lesson !== undefined && { lesson: options.lesson }),
    command: 'backprop-tutor',
    stdin: keyboard,
    stdout: screen,
    stderr: { write: (text) => complaints.push(text) },
    env,
    signals,
  });
  let over = false;
  void code.then(() => {
    over = true;
  });
  onTestFinished(async () => {
    signals.emit('SIGTERM');
    await code;
    screen.terminal.dispose();
  });

  /** Until all that was sent is on the screen. */
  async function settled() {
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => screen.terminal.write('', resolve));
  }

  async function type(...chunks: readonly string[]) {
    for (const chunk of chunks) keyboard.emit('data', chunk);
    await settled();
  }

  const buffer = () => screen.terminal.buffer.active;
  const text = () =>
    Array.from({ length: screen.rows }, (_, row) => buffer().getLine(row)?.translateToString(true).trimEnd() ?? '');

  async function waitUntil(condition: () => boolean) {
    while (!condition() && !over) await settled();
  }

  if (options.typedAhead !== undefined) keyboard.emit('data', options.typedAhead);
  await waitUntil(() => begun);
  await settled();
  return {
    code,
    recorded,
    complaints,
    signals,
    keyboard,
    settings: () => settings,
    /** The folders that were written, by name. */
    saved,
    /** The rows of the screen. */
    rows: text,
    /** The screen as one text, without the empty rows at its end. */
    text: () => text().join('\n').trimEnd(),
    /** What stands in the alternate screen or, after the program, in the main one. */
    mainScreen: () => buffer().type === 'normal',
    /** All that was ever sent to the terminal. */
    written: () => screen.written,
    cursor: () => ({ row: buffer().cursorY, column: buffer().cursorX }),
    type,
    /** Lets the time pass for which a moment of a movement is shown; false if nothing moves. */
    async tick(): Promise<boolean> {
      const work = waiting;
      waiting = undefined;
      work?.();
      await settled();
      return work !== undefined;
    },
    settled,
    waitUntil,
    /** Escape alone: a key once nothing has followed for a while. */
    async escape() {
      const before = screen.written;
      keyboard.emit('data', '\x1b');
      await waitUntil(() => screen.written !== before);
      await settled();
    },
    async resize(toColumns: number, toRows: number) {
      screen.columns = toColumns;
      screen.rows = toRows;
      screen.terminal.resize(toColumns, toRows);
      screen.emit('resize');
      await settled();
    },
  };
}

export type Mounted = Awaited<ReturnType<typeof mount>>;
