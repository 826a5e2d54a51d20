import { chooseGroups, findGroups, type Group, stageGroup } from '../../diagram/index.js';
import { fuse } from '../../engine/fuse.js';
import { type Circuit, canSplit, type NodeId, split } from '../../engine/index.js';
import type { Playground } from './state.js';

/** With more gates than this, patterns are drawn as one box from the start. */
const MANY_GATES = 100;

/** The lines and patterns that a circuit is first drawn with as one box: none, unless it is large. */
export function firstBoxes(circuit: Circuit): readonly string[] {
  const gates = Array.from({ length: circuit.size }, (_, id) => circuit.args(id).length).filter((count) => count > 0);
  return gates.length > MANY_GATES ? findGroups(circuit).map(({ name }) => name) : [];
}

/** The groups of gates that are drawn as one box. */
export function groupsOf({ circuit, boxes }: Pick<Playground, 'circuit' | 'boxes'>): readonly Group[] {
  return boxes.length === 0 ? [] : chooseGroups(circuit, boxes);
}

/** The gates that have a box of their own: all but those inside another box. */
export function shownGates(state: Pick<Playground, 'circuit' | 'boxes'>): readonly NodeId[] {
  const inside = new Set(groupsOf(state).flatMap(({ gates, output }) => gates.filter((gate) => gate !== output)));
  const gates: NodeId[] = [];
  for (let id = 0; id < state.circuit.size; id++)
    if (state.circuit.args(id).length > 0 && !inside.has(id)) gates.push(id);
  return gates;
}

/** What can be done with the box of a gate. */
export type Change =
  | { readonly kind: 'split' | 'fuse'; readonly circuit: Circuit }
  | { readonly kind: 'open' | 'close'; readonly boxes: readonly string[] };

let latest:
  | { readonly of: Pick<Playground, 'circuit' | 'boxes'>; readonly box: NodeId; readonly change: Change | undefined }
  | undefined;

/**
 * A box and what stands behind it: a box of several gates is taken apart, a fused gate split into simpler ones; gates that
 * make up a fused one are fused, and those of a line, or of a pattern, drawn as one box. Undefined for a gate that is
 * neither. The latest answer is kept, as a frame asks for it more than once and looking for a fused gate takes a while.
 */
export function changeAt({ circuit, boxes }: Pick<Playground, 'circuit' | 'boxes'>, box: NodeId): Change | undefined {
  if (latest?.of.circuit !== circuit || latest.of.boxes !== boxes || latest.box !== box)
    latest = { of: { circuit, boxes }, box, change: lookAt({ circuit, boxes }, box) };
  return latest.change;
}

function lookAt(state: Pick<Playground, 'circuit' | 'boxes'>, box: NodeId): Change | undefined {
  const { circuit, boxes } = state;
  const drawn = groupsOf(state).find(({ output }) => output === box);
  if (drawn) {
    // A pattern is found by its own name or by that of its line; whichever was asked for goes.
    const left = boxes.filter((name) => !chooseGroups(circuit, [name]).some(({ output }) => output === box));
    return { kind: 'open', boxes: left };
  }
  const fused = fuse(circuit, box);
  if (fused) return { kind: 'fuse', circuit: fused };
  if (canSplit(circuit, box)) return { kind: 'split', circuit: split(circuit, box) };
  const line = circuit.stages.find(({ gates }) => gates.includes(box));
  const group =
    (line && stageGroup(circuit, line.name)) ?? findGroups(circuit).find(({ gates }) => gates.includes(box));
  return group ? { kind: 'close', boxes: [group.name, ...boxes] } : undefined;
}
