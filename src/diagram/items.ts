import type { ViewGraph } from './graph.js';

/**
 * What stands in the layers: the nodes, and a dummy for every net in every layer it passes, so that all branches of a
 * net share one trunk. Items 0 … nodes−1 are the nodes; the dummies follow.
 */
export interface Items {
  readonly count: number;
  /** How many of the items are nodes. */
  readonly nodes: number;
  readonly layer: Int32Array;
  /** The net that leaves the item to the right; −1 at a sink. */
  readonly net: Int32Array;
  /** The ports of item i are `portStart[i]` … `portStart[i+1]`−1; a dummy has one, a leaf none. */
  readonly portStart: Int32Array;
  /** The item one layer to the left that brings the net to the port. */
  readonly portFrom: Int32Array;
  readonly portItem: Int32Array;
  /** The ports one layer to the right that item i feeds are `fed[fedStart[i]]` …, by ascending port. */
  readonly fedStart: Int32Array;
  readonly fed: Int32Array;
  readonly layerCount: number;
}

export function buildItems(graph: ViewGraph, nodeLayer: Int32Array): Items {
  const nodes = graph.nodes.length;
  const last = Int32Array.from(nodeLayer);
  let portCount = 0;
  let layerCount = 0;
  graph.nodes.forEach((node, i) => {
    layerCount = Math.max(layerCount, nodeLayer[i]! + 1);
    portCount += node.ports.length;
    for (const { from } of node.ports) last[from] = Math.max(last[from]!, nodeLayer[i]!);
  });
  const dummyStart = new Int32Array(nodes + 1);
  dummyStart[0] = nodes;
  for (let i = 0; i < nodes; i++) dummyStart[i + 1] = dummyStart[i]! + Math.max(0, last[i]! - nodeLayer[i]! - 1);
  const count = dummyStart[nodes]!;
  portCount += count - nodes;

  const carrier = (net: number, layer: number) =>
    layer === nodeLayer[net] ? net : dummyStart[net]! + layer - nodeLayer[net]! - 1;
  const layer = new Int32Array(count);
  const net = new Int32Array(count);
  const portStart = new Int32Array(count + 1);
  const portFrom = new Int32Array(portCount);
  const portItem = new Int32Array(portCount);
  let port = 0;
  const addPort = (item: number, from: number) => {
    portFrom[port] = carrier(from, layer[item]! - 1);
    portItem[port] = item;
    port += 1;
  };
  graph.nodes.forEach((node, i) => {
    layer[i] = nodeLayer[i]!;
    net[i] = node.kind === 'sink' ? -1 : i;
    portStart[i] = port;
    for (const { from } of node.ports) addPort(i, from);
  });
  for (let i = 0; i < nodes; i++) {
    for (let dummy = dummyStart[i]!; dummy < dummyStart[i + 1]!; dummy++) {
      layer[dummy] = nodeLayer[i]! + 1 + dummy - dummyStart[i]!;
      net[dummy] = i;
      portStart[dummy] = port;
      addPort(dummy, i);
    }
  }
  portStart[count] = port;

  const fedStart = new Int32Array(count + 1);
  for (let p = 0; p < portCount; p++) fedStart[portFrom[p]! + 1]! += 1;
  for (let i = 0; i < count; i++) fedStart[i + 1]! += fedStart[i]!;
  const next = fedStart.slice(0, count);
  const fed = new Int32Array(portCount);
  for (let p = 0; p < portCount; p++) {
    const from = portFrom[p]!;
    fed[next[from]!] = p;
    next[from]! += 1;
  }
  return { count, nodes, layer, net, portStart, portFrom, portItem, fedStart, fed, layerCount };
}
