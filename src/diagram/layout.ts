import { type Arrangement, arrange } from './arrange.js';
import { DENSITIES, type Density, placeColumns } from './columns.js';
import { fold } from './fold.js';
import type { Glyphs } from './glyphs.js';
import type { ViewGraph } from './graph.js';
import { tagLongWires } from './long-wires.js';
import { buildSheet, type Sheet } from './sheet.js';

export interface LayoutOptions {
  /** Terminal columns there are; at least `NARROWEST`. */
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Takes this density whether it fits or not, in one piece; otherwise the airiest that fits is taken. */
  readonly density?: Density;
  /** Whether a drawing that fits in no density is folded into bands; true unless given. */
  readonly fold?: boolean;
}

/** One piece of a drawing. */
export interface Band {
  readonly sheet: Sheet;
  readonly density: Density;
  /** The row its own first row stands on; in a folded drawing the row above says which band it is. */
  readonly row: number;
}

/** Where everything in a drawing stands. Computed once for a circuit and a width; no label can change it. */
export interface Layout {
  readonly glyphs: Glyphs;
  readonly bands: readonly Band[];
  /** Columns it takes; more than were given when nothing fits. */
  readonly width: number;
  readonly height: number;
  /** Pairs of wires that cross. */
  readonly crossings: number;
}

/** Narrower terminals can't show a gate with its labels. */
export const NARROWEST = 20;
/** With more gates than this, long wires are cut and their ends named. */
const MANY_GATES = 100;

/**
 * Lays a graph out for a width: in one piece at the airiest density that fits, else folded into bands. Where even that
 * is too wide the layout says so by its width, and is shown in parts. The same graph and options give the same layout.
 * @throws RangeError for a width under `NARROWEST`
 */
export function layout(graph: ViewGraph, options: LayoutOptions): Layout {
  const { width, glyphs, density } = options;
  if (!(width >= NARROWEST)) throw new RangeError(`a drawing needs ${NARROWEST} columns, not ${width}`);
  const gates = graph.nodes.filter((node) => node.kind === 'gate').length;
  const shown = gates > MANY_GATES ? tagLongWires(graph) : graph;
  const whole = arrange(shown);
  const fitting = density ?? fittingDensity(whole, width, glyphs);
  if (fitting || options.fold === false) return stack([whole], [fitting ?? 'tight'], width, glyphs);
  const parts = fold(whole, width, glyphs);
  return stack(
    parts,
    parts.map((part) => fittingDensity(part, width, glyphs) ?? 'tight'),
    width,
    glyphs,
  );
}

function fittingDensity(arrangement: Arrangement, width: number, glyphs: Glyphs): Density | undefined {
  const fits = (density: Density) => placeColumns(arrangement, density, glyphs).width <= width;
  // None is narrower than the tight one.
  return fits('tight') ? DENSITIES.find(fits) : undefined;
}

function stack(parts: readonly Arrangement[], densities: readonly Density[], given: number, glyphs: Glyphs): Layout {
  const bands: Band[] = [];
  let row = 0;
  let width = 0;
  let crossings = 0;
  parts.forEach((part, i) => {
    const density = densities[i]!;
    const columns = placeColumns(part, density, glyphs);
    const sheet = buildSheet(part, columns, glyphs);
    if (parts.length > 1) row += 1;
    bands.push({ sheet, density, row });
    row += sheet.height;
    width = Math.max(width, sheet.width);
    for (const { arrangement } of sheet.pieces) crossings += arrangement.order.crossings;
  });
  return { glyphs, bands, width: parts.length > 1 ? Math.max(width, given) : width, height: row, crossings };
}
