import { visible } from '../../lessons/markdown.js';
import type { Place, Talk } from './talk.js';

/** Does what was typed behind a colon; true if it was to leave. */
export function command(talk: Talk, place: Place, typed: string): boolean {
  const { teller } = talk;
  const { words, shared } = teller;
  const [first = ''] = typed.split(/\s/, 1);
  const [name, rest] = [first.toLowerCase(), typed.slice(first.length).trim()];
  if (name === 'quit' || name === 'q') return true;
  if (name === 'help') help(talk, place);
  else if (name === 'lessons') talk.home();
  else if (name === 'drill') talk.drill({ kind: 'practice' });
  else if (name === 'language') switchLanguage(talk, place);
  else if (names(place.commands).includes(name)) place.obey(name, rest);
  else if (names(words.lessonCommands).includes(name)) teller.say(words.nothingDone);
  else {
    const known = [...names(place.commands), ...names(words.commands)].map((one) => `:${one}`);
    teller.say(shared.unknownCommand(`:${visible(name)}`, known.join(' ')));
  }
  return false;
}

function names(commands: Place['commands']): readonly string[] {
  return Object.keys(commands);
}

function help({ teller }: Talk, { commands, help: own }: Place): void {
  const { words } = teller;
  teller.say(words.help);
  for (const line of own) teller.say(line);
  for (const [name, does] of Object.entries({ ...commands, ...words.commands })) teller.say(`:${name}: ${does}`);
}

function switchLanguage({ teller, keeper }: Talk, place: Place): void {
  teller.lang = teller.lang === 'en' ? 'zh' : 'en';
  keeper.save({ lang: teller.lang });
  place.arrive();
}
