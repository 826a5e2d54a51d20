import { nearest, type Run } from '../../engine/index.js';
import { blameWords } from '../../messages/kinds/blame.js';
import { chainMistakeIds, gateMistakeIds, tensorMistakeIds } from '../../messages/mistakes.js';
import { close } from '../answer/judge.js';
import { namesOf, type Posed } from '../answer/posed.js';
import { workingText } from '../hints/working.js';
import { saidTensor } from '../mistakes/facts.js';
import { diagnose, sayDiagnosis } from '../mistakes/index.js';
import type { Lang } from '../types.js';
import type { KindAsk, Plant, StepOnlyAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, asNumber, type Kind, type Remark, sayFrom, unread, wrong } from './kind.js';
import { asTyped, canPlant, plantable, planted, upstreamOf, withGradient } from './planted.js';
import { linesAbout, linesOf, listed } from './words.js';

type Culprit = Extract<KindAsk, { kind: 'culprit' | 'mend' }>;
type Blame = Extract<StepOnlyAsk, { kind: 'blame' }>;

const ids: readonly string[] = [...gateMistakeIds, ...chainMistakeIds, ...tensorMistakeIds];

/** `blame`, with `plant`: which gradient goes wrong first, then what should stand there. */
export const blameForm: Form<Blame> = {
  forms: ['blame'],
  keys: ['plant'],
  parse: ([verb, more], { plant }) =>
    verb === 'blame' && more === undefined
      ? { kind: 'blame', plant: (plant ?? { mistake: '', at: '' }) as Plant }
      : undefined,
  check: ({ plant }, { run, known, note, keys }) => {
    if (keys.plant === undefined) return note('needs-key', { ask: 'blame', key: 'plant: {mistake: overwrote, at: x}' });
    if (!ids.includes(plant.mistake)) {
      const near = nearest(plant.mistake, ids);
      return note('unknown-mistake', near === undefined ? { id: plant.mistake } : { id: plant.mistake, near }, 'plant');
    }
    if (!known(plant.at)) return;
    if (!canPlant(run, plant))
      note('plants-nothing', { id: plant.mistake, name: plant.at, possible: possibleAt(run, plant.at) }, 'plant');
  },
  questions: ({ plant }, id) => [
    { id, ask: { kind: 'culprit', plant } },
    { id: `${id}/mend`, ask: { kind: 'mend', plant } },
  ],
};

/** The first few mistakes that could be planted at a name. */
export function possibleAt(run: Run, name: string): string {
  const ids = new Set(plantable(run, name).flatMap((group) => [...group.ids]));
  return [...ids].slice(0, 8).join(', ');
}

function posedAt(asked: Asked<Culprit>, name: string): Posed {
  return asNumber(asked, { kind: 'gradient', of: name });
}

/** Names that have a gradient, as the backward pass comes to them. */
function candidates({ run, circuit }: Asked<Culprit>): readonly string[] {
  const shown = withGradient(run);
  const at = (name: string) => circuit.find(name)!;
  return namesOf(circuit)
    .filter((name) => shown.has(at(name)))
    .sort((a, b) => at(b) - at(a));
}

function mark(text: string, asked: Asked<Culprit>): Remark {
  const { ask, run, circuit } = asked;
  const names = candidates(asked);
  const word = text
    .normalize('NFKC')
    .trim()
    .replace(/^[d∂][\p{L}\p{N}_]+\s*\/\s*(?=[d∂])/u, '')
    .replace(/^∂/, '');
  const name = names.find((one) => one === word) ?? names.find((one) => `d${one}` === word);
  if (name === undefined) {
    const near = nearest(word.replace(/^d(?=.)/, ''), names);
    return unread('unread', near === undefined ? { name: word.slice(0, 40) } : { name: word.slice(0, 40), near });
  }
  const seen = planted(run, ask.plant);
  const node = circuit.find(name)!;
  if (node === seen.at) return { verdict: 'right' };
  const shown = saidTensor(seen.run.gradient(node));
  if (close(seen.run.gradient(node), run.gradient(node)))
    return wrong(
      'fine',
      { symbol: `d${name}`, shown, working: workingText(posedAt(asked, name)) },
      { mistake: 'blamed-right' },
    );
  return wrong('follows', { symbol: `d${name}`, shown }, { mistake: 'blamed-later' });
}

/** What the planted number is, in the tutor's own words about it. */
function diagnosed(asked: Asked<Culprit>, lang: Lang): string {
  const { run, ask } = asked;
  return sayDiagnosis(diagnose(asTyped(planted(run, ask.plant)), posedAt(asked, ask.plant.at)), lang);
}

/** The gradients as a list, where wires show shapes only. */
function listOf(asked: Asked<Culprit>, lang: Lang): string {
  const { circuit, ask, run } = asked;
  const names = candidates(asked);
  if (names.every((name) => circuit.shape(circuit.find(name)!).length === 0)) return '';
  const { run: shown } = planted(run, ask.plant);
  const list = names.map((name) => `d${name} = ${saidTensor(shown.gradient(circuit.find(name)!))}`);
  return blameWords[lang].list({ list: listed(list, lang) });
}

/** Which gradient is the first wrong one. */
export const culprit: Kind<Culprit> = {
  mark,
  answer: ({ ask }) => `d${ask.plant.at}`,
  sentences: (asked, lang) => {
    const words = blameWords[lang];
    const { ask, run, circuit } = asked;
    const seen = planted(run, ask.plant);
    const symbol = `d${ask.plant.at}`;
    const upstream = upstreamOf(run, seen.at);
    const fine = candidates(asked).filter((name) => upstream.has(circuit.find(name)!));
    return {
      question: words.question({ lines: linesOf(circuit, lang), list: listOf(asked, lang) }),
      prompt: words.prompt,
      hints: [
        words.hints.which(),
        words.hints.rule({
          fine: listed(
            fine.map((name) => `d${name}`),
            lang,
          ),
        }),
        words.hints.numbers({ lines: linesAbout(posedAt(asked, ask.plant.at), ask.plant.at, lang) }),
        words.hints.answer({ symbol, shown: saidTensor(seen.shown), right: saidTensor(seen.right) }),
      ],
      get working() {
        return words.working({ symbol, said: diagnosed(asked, lang) });
      },
    };
  },
  say: sayFrom({ en: blameWords.en.said, zh: blameWords.zh.said }),
  shows: ({ ask, run }, { closed }) => {
    const seen = planted(run, ask.plant);
    return { run: seen.run, gradients: withGradient(run), ...(closed && { subject: seen.at }) };
  },
};
