import { hintWords } from '../../messages/hints.js';
import { pairWords } from '../../messages/kinds/pair.js';
import { type Assessment, assess, feedbackFor } from '../answer/index.js';
import { gradientNamed, type Posed, readersOf, stageNamed, truth } from '../answer/posed.js';
import { hintsFor } from '../hints/hints.js';
import { inputsOf, lineOf, promptFor } from '../hints/question.js';
import { workingText } from '../hints/working.js';
import { saidTensor } from '../mistakes/facts.js';
import type { EarlierAnswer } from '../mistakes/index.js';
import { said } from '../mistakes/naming.js';
import type { Lang } from '../types.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, asNumber, type Kind, type Marking, sayFrom, unread, wrong } from './kind.js';
import { numberAnswer } from './number-answer.js';
import { asSentence } from './words.js';

type Pair = Extract<KindAsk, { kind: 'pair' }>;

/** `both locals of N`, `both gradients into N`: for a line that reads two names, what each of them gets, in one answer. */
export const pairForm: Form<Pair> = {
  forms: ['both locals of N', 'both gradients into N'],
  keys: [],
  parse: ([both, what, link, name, more]) => {
    if (both !== 'both' || name === undefined || more !== undefined) return undefined;
    if (what === 'locals' && link === 'of') return { kind: 'pair', of: name, gradient: false };
    return what === 'gradients' && link === 'into' ? { kind: 'pair', of: name, gradient: true } : undefined;
  },
  check: ({ of, gradient }, { circuit, known, note }) => {
    if (!known(of)) return;
    const stage = stageNamed(circuit, of);
    if (stage === undefined) return note('not-computed', { name: of });
    if (stage.reads.length !== 2) return note('not-two', { name: of, reads: stage.reads.join(', ') });
    if (circuit.shape(stage.node).length > 0) return note('not-a-number', { name: of });
    for (const name of stage.reads) {
      if (circuit.shape(circuit.find(name)!).length > 0) return note('not-a-number', { name });
      if (gradient && readersOf(circuit, name).length > 1) return note('read-elsewhere', { name, of });
    }
  },
};

type Two<T> = readonly [T, T];

function each(asked: Asked<Pair>): Two<Posed> {
  const { of, gradient } = asked.ask;
  const [a, b] = stageNamed(asked.circuit, of)!.reads as Two<string>;
  const one = (name: string): Posed =>
    asNumber(asked, gradient ? { kind: 'gradient', of: name } : { kind: 'local', of, wrt: name });
  return [one(a), one(b)];
}

/** The two halves of an answer: `1, 0`, `(1, 0)`, `[1; 0]`, `1 0`. */
function halves(text: string): Two<string> | undefined {
  const plain = text.normalize('NFKC').replace(/[、]/g, ',').trim();
  const inner = /^[([](.*)[)\]]$/.exec(plain)?.[1] ?? plain;
  const parts = atTopLevel(inner);
  const two = parts.length === 1 ? inner.trim().split(/\s+(?![-+*/=])/) : parts;
  return two.length === 2 && two.every((part) => part.trim() !== '') ? [two[0]!, two[1]!] : undefined;
}

