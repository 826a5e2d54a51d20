import type { Arrangement } from './arrange.js';
import { type Glyphs, labelFor } from './glyphs.js';
import type { ViewNode } from './graph.js';
import { textWidth } from './text.js';

/** How much room a drawing takes sideways. */
export type Density = 'roomy' | 'normal' | 'snug' | 'close' | 'tight';

/** From the airiest to the narrowest. */
export const DENSITIES: readonly Density[] = ['roomy', 'normal', 'snug', 'close', 'tight'];

interface Spacing {
  /** Cells between a gate's label and its borders. */
  readonly inside: number;
  /** Cells before and after the label on a wire. */
  readonly before: number;
  readonly after: number;
  /** Cells from one vertical track to the next. */
  readonly pitch: number;
}

const SPACING: Record<Density, Spacing> = {
  roomy: { inside: 1, before: 2, after: 2, pitch: 2 },
  normal: { inside: 1, before: 1, after: 1, pitch: 1 },
  snug: { inside: 0, before: 1, after: 1, pitch: 1 },
  close: { inside: 0, before: 1, after: 0, pitch: 1 },
  tight: { inside: 0, before: 0, after: 0, pitch: 1 },
};

/** The columns between two layers, from the left: room for labels, vertical tracks, room for the shares of branches. */
export interface Zone {
  readonly start: number;
  readonly label: number;
  readonly tracks: number;
  readonly shares: number;
  readonly end: number;
}

/** Where everything stands horizontally. */
export interface Columns {
  readonly density: Density;
  readonly spacing: Spacing;
  /** First column and width of each layer. */
  readonly layerStart: readonly number[];
  readonly layerWidth: readonly number[];
  readonly zones: readonly Zone[];
  readonly width: number;
}

/** The width of a node's box or name; of an expanded group's frame, with room for its label in the border. */
export function nodeWidth(node: ViewNode, density: Density, glyphs: Glyphs): number {
  const label = textWidth(labelFor(glyphs, node.label));
  if (node.inside) return Math.max(label + 6, placeColumns(node.inside.arrangement, density, glyphs).width + 2);
  return label + (node.kind === 'gate' ? 2 + 2 * SPACING[density].inside : 0);
}

/** The column of a track. */
export function trackColumn(zone: Zone, spacing: Spacing, track: number): number {
  return zone.tracks + track * spacing.pitch + (spacing.pitch > 1 ? 1 : 0);
}

/** The widest names, boxes and numbers of a layer. */
interface Extent {
  leaf: number;
  gate: number;
  sink: number;
  /** Of the numbers on the wires that leave, and of the shares at the ports. */
  room: number;
  shares: number;
}

function extentOf(layer: Int32Array, { graph, items, uses }: Arrangement, density: Density, glyphs: Glyphs): Extent {
  const extent: Extent = { leaf: 0, gate: 0, sink: 0, room: 0, shares: 0 };
  for (const item of layer) {
    if (item >= items.nodes) continue;
    const node = graph.nodes[item]!;
    const { kind, ports } = node;
    extent[kind] = Math.max(extent[kind], nodeWidth(node, density, glyphs));
    if (kind !== 'sink') extent.room = Math.max(extent.room, node.room);
    for (const port of ports) if (showsShare(uses, port)) extent.shares = Math.max(extent.shares, port.room);
  }
  return extent;
}

/** Lays out the columns of an arrangement at one density. */
export function placeColumns(arrangement: Arrangement, density: Density, glyphs: Glyphs): Columns {
  const { order, channels } = arrangement;
  // In ASCII a crossing is drawn like the wire itself, so that tracks side by side could be misread.
  const base = SPACING[density];
  const spacing = glyphs === 'ascii' ? { ...base, pitch: 2 } : base;
  const layerStart: number[] = [];
  const layerWidth: number[] = [];
  const zones: Zone[] = [];
  const extents = order.layers.map((layer) => extentOf(layer, arrangement, density, glyphs));
  let column = 0;
  extents.forEach(({ leaf, gate, sink, room }, l) => {
    const width = Math.max(sink, leaf, gate);
    layerStart.push(column);
    layerWidth.push(width);
    column += width;
    const next = extents[l + 1];
    if (!next) return;
    const start = column;
    const label = spacing.before + room + spacing.after;
    // A name must not touch what stands beside it.
    const tracks = start + (label === 0 && sink === width ? 1 : label);
    const trackCount = channels[l]!.tracks;
    const shares = tracks + (trackCount > 0 ? trackCount * spacing.pitch + (spacing.pitch > 1 ? 1 : 0) : 0);
    column = shares + (next.shares > 0 ? next.shares + spacing.before : 0);
    // A name needs a cell to the left: a gap before a leaf's, a piece of wire before a sink's.
    const flush = trackCount > 0 ? spacing.pitch === 1 : spacing.after === 0;
    const name = (next.leaf > 0 && next.leaf >= next.gate) || (trackCount > 0 && next.sink > 0);
    if (next.shares === 0 && flush && name) column += 1;
    zones.push({ start, label: room, tracks, shares, end: column });
  });
  return { density, spacing, layerStart, layerWidth, zones, width: column };
}

/** A branch end carries its share when the wire has several; otherwise its share is the wire's whole gradient. */
export function showsShare(uses: Int32Array, port: { from: number; shares: readonly unknown[] }): boolean {
  return uses[port.from]! > 1 && port.shares.length > 0;
}
