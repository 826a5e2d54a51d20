import { type Glyphs, glyphSet, labelFor } from './glyphs.js';
import { Grid } from './grid.js';
import type { Band, Layout } from './layout.js';
import { type LitWires, litWires } from './lit-wires.js';
import type { Marks } from './marks.js';
import {
  boxOf,
  ENDS_AT_TRACK,
  eachAcross,
  eachDown,
  eachLabel,
  type Label,
  type Sheet,
  STARTS_AT_TRACK,
  type Wires,
} from './sheet.js';
import type { Line, Role } from './span.js';
import { clip, dropWidth, takeWidth, textWidth } from './text.js';

/** A part of a drawing, in cells. */
export interface Viewport {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Draws a layout with its marks, or the part of it inside `viewport`. A mark longer than the room its label has is
 * clipped.
 */
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
    paintBand(grid, band, marks, layout.glyphs, part);
    lines.push(...grid.lines(glyphSet(layout.glyphs)));
  });
  while (viewport && lines.length < view.rows) lines.push([]);
  return lines;
}

/** Whether every mark is as short as the room that its label has, so that none is clipped. */
export function fits(layout: Layout, marks: Marks): boolean {
  let all = true;
  for (const { sheet } of layout.bands)
    eachLabel(
      sheet,
      marks,
      () => all,
      ({ room, mark }) => {
        all &&= textWidth(labelFor(layout.glyphs, mark.text)) <= room;
      },
    );
  return all;
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

function paintBand(grid: Grid, band: Band, marks: Marks, glyphs: Glyphs, view: Viewport): void {
  const { sheet } = band;
  const { nodes } = sheet.graph;
  const bottom = view.row + view.rows;
  const visible = (from: number, to = from) => to >= view.row && from < bottom;
  const lit = litWires(band, marks);
  const wires = (pieces: Wires, isLit: boolean) => {
    eachAcross(pieces, (row, from, to, net, ends) => {
      if (!visible(row)) return;
      grid.across(row, from, to, net, (ends & STARTS_AT_TRACK) !== 0, (ends & ENDS_AT_TRACK) !== 0, isLit);
    });
    eachDown(pieces, (column, from, to, net) => {
      if (visible(from, to)) grid.down(column, from, to, net, isLit);
    });
  };
  wires(sheet, false);
  for (const route of lit.routes) wires(route, true);
  nodes.forEach((_, id) => {
    if (visible(sheet.boxes[4 * id]!, sheet.boxes[4 * id + 2]!)) paintNode(grid, sheet, id, marks, glyphs, lit);
  });
  const write = ({ row, end, room, mark }: Label) => {
    const text = clip(labelFor(glyphs, mark.text), room, glyphSet(glyphs).ellipsis);
    grid.text(row, end - textWidth(text), text, mark.role);
  };
  const long: Label[] = [];
  eachLabel(sheet, marks, visible, (label) => {
    if (label.mark.fit) long.push(label);
    else write(label);
  });
  for (const { row, end, room, mark } of long) {
    const free = room + grid.freeBefore(row, end - room);
    write({ row, end, room: free, mark: { ...mark, text: mark.fit!(free) } });
  }
}

function paintNode(grid: Grid, sheet: Sheet, id: number, marks: Marks, glyphs: Glyphs, lit: LitWires): void {
  const node = sheet.graph.nodes[id]!;
  const { top, left, bottom, right } = boxOf(sheet, id);
  const label = labelFor(glyphs, node.label);
  const labelRow = sheet.labelRow[id]!;
  const current = node.members.some((member) => marks.current?.(member));
  if (node.kind !== 'gate') {
    grid.text(labelRow, left, label, current ? 'current' : 'leaf');
    return;
  }
  if (node.inside) {
    paintFrame(grid, sheet, id, label, glyphs);
    return;
  }
  const role: Role = current ? 'current' : 'gate';
  const glyph = glyphSet(glyphs)[current ? 'current' : 'gate'];
  const firstPort = sheet.portStart[id]!;
  const enters = sheet.portRow.subarray(firstPort, sheet.portStart[id + 1]);
  for (let column = left + 1; column < right; column++) {
    grid.glyph(top, column, glyph.across, role);
    grid.glyph(bottom, column, glyph.across, role);
  }
  grid.glyph(top, left, glyph.topLeft, role);
  grid.glyph(top, right, glyph.topRight, role);
  grid.glyph(bottom, left, glyph.bottomLeft, role);
  grid.glyph(bottom, right, glyph.bottomRight, role);
  for (let row = top + 1; row < bottom; row++) {
    const k = enters.indexOf(row);
    const enter = lit.ports.has(firstPort + k) ? glyph.enterLit : glyph.enter;
    const leave = lit.nodes.has(id) ? glyph.leaveLit : glyph.leave;
    grid.glyph(row, left, k >= 0 ? enter : glyph.down, role);
    grid.glyph(row, right, row === sheet.outRow[id] ? leave : glyph.down, role);
    grid.blank(row, left + 1, right - 1);
  }
  grid.text(labelRow, left + 1 + ((right - left - 1 - textWidth(label)) >> 1), label, role);
}

/** The dashed border of an expanded group, with its label in the top; wires go through it. */
function paintFrame(grid: Grid, sheet: Sheet, id: number, label: string, glyphs: Glyphs): void {
  const { top, left, bottom, right } = boxOf(sheet, id);
  const { frame } = glyphSet(glyphs);
  const title = ` ${label} `;
  const titled = left + 2 + textWidth(title);
  const entering = sheet.portRow.subarray(sheet.portStart[id], sheet.portStart[id + 1]);
  grid.text(top, left + 2, title, 'faint');
  for (let column = left; column <= right; column++) {
    const corner = column === left ? 'Left' : column === right ? 'Right' : undefined;
    if (column < left + 2 || column >= titled)
      grid.glyph(top, column, corner ? frame[`top${corner}`] : frame.across, 'faint');
    grid.glyph(bottom, column, corner ? frame[`bottom${corner}`] : frame.across, 'faint');
  }
  for (let row = top + 1; row < bottom; row++) {
    if (!entering.includes(row)) grid.glyph(row, left, frame.down, 'faint');
    if (row !== sheet.outRow[id]) grid.glyph(row, right, frame.down, 'faint');
  }
}
