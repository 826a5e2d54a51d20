import { padTo, textWidth } from '../../diagram/index.js';
import type { Lang } from '../../lessons/types.js';
import { authorMessages } from '../../messages/author.js';
import { mistakeName } from '../../messages/mistake-names.js';
import type { RecordedPlays } from './recorded.js';
import type { Tally, Tested } from './tally.js';

interface PlayReport {
  readonly tested: readonly Tested[];
  readonly mistakes: Tally['mistakes'];
  readonly recorded: RecordedPlays;
  readonly lang: Lang;
}

/** What `test` prints: a line a lesson, how each mistake was recognised, what failed, and the sum. */
export function playReport({ tested, mistakes, recorded, lang }: PlayReport): string {
  const m = authorMessages[lang];
  const lessons = tested.map(({ id, tally, failures }) => {
    const made = [...(tally?.mistakes.values() ?? [])].reduce((sum, one) => sum + one.made, 0);
    const named = [...(tally?.mistakes.values() ?? [])].reduce((sum, one) => sum + one.named, 0);
    return [
      failures.length === 0 ? m.passed : m.failed,
      id,
      tally === undefined ? '' : m.played({ seeds: tally.seeds, questions: tally.questions }),
      made === 0 ? '' : m.named({ named, made }),
    ];
  });
  const rows = [...mistakes].map(([id, { made, named, unclear }]) => [
    id,
    mistakeName(id, lang),
    ...[made, named, unclear, made - named - unclear].map(String),
  ]);
  const failures = tested.flatMap((one) => one.failures);
  const sections = [
    table(lessons, []),
    rows.length === 0 ? [] : table([[...m.mistakeColumns], ...rows], [2, 3, 4, 5]),
    failures,
    [
      m.tested({
        lessons: tested.length,
        transcripts: recorded.transcripts,
        written: recorded.written,
        failures: failures.length,
      }),
    ],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function table(rows: readonly (readonly string[])[], right: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => textWidth(row[column]!))));
  return rows.map((row) =>
    row
      .map((cell, column) => padTo(cell, widths[column]!, right.includes(column) ? 'end' : 'start'))
      .join('  ')
      .trimEnd(),
  );
}
