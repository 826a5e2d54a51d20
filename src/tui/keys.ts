import type { TuiMessages } from '../messages/tui.js';
import type { Press } from './press.js';

/** What a key can do. */
export type Action = keyof TuiMessages['keys'];

/** Where the program is, as far as keys are concerned. */
export type Place =
  | 'home'
  | 'filter'
  | 'progress'
  | 'prose'
  | 'asking'
  | 'answered'
  | 'writing'
  | 'training'
  | 'finished'
  | 'drilled'
  | 'measured'
  | 'quizzed'
  | 'playground'
  | 'gallery'
  | 'program'
  | 'prompt'
  | 'menu'
  | 'help'
  | 'glossary'
  | 'problems'
  | 'small';

/** A row of the table: an action, its keys, where they do it, and where the footer names it. */
export interface Binding {
  readonly action: Action;
  readonly keys: readonly string[];
  readonly places: readonly Place[];
  readonly footer: readonly Place[];
  /** Shown instead of the first key where one word stands for several rows, such as the arrows. */
  readonly shown?: readonly string[];
  /** Counts only while nothing is typed: elsewhere the key is a character of the answer. */
  readonly emptyField?: true;
}

const everywhere: readonly Place[] = [
  'home',
  'filter',
  'progress',
  'prose',
  'asking',
  'answered',
  'writing',
  'training',
  'finished',
  'drilled',
  'measured',
  'quizzed',
  'playground',
  'gallery',
  'program',
  'prompt',
  'menu',
  'help',
  'glossary',
  'problems',
  'small',
];
const list: readonly Place[] = ['home', 'menu', 'progress', 'gallery', 'problems'];
const asked: readonly Place[] = ['asking', 'writing'];
const drawn: readonly Place[] = ['prose', 'asking', 'answered'];
const play: readonly Place[] = [...drawn, 'writing', 'training'];
const over: readonly Place[] = ['finished', 'drilled', 'measured', 'quizzed'];
const reading: readonly Place[] = [...drawn, ...over];
/** Lists below a field in which something is searched for. */
const searching: readonly Place[] = ['filter', 'help', 'glossary'];
const still: readonly Place[] = ['home', 'progress', 'training', ...over];
const settable: readonly Place[] = [...still, 'playground', 'gallery'];
const panned: readonly Place[] = [...reading, 'playground'];
const digits = [...'0123456789'];

/**
 * Every key of the program. The order is the footer's; the footer, the help, the menu and the tests are made from it.
 * Keys of the answer field itself (moving, deleting) belong to the editor.
 */
