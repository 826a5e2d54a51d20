import { type Line, toText } from '../../diagram/index.js';
import type { Clock, Journal, Library, SettingsFile } from '../../host/index.js';
import { lessonAhead } from '../../lessons/ahead.js';
import type { Day, DayOf } from '../../lessons/drill/day.js';
import { drillView } from '../../lessons/drill/index.js';
import { Ledger } from '../../lessons/drill/ledger.js';
import { isMeasured } from '../../lessons/drill/measured.js';
import type { DrillRequest } from '../../lessons/drill/plan.js';
import { type DrillState, isAllowed } from '../../lessons/drill/session.js';
import { dueCount } from '../../lessons/drill/strength.js';
import { readEntry } from '../../lessons/entry.js';
import { farewellLines } from '../../lessons/farewell.js';
import {
  currentItem,
  type LessonState,
  type LessonView,
  type ViewOptions,
  view,
  viewCircuit,
} from '../../lessons/index.js';
import { progressKey } from '../../lessons/journal.js';
import { visible } from '../../lessons/markdown.js';
import type { OpenCircuit } from '../../lessons/open.js';
import { drillBegun, drillTaken, lessonTaken, sitDown, stamped, type Unstamped } from '../../lessons/sitting.js';
import { isNamed, lessonUnderway, numberedTitle } from '../../lessons/title.js';
import type { Lang, LessonEntry, LessonEvent } from '../../lessons/types.js';
import { wrap } from '../../lessons/view/wrap.js';
import { plainMessages } from '../../messages/plain.js';
import { tuiMessages } from '../../messages/tui.js';

/** What of the world outside the linear mode uses, and how it begins. */
export interface PlainOptions {
  readonly library: Library;
  readonly journal: Journal;
  readonly settings: SettingsFile;
  readonly clock: Clock;
  readonly dayOf: DayOf;
  readonly lang: Lang;
  readonly glyphs: 'unicode' | 'ascii';
  /** Cells of a line: drawings are folded to them, and sentences are broken between words, as terminals don't. */
  readonly columns: () => number;
  /** The lesson, or the drill, to open at once; else the list of lessons is told. */
  readonly lesson?: string;
  readonly drill?: DrillRequest;
  /** What the learner types to start the program, for the sentence that says how to resume. */
  readonly command: string;
}

type Play =
  | { readonly kind: 'lesson'; readonly entry: LessonEntry; readonly state: LessonState }
  | { readonly kind: 'drill'; readonly state: DrillState };

/** The program as a conversation in lines. */
export interface PlainTutor {
  /** What stands before what is typed. */
  readonly prompt: string;
  /** Takes a line that was typed; true when the learner leaves by it. */
  take(line: string): boolean;
  /** What was done, and how to go on from there. */
  farewell(): readonly string[];
}

/** No answer of any question is longer. */
const LONGEST = 2000;
/** Narrower terminals break lines themselves. */
const NARROWEST = 20;