function atTopLevel(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (/[([]/.test(sign)) depth++;
    if (/[)\]]/.test(sign)) depth--;
    if (depth === 0 && /[,;]/.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

function mark(text: string, asked: Asked<Pair>, earlier: readonly EarlierAnswer[]): Marking {
  const posed = each(asked);
  const parts = halves(text);
  if (parts === undefined) return unread('two', { prompt: promptOf(asked) });
  const marked = posed.map((one, k) => assess(parts[k]!, one, earlier)) as unknown as Two<Assessment>;
  const unreadable = marked.find(({ verdict }) => verdict === 'unreadable');
  if (unreadable !== undefined) return unreadable;
  const numbers = marked.map((one) =>
    'reading' in one ? one.reading.value.data[0]! : Number.NaN,
  ) as unknown as Two<number>;
  const shared = tied(asked, posed, numbers);
  if (shared !== undefined) return shared;
  if (marked.every(({ verdict }) => verdict === 'right')) return { verdict: 'right', ...echo(text, marked) };
  return together(asked, posed, numbers) ?? firstWrong(marked, posed);
}

function echo(text: string, marked: Two<Assessment>): { readonly echo?: string } {
  const read = marked.map((one) => ('reading' in one ? one.reading.echo : undefined));
  return read.every((one) => one === undefined)
    ? {}
    : { echo: marked.map((one, k) => read[k] ?? ('reading' in one ? saidTensor(one.reading.value) : text)).join(', ') };
}

/** At a tie either may get any part of what arrives, but together they get it once. */
function tied(asked: Asked<Pair>, posed: Two<Posed>, [a, b]: Two<number>): Marking | undefined {
  const { node, gates } = stageNamed(asked.circuit, asked.ask.of)!;
  const gate = asked.circuit.gate(node);
  if (gates.length > 1 || (gate !== 'max' && gate !== 'min')) return undefined;
  const [p, q] = posed.map(({ ask, run }) => truth(ask, run).data[0]!) as unknown as Two<number>;
  if (p === 0 || q === 0 || Math.abs(a + b - p - q) <= 0.01 * Math.abs(p + q)) return undefined;
  return wrong('tie', { g: said(p + q), sum: said(a + b) });
}

/** What can only be seen of both numbers: at max and min, both got it, each got half of it, or the wrong one got it. */
function together(asked: Asked<Pair>, posed: Two<Posed>, typed: Two<number>): Marking | undefined {
  const right = posed.map(({ ask, run }) => truth(ask, run).data[0]!) as unknown as Two<number>;
  const stage = stageNamed(asked.circuit, asked.ask.of)!;
  const gate = asked.circuit.gate(stage.node);
  const near = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(y));
  const are = (x: number, y: number): boolean => near(typed[0], x) && near(typed[1], y);
  const [a, b] = stage.reads as Two<string>;
  const isChoice = stage.gates.length === 1 && (gate === 'max' || gate === 'min') && right.some((x) => x === 0);
  if (!isChoice) return are(right[1], right[0]) ? wrong('swapped', { a, b }, { mistake: 'sibling' }) : undefined;
  const g = right[0] === 0 ? right[1] : right[0];
  const [winner, loser] = right[0] === 0 ? [b, a] : [a, b];
  const params = { gate, winner, loser, o: stage.name, g: said(g) };
  if (are(g, g)) return wrong('to-both', params, { mistake: 'max-loser' });
  if (are(g / 2, g / 2)) return wrong('halves', params, { mistake: 'max-half' });
  return are(right[1], right[0]) ? wrong('to-loser', params, { mistake: 'max-loser' }) : undefined;
}

function firstWrong(marked: Two<Assessment>, posed: Two<Posed>): Marking {
  const at = marked[0].verdict === 'wrong' ? 0 : 1;
  const one = marked[at];
  const about = (lang: Lang): string => asSentence(feedbackFor(one, lang, 'unicode'));
  const params = { symbol: promptFor(posed[at].ask, 'unicode'), en: about('en'), zh: about('zh') };
  return wrong('one', params, 'mistake' in one && one.mistake !== undefined ? { mistake: one.mistake } : {});
}

function promptOf(asked: Asked<Pair>): string {
  return each(asked)
    .map(({ ask }) => promptFor(ask, 'unicode'))
    .join(', ');
}

/** What both inputs of a line get, in one answer. */
export const pair: Kind<Pair> = {
  mark,
  answer: (asked) =>
    each(asked)
      .map(({ ask, run }) => numberAnswer(truth(ask, run)))
      .join(', '),
  sentences: (asked, lang) => {
    const words = pairWords[lang];
    const { ask, run } = asked;
    const posed = each(asked);
    const [first, second] = posed.map((one) => hintsFor(one, lang, 'unicode').map(asSentence)) as [string[], string[]];
    const both = (k: number): string =>
      first[k] === second[k] ? first[k]! : `${first[k]}${words.between}${second[k]}`;
    const working = posed.map((one) => `\`${workingText(one)}\``).join(words.comma);
    const line = lineOf(posed[0], ask.of);
    const inputs = inputsOf(posed[0], ask.of, hintWords[lang]);
    const known = { line, inputs, of: ask.of, symbols: promptOf(asked) };
    return {
      question: ask.gradient
        ? words.gradients({ ...known, arrives: `d${ask.of} = ${saidTensor(gradientNamed(run, ask.of))}` })
        : words.locals(known),
      prompt: promptOf(asked),
      hints: [first[0]!, both(1), both(2), working],
      working,
    };
  },
  /** The one that gets nothing, where there is one: moving it shows why. */
  behind: (asked) => {
    const [a, b] = each(asked);
    return truth(b.ask, b.run).data[0] === 0 ? b : a;
  },
  say: sayFrom({ en: pairWords.en.said, zh: pairWords.zh.said }),
};
