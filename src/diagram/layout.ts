import { arrange } from './arrange.js';
import { DENSITIES, type Density, placeColumns } from './columns.js';
import type { Glyphs } from './glyphs.js';
import type { ViewGraph } from './graph.js';
import { buildSheet, type Sheet } from './sheet.js';

export interface LayoutOptions {
  /** Terminal columns there are. */
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Takes this density whether it fits or not; otherwise the airiest that fits is taken. */
  readonly density?: Density;
}

/** Where everything in a drawing stands. Computed once for a circuit and a width; no label can change it. */
export interface Layout {
  readonly glyphs: Glyphs;
  readonly density: Density;
  /** Columns it takes; more than were given when nothing fits. */
  readonly width: number;
  readonly height: number;
  /** Pairs of wires that cross. */
  readonly crossings: number;
  readonly sheet: Sheet;
}

/** Lays a graph out for a width. The same graph and options give the same layout, always. */
export function layout(graph: ViewGraph, options: LayoutOptions): Layout {
  const arrangement = arrange(graph);
  const { width, glyphs } = options;
  const density =
    options.density ??
    DENSITIES.find((candidate) => placeColumns(arrangement, candidate, glyphs).width <= width) ??
    'tight';
  const sheet = buildSheet(arrangement, density, glyphs);
  return {
    glyphs,
    density,
    width: sheet.width,
    height: sheet.height,
    crossings: arrangement.order.crossings,
    sheet,
  };
}
