import { blameWords } from '../../messages/kinds/blame.js';
import { assess } from '../answer/assess.js';
import type { Posed } from '../answer/posed.js';
import { truth } from '../answer/posed.js';
import { hintsFor } from '../hints/hints.js';
import { workingFor } from '../hints/working.js';
import { saidTensor } from '../mistakes/facts.js';
import type { KindAsk } from './ask.js';
import { type Asked, asNumber, type Kind } from './kind.js';
import { numberAnswer } from './number-answer.js';
import { planted, upstreamOf, withGradient } from './planted.js';
import { asSentence } from './words.js';

type Mend = Extract<KindAsk, { kind: 'culprit' | 'mend' }>;

function behind(asked: Asked<Mend>): Posed {
  return asNumber(asked, { kind: 'gradient', of: asked.ask.plant.at });
}

/** What should stand where a backward pass went wrong. */
export const mend: Kind<Mend> = {
  mark: (text, asked, earlier) => assess(text, behind(asked), earlier),
  answer: (asked) => numberAnswer(truth(behind(asked).ask, asked.run)),
  sentences: (asked, lang) => {
    const posed = behind(asked);
    const symbol = `d${asked.ask.plant.at}`;
    const [one, two, three, four] = hintsFor(posed, lang, 'unicode').map(asSentence);
    return {
      question: blameWords[lang].mendQuestion({ symbol, shown: saidTensor(planted(asked.run, asked.ask.plant).shown) }),
      prompt: symbol,
      hints: [one!, two!, three!, four!],
      working: asSentence(workingFor(posed, lang, 'unicode')),
    };
  },
  say: () => '',
  behind,
  isThatNumber: true,
  shows: ({ ask, run, circuit }, { closed }) => {
    const subject = circuit.find(ask.plant.at)!;
    return { gradients: closed ? withGradient(run) : upstreamOf(run, subject), subject };
  },
};
