import type { Layout } from './layout.js';
import type { Marks } from './marks.js';
import { boxOf, trunkMark } from './sheet.js';

/**
 * A box or name in cells; its wire leaves on `out`. A frame stands around the nodes of an expanded group, whose wires
 * begin at nameless leaves at its left border and end at a nameless sink at its right.
 */
export interface PlacedNode {
  readonly id: number;
  readonly kind: 'leaf' | 'gate' | 'sink' | 'frame';
  readonly label: string;
  readonly name?: string;
  readonly band: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly out: number;
  readonly value?: string;
  readonly gradient?: string;
  readonly operands: readonly { readonly from: number; readonly row: number; readonly share?: string }[];
}

export interface LayoutJson {
  readonly width: number;
  readonly height: number;
  readonly crossings: number;
  readonly nodes: readonly PlacedNode[];
}

/**
 * The netlist of a drawing with the place of everything, counted in cells from the top left; ids are unique over all
 * bands.
 */
export function toJson(layout: Layout, marks: Marks): LayoutJson {
  const nodes: PlacedNode[] = [];
  layout.bands.forEach(({ sheet, row }, band) => {
    const first = nodes.length;
    sheet.graph.nodes.forEach((node, i) => {
      const { top, left, bottom, right } = boxOf(sheet, i);
      const isEnd = node.kind === 'sink';
      const value = isEnd ? undefined : marks.value(node.source)?.text;
      const gradient = isEnd ? undefined : trunkMark(node, marks)?.text;
      nodes.push({
        id: first + i,
        kind: node.inside ? 'frame' : node.kind,
        label: node.label,
        ...(node.name === undefined ? {} : { name: node.name }),
        band,
        row: row + top,
        column: left,
        rows: bottom - top + 1,
        columns: right - left + 1,
        out: row + sheet.outRow[i]!,
        ...(value === undefined ? {} : { value }),
        ...(gradient === undefined ? {} : { gradient }),
        operands: node.ports.map((port, k) => {
          const share = port.shares.length > 0 ? marks.share(port.shares)?.text : undefined;
          const at = { from: first + port.from, row: row + sheet.portRow[sheet.portStart[i]! + k]! };
          return share === undefined ? at : { ...at, share };
        }),
      });
    });
  });
  return { width: layout.width, height: layout.height, crossings: layout.crossings, nodes };
}
