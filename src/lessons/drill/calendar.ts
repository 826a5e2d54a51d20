import { type Line, padTo, textWidth } from '../../diagram/index.js';
import { statsMessages } from '../../messages/stats.js';
import type { ViewOptions } from '../view/types.js';
import { addDays, type Day, daysBetween } from './day.js';
import type { Tally } from './statistics.js';

/** From how many answers on a day has each sign; the first is a day without practice. */
const signs = { unicode: ['·', '░', '▒', '▓', '█'], ascii: ['.', '-', '+', '*', '#'] } as const;
const steps = [0, 1, 10, 25, 50] as const;

/** A Monday, to count weeks from. */
const someMonday: Day = '2024-01-01';
const mostWeeks = 26;

/**
 * The days practised, a column a week and a row a weekday, as many weeks back from today as the width holds (half a year
 * at most). The signs differ in shape, so that it reads without colour.
 */
export function calendarLines(
  days: ReadonlyMap<Day, Tally>,
  today: Day,
  { width, glyphs, lang }: ViewOptions,
): readonly Line[] {
  const m = statsMessages[lang];
  const label = Math.max(...m.weekdays.map(textWidth)) + 4;
  const weeks = Math.max(1, Math.min(mostWeeks, Math.floor((width - label) / 2)));
  const weekday = ((daysBetween(someMonday, today) % 7) + 7) % 7;
  const first = addDays(today, -weekday - 7 * (weeks - 1));
  const rows = m.weekdays.map((name, row): Line => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      const day = addDays(first, 7 * week + row);
      return day > today ? ' ' : signOf(days.get(day), glyphs);
    });
    return [
      { text: `  ${padTo(name, label - 4)}  `, role: 'faint' },
      { text: cells.join(' ').trimEnd(), role: 'emphasis' },
    ];
  });
  const legend = m.legend({
    none: signs[glyphs][0],
    at: steps
      .slice(1)
      .map((from, at) => `${signs[glyphs][at + 1]} ${from}${at === 3 ? '+' : `-${steps[at + 2]! - 1}`}`),
  });
  return [monthLine(first, weeks, label, lang), ...rows, [{ text: `  ${legend}`, role: 'faint' }]];
}

function signOf(tally: Tally | undefined, glyphs: ViewOptions['glyphs']): string {
  const answers = tally === undefined ? 0 : tally.right + tally.wrong;
  return signs[glyphs][steps.findLastIndex((from) => answers >= from)]!;
}

/** The months' names above the week in which each begins, where there is room. */
function monthLine(first: Day, weeks: number, label: number, lang: ViewOptions['lang']): Line {
  let text = '';
  for (let week = 0; week < weeks; week++) {
    const month = addDays(first, 7 * week).slice(5, 7);
    if (week > 0 && month === addDays(first, 7 * (week - 1)).slice(5, 7)) continue;
    const column = label + 2 * week;
    if (textWidth(text) < column && week < weeks - 1)
      text = padTo(text, column) + statsMessages[lang].month(Number(month));
  }
  return [{ text, role: 'faint' }];
}
