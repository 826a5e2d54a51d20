import type { GateOptions } from '../../engine/gates/row.js';
import type { Tensor } from '../../engine/types.js';

/** A step of the forward pass, as it was computed: its value never changes again, whatever is written into arrays later. */
export interface TapeNode {
  /** A gate of the engine, or `leaf`. */
  readonly gate: string;
  readonly args: readonly number[];
  readonly options: GateOptions;
  readonly value: Tensor;
  /** The line of the file that computed it. */
  readonly line: number;
  /** The forward names it was given, the first one first. */
  readonly names: string[];
}

/** The forward pass of a file as a list of gates, operands before the gates that read them. */
export class Tape {
  readonly nodes: TapeNode[] = [];

  /** Where a value computed from a gradient stands: nowhere, since the forward pass does not depend on it. */
  static readonly NONE = -1;

  leaf(value: Tensor, line: number): number {
    return this.add({ gate: 'leaf', args: [], options: {}, value, line, names: [] });
  }

  gate(gate: string, args: readonly number[], options: GateOptions, value: Tensor, line: number): number {
    return this.add({ gate, args, options, value, line, names: [] });
  }

  private add(node: TapeNode): number {
    this.nodes.push(node);
    return this.nodes.length - 1;
  }

  /** The nodes that some nodes depend on, and these themselves, in order. */
  ancestors(outputs: readonly number[]): readonly number[] {
    const reached = new Set(outputs);
    // A set that grows is walked to its end.
    for (const id of reached) for (const arg of this.nodes[id]!.args) reached.add(arg);
    return [...reached].sort((a, b) => a - b);
  }
}
