import type { Port, ViewGraph, ViewNode } from './graph.js';
import { assignLayers } from './layers.js';
import { Cutter, Tags } from './tags.js';

/** Wires over more layers than this are cut. */
const LONG = 3;

/** The far end of a cut wire, and the ports it feeds. */
interface FarEnd {
  readonly net: number;
  readonly layer: number;
  readonly ports: Port[];
}

/** Replaces the far parts of wires over more than three layers by named ends, for circuits that they would clutter. */
export function tagLongWires(graph: ViewGraph): ViewGraph {
  const { nodes } = graph;
  const layer = assignLayers(graph);
  const ends: FarEnd[] = [];
  const nearest = new Map<number, number>();
  const endOf = new Map<Port, number>();
  const cutOff = new Map<number, Port[]>();
  for (const i of [...nodes.keys()].sort((a, b) => layer[a]! - layer[b]! || a - b)) {
    for (const port of nodes[i]!.ports) {
      if (layer[i]! - layer[port.from]! <= LONG) continue;
      let at = nearest.get(port.from);
      // Consumers close to each other share an end.
      if (at === undefined || layer[i]! - ends[at]!.layer >= LONG) {
        at = ends.push({ net: port.from, layer: layer[i]!, ports: [] }) - 1;
        nearest.set(port.from, at);
      }
      ends[at]!.ports.push(port);
      endOf.set(port, at);
      cutOff.set(port.from, [...(cutOff.get(port.from) ?? []), port]);
    }
  }
  const cutter = new Cutter(graph, new Tags(graph));
  const result: ViewNode[] = ends.map(({ net, ports }) => cutter.entry(net, ports));
  for (const node of nodes) {
    const ports = node.ports.map((port) => ({ ...port, from: endOf.get(port) ?? port.from + ends.length }));
    result.push({ ...node, ports });
  }
  for (const [net, ports] of cutOff) result.push(cutter.exit(net, net + ends.length, ports));
  return { ...graph, nodes: result };
}
