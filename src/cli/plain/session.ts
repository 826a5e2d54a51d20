import { farewellLines } from '../../lessons/farewell.js';
import { progressKey } from '../../lessons/journal.js';
import { drillBegun, sitDown } from '../../lessons/sitting.js';
import { command } from './command.js';
import { homePlace } from './home.js';
import { Keeper } from './keeper.js';
import { lessonPlace } from './lesson.js';
import type { PlainOptions } from './options.js';
import type { Place, Talk } from './talk.js';
import { Teller } from './teller.js';

/** The program as a conversation in lines. */
export interface PlainTutor {
  /** What stands before what is typed. */
  readonly prompt: string;
  /** Takes a line that was typed; true when the learner leaves by it. */
  take(line: string): boolean;
  /** What was done, and how to go on from there. */
  farewell(): readonly string[];
}

/** No answer of any question is longer. */
const LONGEST = 2000;

/** Begins the linear mode: the same machine and journal as the screens, told in lines. `put` takes each of them. */
export function plainTutor(options: PlainOptions, put: (text: string) => void): PlainTutor {
  const { library, dayOf } = options;
  const { entries } = library;
  const teller = new Teller(options, put);
  const keeper = new Keeper(options, teller);
  const talk: Talk = {
    options,
    teller,
    keeper,
    home: () => enter(homePlace(talk)),
    lesson(entry) {
      const lesson = library.lesson(entry.id);
      if (lesson === undefined) {
        teller.say(teller.shared.unknownLesson(entry.id));
        return;
      }
      const { state, records } = sitDown(lesson, entry, keeper.ledger, false);
      keeper.record(records);
      enter(lessonPlace(talk, { kind: 'lesson', entry, state }));
    },
    drill(request) {
      const { exercises } = keeper.settings;
      const { state, records } = drillBegun(request, keeper.ledger, library, dayOf, keeper.today, exercises);
      keeper.record(records);
      enter(lessonPlace(talk, { kind: 'drill', state }));
    },
  };
  let place: Place = homePlace(talk);

  function enter(next: Place): void {
    place = next;
    place.arrive();
  }

  teller.say(teller.words.welcome);
  keeper.read();
  const entry = entries.find(({ id }) => id === options.lesson);
  if (options.drill) talk.drill(options.drill);
  else if (entry) talk.lesson(entry);
  else talk.home();

  return {
    get prompt() {
      return place.prompt;
    },
    take(line) {
      const typed = line.slice(0, LONGEST).trim();
      if (/^[:：]/.test(typed)) return command(talk, place, typed.slice(1).trim());
      place.take(typed);
      return false;
    },
    farewell: () =>
      farewellLines({
        lang: teller.lang,
        command: options.command,
        unsaved: keeper.unsaved,
        play: place.play,
        finished: entries.filter((one) => keeper.progress.get(progressKey(one))?.finished).length,
        lessons: entries.length,
      }),
  };
}
