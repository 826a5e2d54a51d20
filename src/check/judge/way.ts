import type { Tensor } from '../../engine/types.js';
import type { TapeNode } from '../arrays/tape.js';
import type { Truth } from './truth.js';

/** How far the search goes from a name towards the output. */
const NODES = 24;

export interface BranchShare {
  /** The name that the branch leads to, and the line that computes it. */
  readonly through: string;
  readonly line: number;
  readonly share: Float64Array;
}

/** What comes back to a node from each of the gates that read it. */
export function branchesOf(truth: Truth, node: number): BranchShare[] {
  const byGate = new Map<number, Float64Array>();
  for (const { node: consumer, operand } of truth.consumers(node)) {
    if (byGate.size >= NODES) break;
    const { data } = truth.share(consumer, operand);
    const known = byGate.get(consumer);
    // Both edges of x * x are one branch.
    if (known === undefined) byGate.set(consumer, Float64Array.from(data));
    else for (let i = 0; i < data.length; i++) known[i]! += data[i]!;
  }
  return [...byGate].map(([gate, share]) => ({
    line: truth.tape.nodes[gate]!.line,
    share,
    through: nameAfter(truth, gate),
  }));
}

/** The first name that the value of a node goes into. */
export function nameAfter(truth: Truth, node: number): string {
  for (let at: number | undefined = node, steps = 0; at !== undefined && steps < NODES; steps++) {
    const [name] = truth.tape.nodes[at]!.names;
    if (name !== undefined) return name;
    at = truth.consumers(at)[0]?.node;
  }
  return '';
}

/** Gates between a node and the output, the nearest first. */
export function wayToOutput(truth: Truth, node: number): number[] {
  const way: number[] = [];
  const seen = new Set<number>();
  let front = [node];
  while (front.length > 0 && way.length < NODES) {
    const next: number[] = [];
    for (const at of front)
      for (const { node: consumer } of truth.consumers(at))
        if (!seen.has(consumer)) {
          seen.add(consumer);
          way.push(consumer);
          next.push(consumer);
        }
    front = next;
  }
  return way.slice(0, NODES);
}

export function operandsOf(truth: Truth, { args }: TapeNode): Tensor[] {
  return args.map((arg) => truth.tape.nodes[arg]!.value);
}
