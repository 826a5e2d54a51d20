import { ProgramError } from '../engine/index.js';
import { openLesson, start } from '../lessons/index.js';
import { idPattern } from '../lessons/load/schema.js';
import {
  lessonFiles,
  lessonOf,
  openPlayground,
  type Playground,
  type PlaygroundEvent,
  playgroundStep,
  withProgram,
} from '../lessons/playground/index.js';
import type { App } from './app.js';
import { type Draft, draftOf, draftText, editDraft } from './draft.js';
import { edit, emptyField, type Field, fieldText, withText } from './editor.js';
import type { Action } from './keys.js';
import { moved } from './list-keys.js';
import { type Outcome, only, request, say } from './outcome.js';
import { quizPlayOf } from './play.js';
import { layoutPlayground } from './playground-layout.js';
import { choices, type PlaygroundMode, type PlaygroundPage } from './playground-page.js';
import type { Press } from './press.js';

type Mode<Kind extends PlaygroundMode['kind']> = Extract<PlaygroundMode, { kind: Kind }>;

const PAN: Partial<Record<Action, readonly [rows: number, columns: number]>> = {
  panUp: [-2, 0],
  panDown: [2, 0],
  panLeft: [0, -8],
  panRight: [0, 8],
};

const EVENTS: Partial<Record<Action, PlaygroundEvent>> = {
  lastEntry: { type: 'entry', by: -1 },
  nextEntry: { type: 'entry', by: 1 },
  nudgeDown: { type: 'nudge', by: -1 },
  nudgeUp: { type: 'nudge', by: 1 },
  coarser: { type: 'coarser' },
  finer: { type: 'finer' },
  forwardPass: { type: 'forward' },
  backwardPass: { type: 'backward' },
  allNumbers: { type: 'all' },
  nextGate: { type: 'box', by: 1 },
  lastGate: { type: 'box', by: -1 },
  splitFuse: { type: 'change' },
  undo: { type: 'undo' },
  reset: { type: 'reset' },
};

/** What an action does in the playground. */
export function inPlayground(app: App, page: PlaygroundPage, action: Action, press: Press): Outcome {
  const { mode, state } = page;
  if (mode.kind === 'gallery') return inGallery(app, page, mode, action);
  if (mode.kind === 'program')
    return action === 'doneEditing' ? doneEditing(app, page, mode) : only(typedInPlayground(app, page, press));
  if (mode.kind === 'prompt') return action === 'take' ? taken(app, page, mode) : at(app, page, { kind: 'playground' });
  const event = EVENTS[action];
  if (event) return only(shown(app, { ...page, state: playgroundStep(state, event) }));
  const pan = PAN[action];
  if (pan) return only(pannedBy(app, page, ...pan));
  switch (action) {
    case 'edit':
      return edited(app, page, page.kept ?? draftOf(state.source.program));
    case 'typeValue':
      return prompt(
        app,
        page,
        'value',
        press.text === undefined ? emptyField : (edit(emptyField, press) ?? emptyField),
      );
    case 'saveLesson':
      if (lessonOf(state, 'x') === undefined) return say(app, { kind: 'playground', word: 'cantAsk' });
      return prompt(app, page, 'folder', { ...withText(emptyField, 'my-circuit'), selected: true });
    case 'circuits':
      return choose(app, page, 0, state);
    case 'quizMe':
      return quiz(app, state);
    default:
      return only(app);
  }
}

/** Questions on the circuit as it is; the playground stays below. */
export function quiz(app: App, state: Playground): Outcome {
  const lesson = lessonOf(state, 'playground');
  if (lesson === undefined) return say(app, { kind: 'playground', word: 'cantAsk' });
  return only({ ...app, play: quizPlayOf(start(openLesson(lesson))) });
}

/** The playground with its window where what is at hand is in view. */
function shown(app: App, page: PlaygroundPage): App {
  const { panned: _, ...following } = page;
  const { row, column } = layoutPlayground(app, following).circuit;
  return { ...app, page: { ...following, from: { row, column } } };
}

function at(app: App, page: PlaygroundPage, mode: PlaygroundMode): Outcome {
  return only(shown(app, { ...page, mode }));
}

function pannedBy(app: App, page: PlaygroundPage, rows: number, columns: number): App {
  const { circuit } = layoutPlayground(app, page);
  const from = { row: circuit.row + rows, column: circuit.column + columns };
  const there = layoutPlayground(app, { ...page, from, panned: true }).circuit;
  return { ...app, page: { ...page, from: { row: there.row, column: there.column }, panned: true } };
}

