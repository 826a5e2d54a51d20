import { ENDS_AT_TRACK, eachAcross, eachDown, STARTS_AT_TRACK, type Wires } from './sheet.js';

/** A cell where three or four legs of one net meet. */
export interface Joint {
  readonly row: number;
  readonly column: number;
  readonly net: number;
}

/** The forks of a drawing. */
export function joints(wires: Wires): Joint[] {
  const points: (Joint & { legs: number })[] = [];
  const onTrack = new Map<string, (Joint & { legs: number })[]>();
  const meet = (row: number, column: number, net: number) => {
    const key = `${column},${net}`;
    const track = onTrack.get(key) ?? [];
    onTrack.set(key, track);
    const known = track.find((point) => point.row === row);
    if (known) known.legs += 1;
    else {
      const point = { row, column, net, legs: 1 };
      track.push(point);
      points.push(point);
    }
  };
  eachAcross(wires, (row, from, to, net, ends) => {
    if (ends & STARTS_AT_TRACK) meet(row, from, net);
    if (ends & ENDS_AT_TRACK) meet(row, to, net);
  });
  eachDown(wires, (column, from, to, net) => {
    for (const point of onTrack.get(`${column},${net}`) ?? []) {
      if (point.row > from && point.row <= to) point.legs += 1;
      if (point.row >= from && point.row < to) point.legs += 1;
    }
  });
  return points.filter(({ legs }) => legs > 2).map(({ row, column, net }) => ({ row, column, net }));
}
