import type { NodeId } from '../engine/types.js';
import type { Arrangement } from './arrange.js';

/** Operand `k` of gate `node` in the circuit: a wire's branch. */
export interface Branch {
  readonly node: NodeId;
  readonly k: number;
}

/** An operand as drawn. */
export interface Port {
  /** The view node whose wire comes in here. */
  readonly from: number;
  /**
   * The branches of the circuit whose shares add up to what this branch end carries back; none at an end of the
   * circuit.
   */
  readonly shares: readonly Branch[];
  /** Cells reserved for the share. */
  readonly room: number;
}

/** What stands inside the frame of an expanded group. */
export interface Inside {
  readonly arrangement: Arrangement;
  /** For each port of the frame, the nameless leaf inside at which its wire goes on. */
  readonly entries: readonly number[];
  /** The nameless sink at which the output leaves. */
  readonly exit: number;
}

/** A thing with a place in the drawing. `leaf`: a name with a wire; `gate`: a box; `sink`: the name a wire ends at. */
export interface ViewNode {
  readonly kind: 'leaf' | 'gate' | 'sink';
  readonly label: string;
  /** The program's name for what the outgoing wire carries, if it has one: where the wire is cut, the ends bear it. */
  readonly name?: string;
  /** At the far end of a cut wire, the name that both ends bear. */
  readonly tag?: string;
  /** The circuit's node whose value the outgoing wire carries; for a sink, the one that arrives. */
  readonly source: NodeId;
  /** The circuit's nodes this one stands for; a collapsed gate stands for several. */
  readonly members: readonly NodeId[];
  /** The operands in order, top to bottom. */
  readonly ports: readonly Port[];
  /** Cells reserved for the value and the gradient on the outgoing wire. */
  readonly room: number;
  /** The branches whose shares the trunk's gradient sums; undefined when it is the whole gradient of `source`. */
  readonly trunk?: readonly Branch[];
  /** Of an expanded group: it is drawn as a frame around these instead of as a box. */
  readonly inside?: Inside;
}

/**
 * What is drawn: nodes with every operand before its gate. A net is a node's outgoing wire with all its branches, and
 * has its node's number.
 */
export interface ViewGraph {
  readonly nodes: readonly ViewNode[];
  /**
   * Cells that the sum of these branches' shares will take, where a run says; not after that run's buffers are used
   * again.
   */
  readonly roomFor?: (branches: readonly Branch[]) => number;
}

/** The gates and sinks that each node's wire feeds, one entry a port, in the order of nodes and operands. */
export function consumersOf({ nodes }: ViewGraph): readonly (readonly number[])[] {
  const lists: number[][] = nodes.map(() => []);
  nodes.forEach(({ ports }, i) => {
    for (const { from } of ports) lists[from]!.push(i);
  });
  return lists;
}

/** How many branches each node's wire has. */
export function usesOf({ nodes }: ViewGraph): Int32Array {
  const uses = new Int32Array(nodes.length);
  for (const { ports } of nodes) for (const { from } of ports) uses[from]! += 1;
  return uses;
}
