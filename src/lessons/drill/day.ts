/** A learning day as `2026-11-23`: days compare as text, and the journal stays readable. */
export type Day = string;

/** Which learning day a moment belongs to; handed in, as the offset from UTC is the computer's to know. */
export type DayOf = (at: Date) => Day;

const hour = 3_600_000;
const dayLength = 24 * hour;

/** A day turns at 4:00 local time: practice after midnight still belongs to the evening. */
const turn = 4 * hour;

/** The learning day by local time. @param offset minutes that local time is ahead of UTC at a moment */
export function learningDay(offset: (at: Date) => number): DayOf {
  return (at) => new Date(at.getTime() + offset(at) * 60_000 - turn).toISOString().slice(0, 10);
}

/** The day so many days after (or, negative, before) a day. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}

/** How many days lie between two days; negative if `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}
