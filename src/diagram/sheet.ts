import type { Arrangement } from './arrange.js';
import type { Segment } from './channel.js';
import { type Columns, nodeWidth, placeColumns, showsShare, trackColumn, type Zone } from './columns.js';
import type { Glyphs } from './glyphs.js';
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
  /**
   * Four numbers each, as many as there are nodes: first row, first column, last row, last column of the box or name.
   */
  readonly boxes: Int32Array;
  /** The row of each node's label, and of its outgoing wire. */
  readonly labelRow: Int32Array;
  readonly outRow: Int32Array;
  /** The rows of node i's ports are `portRow[portStart[i]]` … `portRow[portStart[i+1]−1]`. */
  readonly portStart: Int32Array;
  readonly portRow: Int32Array;
  /** Six numbers each: row, column after the last, room, what is shown, node, operand. */
  readonly labels: Int32Array;
  /** The drawing itself, and after it those inside frames. */
  readonly pieces: readonly Piece[];
}

/** A part of a sheet that was arranged on its own. */
export interface Piece {
  readonly arrangement: Arrangement;
  readonly columns: Columns;
  /** Where its first row and column lie, and which number its first node has. */
  readonly row: number;
  readonly column: number;
  readonly firstNode: number;
  /** The node whose frame it stands in; −1 for the drawing itself. */
  readonly frame: number;
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
  readonly #glyphs: Glyphs;
  readonly #pieces: Piece[];
  readonly #nodes: ViewNode[] = [];
  readonly #across = new Ints();
  readonly #down = new Ints();
  readonly #labels = new Ints();
  readonly #boxes = new Ints();
  readonly #labelRow = new Ints();
  readonly #outRow = new Ints();
  readonly #portStart = new Ints();
  readonly #portRow = new Ints();
  /** The piece at hand. */
  #a: Arrangement;
  #columns: Columns;
  #piece: Piece;
  #height = 0;

  constructor(arrangement: Arrangement, columns: Columns, glyphs: Glyphs) {
    this.#glyphs = glyphs;
    this.#piece = { arrangement, columns, row: 0, column: 0, firstNode: 0, frame: -1 };
    this.#pieces = [this.#piece];
    this.#a = arrangement;
    this.#columns = columns;
  }

  build(): Sheet {
    const { width } = this.#columns;
    // Frames add their inside to the list as they are met.
    for (let i = 0; i < this.#pieces.length; i++) this.#add(this.#pieces[i]!);
    this.#portStart.push(this.#portRow.length);
    return {
      graph: { nodes: this.#nodes },
      width,
      height: this.#height,
      across: this.#across.toArray(),
      down: this.#down.toArray(),
      boxes: this.#boxes.toArray(),
      labelRow: this.#labelRow.toArray(),
      outRow: this.#outRow.toArray(),
      portStart: this.#portStart.toArray(),
      portRow: this.#portRow.toArray(),
      labels: this.#labels.toArray(),
      pieces: this.#pieces,
    };
  }

  #add(piece: Piece): void {
    this.#piece = { ...piece, firstNode: this.#nodes.length };
    this.#pieces[this.#pieces.indexOf(piece)] = this.#piece;
    this.#a = piece.arrangement;
    this.#columns = piece.columns;
    const { graph, order, channels, items, rows } = this.#a;
    const { firstNode, row } = this.#piece;
    const layerOf = items.layer;
    graph.nodes.forEach((node, id) => {
      this.#nodes.push({ ...node, ports: node.ports.map((port) => ({ ...port, from: port.from + firstNode })) });
      this.#portStart.push(this.#portRow.length);
      for (let p = items.portStart[id]!; p < items.portStart[id + 1]!; p++) this.#portRow.push(rows.port[p]! + row);
      this.#outRow.push(rows.out[id]! + row);
    });
    graph.nodes.forEach((_, id) => {
      this.#node(layerOf[id]!, id);
    });
    order.layers.forEach((layer, l) => {
      for (const item of layer) if (item >= items.nodes) this.#passing(l, item);
    });
    channels.forEach((channel, l) => {
      const zone = this.#columns.zones[l]!;
      for (const { net, left } of channel.straight) this.#line(left, zone.start, zone.end - 1, net, 0);
      for (const segment of channel.segments) this.#segment(zone, segment);
    });
  }

  /** Rows, columns and nets count within the piece. */
  #line(row: number, from: number, to: number, net: number, ends: number): void {
    if (to < from) return;
    const { row: top, column, firstNode } = this.#piece;
    this.#across.push(top + row, column + from, column + to, firstNode + net, ends);
    this.#height = Math.max(this.#height, top + row + 1);
  }

