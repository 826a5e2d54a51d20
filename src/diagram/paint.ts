import { type Glyphs, glyphSet, labelFor } from './glyphs.js';
import { Grid } from './grid.js';
import type { Layout } from './layout.js';
import type { Mark, Marks } from './marks.js';
import { ENDS_AT_TRACK, GRADIENT, SHARE, type Sheet, STARTS_AT_TRACK, VALUE } from './sheet.js';
import type { Line, Role } from './span.js';
import { clip, dropWidth, takeWidth, textWidth } from './text.js';

/** A part of a drawing, in cells. */
export interface Viewport {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Draws a layout with its marks, or the part of it inside `viewport`. A mark longer than the room its label has is clipped. */
export function paint(layout: Layout, marks: Marks, viewport?: Viewport): Line[] {
  const view = viewport ?? { row: 0, column: 0, rows: layout.height, columns: layout.width };
  const lines: Line[] = [];
  layout.bands.forEach((band, i) => {
    if (layout.bands.length > 1) addRule(lines, layout, i, view);
    const first = Math.max(0, view.row - band.row);
    const last = Math.min(band.sheet.height, view.row + view.rows - band.row);
    if (last <= first) return;
    const part = { ...view, row: first, rows: last - first };
    const grid = new Grid(part.row, part.column, part.rows, part.columns);
    paintSheet(grid, band.sheet, marks, layout.glyphs, part);
    lines.push(...grid.lines(glyphSet(layout.glyphs)));
  });
  while (viewport && lines.length < view.rows) lines.push([]);
  return lines;
}

/** The line over a band of a folded drawing: `── 1/2 ────`. */
function addRule(lines: Line[], layout: Layout, band: number, view: Viewport): void {
  const row = layout.bands[band]!.row - 1;
  if (row < view.row || row >= view.row + view.rows) return;
  const { rule } = glyphSet(layout.glyphs);
  const start = `${rule.repeat(2)} ${band + 1}/${layout.bands.length} `;
  const text = start + rule.repeat(Math.max(0, layout.width - textWidth(start)));
  lines.push([{ text: takeWidth(dropWidth(text, view.column), view.columns), role: 'faint' }]);
}

function paintSheet(grid: Grid, sheet: Sheet, marks: Marks, glyphs: Glyphs, view: Viewport): void {
  const bottom = view.row + view.rows;
  const visible = (from: number, to: number) => to >= view.row && from < bottom;
  const { nodes } = sheet.graph;
  const wireRole = (net: number): Role => (marks.highlighted?.(nodes[net]!.source) ? 'emphasis' : 'wire');
  const { across, down, labels } = sheet;
  for (let i = 0; i < across.length; i += 5) {
    const row = across[i]!;
    if (!visible(row, row)) continue;
    const net = across[i + 3]!;
    const ends = across[i + 4]!;
    const [fromTrack, toTrack] = [(ends & STARTS_AT_TRACK) !== 0, (ends & ENDS_AT_TRACK) !== 0];
    grid.across(row, across[i + 1]!, across[i + 2]!, net, fromTrack, toTrack, wireRole(net));
  }
  for (let i = 0; i < down.length; i += 4) {
    if (visible(down[i + 1]!, down[i + 2]!)) {
      grid.down(down[i]!, down[i + 1]!, down[i + 2]!, down[i + 3]!, wireRole(down[i + 3]!));
    }
  }
  for (let id = 0; id < nodes.length; id++) {
    if (visible(sheet.boxes[4 * id]!, sheet.boxes[4 * id + 2]!)) paintNode(grid, sheet, id, marks, glyphs);
  }
  for (let i = 0; i < labels.length; i += 6) {
    const row = labels[i]!;
    if (!visible(row, row)) continue;
    const mark = markOf(sheet, marks, labels[i + 3]!, labels[i + 4]!, labels[i + 5]!);
    if (!mark) continue;
    const text = clip(labelFor(glyphs, mark.text), labels[i + 2]!, glyphSet(glyphs).ellipsis);
    grid.text(row, labels[i + 1]! - textWidth(text), text, mark.role);
  }
}

function markOf(sheet: Sheet, marks: Marks, kind: number, id: number, k: number): Mark | undefined {
  const node = sheet.graph.nodes[id]!;
  if (kind === SHARE) return marks.share(node.ports[k]!.shares);
  if (kind === VALUE) return marks.value(node.source);
  return kind === GRADIENT && node.trunk ? marks.share(node.trunk) : marks.gradient(node.source);
}

function paintNode(grid: Grid, sheet: Sheet, id: number, marks: Marks, glyphs: Glyphs): void {
  const node = sheet.graph.nodes[id]!;
  const [top, left, bottom, right] = sheet.boxes.subarray(4 * id, 4 * id + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const label = labelFor(glyphs, node.label);
  const labelRow = sheet.labelRow[id]!;
  if (node.kind !== 'gate') {
    grid.text(labelRow, left, label, 'leaf');
    return;
  }
  const current = node.members.some((member) => marks.current?.(member));
  const role: Role = current ? 'current' : 'gate';
  const glyph = glyphSet(glyphs)[current ? 'current' : 'gate'];
  const enters = sheet.portRow.subarray(sheet.portStart[id], sheet.portStart[id + 1]);
  for (let column = left + 1; column < right; column++) {
    grid.glyph(top, column, glyph.across, role);
    grid.glyph(bottom, column, glyph.across, role);
  }
  grid.glyph(top, left, glyph.topLeft, role);
  grid.glyph(top, right, glyph.topRight, role);
  grid.glyph(bottom, left, glyph.bottomLeft, role);
  grid.glyph(bottom, right, glyph.bottomRight, role);
  for (let row = top + 1; row < bottom; row++) {
    grid.glyph(row, left, enters.includes(row) ? glyph.enter : glyph.down, role);
    grid.glyph(row, right, row === sheet.outRow[id] ? glyph.leave : glyph.down, role);
    grid.blank(row, left + 1, right - 1);
  }
  grid.text(labelRow, left + 1 + ((right - left - 1 - textWidth(label)) >> 1), label, role);
}
