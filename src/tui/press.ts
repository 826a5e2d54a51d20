import { graphemes } from './graphemes.js';

/**
 * A key as the program knows it. `key` is a name (`enter`, `up`, `shift-left`, `ctrl-t`, `alt-b`) or the character itself;
 * `text` is what it types, and is absent for keys that type nothing. A paste is one press with the key `paste`.
 */
export interface Press {
  readonly key: string;
  readonly text?: string;
}

/** Turns what the terminal sends into presses, however it was cut into chunks. */
export interface PressReader {
  /** The presses that are complete with this chunk. */
  push(chunk: string): Press[];
  /** Whether an escape has come that may be the key, or the beginning of a longer sequence. */
  readonly waiting: boolean;
  /** Nothing more came: what was held back is taken as it stands. */
  flush(): Press[];
}

const ESC = '\x1b';
const PASTE_START = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
/** A paste is a slip or an answer; what is longer than this is not kept. */
const MAX_PASTE = 10_000;
const SEQUENCE = /^\x1b(?:\[[0-?]*[ -/]*[@-~]|O[0-9;]*[A-Za-z])/;
const SEQUENCE_BEGUN = /^\x1b(?:\[[0-?]*[ -/]*|O[0-9;]*)?$/;
const LONGEST_SEQUENCE = 32;

const FINAL_KEYS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
  Z: 'shift-tab',
};
const TILDE_KEYS: Readonly<Record<string, string>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};
const CONTROL_KEYS: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x1f': 'ctrl-_',
};

/** What a terminal says when it is asked where its cursor stands: no key, wherever among the keys it comes. */
const CURSOR_AT = /^\x1b\[(\d+);(\d+)R$/;

/**
 * A reader that has seen nothing yet. `cursorAt` hears where the cursor stands, counted from 1, when the terminal answers;
 * in the first row that cannot be told from F3 with Shift.
 */
export function pressReader(cursorAt: (row: number, column: number) => void = () => {}): PressReader {
  let held = '';
  let pasted: string | undefined;
  let afterReturn = false;

  function readPaste(presses: Press[]): boolean {
    const end = held.indexOf(PASTE_END);
    // Until the end mark is whole, its beginning stays held.
    const taken = end >= 0 ? end : Math.max(0, held.length - PASTE_END.length + 1);
    pasted = (pasted + held.slice(0, taken)).slice(0, MAX_PASTE);
    held = held.slice(end >= 0 ? end + PASTE_END.length : taken);
    if (end < 0) return false;
    presses.push({ key: 'paste', text: pasted });
    pasted = undefined;
    return true;
  }

  function readEscape(presses: Press[]): boolean {
    const sequence = SEQUENCE.exec(held)?.[0];
    if (sequence) {
      held = held.slice(sequence.length);
      const cursor = CURSOR_AT.exec(sequence);
      if (cursor) cursorAt(Number(cursor[1]), Number(cursor[2]));
      else if (sequence === PASTE_START) pasted = '';
      else presses.push(...sequencePress(sequence));
      return true;
    }
    if (SEQUENCE_BEGUN.test(held) && held.length < LONGEST_SEQUENCE) return false;
    const next = held[1]!;
    if (/[A-Za-z\x7f]/.test(next)) {
      presses.push({ key: next === '\x7f' ? 'alt-backspace' : `alt-${next}` });
      held = held.slice(2);
    } else {
      presses.push({ key: 'escape' });
      held = held.slice(1);
    }
    return true;
  }

  function readPlain(presses: Press[]): void {
    const end = held.search(/[\x00-\x1f\x7f]/);
    if (end === 0) {
      const control = held[0]!;
      held = held.slice(1);
      const secondHalf = control === '\n' && afterReturn;
      afterReturn = control === '\r';
      if (!secondHalf) presses.push({ key: CONTROL_KEYS[control] ?? controlName(control) });
      return;
    }
    const run = end < 0 ? held : held.slice(0, end);
    held = held.slice(run.length);
    afterReturn = false;
    for (const character of graphemes(run)) presses.push({ key: character, text: character });
  }

  function read(): Press[] {
    const presses: Press[] = [];
    while (held !== '') {
      if (pasted !== undefined) {
        if (!readPaste(presses)) break;
      } else if (held[0] === ESC) {
        if (!readEscape(presses)) break;
        afterReturn = false;
      } else readPlain(presses);
    }
    return presses;
  }

  return {
    push(chunk) {
      held += chunk;
      return read();
    },
    get waiting() {
      return pasted === undefined && held !== '';
    },
    flush() {
      if (pasted !== undefined || held === '') return [];
      // `ESC [` and `ESC O` that nothing follows are Alt with that character; no key of this program, so only Esc counts.
      held = held.slice(held.length > 1 ? held.length : 1);
      return [{ key: 'escape' }, ...read()];
    },
  };
}

function controlName(control: string): string {
  return `ctrl-${String.fromCharCode(control.charCodeAt(0) + 0x60)}`;
}

/** The press of a CSI or SS3 sequence; none for a sequence that is no key of ours, which must not leak letters into a field. */
function sequencePress(sequence: string): Press[] {
  // Enter on a numeric keypad; behind `ESC [` the same letter reports the mouse.
  if (sequence === `${ESC}OM`) return [{ key: 'enter' }];
  const final = sequence.at(-1)!;
  const parameters = sequence.slice(2, -1).split(';');
  const key = final === '~' ? TILDE_KEYS[parameters[0]!] : FINAL_KEYS[final];
  if (!key) return [];
  return [{ key: modifierName(parameters[1]) + key }];
}

/** xterm's modifier parameter is 1 plus a bit each for Shift, Alt and Ctrl. */
function modifierName(parameter: string | undefined): string {
  const bits = Number(parameter ?? '1') - 1;
  if (!Number.isInteger(bits) || bits < 0) return '';
  return (bits & 4 ? 'ctrl-' : '') + (bits & 2 ? 'alt-' : '') + (bits & 1 ? 'shift-' : '');
}