  #label(row: number, end: number, room: number, kind: number, node: number, k: number): void {
    if (room === 0) return;
    const { row: top, column, firstNode } = this.#piece;
    this.#labels.push(top + row, column + end, room, kind, firstNode + node, k);
    this.#height = Math.max(this.#height, top + row + 1);
  }

  #passing(l: number, item: number): void {
    const start = this.#columns.layerStart[l]!;
    this.#line(this.#a.rows.out[item]!, start, start + this.#columns.layerWidth[l]! - 1, this.#a.items.net[item]!, 0);
  }

  #segment(zone: Zone, segment: Segment): void {
    const { net } = segment.passage;
    const { spacing } = this.#columns;
    const column = trackColumn(zone, spacing, segment.track);
    const { row, column: left, firstNode } = this.#piece;
    this.#down.push(left + column, row + segment.low, row + segment.high, firstNode + net);
    this.#height = Math.max(this.#height, row + segment.high + 1);
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
    const width = nodeWidth(node, this.#columns.density, this.#glyphs);
    const firstPort = items.portStart[id]!;
    const portRows = rows.port.subarray(firstPort, items.portStart[id + 1]!);
    const out = rows.out[id]!;
    // Gates stand in the middle of their layer, names at the wire.
    const left =
      node.kind === 'gate' ? start + ((layerWidth[l]! - width) >> 1) : node.kind === 'leaf' ? end - width : start;
    this.#box(id, left, width, portRows, out);
    node.ports.forEach((port, k) => {
      const row = portRows[k]!;
      // A wire passes through a frame's border.
      this.#line(row, start, node.inside ? left : left - 1, port.from, 0);
      if (showsShare(uses, port)) this.#label(row + 1, zones[l - 1]!.end - spacing.before, port.room, SHARE, id, k);
    });
    if (node.kind === 'sink') return;
    this.#line(out, node.inside ? left + width - 1 : left + width, end - 1, id, 0);
    const zone = zones[l];
    if (!zone) return;
    const labelEnd = zone.start + spacing.before + zone.label;
    this.#label(out - 1, labelEnd, node.room, VALUE, id, 0);
    this.#label(out + 1, labelEnd, node.room, GRADIENT, id, 0);
  }

  #box(id: number, left: number, width: number, portRows: Int32Array, out: number): void {
    const node = this.#a.graph.nodes[id]!;
    const border = node.kind === 'gate' ? 1 : 0;
    let top = (portRows[0] ?? out) - border;
    let bottom = (portRows[portRows.length - 1] ?? out) + border;
    const { row, column } = this.#piece;
    if (node.inside) {
      const { arrangement, exit } = node.inside;
      top = out - arrangement.rows.out[exit]! - 1;
      bottom = top + arrangement.height + 1;
      const columns = placeColumns(arrangement, this.#columns.density, this.#glyphs);
      const frame = this.#piece.firstNode + id;
      this.#pieces.push({
        arrangement,
        columns,
        row: row + top + 1,
        column: column + left + 1,
        firstNode: 0,
        frame,
      });
    }
    this.#boxes.push(row + top, column + left, row + bottom, column + left + width - 1);
    this.#labelRow.push(row + ((top + bottom) >> 1));
    this.#height = Math.max(this.#height, row + bottom + 1);
  }
}
