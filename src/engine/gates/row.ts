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
  /** The gate's value as a formula of the language over its operands x, y (matrix gates: over their own names). */
  readonly formula: string;
  /**
   * Formulas of the language. For an elementwise gate the partial with respect to each operand, over x, y and the
   * output `o`; for any other gate the gradient of each operand, where `d` before a name is a gradient.
   */
  readonly partials: readonly string[];
  readonly words: { readonly en: GateWords; readonly zh: GateWords };
}

/** A gate of one or two numbers, applied entry by entry to tensors. Its functions compute what its formulas say. */
export interface ElementwiseRow extends GateRow {
  readonly arity: 1 | 2;
  readonly value: (x: number, y: number) => number;
  /** The partials with respect to x and y, from the operands and the output; in the form that loses no accuracy. */
  readonly dx: (x: number, y: number, o: number) => number;
  readonly dy: (x: number, y: number, o: number) => number;
}
