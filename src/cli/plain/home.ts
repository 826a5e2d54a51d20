import { usualExercises } from '../../lessons/drill/length.js';
import { drillsOffered } from '../../lessons/drill/offers.js';
import { courseProgress, nextSitting } from '../../lessons/drill/statistics.js';
import { dueCount } from '../../lessons/drill/strength.js';
import { numberedTitle } from '../../lessons/title.js';
import { chooseLesson, firstChoice, listLessons } from './choose-lesson.js';
import type { Place, Talk } from './talk.js';

/** The list of lessons, and what else there is to do. */
export function homePlace(talk: Talk): Place {
  const { options, teller, keeper } = talk;
  const { entries } = options.library;

  function tellDrills(): void {
    const { words, shared } = teller;
    const summary = keeper.ledger.summary();
    const sitting = nextSitting(summary.tests, courseProgress(entries, summary.progress), keeper.today) ?? 'before';
    const due = shared.due(dueCount(summary.memory, keeper.today));
    const said = {
      practice: `${due}${words.comma}${shared.exercises(keeper.settings.exercises ?? usualExercises)}`,
      placement: shared.placementRow,
      test: shared.testRow[sitting],
      'test-out': shared.testOutRow,
    };
    for (const kind of drillsOffered(summary, entries, keeper.today))
      teller.say(words.offer(kind === 'practice' ? ':drill' : `:drill ${kind}`, said[kind]));
  }

  return {
    get prompt() {
      const { ask, prompts } = teller.words;
      return ask(prompts.lessons);
    },
    get help() {
      return [teller.words.chosen];
    },
    commands: {},
    arrive() {
      const { words, shared, lang } = teller;
      const { progress, days } = keeper.ledger.summary();
      const { finished, total } = courseProgress(entries, progress);
      teller.say('');
      listLessons(talk, entries);
      const first = firstChoice(talk);
      if (first) teller.say(words.choose(numberedTitle(first, lang)));
      tellDrills();
      teller.say(words.offer(':play', shared.playgroundLine));
      teller.say(words.offer(':stats', shared.progressLine(finished, total, days.size)));
      teller.say(words.offer(':glossary', shared.keys.glossary.long));
      teller.say(words.offer(':help', words.rest));
    },
    take: (typed) => chooseLesson(talk, typed),
    obey() {},
  };
}
