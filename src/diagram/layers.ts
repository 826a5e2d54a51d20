import type { ViewGraph } from './graph.js';
import { consumersOf } from './graph.js';

const PASSES = 20;

/**
 * The layer of every node, counted from 0 at the left: longest path from the leaves; then leaves move to just left of
 * their first consumer, and gates move right while the total length of the wires does not grow. With `pinned` leaves stay.
 */
export function assignLayers(graph: ViewGraph, pinned = false): Int32Array {
  const { nodes } = graph;
  const layer = new Int32Array(nodes.length);
  nodes.forEach((node, i) => {
    let left = -1;
    for (const port of node.ports) left = Math.max(left, layer[port.from]!);
    layer[i] = left + 1;
  });
  const consumers = consumersOf(graph);
  for (let pass = 0; pass < PASSES; pass++) if (!moveRight(graph, layer, consumers, pinned)) break;
  return dropEmptyLayers(layer);
}

function moveRight(
  graph: ViewGraph,
  layer: Int32Array,
  consumers: readonly (readonly number[])[],
  pinned: boolean,
): boolean {
  const { nodes } = graph;
  const last = new Int32Array(nodes.length);
  nodes.forEach((node, i) => {
    for (const { from } of node.ports) last[from] = Math.max(last[from]!, layer[i]!);
  });
  let moved = false;
  // Consumers come after their operands, so going down sees every consumer in its new place.
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i]!;
    if (node.kind === 'sink' || (pinned && node.kind === 'leaf') || consumers[i]!.length === 0) continue;
    let room = 0x7fffffff;
    for (const consumer of consumers[i]!) room = Math.min(room, layer[consumer]! - 1);
    if (room <= layer[i]!) continue;
    if (node.kind === 'leaf') layer[i] = room;
    else {
      // A step right shortens the own wire, and lengthens each operand's wire that reaches no further than here.
      let lengthens = false;
      for (const { from } of node.ports)
        lengthens ||=
          last[from] === layer[i] && (pinned || nodes[from]!.kind !== 'leaf' || consumers[from]!.length !== 1);
      if (lengthens) continue;
      layer[i]! += 1;
    }
    moved = true;
    for (const { from } of node.ports) last[from] = Math.max(last[from]!, layer[i]!);
  }
  return moved;
}

function dropEmptyLayers(layer: Int32Array): Int32Array {
  const rank = new Int32Array(layer.length + 1);
  for (const l of layer) rank[l] = 1;
  let used = 0;
  for (let l = 0; l < rank.length; l++) if (rank[l] === 1) rank[l] = used++;
  return layer.map((l) => rank[l]!);
}
