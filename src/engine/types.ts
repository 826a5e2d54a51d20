/** The shape of a tensor, outermost axis first; a scalar's is `[]`. */
export type Shape = readonly number[];

/** A number, or lists of numbers nested to any depth, as a person writes a tensor. */
export type NestedNumbers = number | readonly NestedNumbers[];

/** Values of one node: `data` holds the entries in row-major order; a scalar has one entry. */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** A node's place in its circuit: nodes are numbered in creation order, which is a topological order. */
export type NodeId = number;

/** A line of the program that computes something: the unit in which lessons ask ("the partial of the whole line"). */
export interface Stage {
  readonly name: string;
  /** The node that the line's name stands for. */
  readonly node: NodeId;
  /** Every gate the line creates, in creation order; the last is usually `node`. Empty when the line renames another node. */
  readonly gates: readonly NodeId[];
  /** The names the line reads (inputs and earlier stages), each once, in the order of first reading; constants are not among them. */
  readonly reads: readonly string[];
  /** The right-hand side as it was written. */
  readonly source: string;
  /** Line of the program, counted from 1. */
  readonly line: number;
}

/** A computation graph. Leaves (`input`, `const`) and gates are nodes; every operand of a node comes before it. */
export interface Circuit {
  readonly size: number;
  readonly output: NodeId;
  /** The leaves that get a gradient, in creation order. */
  readonly inputs: readonly NodeId[];
  readonly stages: readonly Stage[];
  /** The names of inputs that have no value yet; `run` refuses a circuit that has any. */
  readonly unset: readonly string[];
  /** `input`, `const`, or a gate's name from the gate table (`add`, `mul`, `sigmoid`, …). */
  gate(id: NodeId): string;
  /** The operands in order; `x*x` has the same node twice. Literal numbers are operands too (`const` nodes). */
  args(id: NodeId): readonly NodeId[];
  /** The program's name for the node, else t1, t2, … (names that are taken are skipped); a `const` is named by its literal. */
  name(id: NodeId): string;
  /** Whether the program names the node. */
  named(id: NodeId): boolean;
  shape(id: NodeId): Shape;
  find(name: string): NodeId | undefined;
}

/** A forward and a backward pass over a circuit. Arrays are views into the run's buffers: copy what must outlive the next run. */
export interface Run {
  readonly circuit: Circuit;
  /** The forward value. */
  value(id: NodeId): Tensor;
  /** The gradient of the output with respect to the node (of seed · output where the output is no scalar). */
  gradient(id: NodeId): Tensor;
  /** The local gradient of operand `k`: entries of the elementwise partial, or undefined for a matrix gate, which has a formula instead. */
  local(id: NodeId, k: number): Tensor | undefined;
  /** What operand `k` receives back through this gate: upstream times local, in the operand's shape. */
  share(id: NodeId, k: number): Tensor;
}
