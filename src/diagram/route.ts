import type { Segment } from './channel.js';
import { trackColumn } from './columns.js';
import { Ints } from './ints.js';
import { boxOf, ENDS_AT_TRACK, type Piece, type Sheet, STARTS_AT_TRACK, type Wires } from './sheet.js';

/**
 * The pieces of wire on the way from the source of operand `k` of node `node` of a piece to that operand, and no other
 * branch.
 */
export function routeTo(sheet: Sheet, piece: Piece, node: number, k: number): Wires {
  const { arrangement, columns, firstNode } = piece;
  const { items, rows, channels } = arrangement;
  const across = new Ints();
  const down = new Ints();
  let port = items.portStart[node]! + k;
  let row = rows.port[port]!;
  const net = items.net[items.portFrom[port]!]!;
  const line = (from: number, to: number, ends = 0) => {
    if (to >= from) across.push(piece.row + row, piece.column + from, piece.column + to, firstNode + net, ends);
  };
  const box = (id: number) => boxOf(sheet, firstNode + id);
  const isFrame = (id: number) => arrangement.graph.nodes[id]!.inside !== undefined;
  line(columns.layerStart[items.layer[node]!]!, box(node).left - piece.column - (isFrame(node) ? 0 : 1));
  for (;;) {
    const from = items.portFrom[port]!;
    const layer = items.layer[from]!;
    const zone = columns.zones[layer]!;
    let end = zone.end - 1;
    let ends = 0;
    let segment: Segment | undefined = channels[layer]!.segments.find((s) => s.passage.net === net && !s.inner);
    while (segment) {
      const column = trackColumn(zone, columns.spacing, segment.track);
      line(column, end, ends | STARTS_AT_TRACK);
      if (segment.left !== row) {
        const [top, bottom] = row < segment.left ? [row, segment.left] : [segment.left, row];
        down.push(piece.column + column, piece.row + top, piece.row + bottom, firstNode + net);
      }
      row = segment.left;
      end = column;
      ends = ENDS_AT_TRACK;
      segment = segment.after;
    }
    line(zone.start, end, ends);
    const start = columns.layerStart[layer]!;
    if (from < items.nodes) {
      line(box(from).right - piece.column + (isFrame(from) ? 0 : 1), zone.start - 1);
      return { across: across.toArray(), down: down.toArray() };
    }
    line(start, zone.start - 1);
    port = items.portStart[from]!;
  }
}
