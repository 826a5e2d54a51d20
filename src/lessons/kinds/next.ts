import { type Circuit, type NodeId, nearest, type Stage } from '../../engine/index.js';
import { nextWords } from '../../messages/kinds/next.js';
import { namesOf, readersOf } from '../answer/posed.js';
import { liveNodes, liveStages } from '../backward-plan.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, type Kind, type Remark, sayFrom, unread, wrong } from './kind.js';
import { linesOf, listed } from './words.js';

type Next = Extract<KindAsk, { kind: 'next' }>;

/** `next`, with `done`: the lines whose backward pass has run. */
export const nextForm: Form<Next> = {
  forms: ['next'],
  keys: ['done'],
  parse: ([verb, more], { done }) =>
    verb === 'next' && more === undefined ? { kind: 'next', done: done ?? [] } : undefined,
  check: ({ done }, { circuit, known, note }) => {
    for (const [at, name] of done.entries()) {
      if (!known(name)) return;
      if (!ready(circuit, done.slice(0, at)).some((stage) => stage.name === name))
        return note('not-ready', { name }, 'done');
    }
    if (ready(circuit, done).length === 0) note('all-done', {}, 'done');
  },
};

/** Lines not done whose result's gradient is complete, as the backward pass comes to them. */
function ready(circuit: Circuit, done: readonly string[]): readonly Stage[] {
  return liveStages(circuit)
    .filter(
      ({ name }) => !done.includes(name) && readersOf(circuit, name).every((reader) => done.includes(reader.name)),
    )
    .reverse();
}

function mark(text: string, { ask, circuit }: Asked<Next>): Remark {
  const word = text.normalize('NFKC').trim();
  const names = namesOf(circuit);
  const name = names.find((one) => one === word) ?? names.find((one) => `d${one}` === word);
  if (name === undefined) {
    const near = nearest(word, names);
    return unread('unread', near === undefined ? { name: word.slice(0, 40) } : { name: word.slice(0, 40), near });
  }
  if (ready(circuit, ask.done).some((stage) => stage.name === name)) return { verdict: 'right' };
  if (!circuit.stages.some((stage) => stage.name === name)) return wrong('input', { name }, { mistake: 'next-input' });
  if (ask.done.includes(name)) return wrong('done', { name }, { mistake: 'next-done' });
  const reader = readersOf(circuit, name).find((one) => !ask.done.includes(one.name));
  if (reader === undefined) return wrong('idle', { name });
  return wrong('waits', { name, reader: reader.name }, { mistake: 'next-waits' });
}

/** Which line can run its backward pass now. */
export const next: Kind<Next> = {
  mark,
  answer: ({ ask, circuit }) => ready(circuit, ask.done)[0]!.name,
  sentences: ({ ask, circuit }, lang) => {
    const words = nextWords[lang];
    const possible = ready(circuit, ask.done);
    const { name } = possible[0]!;
    const names = listed(
      possible.map((stage) => stage.name),
      lang,
    );
    const readers = listed(
      readersOf(circuit, name).map((stage) => stage.name),
      lang,
    );
    return {
      question: words.question({ done: listed(ask.done, lang), lines: linesOf(circuit, lang) }),
      prompt: words.prompt,
      hints: [
        words.hints.which(),
        words.hints.rule(),
        readers === '' ? words.hints.output({ name }) : words.hints.numbers({ name, readers }),
        words.hints.answer({ names }),
      ],
      working: words.working({ names, begins: readers === '' }),
    };
  },
  say: sayFrom({ en: nextWords.en.said, zh: nextWords.zh.said }),
  shows: ({ ask, circuit }) => {
    const ran = new Set<NodeId>(
      circuit.stages.filter(({ name }) => ask.done.includes(name)).flatMap(({ gates }) => gates),
    );
    const live = liveNodes(circuit);
    const complete = new Set<NodeId>();
    for (const id of live) {
      let whole = true;
      for (const gate of live) if (circuit.args(gate).includes(id) && !ran.has(gate)) whole = false;
      if (whole && circuit.gate(id) !== 'const') complete.add(id);
    }
    return { gradients: complete, ran };
  },
};
