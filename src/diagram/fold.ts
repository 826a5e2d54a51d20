import { type Arrangement, arrange } from './arrange.js';
import { type Columns, placeColumns } from './columns.js';
import type { Glyphs } from './glyphs.js';
import type { Port, ViewGraph, ViewNode } from './graph.js';
import { Cutter, Tags } from './tags.js';

/**
 * Cuts a drawing between layers into bands no wider than `width`, where that is possible: the fewest bands, and of those
 * cuts the ones through the fewest wires. A cut wire leaves its band at `▷a` and goes on at `a▷`.
 */
export function fold(whole: Arrangement, width: number, glyphs: Glyphs): readonly Arrangement[] {
  const { graph } = whole;
  const columns = placeColumns(whole, 'tight', glyphs);
  const layer = whole.items.layer.slice(0, graph.nodes.length);
  const cuts = countCuts(graph, layer, columns.layerStart.length);
  const measured = new Map<number, number>();
  const key = (from: number, to: number) => from * (columns.layerStart.length + 1) + to;
  const widthOf = (from: number, to: number) => measured.get(key(from, to)) ?? estimate(columns, from, to);
  // Bands are laid out anew, so their width is known for sure only then: plan by estimate, measure, plan again. A band's
  // names depend on the other cuts, so its width may change; the widest counts, which makes the planning end.
  const arranged = new Map<string, Arrangement>();
  for (;;) {
    const ends = plan(cuts, width, widthOf);
    const bands = cutInto(graph, layer, ends).map((band, i) => {
      const names = band.nodes.map((node) => node.tag ?? '').join(' ');
      const same = `${i === 0 ? 0 : ends[i - 1]} ${ends[i]} ${names}`;
      const arrangement = arranged.get(same) ?? arrange(band);
      arranged.set(same, arrangement);
      return arrangement;
    });
    let surprised = false;
    bands.forEach((band, i) => {
      const from = i === 0 ? 0 : ends[i - 1]!;
      const to = ends[i]!;
      const actual = placeColumns(band, 'tight', glyphs).width;
      if (actual > width && widthOf(from, to) <= width) surprised = true;
      measured.set(key(from, to), Math.max(actual, measured.get(key(from, to)) ?? 0));
    });
    if (!surprised) return bands;
  }
}

/** Columns of layers `from` … `to`−1 in the whole drawing; the ends of cut wires take about as much as was there. */
function estimate(columns: Columns, from: number, to: number): number {
  const start = columns.layerStart[from]!;
  const end = to < columns.layerStart.length ? columns.zones[to - 1]!.end : columns.width;
  return end - start;
}

interface Cuts {
  readonly layers: number;
  /** How many wires pass from layer l to l+1. */
  readonly wires: Int32Array;
  /** How many of the layers 0 … l−1 hold gates. */
  readonly gates: Int32Array;
}

function countCuts(graph: ViewGraph, layer: Int32Array, layers: number): Cuts {
  const last = Int32Array.from(layer);
  const first = new Int32Array(layer.length).fill(layers);
  const gates = new Int32Array(layers + 1);
  graph.nodes.forEach((node, i) => {
    if (node.kind === 'gate') gates[layer[i]! + 1] = 1;
    for (const { from } of node.ports) {
      last[from] = Math.max(last[from]!, layer[i]!);
      first[from] = Math.min(first[from]!, layer[i]!);
    }
  });
  for (let l = 0; l < layers; l++) gates[l + 1]! += gates[l]!;
  const wires = new Int32Array(layers);
  graph.nodes.forEach((node, i) => {
    // A leaf moves to the band of its first consumer.
    for (let l = node.kind === 'leaf' ? first[i]! : layer[i]!; l < last[i]!; l++) wires[l]! += 1;
  });
  return { layers, wires, gates };
}

interface Plan {
  readonly bands: number;
  readonly cost: number;
  readonly from: number;
}

