import { arrange } from './arrange.js';
import { collapse } from './collapse.js';
import type { Port, ViewGraph, ViewNode } from './graph.js';
import type { Group } from './groups.js';
import { assignLayers } from './layers.js';

/**
 * The graph with a frame around each group: its gates stay together, and nothing else stands among them. Groups must
 * not overlap.
 */
export function expand(graph: ViewGraph, groups: readonly Group[]): ViewGraph {
  const gates = new Map(graph.nodes.map((node, i) => [node.kind === 'gate' ? node.source : -1, i]));
  const groupOf = new Map(groups.map((group) => [group.output, group]));
  const collapsed = collapse(graph, groups);
  return {
    ...graph,
    nodes: collapsed.nodes.map((node) => {
      const group = node.kind === 'gate' ? groupOf.get(node.source) : undefined;
      return group
        ? framed(
            graph,
            node,
            collapsed,
            group.gates.flatMap((gate) => gates.get(gate) ?? []),
          )
        : node;
    }),
  };
}

/** `frame` with the nodes `members` of `graph` inside, and its ports in the order in which their wires go on there. */
function framed(graph: ViewGraph, frame: ViewNode, outer: ViewGraph, members: readonly number[]): ViewNode {
  const entryOf = new Map(frame.ports.map((port, k) => [outer.nodes[port.from]!.source, k]));
  const nodes: ViewNode[] = frame.ports.map((port) => {
    const { source } = outer.nodes[port.from]!;
    return { kind: 'leaf', label: '', source, members: [], ports: [], room: 0 };
  });
  const place = new Map<number, number>();
  const within = (port: Port) => place.get(port.from) ?? entryOf.get(graph.nodes[port.from]!.source)!;
  for (const i of members) {
    const node = graph.nodes[i]!;
    place.set(i, nodes.length);
    const ports = node.ports.map((port) => ({ ...port, from: within(port) }));
    // The output's numbers stand on the wire outside.
    nodes.push({ ...node, ports, room: node.source === frame.source ? 0 : node.room });
  }
  const output = place.get(members.find((i) => graph.nodes[i]!.source === frame.source)!)!;
  const exit = nodes.length;
  nodes.push({
    kind: 'sink',
    label: '',
    source: frame.source,
    members: [],
    ports: [{ from: output, shares: [], room: 0 }],
    room: 0,
  });
  const inside: ViewGraph = { nodes };
  const arrangement = arrange(inside, assignLayers(inside, true));
  const entries = frame.ports.map((_, k) => k).sort((a, b) => arrangement.rows.out[a]! - arrangement.rows.out[b]!);
  return {
    ...frame,
    ports: entries.map((k) => frame.ports[k]!),
    inside: { arrangement, entries, exit },
  };
}
