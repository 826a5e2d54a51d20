import { visible } from '../../lessons/markdown.js';
import { drillCommand, lengthCommand } from './drill-command.js';
import { tellTerms } from './glossary.js';
import { tellStatistics } from './statistics.js';
import type { Place, Talk } from './talk.js';

type Do = (talk: Talk, rest: string, place: Place) => void;

/** What can be typed wherever one is, but for the word that leaves. */
const everywhere: ReadonlyMap<string, Do> = new Map<string, Do>([
  ['lessons', (talk) => talk.home()],
  ['drill', drillCommand],
  ['length', lengthCommand],
  ['stats', tellStatistics],
  ['glossary', tellTerms],
  ['language', switchLanguage],
  ['help', tellCommands],
]);

/** Does what was typed behind a colon; true if it was to leave. */
export function command(talk: Talk, place: Place, typed: string): boolean {
  const { teller } = talk;
  const { words, shared } = teller;
  const [first = ''] = typed.split(/\s/, 1);
  const [name, rest] = [first.toLowerCase(), typed.slice(first.length).trim()];
  if (name === 'quit' || name === 'q') return true;
  const common = everywhere.get(name);
  if (common) common(talk, rest, place);
  else if (names(place.commands).includes(name)) place.obey(name, rest);
  else if (names(words.lessonCommands).includes(name)) teller.say(words.nothingDone);
  else {
    const known = [...names(place.commands), ...names(words.commands)].map((one) => `:${one}`);
    teller.say(shared.unknownCommand(`:${visible(name)}`, known.join(' ')));
  }
  return false;
}

/** The words of commands, without what may stand behind them. */
function names(commands: Place['commands']): readonly string[] {
  return Object.keys(commands).map((form) => form.split(' ', 1)[0]!);
}

function tellCommands({ teller }: Talk, _: string, { commands, help }: Place): void {
  const { words } = teller;
  teller.say(words.help);
  for (const line of help) teller.say(line);
  for (const [name, does] of Object.entries({ ...commands, ...words.commands })) teller.say(`:${name}: ${does}`);
}

function switchLanguage({ teller, keeper }: Talk, _: string, place: Place): void {
  teller.lang = teller.lang === 'en' ? 'zh' : 'en';
  keeper.save({ lang: teller.lang });
  place.arrive();
}
