import {
  beside,
  type Glyphs,
  type Line,
  type Mark,
  type Marks,
  opens,
  openTensors,
  padTo,
  paint,
  passSteps,
  type Role,
  rectangleOf,
  textWidth,
  windowOnto,
} from '../../diagram/index.js';
import { explain, formatNumber, type ProgramError, shapeText, troubles } from '../../engine/index.js';
import type { Circuit, NodeId } from '../../engine/types.js';
import { type PlaygroundMessages, playgroundMessages } from '../../messages/playground.js';
import { programProblem } from '../../messages/problems.js';
import type { Lang } from '../types.js';
import { inGlyphs } from '../view/ascii.js';
import { wrap } from '../view/wrap.js';
import { type Change, changeAt, groupsOf, shownGates } from './boxes.js';
import { drawingOf } from './drawing.js';
import { objective, runOf } from './numbers.js';
import type { Movement, Playground, Remark } from './state.js';

export interface PlaygroundViewOptions {
  readonly width: number;
  readonly glyphs: Glyphs;
  readonly lang: Lang;
}

/** A window onto the circuit, and where in the whole drawing it lies. */
export interface CircuitWindow {
  readonly lines: readonly Line[];
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

const LARGEST_PANEL = 6;
/** Rows below the panel that are always there, so that nothing moves when something is said. */
export const STATUS_ROWS = 2;

/**
 * The circuit in `rows` rows, with what is at hand in view.
 * @param from where the window was before; it moves as little as it must
 * @param follow whether it moves at all
 */
export function circuitWindow(
  state: Playground,
  { width, glyphs }: PlaygroundViewOptions,
  rows: number,
  from: { readonly row: number; readonly column: number },
  follow = true,
): CircuitWindow {
  const { layout, marks } = drawingOf(state, width, glyphs);
  const focus = state.box ?? state.entries[state.cursor]?.input;
  const seen = follow && focus !== undefined ? rectangleOf(layout, (node) => node === focus) : undefined;
  const view = windowOnto(layout, { rows: Math.min(rows, layout.height), columns: width }, seen, from);
  const { height, width: columns } = layout;
  const lines = paint(layout, marks, view);
  const whole = { row: view.row, column: view.column, height, width: columns };
  const tensors = openedTensors(state, marks);
  const together = beside(lines, tensors, width);
  const isBeside = tensors.length > 0 && together.length <= Math.min(rows, Math.max(height, tensors.length));
  return isBeside ? { ...whole, lines: together, height: together.length } : { ...whole, lines };
}

/** The numbers of small tensors that are computed, as far as the passes have come; on the wires stand their shapes. */
function openedTensors(state: Playground, marks: Marks): Line[] {
  const { circuit } = state;
  const computed = shownGates(state).filter((id) => circuit.named(id) && circuit.shape(id).length > 0);
  const known = (mark: Mark | undefined) => (mark?.text === '?' ? 'hidden' : 'shown');
  return openTensors(
    runOf(state),
    computed.filter((id) => opens(circuit.shape(id))),
    { value: (id) => known(marks.value(id)), gradient: (id) => known(marks.gradient(id)) },
  );
}

/** What the gradients are gradients of, with its value: `f = 1.5456`. */
export function outputText(state: Playground, lang: Lang): string {
  return `${outputName(state, lang)} = ${formatNumber(objective(state), { significant: 5 })}`;
}

/** What the program calls the output last: `f` for `f = x` too. */
function lineName(circuit: Circuit): string {
  return circuit.stages.findLast(({ node }) => node === circuit.output)?.name ?? circuit.name(circuit.output);
}

function outputName({ circuit, source }: Playground, lang: Lang): string {
  const words = playgroundMessages[lang];
  const name = lineName(circuit);
  if (circuit.shape(circuit.output).length === 0) return name;
  return source.seed === undefined ? words.sum(name) : words.weighed(name);
}

/** The numbers that can be nudged, in as many columns as fit; the one at hand is marked. */
export function panelLines(state: Playground, { width, glyphs }: PlaygroundViewOptions, most = LARGEST_PANEL): Line[] {
  const { entries, cursor } = state;
  if (entries.length === 0) return [];
  const passes = runOf(state);
  const shown = state.done === undefined || isBackOver(state);
  const [pointer, handles, d] = glyphs === 'unicode' ? ['▸', '◂▸', '∂'] : ['>', '<>', 'd'];
  const { circuit } = state;
  const scalar = circuit.shape(circuit.output).length === 0;
  const slope = (label: string) => (scalar ? `${d}${lineName(circuit)}/${d}${label}` : `d${label}`);
  const cells = entries.map(({ input, at, label }) => ({
    label,
    value: formatNumber(passes.value(input).data[at]!),
    gradient: shown ? formatNumber(passes.gradient(input).data[at]!) : '?',
  }));
  const widest = (of: (cell: (typeof cells)[number]) => string) =>
    Math.max(...cells.map((cell) => textWidth(of(cell))));
  const [names, values, gradients] = [widest((c) => c.label), widest((c) => c.value), widest((c) => c.gradient)];
  const room = Math.max(LEAST_NUMBER, values);
  const back = Math.max(LEAST_NUMBER, gradients);
  const slopes = widest(({ label }) => slope(label));
  const columnWidth = 3 + names + 3 + room + 4 + slopes + 3 + back + GAP;
  const columns = Math.max(1, Math.min(entries.length, Math.floor((width + GAP) / columnWidth)));
  const rows = Math.ceil(entries.length / columns);
  const top = Math.max(0, Math.min((cursor % rows) - (most >> 1), rows - most));
  return Array.from({ length: Math.min(rows, most) }, (_, k): Line => {
    const row = top + k;
    return Array.from({ length: columns }, (_, column) => column * rows + row).flatMap((i): Line => {
      const cell = cells[i];
      if (!cell) return [];
      const here = i === cursor;
      const span = (text: string, role: Role) => ({ text, role });
      return [
        span(here ? ` ${pointer} ` : '   ', 'current'),
        span(padTo(inGlyphs(cell.label, glyphs), names), here ? 'current' : 'plain'),
        span(' = ', 'faint'),
        span(padTo(cell.value, room, 'end'), 'value'),
        span(here ? ` ${handles} ` : '    ', 'current'),
        span(padTo(slope(cell.label), slopes), 'faint'),
        span(' = ', 'faint'),
        span(padTo(cell.gradient, back, 'end'), 'gradient'),
        span(' '.repeat(GAP), 'plain'),
      ];
    });
  });
}

const LEAST_NUMBER = 6;
/** Columns between two numbers that stand side by side. */
const GAP = 1;

function isBackOver({ done, circuit }: Playground): boolean {
  return done !== undefined && done >= passSteps(circuit).length;
}

/** What is to be said now, in at most two lines: what a nudge came to, a pass's next turn, the gate at hand, what is wrong. */
export function statusLines(state: Playground, options: PlaygroundViewOptions): Line[] {
  const { lang, width, glyphs } = options;
  const said = sentences(state, playgroundMessages[lang], lang);
  const lines = said.flatMap(({ text, role }) => wrap([{ text: inGlyphs(text, glyphs), role }], width));
  return lines.slice(0, STATUS_ROWS);
}

interface Sentence {
  readonly text: string;
  readonly role: Role;
}

function sentences(state: Playground, words: PlaygroundMessages, lang: Lang): readonly Sentence[] {
  const { remark, movement, box, circuit } = state;
  if (remark) return [{ text: remarkText(state, remark, words, lang), role: 'hint' }];
  const wrong = troubleText(state, words, lang);
  if (wrong !== undefined)
    return [...(movement ? [movedSentence(state, movement, words, lang)] : []), { text: wrong, role: 'wrong' }];
  if (state.done !== undefined && box !== undefined) return turnSentences(state, state.done, words);
  if (box !== undefined) return [{ text: words.changes[changeKind(state, box)](formulaAt(state, box)), role: 'plain' }];
  if (movement) {
    const why = differs(movement) ? reason(state, movement, words) : undefined;
    return [
      movedSentence(state, movement, words, lang),
      ...(why === undefined ? [] : [{ text: why, role: 'hint' as const }]),
    ];
  }
  const { output } = circuit;
  const shape = circuit.shape(output);
  if (shape.length === 0 || state.source.seed !== undefined) return [];
  return [{ text: words.summed(circuit.name(output), shapeText(shape)), role: 'faint' }];
}

function remarkText(state: Playground, remark: Remark, words: PlaygroundMessages, lang: Lang): string {
  const { box } = state;
  switch (remark.kind) {
    case 'no-input':
      return words.noInput;
    case 'no-box':
      return words.noBox;
    case 'nothing-to-undo':
      return words.nothingToUndo;
    case 'no-number':
      return words.noNumber;
    case 'single-gate':
      return words.singleGate(box === undefined ? '' : formulaAt(state, box));
    case 'refused':
      return programProblem(remark.error, lang);
  }
}

/** A program's error with its place, where it has one. */
export function problemText(error: ProgramError, words: PlaygroundMessages, lang: Lang): string {
  const sentence = programProblem(error, lang);
  return error.line > 0 ? words.at(error.line, error.column, sentence) : sentence;
}

function signed(x: number): string {
  const text = formatNumber(x, { significant: 3 });
  return x > 0 ? `+${text}` : text;
}

function movedSentence(state: Playground, movement: Movement, words: PlaygroundMessages, lang: Lang): Sentence {
  const { label, by, moved, predicted } = movement;
  const text = words.moved(
    label,
    `${by > 0 ? '+' : ''}${Number(by.toPrecision(6))}`,
    outputName(state, lang),
    signed(moved),
    signed(predicted),
  );
  return { text, role: 'plain' };
}

/** Whether one sees that the output did not do what the gradient said. */
function differs({ moved, predicted }: Movement): boolean {
  return signed(moved) !== signed(predicted);
}

function reason(state: Playground, { moved, predicted, crossed }: Movement, words: PlaygroundMessages): string {
  if (!Number.isFinite(moved) || !Number.isFinite(predicted)) return words.notFinite;
  if (crossed.length > 0)
    return words.crossed(
      crossed
        .slice(0, 2)
        .map((name) => gateText(state, name))
        .join(', '),
    );
  return words.bends;
}

/** A gate by the name that the program gives it, else by what it computes. */
function gateText(state: Playground, name: string): string {
  const gate = state.circuit.find(name)!;
  return state.circuit.named(gate) ? name : explain(runOf(state), gate).formula;
}

/** Where numbers stop being finite first, and why; undefined while they are. */
function troubleText(state: Playground, words: PlaygroundMessages, lang: Lang): string | undefined {
  const [first] = troubles(runOf(state));
  if (first === undefined) return undefined;
  const name = formulaAt(state, first.node);
  const text = (first.in === 'value' ? words.trouble : words.troubleBack)(name, first.words[lang]);
  return first.instead === undefined ? text : `${text} ${words.instead(first.instead)}`;
}

/** What a box computes: a line of the program, or a gate's formula. */
function formulaAt(state: Playground, box: NodeId): string {
  const { circuit } = state;
  const group = groupsOf(state).find(({ output }) => output === box);
  if (!group) return `${circuit.name(box)} = ${explain(runOf(state), box).formula}`;
  const line = circuit.stages.find(({ node }) => node === box);
  return `${circuit.name(box)} = ${line?.source ?? group.label}`;
}

function changeKind(state: Playground, box: NodeId): Change['kind'] | 'none' {
  return changeAt(state, box)?.kind ?? 'none';
}

const LONGEST_RULE = 20;

function turnSentences(state: Playground, done: number, words: PlaygroundMessages): readonly Sentence[] {
  const steps = passSteps(state.circuit);
  const turn = steps[done]!;
  const formula = formulaAt(state, turn.gate);
  const forwards = steps.filter(({ pass }) => pass === 'forward').length;
  if (turn.pass === 'forward') return [{ text: words.forward(done + 1, forwards, formula), role: 'plain' }];
  const text = words.backward(done - forwards + 1, steps.length - forwards, formula);
  const { name, operands } = explain(runOf(state), turn.gate);
  const { circuit } = state;
  const args = circuit.args(turn.gate);
  const shares = operands.flatMap((operand, k) => {
    if (circuit.gate(args[k]!) === 'const') return [];
    const { local: entries, symbols } = operand;
    // A rule with cases says less than the number that it comes to.
    const factor =
      symbols.length > LONGEST_RULE && entries?.shape.length === 0
        ? formatNumber(entries.data[0]!)
        : bracketed(symbols);
    const local = entries === undefined ? symbols : `${factor} * d${name}`;
    const scalar = circuit.shape(args[k]!).length === 0 && circuit.shape(turn.gate).length === 0;
    const number = scalar ? ` = ${formatNumber(runOf(state).share(turn.gate, k).data[0]!)}` : '';
    return [words.gets(operand.name, local + number)];
  });
  return [
    { text, role: 'plain' },
    { text: shares.join('; '), role: 'gradient' },
  ];
}

function bracketed(formula: string): string {
  return /[\s+*/-]/.test(formula) && !/^[\w.]+\([^()]*\)$/.test(formula) ? `(${formula})` : formula;
}
