import { clip, clipLine, type Line, padTo, textWidth } from '../../diagram/index.js';
import { drillMessages } from '../../messages/drill.js';
import { mistakeName } from '../../messages/mistake-names.js';
import { statsMessages } from '../../messages/stats.js';
import { toldWords } from '../../messages/told.js';
import { visible } from '../markdown.js';
import type { ViewOptions } from '../view/types.js';
import { wrap } from '../view/wrap.js';
import { bar } from './bars.js';
import { calendarLines } from './calendar.js';
import { type Day, daysBetween } from './day.js';
import { mistakeDue, readMistakeKey } from './memory.js';
import { type CourseProgress, type Summary, sittingStates, type Tally } from './statistics.js';
import { strengthOf } from './strength.js';

const barWidth = 8;
const mostMistakes = 10;

/** The statistics, on the screen and as text: how much, how firmly, what goes wrong, and when. */
export function statisticsLines(
  summary: Summary,
  course: CourseProgress,
  today: Day,
  options: ViewOptions,
): readonly Line[] {
  const m = statsMessages[options.lang];
  const plain = (text: string): readonly Line[] => wrap([{ text, role: 'plain' }], options.width);
  if (summary.all.right + summary.all.wrong === 0) return plain(m.nothing);
  const section = (heading: string, lines: readonly Line[]): readonly Line[] =>
    lines.length === 0 ? [] : [[{ text: heading, role: 'title' }], ...lines, []];
  const lines = [
    ...section(m.headings.overall, overallLines(summary, course, options)),
    ...section(m.headings.skills, skillLines(summary, today, options)),
    ...section(m.headings.mistakes, mistakeLines(summary, today, options)),
    ...section(m.headings.tests, testLines(summary, course, today, options)),
    ...section(
      m.headings.days,
      options.told ? toldDays(summary.days, options) : calendarLines(summary.days, today, options),
    ),
  ];
  return lines.slice(0, -1).map((line) => clipLine(line, options.width));
}

function overallLines({ all, days }: Summary, course: CourseProgress, { lang, width }: ViewOptions): readonly Line[] {
  const m = statsMessages[lang];
  const count = all.right + all.wrong;
  const parts = [
    m.lessons(course),
    m.days(days.size),
    m.answers({ count, percent: percentRight(all) }),
    m.time(Math.round(all.seconds / 60)),
    m.perAnswer(Math.round(all.seconds / count)),
  ];
  return wrap([{ text: parts.join(lang === 'zh' ? '，' : ', '), role: 'plain' }], width - 2).map(
    (line): Line => [{ text: '  ', role: 'plain' }, ...line],
  );
}

function percentRight({ right, wrong }: Tally): number {
  return Math.round((100 * right) / Math.max(1, right + wrong));
}

const mostDays = 14;

/** The days practised, the latest first. */
function toldDays(days: Summary['days'], { lang }: ViewOptions): readonly Line[] {
  const latest = [...days].sort(([a], [b]) => compare(b, a)).slice(0, mostDays);
  return latest.map(([day, tally]) => {
    const count = tally.right + tally.wrong;
    return toldLine(day, [statsMessages[lang].answers({ count, percent: percentRight(tally) })], lang);
  });
}

function toldLine(what: string, parts: readonly string[], lang: ViewOptions['lang']): Line {
  const words = toldWords[lang];
  const said = parts.filter((part) => part !== '').join(words.comma);
  return [{ text: words.is(what, said), role: 'plain' }];
}