/** Begins the linear mode: the same machine and journal as the screens, told in lines. `put` takes each of them. */
export function plainTutor(options: PlainOptions, put: (text: string) => void): PlainTutor {
  const { library, journal, dayOf, clock, glyphs } = options;
  const { entries } = library;
  const ledger = new Ledger(dayOf);
  let { lang } = options;
  let play: Play | undefined;
  let unsaved = false;
  let told: OpenCircuit | undefined;
  const words = () => plainMessages[lang];
  const shared = () => tuiMessages(lang);
  const today = (): Day => dayOf(clock());
  const progress = () => ledger.summary().progress;

  const width = () => Math.max(NARROWEST, options.columns() - 1);

  function say(text: string): void {
    put(toText(wrap([{ text, role: 'plain' }], width())));
  }

  function lines(some: readonly Line[]): void {
    const text = toText(some);
    if (text.trim() !== '') put(text);
  }

  /** Journalled before anything that came of it is said. */
  function record(events: readonly Unstamped[]): void {
    for (const unstamped of events) {
      const event = stamped(unstamped, clock(), ledger);
      ledger.add(event);
      const written = journal.append(event);
      if (written.ok || unsaved) continue;
      unsaved = true;
      say(shared().saveFailed(written.code));
    }
  }

  const machine = (): LessonState | undefined => (play?.kind === 'drill' ? play.state.lesson : play?.state);

  function look(now: Play): LessonView & { readonly skill?: Line } {
    const how: ViewOptions = { width: width(), glyphs, lang, told: true };
    return now.kind === 'lesson' ? view(now.state, how) : drillView(now.state, how, today(), nameOf);
  }

  function nameOf(id: string): string {
    const entry = entries.find((one) => one.id === id);
    return entry ? numberedTitle(entry, lang) : id;
  }

  function circuitAt(state: LessonState): OpenCircuit | undefined {
    const item = currentItem(state);
    return item?.kind === 'question' ? item.question.on : item?.on;
  }

  /** Tells the place that the learner has come to. */
  function arrive(now: Play): void {
    const seen = look(now);
    say('');
    if (seen.phase === 'finished') {
      say(shared().finishedTitle(seen.title));
      lines(seen.prose);
      const next = nextLesson();
      if (next) say(words().next(numberedTitle(next, lang)));
      return;
    }
    say(now.kind === 'lesson' ? words().step(seen.done + 1, seen.total) : words().exercise(seen.done + 1, seen.total));
    lines([seen.skill ?? []]);
    lines(seen.prose);
    const on = circuitAt(machine()!);
    if (on !== told) tellCircuit(seen.circuit);
    else gates(seen.circuit.filter((line) => line.some(({ role }) => role === 'asked')));
    told = on;
    lines(seen.question);
    lines(seen.feedback);
  }

  function gates(some: readonly Line[]): void {
    lines(some.flatMap((line) => wrap(line, width())));
  }

  function tellCircuit(circuit: readonly Line[]): void {
    if (circuit.length === 0) return;
    say(words().circuit);
    gates(circuit);
  }

  function open(entry: LessonEntry): void {
    const lesson = library.lesson(entry.id);
    if (lesson === undefined) {
      say(shared().unknownLesson(entry.id));
      return;
    }
    const { state, records } = sitDown(lesson, entry, ledger, false);
    record(records);
    begin({ kind: 'lesson', entry, state });
  }

  function drill(request: DrillRequest): void {
    const { state, records } = drillBegun(
      request,
      ledger,
      library,
      dayOf,
      today(),
      options.settings.read().settings.exercises,
    );
    record(records);
    begin({ kind: 'drill', state });
  }

  function begin(next: Play): void {
    play = next;
    told = undefined;
    say('');
    say(look(next).title);
    arrive(next);
  }

  function nextLesson(): LessonEntry | undefined {
    const now = play;
    if (now?.kind !== 'lesson') return now && lessonAhead(entries, ledger.summary());
    return entries[entries.findIndex(({ id }) => id === now.entry.id) + 1];
  }

  /** What Enter alone opens: what was begun, else the first lesson that was never finished. */
  function firstChoice(): LessonEntry | undefined {
    return lessonUnderway(entries, progress()) ?? lessonAhead(entries, ledger.summary()) ?? entries[0];
  }

  function list(some: readonly LessonEntry[]): void {
    let part = '';
    for (const entry of some) {
      if (entry.part !== part && some === entries) say(shared().parts[entry.part] ?? entry.part);
      part = entry.part;
      const its = progress().get(progressKey(entry));
      const state = its?.underway ? words().underway(its.done, its.total) : its?.finished ? words().finished : '';
      say(words().lesson(numberedTitle(entry, lang), entry.minutes, state));
    }
  }

  function home(): void {
    play = undefined;
    say('');
    list(entries);
    const first = firstChoice();
    if (first) say(words().choose(numberedTitle(first, lang)));
    say(words().chooseDrill(shared().due(dueCount(ledger.summary().memory, today()))));
  }

  function choose(typed: string): void {
    const exact = entries.find(({ id, number }) => typed === id || typed === String(number));
    const first = typed === '' ? firstChoice() : undefined;
    const found = typed === '' ? [] : entries.filter((entry) => isNamed(entry, typed));
    const one = exact ?? first ?? (found.length === 1 ? found[0] : undefined);
    if (one) open(one);
    else {
      say(found.length > 1 ? words().several : words().noLesson(visible(typed)));
      list(found);
    }
  }

  function send(now: Play, event: LessonEvent): void {
    if (now.kind === 'drill' && isMeasured(now.state) && !isAllowed(event)) {
      say(shared().noHelp);
      return;
    }
    const before = machine();
    const next = taken(now, event);
    play = next.play;
    record(next.records);
    const after = machine();
    if (before?.open !== after?.open || before?.at !== after?.at) {
      arrive(play);
      return;
    }
    const { feedback, question } = look(play);
    if (next.records.length === 0) say(words().nothingDone);
    else lines(feedback.length > 0 ? feedback : question);
  }

  function taken(now: Play, event: LessonEvent): { readonly play: Play; readonly records: readonly Unstamped[] } {
    if (now.kind === 'drill') {
      const { state, records } = drillTaken(now.state, event, today());
      return { play: { ...now, state }, records };
    }
    const { state, records } = lessonTaken(now.entry, now.state, event);
    return { play: { ...now, state }, records };
  }

  function onLine(now: Play, typed: string): void {
    const { phase, question } = look(now);
    if (phase === 'finished') {
      const next = nextLesson();
      if (typed !== '') choose(typed);
      else if (next) open(next);
      else home();
    } else if (phase !== 'asking') {
      if (typed === '') send(now, { type: 'next' });
      else say(words().nothingHere);
    } else if (typed === '') lines(question);
    else send(now, { type: 'answer', text: typed });
  }

  function drawn(): void {
    const state = machine();
    const on = state && circuitAt(state);
    if (state && on) lines(viewCircuit(state, on, { width: options.columns(), glyphs: 'ascii', lang }).lines);
    else say(words().noCircuit);
  }

  function help(): void {
    say(words().help);
    say(words().answer);
    say(words().enter);
    for (const [name, does] of Object.entries(words().commands)) say(`:${name}: ${does}`);
  }

  function switchLanguage(): void {
    lang = lang === 'en' ? 'zh' : 'en';
    const written = options.settings.write({ ...options.settings.read().settings, lang });
    if (!written.ok) say(shared().saveFailed(written.code));
    if (play) begin(play);
    else home();
  }

  /** Does what a word behind a colon says; true if it was to leave. */
  function obey(typed: string): boolean {
    const word = typed.slice(1).trim().toLowerCase();
    const entry = readEntry(typed);
    if (word === 'quit' || word === 'q') return true;
    if (word === 'help') help();
    else if (word === 'lessons') home();
    else if (word === 'drill') drill({ kind: 'practice' });
    else if (word === 'draw') drawn();
    else if (word === 'language') switchLanguage();
    else if (word === 'circuit') {
      const seen = play && look(play);
      if (seen && seen.circuit.length > 0) tellCircuit(seen.circuit);
      else say(words().noCircuit);
    } else if (entry.kind !== 'event') {
      const known = Object.keys(words().commands).map((name) => `:${name}`);
      say(shared().unknownCommand(`:${visible(word)}`, known.join(' ')));
    } else if (play) send(play, entry.event);
    else say(words().nothingDone);
    return false;
  }

  function beginning(): void {
    const { broken, failure } = journal.read((event) => ledger.add(event));
    const { setAside } = options.settings.read();
    say(words().welcome);
    if (failure !== undefined) say(shared().journalUnreadable(failure));
    if (broken.length > 0) say(shared().journalBroken(broken.length, journal.path));
    if (setAside !== undefined) say(shared().settingsSetAside(setAside));
    const entry = entries.find(({ id }) => id === options.lesson);
    if (options.drill) drill(options.drill);
    else if (entry) open(entry);
    else home();
  }

  beginning();
  return {
    get prompt() {
      const { prompts, ask } = words();
      if (play === undefined) return ask(prompts.lessons);
      const { phase, prompt } = look(play);
      if (phase === 'finished') return ask(nextLesson() ? prompts.next : prompts.home);
      return ask(phase === 'asking' ? prompt : prompts.goOn);
    },
    take(line) {
      const typed = line.slice(0, LONGEST).trim();
      if (/^[:：]/.test(typed)) return obey(typed);
      if (play) onLine(play, typed);
      else choose(typed);
      return false;
    },
    farewell: () =>
      farewellLines({
        lang,
        command: options.command,
        unsaved,
        play,
        finished: entries.filter((entry) => progress().get(progressKey(entry))?.finished).length,
        lessons: entries.length,
      }),
  };
}
