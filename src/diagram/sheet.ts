import type { Arrangement } from './arrange.js';
import type { Segment } from './channel.js';
import { type Columns, nodeWidth, showsShare, trackColumn, type Zone } from './columns.js';
import { type Glyphs, labelFor } from './glyphs.js';
import type { ViewGraph, ViewNode } from './graph.js';
import { Ints } from './ints.js';
import type { Mark, Marks } from './marks.js';

/** A horizontal wire's end that only leaves its cell inwards: there it joins a vertical one. */
export const STARTS_AT_TRACK = 1;
export const ENDS_AT_TRACK = 2;

/** What a label shows: the value or gradient of a node's wire, or the share of a port. */
export const VALUE = 0;
export const GRADIENT = 1;
export const SHARE = 2;

/**
 * One drawing with everything in its place, in cells, as flat lists of integers; painting turns a part of it into text.
 */
export interface Sheet extends Wires {
  readonly graph: ViewGraph;
  readonly width: number;
  readonly height: number;
  /** Five numbers each: row, first column, last column, net, and which ends join a track. */
  readonly across: Int32Array;
  /** Four numbers each: column, first row, last row, net. */
  readonly down: Int32Array;
  /** Four numbers each, as many as there are nodes: first row, first column, last row, last column of the box or name. */
  readonly boxes: Int32Array;
  /** The row of each node's label, and of its outgoing wire. */
  readonly labelRow: Int32Array;
  readonly outRow: Int32Array;
  /** The rows of node i's ports are `portRow[portStart[i]]` … `portRow[portStart[i+1]−1]`. */
  readonly portStart: Int32Array;
  readonly portRow: Int32Array;
  /** Six numbers each: row, column after the last, room, what is shown, node, operand. */
  readonly labels: Int32Array;
}

/** The box of a node, or the extent of its name. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function boxOf(sheet: Sheet, node: number): Box {
  const at = 4 * node;
  const { boxes } = sheet;
  return { top: boxes[at]!, left: boxes[at + 1]!, bottom: boxes[at + 2]!, right: boxes[at + 3]! };
}

/** The horizontal and vertical pieces of wires. */
export interface Wires {
  readonly across: Int32Array;
  readonly down: Int32Array;
}

/** Calls `visit` for every horizontal piece of wire. */
export function eachAcross(
  { across }: Wires,
  visit: (row: number, from: number, to: number, net: number, ends: number) => void,
): void {
  for (let i = 0; i < across.length; i += 5) {
    visit(across[i]!, across[i + 1]!, across[i + 2]!, across[i + 3]!, across[i + 4]!);
  }
}

/** Calls `visit` for every vertical piece of wire. */
export function eachDown(
  { down }: Wires,
  visit: (column: number, from: number, to: number, net: number) => void,
): void {
  for (let i = 0; i < down.length; i += 4) visit(down[i]!, down[i + 1]!, down[i + 2]!, down[i + 3]!);
}

/** A label's place and the mark that belongs there. */
export interface Label {
  readonly row: number;
  /** The column after its last cell. */
  readonly end: number;
  readonly room: number;
  readonly mark: Mark;
}

/** Calls `visit` for every label that has a mark, if `wanted` says yes to its row. */
export function eachLabel(
  sheet: Sheet,
  marks: Marks,
  wanted: (row: number) => boolean,
  visit: (label: Label) => void,
): void {
  const { labels, graph } = sheet;
  for (let i = 0; i < labels.length; i += 6) {
    const row = labels[i]!;
    if (!wanted(row)) continue;
    const kind = labels[i + 3]!;
    const node = graph.nodes[labels[i + 4]!]!;
    const mark = kind === SHARE ? marks.share(node.ports[labels[i + 5]!]!.shares) : wireMark(node, kind, marks);
    if (mark) visit({ row, end: labels[i + 1]!, room: labels[i + 2]!, mark });
  }
}

function wireMark(node: ViewNode, kind: number, marks: Marks): Mark | undefined {
  return kind === VALUE ? marks.value(node.source) : trunkMark(node, marks);
}

/** What comes back on a node's wire: its gradient, or as much of it as this end of a cut wire carries. */
export function trunkMark(node: ViewNode, marks: Marks): Mark | undefined {
  return node.trunk ? marks.share(node.trunk) : marks.gradient(node.source);
}

/** Puts an arrangement on columns and collects its wires, boxes and labels. */
export function buildSheet(arrangement: Arrangement, columns: Columns, glyphs: Glyphs): Sheet {
  return new SheetBuilder(arrangement, columns, glyphs).build();
}

