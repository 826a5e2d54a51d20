import { passSteps } from '../../diagram/index.js';
import { evaluate, ProgramError } from '../../engine/index.js';
import { sidesOf } from '../../engine/kinks.js';
import type { Circuit } from '../../engine/types.js';
import { changeAt, firstBoxes, groupsOf, shownGates } from './boxes.js';
import { entriesOf, objective, runOf, withEntry } from './numbers.js';
import { type ReadSource, readSource, type Source } from './program.js';
import type { Movement, Playground } from './state.js';

/** What is done in the playground. */
export type PlaygroundEvent =
  | { readonly type: 'entry'; readonly by: number }
  | { readonly type: 'box'; readonly by: 1 | -1 }
  | { readonly type: 'nudge'; readonly by: 1 | -1 }
  | { readonly type: 'set'; readonly text: string }
  | { readonly type: 'program'; readonly text: string }
  | { readonly type: 'coarser' | 'finer' | 'forward' | 'backward' | 'all' | 'change' | 'reset' | 'undo' };

const FIRST_STEP = 0.01;
const [LEAST_STEP, MOST_STEP] = [1e-6, 1000];
/** How many changes are kept to be undone. */
const MOST_PAST = 200;
/** Decimal digits kept of a nudged number, so that 0.1 + 0.2 is 0.3. */
const DIGITS = 12;

/**
 * A playground with a program, all its numbers shown.
 * @throws ProgramError for a program, or values, that can't be read or computed with
 */
export function openPlayground(source: Source): Playground {
  const state = opened(source, readSource(source));
  runOf(state);
  return state;
}

function opened(source: Source, read: ReadSource): Playground {
  const { circuit, values } = read;
  const entries = entriesOf(circuit);
  return { source, read, circuit, values, entries, boxes: firstBoxes(circuit), cursor: 0, step: FIRST_STEP, past: [] };
}

/** Takes one event. What can't be done leaves everything as it is, with a remark that says why. */
export function playgroundStep(before: Playground, event: PlaygroundEvent): Playground {
  const { remark: _, ...state } = before;
  switch (event.type) {
    case 'entry':
      return toEntry(state, event.by);
    case 'box':
      return besideBox(state, event.by);
    case 'coarser':
      return { ...state, step: Math.min(MOST_STEP, rounded(state.step * 10)) };
    case 'finer':
      return { ...state, step: Math.max(LEAST_STEP, rounded(state.step / 10)) };
    case 'nudge': {
      const now = entryValue(state);
      return now === undefined
        ? { ...state, remark: { kind: 'no-input' } }
        : moved(state, rounded(now + event.by * state.step));
    }
    case 'set':
      return set(state, event.text);
    case 'program':
      return edited(state, event.text);
    case 'forward':
    case 'backward':
      return stepped(state, event.type);
    case 'all': {
      const { done: __, ...rest } = state;
      return rest;
    }
    case 'change':
      return changed(state);
    case 'reset': {
      const { values } = readSource(state.source);
      const { movement: __, ...rest } = state;
      return remember(state, { ...rest, values });
    }
    case 'undo': {
      const last = state.past.at(-1);
      return last ? { ...last, past: state.past.slice(0, -1) } : { ...state, remark: { kind: 'nothing-to-undo' } };
    }
  }
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 1));
}

/** Another entry is at hand, and no gate, unless one waits for its turn in a pass. */
function toEntry(state: Playground, by: number): Playground {
  const { box, ...rest } = state;
  const cursor = within(state.cursor + by, state.entries.length);
  return { ...rest, cursor, ...(box !== undefined && state.done !== undefined && { box }) };
}

function rounded(x: number): number {
  return Number(x.toPrecision(DIGITS));
}

/** What was is kept without its own past, or all that ever was would be. */
function remember(before: Playground, after: Omit<Playground, 'past'>): Playground {
  return { ...after, past: [...before.past, { ...before, past: [] }].slice(-MOST_PAST) };
}

/** The number that the arrow keys are at; undefined in a circuit without inputs. */
export function entryValue(state: Playground): number | undefined {
  const entry = state.entries[state.cursor];
  return entry && runOf(state).value(entry.input).data[entry.at];
}

