import type { CheckedLine, Report, Verdict } from '../../check/index.js';
import { clip, padTo, textWidth, toText } from '../../diagram/index.js';
import { visible } from '../../engine/language/excerpt.js';
import type { Lang } from '../../lessons/index.js';
import { wrap } from '../../lessons/view/wrap.js';
import { CheckWords } from './words.js';

export interface ListingOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly glyphs: 'unicode' | 'ascii';
}

type Sign = 'right' | 'near' | 'wrong' | 'follows' | 'open' | 'none' | 'earlier';

const SIGNS: Readonly<Record<ListingOptions['glyphs'], Readonly<Record<Sign, string>>>> = {
  unicode: { right: '✓', near: '≈', wrong: '✗', follows: '↳', open: '?', none: ' ', earlier: '·' },
  ascii: { right: 'ok', near: '~', wrong: 'x', follows: '>', open: '?', none: ' ', earlier: '.' },
};

const SIGN_OF: Readonly<Record<Verdict['status'], Sign>> = {
  exact: 'right',
  approximate: 'near',
  follows: 'follows',
  wrong: 'wrong',
  shape: 'wrong',
  given: 'none',
  blank: 'open',
  'not-checked': 'open',
};

/** Room that verdicts want beside the code, and the least that code gets. */
const VERDICT_ROOM = 28;
const LEAST_CODE = 24;

/** The lines of a file with their verdicts beside them, and what is to be said below them. */
export function listing(report: Report, options: ListingOptions): string[] {
  const words = new CheckWords(options.lang);
  const signs = SIGNS[options.glyphs];
  const numbers = Math.max(...report.lines.map(({ lastLine }) => String(lastLine).length), 2);
  const indent = Math.min(...report.lines.map(({ text }) => /^\s*/.exec(text)![0].length));
  const whole = report.lines.map(({ text }) => visible(text.slice(indent)));
  const most = Math.max(LEAST_CODE, options.width - numbers - 4 - VERDICT_ROOM);
  // A comment gives way where there is no room for it.
  const codes = whole.map((code) => (textWidth(code) > most ? code.replace(/\s+#[^'"]*$/, '') : code));
  const room = Math.min(most, Math.max(...codes.map(textWidth), LEAST_CODE));
  const lines = report.lines.flatMap((line, k) => {
    const head = `  ${padTo(String(line.line), numbers, 'end')}  ${padTo(clip(codes[k]!, room), room)}`;
    const [first, ...more] = remarks(line, words, signs);
    const rest = more.flatMap((remark) => below(remark, numbers + 6, options.width));
    return first === undefined ? [head.trimEnd(), ...rest] : [...beside(head, first, options.width, numbers), ...rest];
  });
  return [...lines, ...footer(report, words, options.width)];
}

function remarks(line: CheckedLine, words: CheckWords, signs: Readonly<Record<Sign, string>>): string[] {
  const { status } = words.m;
  if (line.kind === 'earlier') return [signs.earlier];
  if (line.kind === 'passed') return [`${signs.none} ${status.passed}`.trimStart()];
  if (line.kind === 'unread')
    return [`${signs.open} ${status.unread}`, ...(line.reason === undefined ? [] : [words.reason(line.reason)])];
  if (line.kind === 'forward') return line.once === true ? ['', status.once] : [];
  const several = line.verdicts.length > 1;
  const summary = line.verdicts.map((verdict) => {
    const sign = signs[SIGN_OF[verdict.status]];
    return `${sign.trim()} ${several ? `${verdict.name}: ` : ''}${words.verdict(verdict)}`.trim();
  });
  const trouble = line.reason !== undefined && line.verdicts.some((verdict) => 'mistake' in verdict);
  return [
    summary.join(', '),
    ...(trouble ? [words.reason(line.reason!)] : []),
    ...line.verdicts.flatMap((verdict) => words.details(verdict)).filter((sentence) => sentence !== ''),
  ];
}

/** The verdict on the code's line, or where that gets too long, below it. */
function beside(head: string, verdict: string, width: number, numbers: number): string[] {
  const line = `${head}  ${verdict}`;
  return textWidth(line) <= width ? [line.trimEnd()] : [head.trimEnd(), ...below(verdict, numbers + 4, width)];
}

function below(sentence: string, indent: number, width: number): string[] {
  const lines = wrap([{ text: visible(sentence), role: 'plain' }], Math.max(20, width - indent));
  return lines.map((line) => `${' '.repeat(indent)}${toText([line])}`);
}

function footer({ verdicts, pairs, cut, lines }: Report, words: CheckWords, width: number): string[] {
  const { m } = words;
  const judged = verdicts.filter(({ status }) => status !== 'given');
  const right = judged.filter(({ status }) => status === 'exact' || status === 'approximate');
  const wrong = verdicts.filter(({ status }) => status === 'wrong' || status === 'shape');
  const used = pairs.filter(({ name }) => lines.some((line) => line.verdicts.some((verdict) => verdict.name === name)));
  const sentences = [
    ...used.map(({ name, of }) => m.pair(name, of)),
    ...(cut ? [m.cut] : []),
    judged.length === 0 ? m.nothing : m.summary(right.length, judged.length),
    ...(wrong.length > 0 && right.length < judged.length
      ? [m.wrongAt(String(Math.min(...wrong.map(({ line }) => line))))]
      : []),
  ];
  return ['', ...sentences.flatMap((sentence) => below(sentence, 2, width))];
}
