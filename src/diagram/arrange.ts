import { type Channel, type Passage, routeChannel } from './channel.js';
import { usesOf, type ViewGraph } from './graph.js';
import { buildItems, type Items } from './items.js';
import { assignLayers } from './layers.js';
import { type Order, orderItems } from './order.js';
import { type Frame, placeRows, type Rows } from './rows.js';

/** Everything about a drawing that doesn't depend on its density: layers, order, rows and tracks. */
export interface Arrangement {
  readonly graph: ViewGraph;
  readonly items: Items;
  readonly order: Order;
  readonly rows: Rows;
  /** Between layer l and l+1. */
  readonly channels: readonly Channel[];
  /** How many branches each node's wire has. */
  readonly uses: Int32Array;
  readonly height: number;
}

/** Finds a place for everything in the graph; every node that no port reads must be a sink. */
export function arrange(graph: ViewGraph, layers: Int32Array = assignLayers(graph)): Arrangement {
  const items = buildItems(graph, layers);
  const order = orderItems(items);
  const rows = placeRows(items, order, framesOf(graph));
  const channels = order.layers.slice(1).map((_, l) => routeChannel(passages(items, order.layers[l]!, rows)));
  const uses = usesOf(graph);
  return { graph, items, order, rows, channels, uses, height: heightOf(rows, channels) };
}

/** Rows from 0 to below the last label. */
function heightOf(rows: Rows, channels: readonly Channel[]): number {
  let last = 0;
  for (const row of rows.port) last = Math.max(last, row + 1);
  for (const row of rows.out) last = Math.max(last, row + 1);
  for (const { segments } of channels) for (const { high } of segments) last = Math.max(last, high);
  return last + 1;
}

function framesOf(graph: ViewGraph): ReadonlyMap<number, Frame> {
  const frames = new Map<number, Frame>();
  graph.nodes.forEach(({ inside }, i) => {
    if (!inside) return;
    const { rows, height } = inside.arrangement;
    frames.set(i, { ports: inside.entries.map((entry) => rows.out[entry]!), out: rows.out[inside.exit]!, height });
  });
  return frames;
}

function passages(items: Items, layer: Int32Array, rows: Rows): Passage[] {
  const { fedStart, fed, net } = items;
  const list: Passage[] = [];
  for (const item of layer) {
    if (fedStart[item] === fedStart[item + 1]) continue;
    const right: number[] = [];
    for (let e = fedStart[item]!; e < fedStart[item + 1]!; e++) right.push(rows.port[fed[e]!]!);
    if (right.length > 1) right.sort((a, b) => a - b);
    list.push({ net: net[item]!, left: rows.out[item]!, right });
  }
  return list;
}
