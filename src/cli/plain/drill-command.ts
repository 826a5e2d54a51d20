import { lengthAfter, mostExercises, usualExercises } from '../../lessons/drill/length.js';
import { courseProgress, nextSitting } from '../../lessons/drill/statistics.js';
import { visible } from '../../lessons/markdown.js';
import { cli } from '../../messages/cli.js';
import { drillKinds } from '../drill-request.js';
import type { Talk } from './talk.js';

/** `:drill`, or `:drill KIND`: begins a drill, or goes on with the one that was left. */
export function drillCommand(talk: Talk, word: string): void {
  const { options, teller, keeper } = talk;
  const kind = word === '' ? 'practice' : drillKinds.find((one) => one === word.toLowerCase());
  const { tests, progress } = keeper.ledger.summary();
  if (kind === undefined) teller.say(cli[teller.lang].oneOf(':drill', visible(word), drillKinds.join(', ')));
  else if (kind === 'test' && !nextSitting(tests, courseProgress(options.library.entries, progress), keeper.today))
    teller.say(teller.shared.noTest);
  else talk.drill({ kind });
}

/** `:length`, or `:length N`: how many exercises a drill has from the next one on. */
export function lengthCommand({ teller, keeper }: Talk, word: string): void {
  const exercises = word === '' ? lengthAfter(keeper.settings.exercises ?? usualExercises) : Number(word);
  if (!Number.isInteger(exercises) || exercises < 1 || exercises > mostExercises) {
    teller.say(cli[teller.lang].wholeNumber(':length', visible(word), 1, mostExercises));
    return;
  }
  keeper.save({ exercises });
  teller.say(teller.shared.lengthIs(exercises));
}
