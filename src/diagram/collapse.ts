import type { NodeId } from '../engine/types.js';
import { type Branch, type Port, usesOf, type ViewGraph, type ViewNode } from './graph.js';
import type { Group } from './groups.js';

/**
 * The graph with each group drawn as one gate, whose operands are what its gates read from outside, in the order of
 * first reading; an operand read twice comes in once and carries back both shares. Groups must not overlap.
 */
export function collapse(graph: ViewGraph, groups: readonly Group[]): ViewGraph {
  const groupOf = new Map<NodeId, Group>();
  for (const group of groups) for (const gate of group.gates) groupOf.set(gate, group);
  const { nodes } = graph;
  const groupAt = (i: number) => (nodes[i]!.kind === 'gate' ? groupOf.get(nodes[i]!.source) : undefined);
  const place = new Map<number, number>();
  const result: ViewNode[] = [];
  nodes.forEach((node, i) => {
    const group = groupAt(i);
    if (group && node.source !== group.output) return;
    const joined = group ? { ...node, ...collapsed(graph, i, group, groupAt) } : node;
    place.set(i, result.length);
    result.push({ ...joined, ports: joined.ports.map((port) => ({ ...port, from: place.get(port.from)! })) });
  });
  return { ...graph, nodes: result };
}

function collapsed(
  { nodes, roomFor }: ViewGraph,
  output: number,
  group: Group,
  groupAt: (i: number) => Group | undefined,
): Pick<ViewNode, 'label' | 'members' | 'ports'> {
  const operands = new Map<number, { shares: Branch[]; room: number }>();
  const seen = new Set<number>();
  // Depth first with operands in order; ports from outside wait their turn like gates do.
  const walk: ({ gate: number } | { port: Port })[] = [{ gate: output }];
  while (walk.length > 0) {
    const next = walk.pop()!;
    if ('gate' in next) {
      if (seen.has(next.gate)) continue;
      seen.add(next.gate);
      for (const port of nodes[next.gate]!.ports.toReversed()) {
        walk.push(groupAt(port.from) === group ? { gate: port.from } : { port });
      }
    } else {
      const { from, shares, room } = next.port;
      const operand = operands.get(from) ?? { shares: [], room: 0 };
      operand.shares.push(...shares);
      operand.room = Math.max(operand.room, room);
      operands.set(from, operand);
    }
  }
  return {
    label: group.label,
    members: group.gates,
    ports: [...operands].map(([from, { shares, room }]) => ({ from, shares, room: roomFor?.(shares) ?? room })),
  };
}

/** The graph with a leaf of its own for every place that reads one, each carrying back that place's share only. */
export function repeatLeaves(graph: ViewGraph): ViewGraph {
  const { nodes } = graph;
  const uses = usesOf(graph);
  const repeated = (i: number) => nodes[i]!.kind === 'leaf' && uses[i]! > 1;
  const place = new Map<number, number>();
  const result: ViewNode[] = [];
  nodes.forEach((node, i) => {
    if (repeated(i)) return;
    const ports = node.ports.map((port): Port => {
      if (!repeated(port.from)) return { ...port, from: place.get(port.from)! };
      const leaf = nodes[port.from]!;
      const copy = { ...leaf, trunk: port.shares, room: Math.max(leaf.room, port.room) };
      return { ...port, from: result.push(copy) - 1 };
    });
    place.set(i, result.length);
    result.push({ ...node, ports });
  });
  return { ...graph, nodes: result };
}
