import { formatNumber, shapeText } from '../engine/index.js';
import type { Circuit, NodeId, Run, Shape } from '../engine/types.js';
import type { Branch } from './graph.js';
import type { Role } from './span.js';

/** A number's text at a wire, and what it is. */
export interface Mark {
  readonly text: string;
  readonly role: Role;
  /** A number of more digits than its label has room for: written as it fits into the room and what is free before it. */
  readonly fit?: (room: number) => string;
}

/** What is written on a layout; anything undefined stays blank. */
export interface Marks {
  /** Above a wire: the value of the node it comes from. */
  value(node: NodeId): Mark | undefined;
  /** Below a wire: the gradient with respect to the node. */
  gradient(node: NodeId): Mark | undefined;
  /** Below a branch's end: the sum of what these branches carry back. */
  share(branches: readonly Branch[]): Mark | undefined;
  /** Whether the gate is the one at hand, to be drawn heavy. */
  current?(node: NodeId): boolean;
  /** Whether the branch lies on the path that is pointed out. */
  highlighted?(branch: Branch): boolean;
}

/** How far a learner is with a number. `wrong`: asked, and the last answer missed. */
export type State = 'shown' | 'hidden' | 'asked' | 'right' | 'wrong' | 'revealed';

export interface RunMarkOptions {
  /** How numbers are written. */
  readonly format?: (x: number) => string;
  /** What is known of each number; everything is shown unless given. */
  readonly value?: (node: NodeId) => State;
  readonly gradient?: (node: NodeId) => State;
  readonly share?: (branch: Branch) => State;
  readonly current?: (node: NodeId) => boolean;
  readonly highlighted?: (branch: Branch) => boolean;
}

/** What stands in place of a number that isn't known, told apart without colour. */
const UNKNOWN: Partial<Record<State, string>> = { hidden: '?', asked: '[?]', wrong: '✗?' };

const ROLES: Record<Exclude<State, 'shown'>, Role> = {
  hidden: 'faint',
  asked: 'asked',
  right: 'right',
  wrong: 'wrong',
  revealed: 'revealed',
};

/**
 * The numbers of a run as marks: a scalar's value, a tensor's shape; constants have no gradient. Without a run all is
 * `?`. Where several branches end as one, the least known of them decides what is shown.
 */
export function runMarks(circuit: Circuit, run: Run | undefined, options: RunMarkOptions = {}): Marks {
  const { format = formatNumber, value, gradient, share } = options;
  const mark = (shape: Shape, number: () => number, state: State, role: Role): Mark => {
    const text = run ? UNKNOWN[state] : '?';
    const shown = text ?? (shape.length > 0 ? shapeText(shape) : format(number()));
    return { text: shown, role: state === 'shown' ? (run ? role : 'faint') : ROLES[state] };
  };
  const hasGradient = (node: NodeId) => circuit.gate(node) !== 'const';
  return {
    value: (node) => mark(circuit.shape(node), () => run!.value(node).data[0]!, value?.(node) ?? 'shown', 'value'),
    gradient: (node) =>
      hasGradient(node)
        ? mark(circuit.shape(node), () => run!.gradient(node).data[0]!, gradient?.(node) ?? 'shown', 'gradient')
        : undefined,
    share: (branches) => {
      const first = branches[0];
      const operand = first && circuit.args(first.node)[first.k]!;
      if (operand === undefined || !hasGradient(operand)) return undefined;
      const states = branches.map((branch) => share?.(branch) ?? 'shown');
      const state = LEAST_KNOWN.find((candidate) => states.includes(candidate))!;
      const sum = () => branches.reduce((total, { node, k }) => total + run!.share(node, k).data[0]!, 0);
      return mark(circuit.shape(operand), sum, state, 'gradient');
    },
    ...(options.current ? { current: options.current } : {}),
    ...(options.highlighted ? { highlighted: options.highlighted } : {}),
  };
}

const LEAST_KNOWN: readonly State[] = ['wrong', 'asked', 'hidden', 'revealed', 'right', 'shown'];

/** Says of every branch whether gradient comes back through it on the way from the output to `node`. */
export function gradientPath(circuit: Circuit, node: NodeId): (branch: Branch) => boolean {
  const onWay = new Uint8Array(circuit.size);
  onWay[node] = 1;
  for (let id = node + 1; id < circuit.size; id++) if (circuit.args(id).some((arg) => onWay[arg])) onWay[id] = 1;
  const live = new Uint8Array(circuit.size);
  live[circuit.output] = 1;
  for (let id = circuit.output; id >= 0; id--) if (live[id]) for (const arg of circuit.args(id)) live[arg] = 1;
  return (branch) => live[branch.node] === 1 && onWay[circuit.args(branch.node)[branch.k]!] === 1;
}