/** The skills that are remembered, what is due first on top. */
function skillLines(
  { memory, skills }: Summary,
  today: Day,
  { lang, glyphs, width, told }: ViewOptions,
): readonly Line[] {
  const m = statsMessages[lang];
  const d = drillMessages[lang];
  const known = [...memory].filter(([id]) => readMistakeKey(id) === undefined);
  if (known.length === 0) return [[{ text: `  ${m.noSkills}`, role: 'plain' }]];
  known.sort(([a, one], [b, other]) => compare(one.card.due, other.card.due) || compare(a, b));
  const rows = known.map(([id, { card }]) => {
    const tally = skills.get(id) ?? { right: 0, wrong: 0, seconds: 0 };
    const count = tally.right + tally.wrong;
    return {
      name: visible(d.skill(id)),
      strength: strengthOf(card),
      due: d.due(daysBetween(today, card.due)),
      right: count === 0 ? '' : `${percentRight(tally)}%`,
      pace: count === 0 ? '' : m.seconds(Math.round(tally.seconds / count)),
    };
  });
  if (told)
    return rows.map(({ name, strength, due, right, pace }) => {
      const { columns } = m;
      const answered = right === '' ? [] : [`${columns.right} ${right}`, `${columns.pace} ${pace}`];
      const firm = toldWords[lang].strength(Math.round(strength * 100));
      return toldLine(name, [firm, `${columns.due} ${due}`, ...answered], lang);
    });
  const head = { name: m.columns.skill, due: m.columns.due, right: m.columns.right, pace: m.columns.pace };
  const widest = (column: keyof typeof head): number =>
    Math.max(...[head, ...rows].map((row) => textWidth(row[column])));
  const [due, right, pace] = [widest('due'), widest('right'), widest('pace')];
  const strengthColumn = Math.max(barWidth, textWidth(m.columns.strength));
  // Where it is narrow the names give way, not the numbers.
  const name = Math.min(widest('name'), Math.max(8, width - strengthColumn - due - right - pace - 10));
  const named = (text: string): string => padTo(clip(text, name, glyphs === 'unicode' ? '…' : '...'), name);
  const tail = (row: typeof head): string =>
    `  ${padTo(row.due, due)}  ${padTo(row.right, right, 'end')}  ${padTo(row.pace, pace, 'end')}`;
  return [
    [{ text: `  ${named(head.name)}  ${padTo(m.columns.strength, strengthColumn)}${tail(head)}`, role: 'faint' }],
    ...rows.map(
      (row): Line => [
        { text: `  ${named(row.name)}  `, role: 'plain' },
        ...bar(row.strength, barWidth, glyphs),
        { text: `${' '.repeat(strengthColumn - barWidth)}${tail(row)}`.trimEnd(), role: 'plain' },
      ],
    ),
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The mistakes made most often, and when those that are practised are asked for next. */
function mistakeLines({ mistakes, memory }: Summary, today: Day, { lang, glyphs, told }: ViewOptions): readonly Line[] {
  const m = statsMessages[lang];
  if (mistakes.size === 0) return [[{ text: `  ${m.noMistakes}`, role: 'plain' }]];
  const most = [...mistakes].sort(([a, x], [b, y]) => y.times - x.times || compare(a, b)).slice(0, mostMistakes);
  // A journal may come from anywhere: an id that is not known is shown as it is.
  const nameOf = (id: string): string => visible(mistakeName(id, lang));
  const top = most[0]![1].times;
  const widest = Math.max(...most.map(([id]) => textWidth(nameOf(id))));
  const counts = Math.max(...most.map(([, { times }]) => textWidth(m.times(times))));
  return most.map(([id, { times }]): Line => {
    const due = mistakeDue(memory, id);
    const again = due === undefined ? '' : m.again(drillMessages[lang].due(daysBetween(today, due)));
    if (told) return toldLine(nameOf(id), [m.times(times), again], lang);
    return [
      { text: `  ${padTo(nameOf(id), widest)}  `, role: 'plain' },
      ...bar(times / top, barWidth, glyphs),
      { text: `  ${padTo(m.times(times), counts)}  ${again}`.trimEnd(), role: 'plain' },
    ];
  });
}

/** The three sittings of the test, with what came of each or when it is due. */
function testLines(
  { tests }: Summary,
  course: CourseProgress,
  today: Day,
  { lang, told }: ViewOptions,
): readonly Line[] {
  const m = statsMessages[lang];
  const widest = Math.max(...Object.values(m.sittings).map(textWidth));
  return sittingStates(tests, course, today).map(({ sitting, result, due }): Line => {
    const said = result
      ? m.result(result)
      : due === undefined
        ? m.sittingOpen[sitting]
        : m.sittingDue(due, due <= today);
    if (told) return toldLine(m.sittings[sitting], [said], lang);
    return [{ text: `  ${padTo(m.sittings[sitting], widest)}  ${said}`, role: 'plain' }];
  });
}
