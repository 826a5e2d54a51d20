import type { Circuit, NodeId, Run, Shape, Tensor } from '../../engine/index.js';

/** One way from a node into a gate that reads it, as operand `k`. */
export interface Edge {
  readonly gate: NodeId;
  readonly k: number;
}

/** The numbers at one entry of a gate, seen from one operand. */
export interface Site {
  /** The operand's own value, the other operand's (NaN if there is none), the output. */
  readonly a: number;
  readonly b: number;
  readonly o: number;
  /** The upstream gradient and the local gradient. */
  readonly g: number;
  readonly p: number;
}

/** The ways from a node to gates that the output depends on, in the order of the program. */
export function edgesFrom(circuit: Circuit, node: NodeId): readonly Edge[] {
  const live = new Set<NodeId>([circuit.output]);
  for (let id = circuit.output; id >= 0; id--) if (live.has(id)) for (const arg of circuit.args(id)) live.add(arg);
  const edges: Edge[] = [];
  for (let gate = 0; gate < circuit.size; gate++)
    if (live.has(gate))
      circuit.args(gate).forEach((arg, k) => {
        if (arg === node) edges.push({ gate, k });
      });
  return edges;
}

/** What kind of gate an operand meets: constants make gates of their own (`c+x`, `a*x`, `1/x`, `x^n`). */
export type EdgeKind =
  | 'add'
  | 'shift'
  | 'sub'
  | 'subtrahend'
  | 'mul'
  | 'scale'
  | 'div'
  | 'divisor'
  | 'inverse'
  | 'power'
  | 'exponent'
  | 'neg'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'abs'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leaky'
  | 'max'
  | 'softplus'
  | 'sin'
  | 'cos'
  | 'matrix';

const SAME_NAME = new Set(['neg', 'exp', 'log', 'sqrt', 'abs', 'sigmoid', 'tanh', 'relu', 'softplus', 'sin', 'cos']);

export function kindOf(pass: Run, { gate, k }: Edge): EdgeKind {
  const { circuit } = pass;
  const other = circuit.args(gate)[1 - k];
  const constant = other !== undefined && circuit.gate(other) === 'const';
  switch (circuit.gate(gate)) {
    case 'add':
      return constant ? 'shift' : 'add';
    case 'sub':
      return k === 1 ? 'subtrahend' : constant ? 'shift' : 'sub';
    case 'mul':
      return constant ? 'scale' : 'mul';
    case 'div':
      if (k === 0) return 'div';
      return constant && pass.value(other).data.every((x) => x === 1) ? 'inverse' : 'divisor';
    case 'pow':
      return k === 0 ? 'power' : 'exponent';
    case 'leaky_relu':
      return 'leaky';
    case 'max':
    case 'min':
      return circuit.args(gate).length === 2 ? 'max' : 'matrix';
    default:
      return SAME_NAME.has(circuit.gate(gate)) ? (circuit.gate(gate) as EdgeKind) : 'matrix';
  }
}

/** The other operand of an edge's gate, if it has one. */
export function otherOperand(circuit: Circuit, { gate, k }: Edge): NodeId | undefined {
  return circuit.args(gate)[1 - k];
}

/**
 * A rule worked out entry by entry over a gate's output and summed into the operand's shape, as the gate's own gradient
 * is where the operand was broadcast. Undefined for a gate that does not work entry by entry.
 */
export function entrywise(pass: Run, edge: Edge, rule: (site: Site) => number): Tensor | undefined {
  const { circuit } = pass;
  const { gate, k } = edge;
  const own = circuit.args(gate)[k]!;
  const other = otherOperand(circuit, edge);
  const local = pass.local(gate, k);
  if (local === undefined) return undefined;
  const shape = circuit.shape(gate);
  const a = pass.value(own);
  const b = other === undefined ? undefined : pass.value(other);
  const o = pass.value(gate).data;
  const g = pass.gradient(gate).data;
  const data = new Float64Array(a.data.length);
  for (let at = 0; at < o.length; at++) {
    const mine = broadcastIndex(at, shape, a.shape);
    data[mine]! += rule({
      a: a.data[mine]!,
      b: b === undefined ? Number.NaN : b.data[broadcastIndex(at, shape, b.shape)]!,
      o: o[at]!,
      g: g[at]!,
      p: local.data[local.data.length === o.length ? at : mine]!,
    });
  }
  return { shape: a.shape, data };
}

/** Where an operand of shape `from` keeps the entry that the entry `at` of the broadcast shape `to` reads. */
export function broadcastIndex(at: number, to: Shape, from: Shape): number {
  let rest = at;
  let index = 0;
  let step = 1;
  for (let axis = to.length - 1, mine = from.length - 1; mine >= 0; axis--, mine--) {
    const place = rest % to[axis]!;
    rest = Math.floor(rest / to[axis]!);
    if (from[mine]! > 1) index += place * step;
    step *= from[mine]!;
  }
  return index;
}
