import type { Report, Verdict } from '../../check/index.js';
import type { Lang } from '../../lessons/index.js';
import { type JsonNumbers, numbersToJson } from '../json-numbers.js';
import { CheckWords } from './words.js';

/** What `check --json` prints. */
export interface CheckJson {
  readonly format: 1;
  readonly file: string;
  readonly outcome: Report['outcome'];
  readonly gradients: readonly GradientJson[];
  /** Lines that are not read or can't be computed, with the reason. */
  readonly unread: readonly { readonly line: number; readonly code: string; readonly message: string }[];
}

export interface GradientJson {
  readonly line: number;
  readonly name: string;
  readonly of: string;
  readonly ofLine: number | null;
  readonly status: Verdict['status'];
  /** The line that this one follows from, where that one is wrong. */
  readonly from?: number;
  readonly mistake?: string;
  readonly difference?: JsonNumbers;
  readonly entries?: readonly {
    readonly at: readonly number[];
    readonly got: JsonNumbers;
    readonly expected: JsonNumbers;
  }[];
  readonly shape?: { readonly got: readonly number[]; readonly expected: readonly number[] };
  readonly messages: readonly string[];
}

/** A report as data; the sentences are in the language asked for, the codes in every language the same. */
export function checkJson(file: string, report: Report, lang: Lang): CheckJson {
  const words = new CheckWords(lang);
  return {
    format: 1,
    file,
    outcome: report.outcome,
    gradients: report.verdicts.map((verdict) => gradientJson(verdict, words)),
    unread: report.lines.flatMap(({ line, kind, reason }) =>
      kind === 'unread' && reason !== undefined
        ? [{ line, code: reason.engine?.code ?? reason.code, message: words.reason(reason) }]
        : [],
    ),
  };
}

function gradientJson(verdict: Verdict, words: CheckWords): GradientJson {
  const { line, name, of, ofLine, status } = verdict;
  return {
    line,
    name,
    of,
    ofLine: ofLine ?? null,
    status,
    ...(verdict.status === 'follows' && { from: verdict.from }),
    ...('mistake' in verdict && verdict.mistake !== undefined && { mistake: verdict.mistake.code }),
    ...(verdict.status === 'approximate' && { difference: numbersToJson(verdict.difference) }),
    ...(verdict.status === 'wrong' && {
      entries: verdict.entries.map(({ at, got, expected }) => ({
        at,
        got: numbersToJson(got),
        expected: numbersToJson(expected),
      })),
    }),
    ...(verdict.status === 'shape' && { shape: { got: verdict.got, expected: verdict.expected } }),
    messages: [words.verdict(verdict), ...words.details(verdict)],
  };
}
