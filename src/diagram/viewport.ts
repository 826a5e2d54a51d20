import type { NodeId } from '../engine/types.js';
import type { Layout } from './layout.js';
import type { Viewport } from './paint.js';

/** The smallest part of a drawing that holds all gates and names of the nodes `includes` says yes to. */
export function rectangleOf(layout: Layout, includes: (node: NodeId) => boolean): Viewport | undefined {
  let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (const { sheet, row } of layout.bands) {
    sheet.graph.nodes.forEach((node, id) => {
      // A frame is no gate: its gates stand inside it.
      if (node.inside || !node.members.some(includes)) return;
      top = Math.min(top, row + sheet.boxes[4 * id]!);
      left = Math.min(left, sheet.boxes[4 * id + 1]!);
      bottom = Math.max(bottom, row + sheet.boxes[4 * id + 2]!);
      right = Math.max(right, sheet.boxes[4 * id + 3]!);
    });
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** Cells kept free around what is held in view, so that its labels are seen. */
const MARGIN = { rows: 1, columns: 8 };

/**
 * The part of a drawing to show in `rows` × `columns` cells: where it was before, moved as little as brings `focus` into
 * view, and never beyond the drawing's edges.
 */
export function windowOnto(
  layout: Layout,
  size: { readonly rows: number; readonly columns: number },
  focus?: Viewport,
  before: { readonly row: number; readonly column: number } = { row: 0, column: 0 },
): Viewport {
  const place = (start: number, shown: number, whole: number, margin: number, from?: number, length = 0) => {
    let at = start;
    if (from !== undefined) {
      at = Math.max(at, from + length + margin - shown);
      at = Math.min(at, from - margin);
    }
    return Math.max(0, Math.min(at, whole - shown));
  };
  return {
    row: place(before.row, size.rows, layout.height, MARGIN.rows, focus?.row, focus?.rows),
    column: place(before.column, size.columns, layout.width, MARGIN.columns, focus?.column, focus?.columns),
    rows: size.rows,
    columns: size.columns,
  };
}

/** The words of a ruler. */
export interface RulerWords {
  readonly columns: string;
  readonly rows: string;
}

/**
 * Where in the drawing a window stands, as far as something lies outside: `◀ cols 19–98/172 ▶`, `▲ rows 1–20/45 ▼`;
 * undefined when all is seen. The arrows show the sides on which there is more.
 */
export function ruler(
  layout: Pick<Layout, 'glyphs' | 'width' | 'height'>,
  view: Viewport,
  words: RulerWords = { columns: 'cols', rows: 'rows' },
): string | undefined {
  const ascii = layout.glyphs === 'ascii';
  const part = (word: string, start: number, shown: number, whole: number, arrows: string) => {
    if (shown >= whole) return undefined;
    const [less, more] = [...arrows];
    const end = Math.min(whole, start + shown);
    const range = `${word} ${start + 1}${ascii ? '-' : '–'}${end}/${whole}`;
    return [start > 0 ? less : '', range, end < whole ? more : ''].filter((piece) => piece !== '').join(' ');
  };
  const across = part(words.columns, view.column, view.columns, layout.width, ascii ? '<>' : '◀▶');
  const down = part(words.rows, view.row, view.rows, layout.height, ascii ? '^v' : '▲▼');
  return across && down ? `${across}  ${down}` : (across ?? down);
}