/** The layers at which the bands end (exclusive), by dynamic programming over the cuts. */
function plan(cuts: Cuts, width: number, widthOf: (from: number, to: number) => number): number[] {
  const { layers, wires, gates } = cuts;
  const best: (Plan | undefined)[] = [{ bands: 0, cost: 0, from: 0 }];
  for (let to = 1; to <= layers; to++) {
    let chosen: Plan | undefined;
    for (let from = to - 1; from >= 0; from--) {
      const before = best[from];
      const inside = gates[to]! - gates[from]!;
      if (!before || (inside === 0 && gates[layers]! > 0)) continue;
      // A single layer of gates makes a band, however wide it is; a name alone makes none.
      if (inside > 1 && widthOf(from, to) > width) break;
      const bands = before.bands + 1;
      const cost = before.cost + (to < layers ? wires[to - 1]! : 0);
      if (!chosen || bands < chosen.bands || (bands === chosen.bands && cost < chosen.cost))
        chosen = { bands, cost, from };
    }
    best.push(chosen);
  }
  const ends: number[] = [];
  for (let to = layers; to > 0; to = best[to]!.from) ends.unshift(to);
  return ends;
}

function cutInto(graph: ViewGraph, layer: Int32Array, ends: readonly number[]): ViewGraph[] {
  const { nodes } = graph;
  const band = bandOfNodes(graph, layer, ends);
  const cutter = new Cutter(graph, new Tags(graph));
  const members = ends.map((): number[] => []);
  const inside = ends.map(() => new Map<number, Port[]>());
  const incoming = ends.map(() => new Map<number, Port[]>());
  const outgoing = ends.map(() => new Map<number, Port[]>());
  nodes.forEach((node, i) => {
    members[band[i]!]!.push(i);
    for (const port of node.ports) {
      if (band[port.from] === band[i]) {
        add(inside[band[i]!]!, port.from, port);
        continue;
      }
      add(incoming[band[i]!]!, port.from, port);
      add(outgoing[band[port.from]!]!, port.from, port);
    }
  });
  return ends.map((_, b): ViewGraph => {
    const part: ViewNode[] = [...incoming[b]!].map(([net, ports]) => cutter.entry(net, ports));
    const place = new Map([...incoming[b]!.keys()].map((net, at) => [net, at]));
    for (const i of members[b]!) {
      const node = outgoing[b]!.has(i) ? cutter.near(i, inside[b]!.get(i) ?? []) : nodes[i]!;
      const [port] = node.ports;
      const cutAgain = node.kind === 'sink' && node.tag !== undefined ? outgoing[b]!.get(port!.from) : undefined;
      if (cutAgain) cutAgain.push(port!);
      else {
        place.set(i, part.length);
        part.push({ ...node, ports: nodes[i]!.ports.map((p) => ({ ...p, from: place.get(p.from)! })) });
      }
    }
    for (const [net, ports] of outgoing[b]!) {
      if (nodes[net]!.tag === undefined) part.push(cutter.exit(net, place.get(net)!, ports));
    }
    return { nodes: part };
  });
}

function add(lists: Map<number, Port[]>, net: number, port: Port): void {
  const list = lists.get(net);
  if (list) list.push(port);
  else lists.set(net, [port]);
}

/**
 * The band of every node: that of its layer; a leaf stands in the first band that reads it, a named end at its wire.
 */
function bandOfNodes(graph: ViewGraph, layer: Int32Array, ends: readonly number[]): Int32Array {
  const ofLayer = new Int32Array(ends[ends.length - 1]!);
  ends.forEach((end, band) => {
    ofLayer.fill(band, band === 0 ? 0 : ends[band - 1]!, end);
  });
  const band = layer.map((l) => ofLayer[l]!);
  const first = new Int32Array(layer.length).fill(ends.length);
  const isEnd = ({ kind, tag }: ViewNode) => kind === 'sink' && tag !== undefined;
  graph.nodes.forEach((node, i) => {
    if (!isEnd(node)) for (const { from } of node.ports) first[from] = Math.min(first[from]!, band[i]!);
  });
  graph.nodes.forEach((node, i) => {
    if (node.kind === 'leaf' && first[i]! < ends.length) band[i] = first[i]!;
    if (isEnd(node)) band[i] = band[node.ports[0]!.from]!;
  });
  return band;
}
