import type { Line } from '../../diagram/index.js';
import { isMeasured } from '../../lessons/drill/measured.js';
import { isAllowed } from '../../lessons/drill/session.js';
import { readEntry } from '../../lessons/entry.js';
import { viewCircuit } from '../../lessons/index.js';
import type { OpenCircuit } from '../../lessons/open.js';
import { numberedTitle } from '../../lessons/title.js';
import type { LessonEvent } from '../../lessons/types.js';
import { chooseLesson } from './choose-lesson.js';
import { circuitOf, lessonAfter, machineOf, type Play, seen, taken } from './play.js';
import type { Place, Talk } from './talk.js';

/** A lesson or a drill, told step by step. */
export function lessonPlace(talk: Talk, first: Play): Place {
  const { options, teller, keeper } = talk;
  let play = first;
  let told: OpenCircuit | undefined;

  function step(): void {
    const now = seen(play, talk);
    const { words, shared, lang } = teller;
    teller.say('');
    if (now.phase === 'finished') {
      teller.say(shared.finishedTitle(now.title));
      teller.lines(now.prose);
      const next = lessonAfter(play, talk);
      if (next) teller.say(words.next(numberedTitle(next, lang)));
      return;
    }
    const count = play.kind === 'lesson' ? words.step : words.exercise;
    teller.say(count(now.done + 1, now.total));
    teller.lines([now.skill ?? []]);
    teller.lines(now.prose);
    const on = circuitOf(play);
    if (on !== told) circuit(now.circuit);
    else teller.wrapped(now.circuit.filter((line) => line.some(({ role }) => role === 'asked')));
    told = on;
    teller.lines(now.question);
    teller.lines(now.feedback);
  }

  function circuit(gates: readonly Line[]): void {
    if (gates.length === 0) return;
    teller.say(teller.words.circuit);
    teller.wrapped(gates);
  }

  function drawing(): readonly Line[] {
    const [state, on] = [machineOf(play), circuitOf(play)];
    if (!state || !on) return [];
    return viewCircuit(state, on, { width: options.columns(), glyphs: 'ascii', lang: teller.lang }).lines;
  }

  function send(event: LessonEvent): void {
    if (play.kind === 'drill' && isMeasured(play.state) && !isAllowed(event)) {
      teller.say(teller.shared.noHelp);
      return;
    }
    const before = machineOf(play);
    const next = taken(play, event, talk);
    play = next.play;
    keeper.record(next.records);
    const after = machineOf(play);
    if (before?.open !== after?.open || before?.at !== after?.at) {
      step();
      return;
    }
    const { feedback, question } = seen(play, talk);
    if (next.records.length === 0) teller.say(teller.words.nothingDone);
    else teller.lines(feedback.length > 0 ? feedback : question);
  }

  return {
    get play() {
      return play;
    },
    get prompt() {
      const { prompts, ask } = teller.words;
      const { phase, prompt } = seen(play, talk);
      if (phase === 'finished') return ask(lessonAfter(play, talk) ? prompts.next : prompts.home);
      return ask(phase === 'asking' ? prompt : prompts.goOn);
    },
    get help() {
      return [teller.words.answer, teller.words.enter];
    },
    get commands() {
      return teller.words.lessonCommands;
    },
    arrive() {
      told = undefined;
      teller.say('');
      teller.say(seen(play, talk).title);
      step();
    },
    take(typed) {
      const { phase, question } = seen(play, talk);
      if (phase === 'finished') {
        const next = lessonAfter(play, talk);
        if (typed !== '') chooseLesson(talk, typed);
        else if (next) talk.lesson(next);
        else talk.home();
      } else if (phase !== 'asking') {
        if (typed === '') send({ type: 'next' });
        else teller.say(teller.words.nothingHere);
      } else if (typed === '') teller.lines(question);
      else send({ type: 'answer', text: typed });
    },
    obey(word) {
      const entry = readEntry(`:${word}`);
      if (entry.kind === 'event') {
        send(entry.event);
        return;
      }
      const shown = word === 'draw' ? drawing() : seen(play, talk).circuit;
      if (shown.length === 0) teller.say(teller.words.noCircuit);
      else if (word === 'draw') teller.lines(shown);
      else circuit(shown);
    },
  };
}
