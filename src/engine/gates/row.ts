import type { Shape, Tensor } from '../types.js';

/** Short phrases on a gate in one human language: what it does, and the rule of its local gradient. */
export interface GateWords {
  readonly does: string;
  readonly rule: string;
}

/** What is known of every gate; the drawing, the hints and the docs read it. */
export interface GateRow {
  readonly name: string;
  /** What stands in the gate's box. */
  readonly symbol: string;
  /** How many operands; -1 for any number of them. */
  readonly arity: number;
  /** The names of the operands in the formulas; the output is `o` for elementwise gates and `Y` for others. */
  readonly operands: readonly string[];
  /** The gate's value as a formula of the language over its operands. */
  readonly formula: string;
  /**
   * Formulas of the language. For an elementwise gate the partial with respect to each operand; for any other gate the
   * gradient of each operand from the gradient `dY` of the output. A formula may take several steps: `m = …; m * dY`.
   */
  readonly partials: readonly string[];
  /** The gate as a program of simpler gates over its operands, where it is a fused one. */
  readonly split?: (operands: readonly Shape[], options: GateOptions) => string;
  readonly words: { readonly en: GateWords; readonly zh: GateWords };
}

/** A gate of one or two numbers, applied entry by entry to tensors. Its functions compute what its formulas say. */
export interface ElementwiseRow extends GateRow {
  readonly arity: 1 | 2;
  readonly value: (x: number, y: number) => number;
  /** The partials with respect to x and y, from the operands and the output; in the form that loses no accuracy. */
  readonly dx: (x: number, y: number, o: number) => number;
  readonly dy: (x: number, y: number, o: number) => number;
  /** At a kink the lowest and the highest slope with respect to operand k that count as right; undefined elsewhere. */
  readonly kink?: (x: number, y: number, k: number) => readonly [number, number] | undefined;
}

/** One item between the brackets of an index. */
export type IndexItem =
  | { readonly kind: 'at'; readonly index: number }
  | { readonly kind: 'slice'; readonly start?: number; readonly stop?: number; readonly step?: number }
  | { readonly kind: 'new-axis' }
  /** Whole numbers in an array: the gate's operand number `operand`. */
  | { readonly kind: 'array'; readonly operand: number };

/** What a gate is told besides its operands. */
export interface GateOptions {
  /** Axes to reduce or work along; all of them unless given. Negative ones count from the last. */
  readonly axis?: readonly number[];
  readonly keepdims?: boolean;
  readonly stride?: number;
  readonly pad?: number;
  /** The shape to arrange entries in, or for transpose the order of the axes. */
  readonly shape?: readonly number[];
  readonly index?: readonly IndexItem[];
}

/** A gate in a run: its operands' and its own entries, and the plan made for their shapes. */
export interface BoundNode {
  readonly operands: readonly Tensor[];
  readonly out: Tensor;
  readonly options: GateOptions;
  readonly plan: Int32Array;
}

/** A gate that is no elementwise one: it works on whole tensors. */
export interface TensorRow extends GateRow {
  /**
   * The shape of the output.
   * @param labels what the operands are called in messages
   * @throws ProgramError without a place
   */
  readonly shape: (operands: readonly Shape[], options: GateOptions, labels: readonly string[]) => Shape;
  /** What depends on the shapes alone, worked out once: mostly which entry belongs to which. */
  readonly plan?: (operands: readonly Shape[], out: Shape, options: GateOptions) => Int32Array;
  /** Checks operands whose values are known when the circuit is built: labels, indices. @throws ProgramError */
  readonly check?: (operands: readonly (Tensor | undefined)[], options: GateOptions, labels: readonly string[]) => void;
  /** Multiplications of a forward pass, where they are many more than entries. */
  readonly work?: (operands: readonly Shape[], out: Shape) => number;
  readonly forward: (node: BoundNode) => void;
  /** Adds to `into`, in operand k's layout, the gradient that operand k receives for the output's gradient `upstream`. */
  readonly vjp: (node: BoundNode, k: number, upstream: Float64Array, into: Float64Array) => void;
  /** The formulas for these shapes and options, where they differ from the plain ones. */
  readonly formulas?: (
    operands: readonly Shape[],
    options: GateOptions,
  ) => { readonly formula: string; readonly partials: readonly string[] };
}