export const bindings: readonly Binding[] = [
  {
    action: 'up',
    keys: ['up', 'k'],
    places: list,
    footer: list,
    shown: ['up', 'down'],
  },
  { action: 'down', keys: ['down', 'j'], places: list, footer: [] },
  { action: 'up', keys: ['up'], places: searching, footer: searching, shown: ['up', 'down'] },
  { action: 'down', keys: ['down'], places: searching, footer: [] },
  { action: 'top', keys: ['g', 'home'], places: list, footer: [] },
  { action: 'bottom', keys: ['G', 'end'], places: list, footer: [] },
  { action: 'open', keys: ['enter', 'l', 'right'], places: ['home'], footer: ['home'] },
  { action: 'open', keys: ['enter'], places: ['filter'], footer: ['filter'] },
  { action: 'choose', keys: ['enter', 'l', 'right'], places: ['menu'], footer: ['menu'] },
  { action: 'choose', keys: ['enter'], places: ['help'], footer: ['help'] },
  { action: 'choose', keys: ['enter', 'l', 'right'], places: ['gallery'], footer: ['gallery'] },
  {
    action: 'lastEntry',
    keys: ['up', 'k'],
    places: ['playground'],
    footer: ['playground'],
    shown: ['up', 'down'],
  },
  { action: 'nextEntry', keys: ['down', 'j'], places: ['playground'], footer: [] },
  {
    action: 'nudgeDown',
    keys: ['left', 'h'],
    places: ['playground'],
    footer: ['playground'],
    shown: ['left', 'right'],
  },
  { action: 'nudgeUp', keys: ['right', 'l'], places: ['playground'], footer: [] },
  { action: 'coarser', keys: ['+', '='], places: ['playground'], footer: ['playground'], shown: ['+', '-'] },
  { action: 'finer', keys: ['-', '_'], places: ['playground'], footer: [] },
  { action: 'edit', keys: ['e'], places: ['playground', 'gallery'], footer: ['playground', 'gallery'] },
  { action: 'forwardPass', keys: ['f'], places: ['playground'], footer: ['playground'], shown: ['f', 'b'] },
  { action: 'backwardPass', keys: ['b'], places: ['playground'], footer: [] },
  { action: 'splitFuse', keys: ['s', 'ctrl-g'], places: ['playground'], footer: ['playground'] },
  { action: 'nextGate', keys: ['tab', 'n'], places: ['playground'], footer: ['playground'] },
  { action: 'saveLesson', keys: ['w'], places: ['playground'], footer: ['playground'] },
  { action: 'quizMe', keys: ['z'], places: ['playground'], footer: ['playground'] },
  { action: 'lastGate', keys: ['shift-tab', 'p'], places: ['playground'], footer: [] },
  { action: 'allNumbers', keys: ['a'], places: ['playground'], footer: [] },
  { action: 'typeValue', keys: ['enter', ...digits, '.'], places: ['playground'], footer: [] },
  { action: 'undo', keys: ['u', 'ctrl-_'], places: ['playground'], footer: [] },
  { action: 'reset', keys: ['r'], places: ['playground'], footer: [] },
  { action: 'circuits', keys: ['o'], places: ['playground'], footer: [] },
  { action: 'newLine', keys: ['enter'], places: ['program'], footer: ['program'] },
  { action: 'doneEditing', keys: ['escape'], places: ['program'], footer: ['program'] },
  { action: 'take', keys: ['enter'], places: ['prompt'], footer: ['prompt'] },
  { action: 'unfind', keys: ['escape'], places: ['filter'], footer: ['filter'] },
  { action: 'find', keys: ['/'], places: ['home'], footer: ['home'] },
  { action: 'check', keys: ['enter'], places: asked, footer: asked },
  {
    action: 'goOn',
    keys: ['enter'],
    places: ['prose', 'answered', 'training'],
    footer: ['prose', 'answered', 'training'],
  },
  { action: 'pause', keys: [' '], places: ['training'], footer: ['training'] },
  { action: 'otherData', keys: ['x'], places: ['training'], footer: ['training'] },
  { action: 'rateDown', keys: ['left'], places: ['training'], footer: ['training'], shown: ['left', 'right'] },
  { action: 'rateUp', keys: ['right'], places: ['training'], footer: [] },
  { action: 'startOver', keys: ['r'], places: ['training'], footer: ['training'] },
  { action: 'faster', keys: ['f'], places: ['training'], footer: ['training'] },
  { action: 'slower', keys: ['s'], places: ['training'], footer: [] },
  { action: 'stepOn', keys: ['.'], places: ['training'], footer: ['training'] },
  { action: 'up', keys: ['up'], places: ['writing'], footer: ['writing'], shown: ['up', 'down'] },
  { action: 'down', keys: ['down'], places: ['writing'], footer: [] },
  { action: 'up', keys: ['up', 'k'], places: ['training'], footer: [] },
  { action: 'down', keys: ['down', 'j'], places: ['training'], footer: [] },
  { action: 'nextLesson', keys: ['enter'], places: ['finished', 'measured'], footer: ['finished', 'measured'] },
  { action: 'again', keys: ['r'], places: ['finished', 'quizzed'], footer: ['finished', 'quizzed'] },
  { action: 'drillOn', keys: ['enter', 'd'], places: ['drilled'], footer: ['drilled'] },
  {
    action: 'drillOn',
    keys: ['d'],
    places: ['home', 'progress', 'finished', 'measured'],
    footer: ['progress', 'finished', 'measured'],
  },
  { action: 'length', keys: ['n'], places: ['home', 'drilled'], footer: ['home', 'drilled'] },
  { action: 'sitTest', keys: ['t'], places: ['home', 'progress', ...over], footer: ['progress', ...over] },
  { action: 'placement', keys: ['s'], places: ['home'], footer: [] },
  { action: 'testOut', keys: ['o'], places: ['home', 'drilled', 'measured'], footer: ['measured'] },
  { action: 'hint', keys: ['tab'], places: asked, footer: asked },
  { action: 'nudge', keys: ['ctrl-t'], places: ['asking', 'answered'], footer: ['asking', 'answered'] },
  { action: 'reveal', keys: ['ctrl-r'], places: [...asked, 'training'], footer: asked },
  { action: 'why', keys: ['ctrl-y'], places: ['asking', 'answered'], footer: ['answered'] },
  { action: 'regroup', keys: ['ctrl-g'], places: drawn, footer: drawn },
  { action: 'recall', keys: ['up'], places: ['asking'], footer: ['asking'] },
  { action: 'undo', keys: ['ctrl-_'], places: play, footer: [] },
  { action: 'back', keys: ['ctrl-p'], places: [...play, ...over], footer: ['prose', 'answered'] },
  { action: 'skip', keys: ['ctrl-n'], places: [...asked, 'training'], footer: ['asking'] },
  {
    action: 'pageDown',
    keys: ['pagedown'],
    places: [...reading, 'writing', 'progress', 'help', 'glossary'],
    footer: [],
  },
  { action: 'pageUp', keys: ['pageup'], places: [...reading, 'writing', 'progress', 'help', 'glossary'], footer: [] },
  { action: 'panUp', keys: ['shift-up'], places: panned, footer: [] },
  { action: 'panDown', keys: ['shift-down'], places: panned, footer: [] },
  { action: 'panLeft', keys: ['shift-left'], places: panned, footer: [] },
  { action: 'panRight', keys: ['shift-right'], places: panned, footer: [] },
  { action: 'menu', keys: ['escape'], places: [...play, 'home'], footer: play },
  {
    action: 'home',
    keys: ['escape'],
    places: ['finished', 'drilled', 'measured', 'playground'],
    footer: ['finished', 'drilled', 'measured'],
  },
  { action: 'toPlayground', keys: ['enter', 'escape'], places: ['quizzed'], footer: ['quizzed'] },
  { action: 'home', keys: ['escape', 'left', 'h'], places: ['progress'], footer: ['progress'] },
  { action: 'glossary', keys: ['w'], places: still, footer: ['home'] },
  { action: 'glossary', keys: ['ctrl-o'], places: [...play, 'playground'], footer: [] },
  { action: 'language', keys: ['L'], places: [...settable, 'problems'], footer: ['home', 'problems'] },
  { action: 'theme', keys: ['T'], places: settable, footer: [] },
  { action: 'glyphs', keys: ['A'], places: settable, footer: [] },
  { action: 'motion', keys: ['M'], places: settable, footer: [] },
  { action: 'help', keys: ['?'], places: ['prose', 'answered', ...settable], footer: [...settable, ...play] },
  { action: 'help', keys: ['?'], places: asked, footer: [], emptyField: true },
  { action: 'close', keys: ['escape'], places: ['menu'], footer: ['menu'] },
  {
    action: 'close',
    keys: ['escape'],
    places: ['help', 'glossary', 'gallery', 'prompt', 'problems'],
    footer: ['help', 'glossary', 'gallery', 'prompt', 'problems'],
  },
  { action: 'quit', keys: ['q', 'ctrl-c'], places: [...settable, 'problems'], footer: ['home', 'problems'] },
  {
    action: 'quit',
    keys: ['ctrl-c'],
    places: ['filter', ...drawn, 'writing', 'program', 'prompt', 'menu', 'help', 'glossary', 'small'],
    footer: ['small'],
  },
  { action: 'suspend', keys: ['ctrl-z'], places: everywhere, footer: [] },
  { action: 'redraw', keys: ['ctrl-l'], places: everywhere, footer: [] },
];

