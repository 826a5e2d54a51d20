import type { Line } from '../../diagram/index.js';
import type { Circuit, NodeId, Run } from '../../engine/index.js';
import type { Assessment } from '../answer/index.js';
import type { Posed, Shown } from '../answer/posed.js';
import type { EarlierAnswer } from '../mistakes/index.js';
import type { Ask, Lang } from '../types.js';
import type { ViewOptions as ChartOptions } from '../view/types.js';
import type { KindAsk } from './ask.js';

/** Anything that one question asks. */
export type AnyAsk = Ask | KindAsk;

/** A question of any kind with what a learner can see of its circuit. */
export interface Asked<A extends AnyAsk> extends Omit<Posed, 'ask'> {
  readonly ask: A;
  readonly circuit: Circuit;
  readonly run: Run;
  readonly shown: Shown;
}

/** What is to be said of an answer: a code of the kind's own sentences and their parameters. Plain data. */
export interface Said {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What came of an answer that is no number. */
export interface Remark {
  readonly verdict: 'right' | 'wrong' | 'unreadable';
  readonly said?: Said;
  /** What was understood, where it differs from what was typed. */
  readonly echo?: string;
  /** A part of the step's prose that the author wrote for this answer. */
  readonly part?: string;
  /** For the journal: the mistake's stable id. */
  readonly mistake?: string;
}

/** What came of an answer to a question of any kind. */
export type Marking = Assessment | Remark;

export function isRemark(marking: Marking): marking is Remark {
  return !('reading' in marking) && !('problem' in marking);
}

/** The sentences around a question, code between backticks. */
export interface Sentences {
  readonly question: string;
  /** What stands before the answer field. */
  readonly prompt: string;
  readonly hints: readonly [string, string, string, string];
  /** One line that says why the answer is right. */
  readonly working: string;
}

/** How far a question has come: what was typed last, and whether it is closed. */
export interface Progress {
  readonly typed?: string;
  readonly closed: boolean;
}

/** What a question changes about the drawing of its circuit; whatever is left out stays as the lesson has it. */
export interface Shows {
  /** Whose numbers are drawn. */
  readonly run?: Run;
  readonly values?: ReadonlySet<NodeId>;
  readonly gradients?: ReadonlySet<NodeId>;
  /** Gates whose backward pass has run: what they give back is seen at the ends of their branches. */
  readonly ran?: ReadonlySet<NodeId>;
  /** The node whose gradient is asked, or was found. */
  readonly subject?: NodeId;
  /** A circuit drawn in place of the question's, all its values shown. */
  readonly instead?: Run;
}

/** One kind of question: how an answer is read and judged, the engine's own answer, and the words around it. */
export interface Kind<A extends KindAsk> {
  /** @param earlier the learner's wrong answers on this circuit so far, oldest first */
  readonly mark: (text: string, asked: Asked<A>, earlier: readonly EarlierAnswer[]) => Marking;
  /** The engine's answer as a careful learner would type it. */
  readonly answer: (asked: Asked<A>) => string;
  readonly sentences: (asked: Asked<A>, lang: Lang) => Sentences;
  /** What is said of a remark. */
  readonly say: (said: Said, lang: Lang) => string;
  /** The question about a number that stands behind this one: nudges and witnesses are about it. */
  readonly behind?: (asked: Asked<A>) => Posed | undefined;
  /** Whether the answer is that number. */
  readonly isThatNumber?: true;
  readonly shows?: (asked: Asked<A>, progress: Progress) => Shows;
  /** What is drawn below what is said of an answer that could be read. */
  readonly charts?: (asked: Asked<A>, typed: string, options: ChartOptions) => readonly Line[];
}

/** Says a remark from a table of sentences. */
export function sayFrom(table: Readonly<Record<Lang, Readonly<Record<string, unknown>>>>) {
  return ({ code, params }: Said, lang: Lang): string => (table[lang][code] as (p: Said['params']) => string)(params);
}

export function wrong(code: string, params: Said['params'] = {}, more: Partial<Remark> = {}): Remark {
  return { verdict: 'wrong', said: { code, params }, ...more };
}

export function unread(code: string, params: Said['params'] = {}): Remark {
  return { verdict: 'unreadable', said: { code, params } };
}

/** The same question about a number. */
export function asNumber<A extends Ask>({ circuit, run, shown }: Asked<AnyAsk>, ask: A): Posed {
  return { ask, circuit, run, shown };
}
