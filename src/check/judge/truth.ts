import { CircuitBuilder, type NodeId, type Run, run, toNested } from '../../engine/index.js';
import type { Circuit, Tensor } from '../../engine/types.js';
import type { Tape } from '../arrays/tape.js';

/** What is differentiated: a scalar, or arrays with the gradients that are given for them. */
export interface Objective {
  readonly node: number;
  /** The upstream gradient; 1 for a scalar without one. */
  readonly seed: Tensor | undefined;
}

/** The gradients of an objective, worked out by the engine from the forward pass that a file wrote. */
export class Truth {
  readonly circuit: Circuit;
  readonly run: Run;
  readonly tape: Tape;
  private readonly idOf = new Map<number, NodeId>();
  private readonly readers: ReadonlyMap<number, readonly { readonly node: number; readonly operand: number }[]>;

  constructor(tape: Tape, objectives: readonly Objective[]) {
    this.tape = tape;
    const reached = tape.ancestors(objectives.map(({ node }) => node));
    const builder = new CircuitBuilder();
    const fixed = indexLeaves(tape, reached);
    const readers = new Map<number, { node: number; operand: number }[]>();
    const taken = new Set<string>();
    for (const node of reached) {
      const { gate, args, options, value, names } = tape.nodes[node]!;
      const name = names[0] === undefined ? undefined : freeName(names[0], taken);
      let id: NodeId;
      if (gate !== 'leaf') {
        id = builder.gate(
          gate,
          args.map((arg) => this.idOf.get(arg)!),
          options,
        );
        if (name !== undefined) builder.name(id, name);
      } else if (name === undefined || fixed.has(node)) id = builder.constant(value, name);
      else id = builder.input(name, value);
      this.idOf.set(node, id);
      args.forEach((arg, operand) => {
        const list = readers.get(arg) ?? [];
        list.push({ node, operand });
        readers.set(arg, list);
      });
    }
    this.readers = readers;
    const [only] = objectives;
    if (objectives.length === 1) {
      this.circuit = builder.finish(this.id(only!.node));
      this.run = run(this.circuit, only!.seed === undefined ? {} : { seed: toNested(only!.seed) });
    } else {
      this.circuit = builder.finish(weightedSum(builder, objectives, this.idOf));
      this.run = run(this.circuit);
    }
  }

  /** The gradient with respect to a node of the tape; undefined if the objective does not depend on it. */
  gradient(node: number): Tensor | undefined {
    const id = this.id(node);
    return id < 0 ? undefined : this.run.gradient(id);
  }

  /** The gates that read a node, on the way to the objective. */
  consumers(node: number): readonly { readonly node: number; readonly operand: number }[] {
    return this.readers.get(node) ?? [];
  }

  /** What a node receives back through one of the gates that read it. */
  share(consumer: number, operand: number): Tensor {
    return this.run.share(this.id(consumer), operand);
  }

  /** The node of the circuit for a node of the tape; -1 if it is not in it. */
  id(node: number): NodeId {
    return this.idOf.get(node) ?? -1;
  }

  /**
   * Below this, a gradient's entry is rounding: it is what is left where large terms cancel, as in the gradient of the
   * maximum that a stable softmax subtracts.
   */
  rounding(node: number): number {
    let scale = 0;
    for (const { node: consumer } of this.consumers(node)) {
      const { args } = this.tape.nodes[consumer]!;
      const values = Math.max(1, ...args.map((arg) => largest(this.tape.nodes[arg]!.value.data)));
      scale = Math.max(scale, largest(this.gradient(consumer)!.data) * values);
    }
    return Number.isFinite(scale) ? 1e-12 * scale : 0;
  }
}

/** The largest absolute value; 0 if there is none. */
export function largest(data: Float64Array): number {
  let most = 0;
  for (const entry of data) if (Math.abs(entry) > most) most = Math.abs(entry);
  return most;
}

function weightedSum(
  builder: CircuitBuilder,
  objectives: readonly Objective[],
  idOf: ReadonlyMap<number, NodeId>,
): NodeId {
  let total: NodeId | undefined;
  for (const { node, seed } of objectives) {
    const id = idOf.get(node)!;
    const weighted = seed === undefined ? id : builder.gate('mul', [id, builder.constant(seed)]);
    const part = builder.shape(weighted).length === 0 ? weighted : builder.gate('sum', [weighted]);
    total = total === undefined ? part : builder.gate('add', [total, part]);
  }
  return total!;
}

/** Leaves that say which entries are meant: no gradient flows to them. */
function indexLeaves(tape: Tape, reached: readonly number[]): Set<number> {
  const leaves = new Set<number>();
  for (const node of reached) {
    const { gate, args } = tape.nodes[node]!;
    if (gate === 'index') for (const arg of args.slice(1)) leaves.add(arg);
    if (gate === 'scatter') for (const arg of args.slice(2)) leaves.add(arg);
    if (gate === 'cross_entropy' || gate === 'svm_hinge') leaves.add(args[1]!);
  }
  return leaves;
}

/** Versions of a name are told apart by primes. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  while (taken.has(free) && free.length < name.length + 4) free += "'";
  taken.add(free);
  return free;
}
