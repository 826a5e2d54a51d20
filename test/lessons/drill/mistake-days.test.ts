import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/diagram/index.js';
import { addDays, type Day, learningDay } from '../../../src/lessons/drill/day.js';
import { posedIn } from '../../../src/lessons/drill/exercise.js';
import { drillView } from '../../../src/lessons/drill/index.js';
import { Ledger } from '../../../src/lessons/drill/ledger.js';
import { mistakeKey } from '../../../src/lessons/drill/memory.js';
import { statisticsLines } from '../../../src/lessons/drill/statistics-view.js';
import { dueCount } from '../../../src/lessons/drill/strength.js';
import { mistakesAt } from '../../../src/lessons/mistakes/index.js';
import type { JournalEvent, Lang } from '../../../src/lessons/types.js';
import { Played, practice, today } from './play.js';

const skills = ['gradient:mul', 'local:sub', 'local:max'];
const mistake = 'no-upstream';
const key = mistakeKey(mistake, 'gradient:mul');
const course = { finished: 0, total: 27, over: false };

const said = {
  en: {
    name: 'local gradient without upstream',
    again: /upstream +━+ +once +asked again \S.*$/m,
    tomorrow: 'tomorrow',
  },
  zh: { name: '只有局部梯度，没乘上游', again: /没乘上游 +━+ +1 次 +\S.*再考$/m, tomorrow: '明天' },
} as const;

/** What is typed by one who makes the mistake in the exercise at hand. */
function mistaken(drill: Played): string {
  const made = mistakesAt(posedIn(drill.state.exercise!)[0]!).find(({ ids }) => ids.has(mistake));
  return String(made!.value.data[0]);
}

describe.each(['en', 'zh'] as const)('a mistake over days, in %s', (lang: Lang) => {
  const words = said[lang];
  const options = { width: 80, lang, glyphs: 'unicode' } as const;
  const journal: JournalEvent[] = [];
  const sum = () =>
    new Ledger(
      learningDay(() => 0),
      journal,
    ).summary();
  const stats = (day: Day) => toText(statisticsLines(sum(), course, day, options));
  const summary = (drill: Played, day: Day) => toText(drillView(drill.state, options, day).prose);

  /** A session of three on a day: all right at once, but for what is done first. */
  function session(day: Day, first: (drill: Played) => void = () => {}) {
    const drill = new Played(practice(skills, 3, journal.length), sum().memory, day);
    first(drill);
    const notes: string[] = [];
    const exposing: string[] = [];
    while (drill.state.exercise) {
      const { exposes } = drill.state.exercise.spec;
      if (exposes !== undefined) {
        exposing.push(exposes);
        expect(
          posedIn(drill.state.exercise).some((posed) => mistakesAt(posed).some(({ ids }) => ids.has(mistake))),
        ).toBe(true);
      }
      if (!drill.state.graded) drill.take('right');
      if (drill.state.graded) notes.push(toText(drillView(drill.state, options, day).feedback));
      drill.take('next');
    }
    journal.push(...drill.journal);
    return { drill, exposing, notes: notes.join('\n') };
  }

  test('is said in the summary and in the statistics, asked three times with numbers that expose it, and is gone', () => {
    const made = session(today, (drill) => {
      drill.take({ text: mistaken(drill) }, 'right');
    });
    expect(summary(made.drill, today)).toContain(`${words.name}  ${words.tomorrow}`);
    expect(stats(today)).toMatch(words.again);
    expect(sum().memory.get(key)?.clean).toBe(0);

    const cleanAfter: (number | undefined)[] = [];
    let day = today;
    let said = '';
    for (let passed = 0; sum().memory.has(key) && passed < 60; passed++) {
      const { due } = sum().memory.get(key)!.card;
      day = addDays(day, 1);
      const isDue = due <= day;
      if (isDue) expect(dueCount(sum().memory, day)).toBeGreaterThan(0);
      const { exposing, notes } = session(day);
      expect(exposing, `${day}, due ${due}`).toEqual(isDue ? [mistake] : []);
      if (isDue) cleanAfter.push(sum().memory.get(key)?.clean);
      said = notes;
      if (sum().memory.has(key)) expect(stats(day)).toMatch(words.again);
    }
    expect(cleanAfter).toEqual([1, 2, undefined]);
    expect(said).toContain(lang === 'en' ? 'Not seen three times running' : '连续三次没有再犯');
    // What was made stays counted; it is asked for no more.
    expect(stats(day)).toContain(words.name);
    expect(stats(day)).not.toMatch(words.again);
    for (let later = 1; later <= 20; later++) expect(session(addDays(day, later)).exposing).toEqual([]);
  });
});
