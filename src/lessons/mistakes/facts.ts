import type { Shape, Tensor } from '../../engine/index.js';
import type { MistakeFacts } from '../../messages/mistakes.js';
import { stageNamed } from '../answer/posed.js';
import type { Ask } from '../types.js';
import type { Sight } from './candidate.js';
import { type Edge, edgesFrom, kindOf, otherOperand } from './edge.js';
import { nameOf, said } from './naming.js';

/** Tensors of more entries are said by their first ones. */
const MOST_SAID = 12;

/** A number, or a list of them: of a large one the first entries, `[[0.1, -2, …], [3, 0.5, …], …]`. */
export function saidTensor({ shape, data }: Tensor): string {
  const kept = isSmall(shape) ? Number.POSITIVE_INFINITY : shape.length < 3 ? 2 : 1;
  const rows = (axis: number, from: number, size: number): string => {
    if (axis === shape.length) return said(data[from]!);
    const extent = shape[axis]!;
    const step = size / extent;
    const first = Array.from({ length: Math.min(extent, kept) }, (_, k) => rows(axis + 1, from + k * step, step));
    return `[${[...first, ...(extent > kept ? ['…'] : [])].join(', ')}]`;
  };
  return rows(0, 0, data.length);
}

/** Whether a tensor is said in full. */
export function isSmall(shape: Shape): boolean {
  return shape.reduce((size, extent) => size * extent, 1) <= MOST_SAID;
}

/** Stands for what gradients are about where it has no name. */
export const NOT_DRAWN = '\u0000';

/** How the thing asked is written: `∂f/∂z`, `dz`, `q`. */
export function symbolOf(ask: Ask): string {
  if (ask.kind === 'local') return `∂${ask.of}/∂${ask.wrt}`;
  return ask.kind === 'gradient' ? `d${ask.of}` : ask.of;
}

/**
 * The names and numbers that a sentence may speak of, at one edge of a question. `gate` is the kind of gate and `times`
 * empty: both are put into words where the sentence is made.
 * @param formula what was typed, where it was no number
 */
export function factsOf(sight: Sight, typed: Tensor, edge: Edge | undefined, formula?: string): MistakeFacts {
  const { ask, whole, pass, node } = sight;
  const { circuit } = pass;
  // A scalar's formula is echoed with its number; a tensor's is easier to know again than its numbers.
  const n = formula !== undefined && typed.shape.length > 0 ? formula : asTyped(typed);
  const at = edge ?? edgesFrom(circuit, node)[0];
  const other = at === undefined ? undefined : otherOperand(circuit, at);
  const name = (id: number | undefined): string => (id === undefined ? '' : nameOf(circuit, id));
  const value = (id: number | undefined): string => (id === undefined ? '' : brief(pass.value(id), name(id)));
  const local = at === undefined ? undefined : pass.local(at.gate, at.k);
  const stage = stageNamed(whole.circuit, ask.of);
  const out = ask.kind === 'value' || at === undefined ? node : at.gate;
  const symbol = at === undefined ? '' : partialSymbol(name(at.gate), ask.kind === 'local' ? ask.wrt : ask.of);
  return {
    n,
    whole: n,
    x: ask.kind === 'local' ? ask.wrt : ask.of,
    xv: value(node),
    y: name(other),
    yv: value(other),
    o: name(out),
    ov: value(out),
    f: sight.final ?? NOT_DRAWN,
    fv: value(circuit.output),
    local: symbol,
    p: local === undefined ? '' : brief(local, symbol),
    up: at === undefined ? '' : `d${name(at.gate)}`,
    g: at === undefined ? '' : brief(pass.gradient(at.gate), `d${name(at.gate)}`),
    next: '',
    further: '',
    gate: at === undefined ? 'other' : kindOfGate(pass.circuit.gate(at.gate), kindOf(pass, at)),
    times: '',
    through: at === undefined ? '' : name(at.gate),
    missing: '',
    asked: symbolOf(ask),
    other: ask.kind === 'value' && stage !== undefined ? stage.source : '',
    otherValue: '',
  };
}

/** A number that was typed, in its own digits where they are few. */
function asTyped(typed: Tensor): string {
  const plain = String(typed.data[0]);
  return typed.shape.length === 0 && plain.length <= 8 && !plain.includes('e') ? plain : saidTensor(typed);
}

/** Tensors of more entries are called by their names in a sentence. */
const MOST_IN_A_SENTENCE = 4;

function brief(tensor: Tensor, name: string): string {
  const named = /^[\p{L}\p{N}_∂/]+$/u.test(name);
  return named && tensor.data.length > MOST_IN_A_SENTENCE ? name : saidTensor(tensor);
}

/** `∂q/∂x`, `∂(x * y)/∂x` */
function partialSymbol(of: string, wrt: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(of) ? `∂${of}/∂${wrt}` : `∂(${of})/∂${wrt}`;
}

function kindOfGate(gate: string, kind: string): string {
  return kind === 'max' ? gate : kind;
}
