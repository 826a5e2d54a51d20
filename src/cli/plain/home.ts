import { dueCount } from '../../lessons/drill/strength.js';
import { numberedTitle } from '../../lessons/title.js';
import { chooseLesson, firstChoice, listLessons } from './choose-lesson.js';
import type { Place, Talk } from './talk.js';

/** The list of lessons. */
export function homePlace(talk: Talk): Place {
  const { options, teller, keeper } = talk;
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
      teller.say('');
      listLessons(talk, options.library.entries);
      const first = firstChoice(talk);
      if (first) teller.say(words.choose(numberedTitle(first, lang)));
      teller.say(words.chooseDrill(shared.due(dueCount(keeper.ledger.summary().memory, keeper.today))));
    },
    take: (typed) => chooseLesson(talk, typed),
    obey() {},
  };
}
