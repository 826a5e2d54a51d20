import type { NodeId } from '../../engine/index.js';
import { liveNodes } from '../backward-plan.js';
import type { AnyAsk } from '../kinds/index.js';
import type { OpenCircuit } from '../open.js';

/** The gates a question is about: the stage that computes, or the gates that a gradient comes back through. */
export function gatesAtHand({ circuit }: OpenCircuit, ask: AnyAsk): ReadonlySet<NodeId> {
  if (!('of' in ask)) return new Set();
  const node = circuit.find(ask.of)!;
  const line = ask.kind === 'share' ? ask.through : ask.of;
  const forward = ['value', 'local', 'rule', 'share', 'pair'].includes(ask.kind);
  if (forward || ((ask.kind === 'shape' || ask.kind === 'entry') && !ask.gradient))
    return new Set(circuit.stages.find((stage) => stage.name === line)?.gates ?? [node]);
  if (ask.kind === 'movement') return new Set();
  if (node === circuit.output) return new Set([node]);
  const live = liveNodes(circuit);
  const readers = new Set<NodeId>();
  for (const id of live) if (circuit.args(id).includes(node)) readers.add(id);
  return readers;
}
