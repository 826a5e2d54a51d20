import { hintWords } from '../../messages/hints.js';
import { shareWords } from '../../messages/kinds/share.js';
import { assess } from '../answer/assess.js';
import { namesOf, type Posed, readersOf, stageAlone, stageNamed, truth } from '../answer/posed.js';
import { hintsFor } from '../hints/hints.js';
import { lineOf } from '../hints/question.js';
import { workingFor } from '../hints/working.js';
import { saidTensor } from '../mistakes/facts.js';
import type { KindAsk, StepOnlyAsk } from './ask.js';
import type { Form } from './form.js';
import type { Asked, Kind } from './kind.js';
import { numberAnswer } from './number-answer.js';
import { asSentence } from './words.js';

type Share = Extract<KindAsk, { kind: 'share' }>;
type Contributions = Extract<StepOnlyAsk, { kind: 'contributions' }>;

/** `contributions of N`: what comes back through each line that reads N, then the sum. */
export const contributionsForm: Form<Contributions> = {
  forms: ['contributions of N'],
  keys: [],
  parse: ([verb, of, name, more]) =>
    verb === 'contributions' && of === 'of' && name !== undefined && more === undefined
      ? { kind: 'contributions', of: name }
      : undefined,
  check: ({ of }, { circuit, known, note }) => {
    if (known(of) && readersOf(circuit, of).length < 2) note('no-fork', { name: of });
  },
  questions: ({ of }, id, circuit) => [
    ...readersOf(circuit, of).map(({ name }) => ({
      id: `${id}/${name}`,
      ask: { kind: 'share', of, through: name } as const,
    })),
    { id: `${id}/d${of}`, ask: { kind: 'gradient', of } },
  ],
};

/** The line as a circuit of its own, with what arrives at it: there the share is a gradient like any other. */
function alone({ ask, circuit, run, shown }: Asked<Share>): Posed {
  const stage = stageNamed(circuit, ask.through)!;
  const pass = stageAlone(stage, run, new Map(), run.gradient(stage.node));
  const names = new Set(namesOf(pass.circuit));
  return {
    ask: { kind: 'gradient', of: ask.of },
    circuit: pass.circuit,
    run: pass,
    within: { run, through: ask.through },
    shown: {
      values: new Set([...shown.values].filter((name) => names.has(name))),
      gradients: new Set([...shown.gradients].filter((name) => name === ask.through)),
      locals: new Set([...shown.locals].filter((local) => local.startsWith(`${ask.through}.`))),
    },
  };
}

/** What comes back to a name through one of the lines that read it. */
export const share: Kind<Share> = {
  mark: (text, asked, earlier) => assess(text, alone(asked), earlier),
  answer: (asked) => {
    const { ask, run } = alone(asked);
    return numberAnswer(truth(ask, run));
  },
  sentences: (asked, lang) => {
    const { ask, run, circuit, shown } = asked;
    const posed = alone(asked);
    const arrives = shown.gradients.has(ask.through)
      ? hintWords[lang].arrives(`d${ask.through}`, saidTensor(run.gradient(circuit.find(ask.through)!)))
      : '';
    const line = lineOf(posed, ask.through);
    // A share is no whole gradient, so it is not called by its name.
    const own = (sentence: string) => sentence.replaceAll(`d${ask.of} = `, `d${ask.of} ← ${ask.through}: `);
    const [one, two, three, four] = hintsFor(posed, lang, 'unicode').map((hint) => own(asSentence(hint)));
    return {
      question: shareWords[lang].question({ name: ask.of, line, arrives, symbol: `d${ask.of}` }),
      prompt: `d${ask.of} ← ${ask.through}`,
      hints: [one!, two!, three!, four!],
      working: own(asSentence(workingFor(posed, lang, 'unicode'))),
    };
  },
  say: () => '',
  behind: alone,
  isThatNumber: true,
};
