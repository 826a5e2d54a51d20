import { courseProgress } from '../../lessons/drill/statistics.js';
import { statisticsLines } from '../../lessons/drill/statistics-view.js';
import type { Talk } from './talk.js';

/** Says what was practised, how firmly it sits, what goes wrong, and when. */
export function tellStatistics({ options, teller, keeper }: Talk): void {
  const summary = keeper.ledger.summary();
  const course = courseProgress(options.library.entries, summary.progress);
  const how = { width: Number.POSITIVE_INFINITY, glyphs: options.glyphs, lang: teller.lang, told: true };
  teller.wrapped(statisticsLines(summary, course, keeper.today, how));
}
