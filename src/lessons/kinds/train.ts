import type { Line } from '../../diagram/index.js';
import { trainingWords } from '../../messages/training.js';
import { feedbackFor } from '../answer/index.js';
import { everything } from '../answer/posed.js';
import { readAnswer } from '../answer/read.js';
import { chart, chartTold, obstacleText } from '../training/chart.js';
import { forwardLines, givenLine, wanted } from '../training/net.js';
import { trainedWhole } from '../training/whole.js';
import type { Inline, Lang } from '../types.js';
import type { ViewOptions } from '../view/types.js';
import { wrap } from '../view/wrap.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, isRemark, type Kind, type Marking, type Remark, sayFrom, unread, wrong } from './kind.js';
import { line, withoutNumPy } from './line.js';

type Train = Extract<KindAsk, { kind: 'train' }>;

const LONGEST = 2000;
const CHART_ROWS = 9;

/** `train` */
export const trainForm: Form<Train> = {
  forms: ['train'],
  keys: [],
  parse: ([verb, more]) => (verb === 'train' && more === undefined ? { kind: 'train' } : undefined),
  check: (_, { circuit, note }) => {
    const own = circuit.stages.map(({ name, source }) => `${name} = ${source}`);
    if (own.join() !== forwardLines.join()) note('not-the-net', { lines: forwardLines.join('; ') });
  },
};

/** One of the learner's backward lines, judged by what it computes. */
export interface JudgedLine {
  readonly verdict: 'right' | 'wrong' | 'unreadable';
  /** What is said of a line that is not right, code between backticks. */
  readonly sentence: Readonly<Record<Lang, string>>;
  /** The line as the engine reads it, where it can be read: wrong ones too, as they train a net too. */
  readonly code?: string;
  readonly mistake?: string;
}

/** Judges the line of one gradient, with all other numbers of the pass at hand. */
export function judgeLine(asked: Asked<KindAsk>, name: string, text: string): JudgedLine {
  const { circuit, run } = asked;
  const shown = everything(circuit);
  const posed = { ask: { kind: 'line', of: name }, circuit, run, shown } as const;
  const marking = line.mark(text, posed, []);
  const reading = readAnswer(withoutNumPy(text), { ...posed, ask: { kind: 'gradient', of: name } });
  const formula = reading.kind === 'value' ? reading.formula : undefined;
  const mistake = marking.verdict === 'wrong' ? marking.mistake : undefined;
  return {
    verdict: marking.verdict,
    sentence: { en: said(marking, 'en'), zh: said(marking, 'zh') },
    ...(formula !== undefined && { code: `d${name} = ${formula}` }),
    ...(mistake !== undefined && { mistake }),
  };
}

function said(marking: Marking, lang: Lang): string {
  if (isRemark(marking)) return marking.said === undefined ? '' : line.say(marking.said, lang);
  return feedbackFor(marking, lang, 'unicode').map(asCode).join('');
}

function asCode({ text, style }: Inline): string {
  return style === 'code' ? `\`${text}\`` : text;
}

/** The lines of an answer by the names of their gradients, in the order from the output back; or why there are none. */
export function linesOf(text: string): ReadonlyMap<string, string> | Remark {
  if (text.length > LONGEST) return unread('too-long');
  const found = new Map<string, string>();
  for (const part of text.split(/[;；\n]/).map((one) => one.trim())) {
    if (part === '') continue;
    const name = /^d([\p{L}_][\p{L}\p{N}_]*)\s*\+?[=＝](?![=＝])/u.exec(part)?.[1];
    if (name === undefined || !wanted.includes(name))
      return unread('stranger', { text: shortened(part), names: symbols(wanted) });
    if (found.has(name)) return unread('twice', { name });
    found.set(name, part);
  }
  const missing = wanted.filter((name) => !found.has(name));
  if (missing.length > 0) return unread('missing', { names: symbols(missing) });
  return new Map(wanted.map((name) => [name, found.get(name)!]));
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function symbols(names: readonly string[]): string {
  return names.map((name) => `\`d${name}\``).join(', ');
}

function judged(asked: Asked<Train>, lines: ReadonlyMap<string, string>): readonly (readonly [string, JudgedLine])[] {
  return [...lines].map(([name, text]) => [name, judgeLine(asked, name, text)] as const);
}

function mark(text: string, asked: Asked<Train>): Remark {
  const lines = linesOf(text);
  if ('verdict' in lines) return lines;
  const verdicts = judged(asked, lines);
  const params = ([name, { sentence }]: readonly [string, JudgedLine]) => ({ name, ...sentence });
  const unreadable = verdicts.find(([, { code }]) => code === undefined);
  if (unreadable) return unread('line', params(unreadable));
  const first = verdicts.find(([, { verdict }]) => verdict !== 'right');
  if (first === undefined) return { verdict: 'right' };
  const { mistake } = first[1];
  return wrong('line', params(first), mistake === undefined ? {} : { mistake });
}

/** What the lines came to on every data set, trained to the end. */
function charts(asked: Asked<Train>, typed: string, options: ViewOptions): readonly Line[] {
  const lines = linesOf(typed);
  if ('verdict' in lines) return [];
  const verdicts = judged(asked, lines).map(([, one]) => one);
  const codes = verdicts.flatMap(({ code }) => code ?? []);
  if (codes.length < verdicts.length) return [];
  const areRight = verdicts.every(({ verdict }) => verdict === 'right');
  const pictures = trainedWhole(codes, areRight);
  if ('kind' in pictures) return wrap([{ text: obstacleText(pictures, options.lang), role: 'hint' }], options.width);
  if (options.told)
    return pictures.flatMap((one) => wrap([{ text: chartTold(one, options.lang), role: 'plain' }], options.width));
  return pictures.flatMap((picture, at) => [
    ...(at > 0 ? [[]] : []),
    ...chart(picture, { ...options, rows: CHART_ROWS }),
  ]);
}

function answer(asked: Asked<Train>): string {
  return wanted.map((name) => line.answer({ ...asked, ask: { kind: 'line', of: name } })).join('; ');
}

const say = sayFrom({ en: trainingWords.en.said, zh: trainingWords.zh.said });

/** The learner's own backward lines drive gradient descent. */
export const training: Kind<Train> = {
  mark,
  answer,
  sentences: (asked, lang) => {
    const words = trainingWords[lang];
    const lines = answer(asked);
    const half = lines
      .split('; ')
      .map((one, at) => (at < 2 ? one : one.replace(/=.*/, '= _')))
      .join('; ');
    return {
      question: words.question({
        lines: forwardLines.map((one) => `\`${one}\``).join(', '),
        given: givenLine,
        names: symbols(wanted),
      }),
      prompt: words.prompt,
      hints: [
        words.hints.which(),
        words.hints.rule(),
        words.hints.blank({ lines: half }),
        words.hints.answer({ lines }),
      ],
      working: words.working,
    };
  },
  say,
  charts,
};
