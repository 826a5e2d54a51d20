import type { Clock, Journal, Library, SettingsFile } from '../host/index.js';
import { openLesson, resume, start } from '../lessons/index.js';
import { advanceProgress, latestSitting } from '../lessons/journal.js';
import type { Effect, JournalEvent, LessonEntry } from '../lessons/types.js';
import { type App, type Notice, progressIn } from './app.js';
import { filtered } from './filter.js';
import { playOf } from './lesson-keys.js';
import type { Request } from './outcome.js';
import type { Size } from './painter.js';
import type { Press } from './press.js';
import { pressed } from './pressed.js';

/** What of the world outside the program uses. */
export interface Services {
  readonly library: Library;
  readonly journal: Journal;
  readonly settings: SettingsFile;
  readonly clock: Clock;
}

/** What only the terminal's shell can do. */
export interface Control {
  quit(code: number): void;
  suspend(): void;
  redraw(): void;
}

/** The program's state, and the one way to change it. Synchronous: when a call returns, all it led to is done. */
export interface Store {
  readonly app: App;
  press(press: Press): void;
  filter(text: string): void;
  resize(size: Size): void;
  open(id: string): void;
}

/** Keeps the state, writes the journal (before anything is painted), and opens lessons. `events` is what the journal held. */
export function createStore(first: App, events: readonly JournalEvent[], services: Services, control: Control): Store {
  let app = first;
  const known = [...events];
  let left = false;

  function say(notice: Notice): void {
    app = { ...app, notices: [...app.notices, notice] };
  }

  function append(event: JournalEvent): void {
    known.push(event);
    app = { ...app, progress: advanceProgress(app.progress, event) };
    const written = services.journal.append(event);
    if (written.ok || app.unsaved) return;
    say({ kind: 'save-failed', code: written.code });
    app = { ...app, unsaved: true };
  }

  function stamp(entry: LessonEntry) {
    return { v: 1, at: services.clock().toISOString(), lesson: entry.id, facts: entry.facts } as const;
  }

  function open(id: string, again: boolean): void {
    const entry = app.entries.find((candidate) => candidate.id === id);
    const lesson = services.library.lesson(id);
    if (!entry || !lesson) {
      say({ kind: 'unknown-lesson', id });
      return;
    }
    const progress = progressIn(app, entry);
    const sitting = latestSitting(known, entry);
    const resumable = sitting && (progress?.underway || sitting.events.length === 0);
    const { overlay: _, ...bare } = app;
    if (resumable && !again) {
      app = { ...bare, play: playOf(entry, resume(openLesson(lesson, sitting.seed), sitting.events)) };
      return;
    }
    const seed = (progress?.sittings ?? 0) + 1;
    app = { ...bare, play: playOf(entry, start(openLesson(lesson, seed))) };
    append({ ...stamp(entry), type: 'open', seed });
  }

  function record({ type: _, ...effect }: Effect): void {
    if (app.play) append({ ...stamp(app.play.entry), type: 'step', ...effect });
  }

  function saveLanguage(): void {
    const { settings } = services.settings.read();
    const written = services.settings.write({ ...settings, lang: app.lang });
    if (!written.ok) say({ kind: 'save-failed', code: written.code });
  }

  function carryOut(request: Request): void {
    switch (request.type) {
      case 'open':
        open(request.id, request.again);
        break;
      case 'record':
        record(request.effect);
        break;
      case 'save-language':
        saveLanguage();
        break;
      case 'suspend':
        control.suspend();
        break;
      case 'redraw':
        control.redraw();
        break;
      case 'quit':
        left = true;
        control.quit(request.code);
    }
  }

  return {
    get app() {
      return app;
    },
    press(press) {
      // Keys typed behind the one that leaves are nobody's.
      if (left) return;
      const outcome = pressed(app, press);
      app = outcome.app;
      for (const request of outcome.requests) carryOut(request);
    },
    filter(text) {
      app = filtered(app, text);
    },
    resize(size) {
      app = { ...app, size };
    },
    open(id) {
      open(id, false);
    },
  };
}
