import type { Circuit, NodeId, Stage } from '../engine/index.js';
import { remember } from './answer/remember.js';
import type { Ask } from './types.js';

/** What a `backward` step asks about one stage, from the output to the inputs. */
export interface PlannedStage {
  readonly stage: Stage;
  readonly asks: readonly Ask[];
}

/** Which nodes the output depends on. */
export const liveNodes = remember((circuit: Circuit): ReadonlySet<NodeId> => {
  const live = new Set<NodeId>([circuit.output]);
  for (let id = circuit.output; id >= 0; id--) if (live.has(id)) for (const arg of circuit.args(id)) live.add(arg);
  return live;
});

/** The stages that the output depends on, in the order of the program. */
export function liveStages(circuit: Circuit): readonly Stage[] {
  const live = liveNodes(circuit);
  return circuit.stages.filter((stage) => stage.gates.length > 0 && live.has(stage.node));
}

/**
 * The order of a backward pass: the gradient of the output, then stage by stage from the output to the inputs each local
 * gradient, and each gradient as soon as all the branches it is summed over are there.
 */
export function planBackward(circuit: Circuit): readonly PlannedStage[] {
  const stages = liveStages(circuit);
  const pending = new Map<string, number>();
  for (const stage of stages) for (const name of stage.reads) pending.set(name, (pending.get(name) ?? 0) + 1);
  return [...stages].reverse().map((stage) => {
    const asks: Ask[] = [];
    if (stage.node === circuit.output) asks.push({ kind: 'gradient', of: stage.name });
    for (const wrt of stage.reads) asks.push({ kind: 'local', of: stage.name, wrt });
    for (const name of stage.reads) {
      const left = pending.get(name)! - 1;
      pending.set(name, left);
      if (left === 0) asks.push({ kind: 'gradient', of: name });
    }
    return { stage, asks };
  });
}

/** Whether a stage only passes its gradient on: additions of different things, every local gradient 1. */
export function passesOn(circuit: Circuit, stage: Stage): boolean {
  return (
    stage.gates.length > 0 &&
    stage.gates.every((id) => circuit.gate(id) === 'add' && new Set(circuit.args(id)).size === 2) &&
    new Set(stage.gates.flatMap((id) => [...circuit.args(id)])).size === 2 * stage.gates.length
  );
}