/** What a press does at a place; nothing if it is left to a text field, or means nothing there. */
export function actionFor(place: Place, press: Press, fieldIsEmpty: boolean): Action | undefined {
  const binding = bindings.find(
    (row) => row.keys.includes(press.key) && row.places.includes(place) && (!row.emptyField || fieldIsEmpty),
  );
  return binding?.action;
}

const UNICODE_NAMES: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  'shift-up': 'shift-↑',
  'shift-down': 'shift-↓',
  'shift-left': 'shift-←',
  'shift-right': 'shift-→',
};
const ASCII_NAMES: Readonly<Record<string, string>> = {
  up: 'up',
  down: 'down',
  left: 'left',
  right: 'right',
  'shift-up': 'S-up',
  'shift-down': 'S-down',
  'shift-left': 'S-left',
  'shift-right': 'S-right',
};
const NAMES: Readonly<Record<string, string>> = { ' ': 'space', escape: 'esc', pageup: 'PgUp', pagedown: 'PgDn' };

/** A key as it is written on a screen: `^T`, `esc`, `↑`. */
export function keyName(key: string, glyphs: 'unicode' | 'ascii'): string {
  if (key.startsWith('ctrl-')) return `^${key.slice(5).toUpperCase()}`;
  return (glyphs === 'unicode' ? UNICODE_NAMES : ASCII_NAMES)[key] ?? NAMES[key] ?? key;
}

/** How the footer writes a row's key: arrows that belong together stand together. */
export function footerKey(binding: Binding, glyphs: 'unicode' | 'ascii'): string {
  const keys = binding.shown ?? [binding.keys[0]!];
  return keys.map((key) => keyName(key, glyphs)).join(glyphs === 'unicode' ? '' : '/');
}

/** The rows whose keys work at a place, in the table's order. */
export function bindingsAt(place: Place): readonly Binding[] {
  return bindings.filter((row) => row.places.includes(place));
}