class SheetBuilder {
  readonly #a: Arrangement;
  readonly #columns: Columns;
  readonly #glyphs: Glyphs;
  readonly #across = new Ints();
  readonly #down = new Ints();
  readonly #labels = new Ints();
  readonly #boxes: Int32Array;
  readonly #labelRow: Int32Array;
  #height = 0;

  constructor(arrangement: Arrangement, columns: Columns, glyphs: Glyphs) {
    this.#a = arrangement;
    this.#columns = columns;
    this.#glyphs = glyphs;
    this.#boxes = new Int32Array(4 * arrangement.graph.nodes.length);
    this.#labelRow = new Int32Array(arrangement.graph.nodes.length);
  }

  build(): Sheet {
    const { graph, order, channels, items, rows } = this.#a;
    order.layers.forEach((layer, l) => {
      for (const item of layer) {
        if (item < items.nodes) this.#node(l, item);
        else this.#passing(l, item);
      }
    });
    channels.forEach((channel, l) => {
      const zone = this.#columns.zones[l]!;
      for (const { net, left } of channel.straight) this.#line(left, zone.start, zone.end - 1, net, 0);
      for (const segment of channel.segments) this.#segment(zone, segment);
    });
    return {
      graph,
      width: this.#columns.width,
      height: this.#height,
      across: this.#across.toArray(),
      down: this.#down.toArray(),
      boxes: this.#boxes,
      labelRow: this.#labelRow,
      outRow: rows.out.slice(0, items.nodes),
      portStart: items.portStart.slice(0, items.nodes + 1),
      portRow: rows.port.slice(0, items.portStart[items.nodes]),
      labels: this.#labels.toArray(),
    };
  }

  #line(row: number, from: number, to: number, net: number, ends: number): void {
    if (to < from) return;
    this.#across.push(row, from, to, net, ends);
    this.#height = Math.max(this.#height, row + 1);
  }

  #passing(l: number, item: number): void {
    const start = this.#columns.layerStart[l]!;
    this.#line(this.#a.rows.out[item]!, start, start + this.#columns.layerWidth[l]! - 1, this.#a.items.net[item]!, 0);
  }

  #segment(zone: Zone, segment: Segment): void {
    const { net } = segment.passage;
    const { spacing } = this.#columns;
    const column = trackColumn(zone, spacing, segment.track);
    this.#down.push(column, segment.low, segment.high, net);
    this.#height = Math.max(this.#height, segment.high + 1);
    if (segment.after) {
      const from = trackColumn(zone, spacing, segment.after.track);
      this.#line(segment.left, from, column, net, STARTS_AT_TRACK | ENDS_AT_TRACK);
    } else this.#line(segment.left, zone.start, column, net, ENDS_AT_TRACK);
    if (!segment.inner) for (const row of segment.right) this.#line(row, column, zone.end - 1, net, STARTS_AT_TRACK);
  }

  #node(l: number, id: number): void {
    const { graph, items, rows, uses } = this.#a;
    const { spacing, layerStart, layerWidth, zones } = this.#columns;
    const node = graph.nodes[id]!;
    const start = layerStart[l]!;
    const end = start + layerWidth[l]!;
    const width = nodeWidth(labelFor(this.#glyphs, node.label), node.kind, spacing.inside);
    const firstPort = items.portStart[id]!;
    const portRows = rows.port.subarray(firstPort, items.portStart[id + 1]!);
    const out = rows.out[id]!;
    // Gates stand in the middle of their layer, names at the wire.
    const left =
      node.kind === 'gate' ? start + ((layerWidth[l]! - width) >> 1) : node.kind === 'leaf' ? end - width : start;
    const frame = node.kind === 'gate' ? 1 : 0;
    const top = (portRows[0] ?? out) - frame;
    const bottom = (portRows[portRows.length - 1] ?? out) + frame;
    this.#boxes.set([top, left, bottom, left + width - 1], 4 * id);
    this.#labelRow[id] = (top + bottom) >> 1;
    this.#height = Math.max(this.#height, bottom + 1);
    node.ports.forEach((port, k) => {
      const row = portRows[k]!;
      this.#line(row, start, left - 1, port.from, 0);
      if (showsShare(uses, port)) {
        this.#labels.push(row + 1, zones[l - 1]!.end - spacing.before, port.room, SHARE, id, k);
        this.#height = Math.max(this.#height, row + 2);
      }
    });
    if (node.kind === 'sink') return;
    this.#line(out, left + width, end - 1, id, 0);
    const zone = zones[l];
    if (!zone) return;
    const labelEnd = zone.start + spacing.before + zone.label;
    this.#labels.push(out - 1, labelEnd, node.room, VALUE, id, 0);
    this.#labels.push(out + 1, labelEnd, node.room, GRADIENT, id, 0);
    this.#height = Math.max(this.#height, out + 2);
  }
}
