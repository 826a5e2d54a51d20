/**
 * What a sentence about a mistake may speak of: names and numbers of one gate, as text. Code marks (backticks) are put
 * by the sentences; a missing part is an empty string.
 */
export interface MistakeFacts {
  /** The number that the sentence is about: what was typed, or at a fork the share in it that is off. */
  readonly n: string;
  /** What was typed. */
  readonly whole: string;
  /** The name asked about, and its value. */
  readonly x: string;
  readonly xv: string;
  /** The gate's other operand, by name or as a literal, and its value. */
  readonly y: string;
  readonly yv: string;
  /** The gate's output, by name or as an expression, and its value. */
  readonly o: string;
  readonly ov: string;
  /** The circuit's output, and its value. */
  readonly f: string;
  readonly fv: string;
  /** The local gradient at this gate, as `∂o/∂x`, and its value. */
  readonly local: string;
  readonly p: string;
  /** The upstream gradient, as `dq`, and its value. */
  readonly up: string;
  readonly g: string;
  /** The next gate's output, and the gradient further on. */
  readonly next: string;
  readonly further: string;
  /** The gate, as `multiply gate`. */
  readonly gate: string;
  /** What stands behind a wrong local gradient: that it was multiplied by what comes from upstream, or that it was not. */
  readonly times: string;
  /** At a fork, the gate that a share came through, and one whose share is missing. */
  readonly through: string;
  readonly missing: string;
  /** What is asked, as `∂f/∂z`, `dz` or `q`. */
  readonly asked: string;
  /** Any other name and number that a mistake has of its own. */
  readonly other: string;
  readonly otherValue: string;
}

/** A wrong local gradient: what the number is, and the thought that leads on. */
export interface GateSentence {
  readonly what: (f: MistakeFacts) => string;
  readonly lead: (f: MistakeFacts) => string;
}

export type Sentence = (f: MistakeFacts) => string;