function set(state: Playground, text: string): Playground {
  try {
    const { shape, data } = evaluate(text, {});
    if (entryValue(state) === undefined) return { ...state, remark: { kind: 'no-input' } };
    return shape.length === 0 ? moved(state, data[0]!) : { ...state, remark: { kind: 'no-number' } };
  } catch (error) {
    return refused(state, error);
  }
}

function refused(state: Playground, error: unknown): Playground {
  if (!(error instanceof ProgramError)) throw error;
  return { ...state, remark: { kind: 'refused', error } };
}

/** The entry at hand gets another value; what the output did is held against what the gradient said. */
function moved(state: Playground, to: number): Playground {
  const entry = state.entries[state.cursor]!;
  const passes = runOf(state);
  const from = passes.value(entry.input).data[entry.at]!;
  const by = to - from;
  const predicted = passes.gradient(entry.input).data[entry.at]! * by;
  const [f, sides] = [objective(state), sidesOf(passes)];
  const after: Playground = { ...state, values: withEntry(state.values, entry, to) };
  try {
    const crossed = [...sidesOf(runOf(after))].filter(([gate, side]) => sides.get(gate) !== side);
    const movement: Movement = {
      label: entry.label,
      by,
      moved: objective(after) - f,
      predicted,
      crossed: crossed.map(([gate]) => state.circuit.name(gate)),
    };
    return remember(state, { ...after, movement });
  } catch (error) {
    return refused(state, error);
  }
}

/**
 * The playground with another program; inputs keep their values.
 * @throws ProgramError with the place
 */
export function withProgram(state: Playground, text: string): Playground {
  const source = { ...state.source, program: text };
  const read = readSource(source, { ...state.read, values: state.values });
  const next = opened(source, read);
  runOf(next);
  return { ...next, step: state.step, cursor: within(state.cursor, next.entries.length), past: state.past };
}

function edited(state: Playground, text: string): Playground {
  try {
    return remember(state, withProgram(state, text));
  } catch (error) {
    return refused(state, error);
  }
}

function besideBox(state: Playground, by: 1 | -1): Playground {
  const gates = shownGates(state);
  if (gates.length === 0) return { ...state, remark: { kind: 'no-box' } };
  const now = state.box === undefined ? -1 : gates.indexOf(state.box);
  const at = now < 0 ? (by > 0 ? 0 : gates.length - 1) : (now + by + gates.length) % gates.length;
  return { ...state, box: gates[at]! };
}

/** One more gate takes its turn; the gate whose turn is next is the one at hand. */
function stepped(state: Playground, pass: 'forward' | 'backward'): Playground {
  const steps = passSteps(state.circuit);
  const half = steps.filter((step) => step.pass === 'forward').length;
  if (half === 0) return { ...state, remark: { kind: 'no-box' } };
  let done: number;
  if (pass === 'forward') done = state.done === undefined || state.done >= half ? 0 : state.done + 1;
  else done = state.done === undefined || state.done < half ? half : state.done + 1;
  // The gates inside a box take their turns with it.
  const inside = new Set(groupsOf(state).flatMap(({ gates, output }) => gates.filter((gate) => gate !== output)));
  while (done !== half && done < steps.length && inside.has(steps[done]!.gate)) done++;
  const { box: _, done: __, ...rest } = state;
  const next = steps[done];
  return next === undefined ? rest : { ...rest, done, box: next.gate };
}

/** What is at hand is taken apart or put together. */
function changed(state: Playground): Playground {
  if (state.box === undefined) return { ...state, remark: { kind: 'no-box' } };
  const change = changeAt(state, state.box);
  if (change === undefined) return { ...state, remark: { kind: 'single-gate' } };
  const { done: _, movement: __, ...rest } = state;
  if ('boxes' in change) {
    const group = groupsOf({ circuit: state.circuit, boxes: change.boxes }).find(({ gates }) =>
      gates.includes(state.box!),
    );
    return remember(state, {
      ...rest,
      boxes: change.boxes,
      box: change.kind === 'close' && group ? group.output : state.box,
    });
  }
  const { circuit } = change;
  return remember(state, { ...rest, circuit, ...placed(circuit, state) });
}

/** Where the entries and the gate at hand are in a circuit whose gates were changed; its names are the same. */
function placed(circuit: Circuit, state: Playground): Pick<Playground, 'entries' | 'box'> {
  const output = circuit.find(state.circuit.name(state.box!));
  return { entries: entriesOf(circuit), ...(output !== undefined && { box: output }) };
}
