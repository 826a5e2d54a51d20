import { fuse } from './fuse.js';
import type { Circuit, NodeId, Run } from './types.js';

/** A number that left the finite ones, where it did so first, and why. */
export interface Trouble {
  readonly node: NodeId;
  /** Whether the forward value went wrong there, or only the gradient on its way back. */
  readonly in: 'value' | 'gradient';
  readonly kind: 'overflow' | 'division-by-zero' | 'undefined' | 'infinite-slope' | 'zero-times-infinity';
  readonly words: { readonly en: string; readonly zh: string };
  /** The gate with a stable form that does the same as the gates here, if there is one. */
  readonly instead: string | undefined;
}

const MOST = 4;

/**
 * Where a run's numbers stop being finite first, forward and backward: what a formula typed out does at its limits,
 * such as 1 / (1 + exp(-x)) at x = -1000, and which gate does better. At most a few of each, as one causes the next;
 * empty where all numbers are finite.
 */
export function troubles(run: Run): Trouble[] {
  const found: Trouble[] = [];
  const { circuit } = run;
  for (let id = 0; id < circuit.size && found.length < MOST; id++) {
    const args = circuit.args(id);
    if (allFinite(run.value(id).data) || args.length === 0) continue;
    if (!args.every((arg) => allFinite(run.value(arg).data))) continue;
    found.push(trouble(circuit, id, 'value', valueKind(run, id)));
  }
  const most = found.length + MOST;
  for (let id = circuit.output; id >= 0 && found.length < most; id--) {
    if (!allFinite(run.gradient(id).data)) continue;
    const bad = circuit.args(id).some((arg) => circuit.gate(arg) !== 'const' && !allFinite(run.gradient(arg).data));
    if (!bad) continue;
    const kind = slopeKind(run, id);
    if (kind !== undefined) found.push(trouble(circuit, id, 'gradient', kind));
  }
  return found;
}

function allFinite(numbers: Float64Array): boolean {
  return numbers.every(Number.isFinite);
}

function valueKind(run: Run, id: NodeId): Trouble['kind'] {
  const { circuit } = run;
  if (run.value(id).data.some(Number.isNaN)) return 'undefined';
  if (circuit.gate(id) === 'div' || circuit.gate(id) === 'log') return 'division-by-zero';
  return 'overflow';
}

function slopeKind(run: Run, id: NodeId): Trouble['kind'] | undefined {
  const shares = run.circuit
    .args(id)
    .flatMap((arg, k) => (run.circuit.gate(arg) === 'const' ? [] : [...run.share(id, k).data]));
  if (shares.some(Number.isNaN)) return 'zero-times-infinity';
  return shares.every(Number.isFinite) ? undefined : 'infinite-slope';
}

const WORDS: Readonly<Record<Trouble['kind'], Trouble['words']>> = {
  overflow: {
    en: 'the value is larger than any number that the machine can hold',
    zh: '数值超出了机器能表示的范围',
  },
  'division-by-zero': { en: 'the formula divides by zero here', zh: '这里除以了零' },
  undefined: { en: 'the formula has no value here', zh: '公式在这里没有值' },
  'infinite-slope': { en: 'the slope is infinite here', zh: '这里的斜率是无穷大' },
  'zero-times-infinity': {
    en: 'on the way back 0 meets infinity, and their product has no value',
    zh: '往回传时 0 与无穷大相乘，没有值',
  },
};

function trouble(circuit: Circuit, id: NodeId, place: Trouble['in'], kind: Trouble['kind']): Trouble {
  return { node: id, in: place, kind, words: WORDS[kind], instead: stableGate(circuit, id) };
}

/** Gates further on than any fused gate reaches are not looked at. */
const FURTHEST = 12;

/** Of the nodes that a node leads to, the first that a fused gate with a stable form could stand for. */
function stableGate(circuit: Circuit, id: NodeId): string | undefined {
  const led = new Set([id]);
  for (let node = id; node < circuit.size && led.size < FURTHEST; node++) {
    if (node !== id && !circuit.args(node).some((arg) => led.has(arg))) continue;
    led.add(node);
    const fused = fuse(circuit, node);
    if (fused === undefined) continue;
    const name = circuit.name(node);
    const fusedNode = fused.find(name);
    if (fusedNode !== undefined) return fused.gate(fusedNode);
  }
  return undefined;
}
