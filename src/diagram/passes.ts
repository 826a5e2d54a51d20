import type { Circuit, NodeId, Run } from '../engine/types.js';
import { type Marks, type RunMarkOptions, runMarks, type State } from './marks.js';

/** A gate's turn in a pass. */
export interface PassStep {
  readonly pass: 'forward' | 'backward';
  readonly gate: NodeId;
}

/**
 * The gates in the order in which they compute, then in reverse as the gradient comes back; gates the output doesn't
 * depend on take no turn in the backward pass.
 */
export function passSteps(circuit: Circuit): PassStep[] {
  const gates: NodeId[] = [];
  const live = new Uint8Array(circuit.size);
  live[circuit.output] = 1;
  for (let id = circuit.size - 1; id >= 0; id--) {
    const args = circuit.args(id);
    if (args.length === 0) continue;
    gates.push(id);
    if (live[id] === 1) for (const arg of args) live[arg] = 1;
  }
  return [
    ...gates.toReversed().map((gate): PassStep => ({ pass: 'forward', gate })),
    ...gates.filter((gate) => live[gate] === 1).map((gate): PassStep => ({ pass: 'backward', gate })),
  ];
}

/**
 * The marks after the first `done` steps: the values of inputs and of gates that had their turn, and with the backward
 * pass the output's own gradient, the shares that gates have sent back, and a gradient once all its shares are there. The
 * gate whose turn is next is heavy.
 */
export function stepMarks(
  circuit: Circuit,
  run: Run,
  steps: readonly PassStep[],
  done: number,
  options: Pick<RunMarkOptions, 'format'> = {},
): Marks {
  const computed = new Uint8Array(circuit.size);
  const sentBack = new Uint8Array(circuit.size);
  for (const { pass, gate } of steps.slice(0, done)) (pass === 'forward' ? computed : sentBack)[gate] = 1;
  const waiting = new Int32Array(circuit.size);
  let backward = false;
  for (const [i, { pass, gate }] of steps.entries()) {
    if (pass === 'forward') continue;
    backward ||= i <= done;
    if (sentBack[gate] === 0) for (const arg of circuit.args(gate)) waiting[arg]! += 1;
  }
  const state = (known: boolean): State => (known ? 'shown' : 'hidden');
  const next = steps[done]?.gate;
  return runMarks(circuit, run, {
    ...options,
    value: (node) => state(circuit.args(node).length === 0 || computed[node] === 1),
    gradient: (node) => state(backward && waiting[node] === 0),
    share: ({ node }) => state(sentBack[node] === 1),
    current: (node) => node === next,
  });
}