function prompt(app: App, page: PlaygroundPage, wants: Mode<'prompt'>['wants'], field: Field): Outcome {
  const { remark: _, ...state } = page.state;
  return at(app, { ...page, state }, { kind: 'prompt', wants, field });
}

function taken(app: App, page: PlaygroundPage, { wants, field }: Mode<'prompt'>): Outcome {
  const text = fieldText(field).trim();
  if (text === '') return at(app, page, { kind: 'playground' });
  if (wants === 'folder') return save(app, page, text);
  const state = playgroundStep(page.state, { type: 'set', text });
  const mode: PlaygroundMode = state.remark
    ? { kind: 'prompt', wants, field: { ...field, selected: true } }
    : { kind: 'playground' };
  return at(app, { ...page, state }, mode);
}

function save(app: App, page: PlaygroundPage, folder: string): Outcome {
  const id =
    folder
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? '';
  if (!idPattern.test(id)) return say(app, { kind: 'playground', word: 'badName' });
  const lesson = lessonOf(page.state, id);
  if (lesson === undefined) return say(app, { kind: 'playground', word: 'cantAsk' });
  return request(app, { type: 'write-lesson', folder, files: lessonFiles(lesson) });
}

function inGallery(app: App, page: PlaygroundPage, { selected, before }: Mode<'gallery'>, action: Action): Outcome {
  switch (action) {
    case 'choose':
      return remembered(at(app, page, { kind: 'playground' }), page.state);
    case 'edit':
      return edited(app, page, draftOf(''), { fresh: true });
    case 'close': {
      if (before) return at(app, { ...page, state: before }, { kind: 'playground' });
      const { page: _, ...rest } = app;
      return only(rest);
    }
    default:
      return choose(app, page, moved(selected, choices(page).length, action), before);
  }
}

function choose(app: App, page: PlaygroundPage, selected: number, before: Playground | undefined): Outcome {
  const { kept: _, ...rest } = page;
  const state = openPlayground(choices(page)[selected]!.source);
  return at(
    app,
    { ...rest, state, from: { row: 0, column: 0 } },
    { kind: 'gallery', selected, ...(before && { before }) },
  );
}

function edited(app: App, page: PlaygroundPage, draft: Draft, rest: { readonly fresh?: true } = {}): Outcome {
  const { state } = page;
  return only(tried(app, page, { kind: 'program', draft, before: state, good: state.source.program, ...rest }));
}

function read({ fresh, before }: Mode<'program'>, text: string): Playground {
  return fresh ? openPlayground({ program: text }) : withProgram(before, text);
}

/** The circuit of the text as it is now, or the last one that could be read. */
function tried(app: App, page: PlaygroundPage, { error: _, ...mode }: Mode<'program'>): App {
  const text = draftText(mode.draft);
  if (text.trim() === mode.good.trim()) return { ...app, page: { ...page, mode } };
  try {
    return { ...app, page: { ...page, state: read(mode, text), mode: { ...mode, good: text } } };
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    return { ...app, page: { ...page, mode: { ...mode, error } } };
  }
}

/** A text that could not be read is kept to be mended; the circuit is that of the last good one. */
function doneEditing(app: App, page: PlaygroundPage, mode: Mode<'program'>): Outcome {
  const { kept: _, ...rest } = page;
  const { draft, before, fresh, good, error } = mode;
  const same = good.trim() === before.source.program.trim();
  const state = same ? before : fresh ? read(mode, good) : playgroundStep(before, { type: 'program', text: good });
  const next = { ...rest, state, ...(error && draftText(draft).trim() !== '' && { kept: draft }) };
  const done = remembered(at(app, next, { kind: 'playground' }), state);
  if (!('kept' in next)) return done;
  return { ...done, app: say(done.app, { kind: 'playground', word: 'keptDraft' }).app };
}

/** The program is there again the next time, if it needs nothing beside itself. */
function remembered(outcome: Outcome, { source }: Playground): Outcome {
  if (source.consts !== undefined || source.seed !== undefined) return outcome;
  return { ...outcome, requests: [...outcome.requests, { type: 'save', change: { program: source.program } }] };
}

/** The playground with a press taken by the text that is written in, if there is one. */
export function typedInPlayground(app: App, page: PlaygroundPage, press: Press): App {
  const { mode } = page;
  if (mode.kind === 'program') {
    const draft = editDraft(mode.draft, press);
    return draft ? tried(app, page, { ...mode, draft }) : app;
  }
  if (mode.kind !== 'prompt') return app;
  const field = edit(mode.field, press);
  return field ? { ...app, page: { ...page, mode: { ...mode, field } } } : app;
}
