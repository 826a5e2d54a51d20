import type { Tensor } from '../../engine/index.js';
import type { MistakeFacts } from '../../messages/mistakes.js';
import { stageNamed } from '../answer/posed.js';
import type { Ask } from '../types.js';
import type { Sight } from './candidate.js';
import { type Edge, edgesFrom, kindOf, otherOperand } from './edge.js';
import { formulaOf, nameOf, said } from './naming.js';

/** A scalar, or a small list, as it is said. */
export function saidTensor({ shape, data }: Tensor): string {
  if (shape.length === 0) return said(data[0]!);
  const rows = (axis: number, from: number, size: number): string => {
    if (axis === shape.length) return said(data[from]!);
    const step = size / shape[axis]!;
    return `[${Array.from({ length: shape[axis]! }, (_, k) => rows(axis + 1, from + k * step, step)).join(', ')}]`;
  };
  return data.length <= 12 ? rows(0, 0, data.length) : `${shape.join('x')}`;
}

/** How the thing asked is written: `∂f/∂z`, `dz`, `q`. */
export function symbolOf(ask: Ask): string {
  if (ask.kind === 'local') return `∂${ask.of}/∂${ask.wrt}`;
  return ask.kind === 'gradient' ? `d${ask.of}` : ask.of;
}

/**
 * The names and numbers that a sentence may speak of, at one edge of a question. `gate` is the kind of gate and `times`
 * empty: both are put into words where the sentence is made.
 */
export function factsOf(sight: Sight, typed: Tensor, edge: Edge | undefined): MistakeFacts {
  const { ask, whole, pass, node } = sight;
  const { circuit } = pass;
  const at = edge ?? edgesFrom(circuit, node)[0];
  const other = at === undefined ? undefined : otherOperand(circuit, at);
  const value = (id: number | undefined): string => (id === undefined ? '' : saidTensor(pass.value(id)));
  const name = (id: number | undefined): string => (id === undefined ? '' : nameOf(circuit, id));
  const local = at === undefined ? undefined : pass.local(at.gate, at.k);
  const stage = stageNamed(whole.circuit, ask.of);
  const out = ask.kind === 'value' || at === undefined ? node : at.gate;
  return {
    n: saidTensor(typed),
    whole: saidTensor(typed),
    x: ask.kind === 'local' ? ask.wrt : ask.of,
    xv: value(node),
    y: name(other),
    yv: value(other),
    o: name(out),
    ov: value(out),
    f: name(circuit.output),
    fv: value(circuit.output),
    local: at === undefined ? '' : partialSymbol(name(at.gate), ask.kind === 'local' ? ask.wrt : ask.of),
    p: local === undefined ? '' : saidTensor(local),
    up: at === undefined ? '' : `d${name(at.gate)}`,
    g: at === undefined ? '' : saidTensor(pass.gradient(at.gate)),
    next: '',
    further: '',
    gate: at === undefined ? 'other' : kindOfGate(pass.circuit.gate(at.gate), kindOf(pass, at)),
    times: '',
    through: at === undefined ? '' : name(at.gate),
    missing: '',
    asked: symbolOf(ask),
    other: ask.kind === 'value' && stage !== undefined ? formulaOf(whole.circuit, stage.node) : '',
    otherValue: '',
  };
}

/** `∂q/∂x`, `∂(x * y)/∂x` */
function partialSymbol(of: string, wrt: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(of) ? `∂${of}/∂${wrt}` : `∂(${of})/∂${wrt}`;
}

function kindOfGate(gate: string, kind: string): string {
  return kind === 'max' ? gate : kind;
}
