import type { Clock, Journal, Library, Settings, SettingsFile, writeNewFolder } from '../host/index.js';
import type { Reading } from '../host/watched-lesson.js';
import type { DayOf } from '../lessons/drill/index.js';
import type { Ledger } from '../lessons/drill/ledger.js';
import type { DrillRequest } from '../lessons/drill/plan.js';
import { openLesson, revisit, start } from '../lessons/index.js';
import type { Source } from '../lessons/playground/index.js';
import { drillBegun, sitDown, stamped, type Unstamped } from '../lessons/sitting.js';
import { advance } from '../lessons/training/live.js';
import type { App, Notice } from './app.js';
import { emptyField } from './editor.js';
import { filtered } from './filter.js';
import { movementBetween, nextMoment } from './motion.js';
import type { Request } from './outcome.js';
import type { Size } from './painter.js';
import { drillPlayOf, type Play, playOf, withTraining } from './play.js';
import { lessonStateOf } from './play-phase.js';
import { playgroundPage } from './playground-page.js';
import type { Press } from './press.js';
import { atRest, pressed } from './pressed.js';

/** What of the world outside the program uses. */
export interface Services {
  readonly library: Library;
  readonly journal: Journal;
  readonly settings: SettingsFile;
  readonly clock: Clock;
  readonly dayOf: DayOf;
  /** Writes files into a folder that is new or empty, as a lesson is saved. */
  readonly writeFolder: typeof writeNewFolder;
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
  /** From now on draws in ASCII, without making it the learner's choice. */
  drawInAscii(): void;
  open(id: string): void;
  drill(request: DrillRequest): void;
  /** Opens the playground with a program, which `openPlayground` takes; without one at a choice of circuits. */
  playground(source?: Source): void;
  /** A lesson that is being written, as it was saved: where the learner is stays, and what is wrong is shown. */
  reload(reading: Reading): void;
  /** Goes on to the next moment of what moves; at its end nothing does. */
  tick(): void;
}

/** Keeps the state, writes the journal (before anything is painted), and opens lessons. `ledger` is what the journal held. */
export function createStore(first: App, ledger: Ledger, services: Services, control: Control): Store {
  let app = first;
  let { library } = services;
  let settings: Settings | undefined;
  let left = false;

  function say(notice: Notice): void {
    app = { ...app, notices: [...app.notices, notice] };
  }

  function append(unstamped: Unstamped): void {
    const event = stamped(unstamped, services.clock(), ledger);
    ledger.add(event);
    app = { ...app, summary: ledger.summary() };
    const written = services.journal.append(event);
    if (written.ok || app.unsaved) return;
    say({ kind: 'save-failed', code: written.code });
    app = { ...app, unsaved: true };
  }

  function show(play: Play): void {
    const { overlay: _, page: __, ...bare } = app;
    const shown = withTraining(play, undefined, app.motion);
    const movement = app.motion && !shown.training ? movementBetween(undefined, lessonStateOf(play)) : undefined;
    app = { ...bare, play: movement ? { ...shown, movement } : shown };
  }

  function open(id: string, again: boolean): void {
    const entry = app.entries.find((candidate) => candidate.id === id);
    const lesson = library.lesson(id);
    if (!entry || !lesson) {
      say({ kind: 'unknown-lesson', id });
      return;
    }
    const { state, records } = sitDown(lesson, entry, ledger, again);
    show(playOf(entry, state));
    for (const event of records) append(event);
  }

  function reload({ library: read, problems, warnings }: Reading): void {
    const { overlay, ...bare } = app;
    const shown = overlay?.kind === 'problems' ? bare : app;
    const wrong = problems('en').length > 0;
    if (read) {
      library = read;
      const entry = read.entries[0]!;
      const { play } = app;
      const before = play?.kind === 'lesson' ? play.state : undefined;
      const opened = openLesson(read.lesson(entry.id)!, before?.open.seed, before?.open.habits);
      const next = playOf(entry, before ? revisit(opened, before) : start(opened));
      const { page: _, ...rest } = shown;
      app = { ...rest, entries: read.entries, play: { ...next, ...(play && { field: play.field }) } };
    }
    app = wrong
      ? { ...app, overlay: { kind: 'problems', selected: 0, problems } }
      : { ...app, notices: [{ kind: 'read-again', warnings }] };
  }

  /** Days turn while the program is open. */
  function lookAtDate(): void {
    app = { ...app, today: services.dayOf(services.clock()) };
  }

  /** Begins a drill, or goes on with one of its kind that was left in the middle, unless options were given. */
  function drill(asked: DrillRequest): void {
    lookAtDate();
    const { state, records } = drillBegun(asked, ledger, services.library, services.dayOf, app.today, app.exercises);
    show(drillPlayOf(state));
    for (const event of records) append(event);
  }

  function save(change: Settings): void {
    settings = { ...(settings ?? services.settings.read().settings), ...change };
    const written = services.settings.write(settings);
    if (!written.ok) say({ kind: 'save-failed', code: written.code });
  }

  function playground(source?: Source): void {
    const { overlay: _, play: __, ...bare } = app;
    const { program } = settings ?? services.settings.read().settings;
    app = { ...bare, page: playgroundPage(source, program) };
  }

  /** A folder that could not be written leaves the field as it is, for another name. */
  function writeLesson(folder: string, files: ReadonlyMap<string, string>): void {
    const written = services.writeFolder(folder, files);
    const notice: Notice = written.ok
      ? { kind: 'lesson-saved', folder }
      : { kind: 'lesson-not-saved', folder, reason: written.reason };
    if (written.ok && app.page?.kind === 'playground')
      app = { ...app, page: { ...app.page, mode: { kind: 'playground' } } };
    say(notice);
  }

  function carryOut(request: Request): void {
    switch (request.type) {
      case 'open':
        open(request.id, request.again);
        break;
      case 'record':
        append(request.event);
        break;
      case 'save':
        save(request.change);
        break;
      case 'drill':
        drill({ kind: request.kind });
        break;
      case 'playground':
        playground();
        break;
      case 'write-lesson':
        writeLesson(request.folder, request.files);
        break;
      case 'date':
        lookAtDate();
        break;
      case 'glossary': {
        const terms = library.glossary();
        app = { ...app, overlay: { kind: 'glossary', selected: 0, field: emptyField, terms } };
        break;
      }
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
    drawInAscii() {
      app = { ...app, glyphs: 'ascii' };
    },
    open(id) {
      open(id, false);
    },
    drill,
    playground,
    reload,
    tick() {
      const training = app.play?.training;
      if (app.play && training?.live?.running) {
        app = { ...app, play: { ...app.play, training: { ...training, live: advance(training.live) } } };
        return;
      }
      const movement = app.play?.movement && nextMoment(app.play.movement);
      const { play } = atRest(app);
      if (play) app = { ...app, play: movement ? { ...play, movement } : play };
    },
  };
}
