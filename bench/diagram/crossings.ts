import type { Wires } from './peers.js';

interface Piece {
  readonly wire: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * How many places there are where two wires of different sources properly cross. Wires of one source count as one, as
 * they may run over each other: places at the same spot count once.
 */
export function countCrossings(wires: Wires, sourceOf: (wire: number) => number): number {
  const pieces: Piece[] = wires.flatMap((points, wire) =>
    points.slice(1).map((to, i): Piece => {
      const from = points[i]!;
      const [a, b] = from.x <= to.x ? [from, to] : [to, from];
      return { wire: sourceOf(wire), x1: a.x, y1: a.y, x2: b.x, y2: b.y };
    }),
  );
  pieces.sort((a, b) => a.x1 - b.x1);
  const places = new Set<string>();
  const active: Piece[] = [];
  for (const piece of pieces) {
    let kept = 0;
    for (const other of active) {
      if (other.x2 < piece.x1) continue;
      active[kept++] = other;
      if (other.wire === piece.wire) continue;
      const at = properCrossing(piece, other);
      if (at) places.add(`${Math.min(piece.wire, other.wire)} ${Math.max(piece.wire, other.wire)} ${at}`);
    }
    active.length = kept;
    active.push(piece);
  }
  return places.size;
}

function properCrossing(p: Piece, q: Piece): string | undefined {
  const [px, py, qx, qy] = [p.x2 - p.x1, p.y2 - p.y1, q.x2 - q.x1, q.y2 - q.y1];
  const turn = px * qy - py * qx;
  if (Math.abs(turn) < 1e-9) return undefined;
  const t = ((q.x1 - p.x1) * qy - (q.y1 - p.y1) * qx) / turn;
  const u = ((q.x1 - p.x1) * py - (q.y1 - p.y1) * px) / turn;
  const inside = (s: number) => s > 1e-6 && s < 1 - 1e-6;
  return inside(t) && inside(u) ? `${(p.x1 + t * px).toFixed(2)},${(p.y1 + t * py).toFixed(2)}` : undefined;
}
