/** The rows that fit, around the one that is chosen. */
export function windowAround<Row>(rows: readonly Row[], selected: number, room: number): readonly Row[] {
  const top = Math.max(0, Math.min(selected - Math.floor(room / 2), rows.length - room));
  return rows.slice(top, top + room);
}
