import type { Line } from '../../diagram/index.js';
import type { Circuit } from '../../engine/index.js';
import { assess } from '../answer/assess.js';
import { feedbackFor } from '../answer/index.js';
import { type Glyphs, inlines, withGlyphs } from '../answer/inline.js';
import { type Posed, truth } from '../answer/posed.js';
import { hintsFor, promptFor, questionFor, workingFor } from '../hints/index.js';
import { visible } from '../markdown.js';
import type { EarlierAnswer } from '../mistakes/index.js';
import type { Ask, Inline, Lang, Step } from '../types.js';
import type { ViewOptions } from '../view/types.js';
import type { KindAsk, KindStepAsk } from './ask.js';
import type { Form, FormSight, StepKeys } from './form.js';
import {
  type AnyAsk,
  type Asked,
  isRemark,
  type Kind,
  type Marking,
  type Progress,
  type Sentences,
  type Shows,
} from './kind.js';
import { numberAnswer } from './number-answer.js';
import { formTable, kindTable } from './table.js';

export type { KindAsk, KindStepAsk } from './ask.js';
export type { FormSight, StepKey, StepKeys } from './form.js';
export { type AnyAsk, type Asked, isRemark, type Marking, type Remark, type Shows } from './kind.js';

const numbers: readonly string[] = ['value', 'local', 'gradient'];

/** Whether a question is about a value, a local gradient or a gradient: those have a room of their own. */
export function isNumberAsk(ask: { readonly kind: string }): ask is Ask {
  return numbers.includes(ask.kind);
}

function isNumber(asked: Asked<AnyAsk>): asked is Asked<Ask> {
  return isNumberAsk(asked.ask);
}

function kindOf<A extends KindAsk>(ask: A): Kind<A> {
  return kindTable[ask.kind] as unknown as Kind<A>;
}

function formOf<S extends KindStepAsk>(ask: S): Form<S> {
  return formTable[ask.kind] as unknown as Form<S>;
}

const forms = Object.values(formTable) as unknown as readonly Form<KindStepAsk>[];

/** Forms of `ask:` of the kinds, for messages. */
export const kindForms: readonly string[] = forms.flatMap((form) => form.forms);

/** Reads an `ask:` of one of the kinds; undefined when it has none of their forms. Names are checked by `checkKind`. */
export function parseKind(text: string, keys: StepKeys, names: ReadonlySet<string>): KindStepAsk | undefined {
  const words = text.trim().split(/\s+/);
  for (const form of forms) {
    const ask = form.parse(words, keys, names);
    if (ask !== undefined) return ask;
  }
  return undefined;
}

/** The keys of a step that its ask takes. */
export function keysOf(ask: KindStepAsk): readonly (keyof StepKeys)[] {
  return formOf(ask).keys;
}

/** Holds an ask to its circuit and notes what is wrong. */
export function checkKind(ask: KindStepAsk, sight: FormSight): void {
  formOf(ask).check(ask, sight);
}

export function isKindStep(ask: NonNullable<Step['ask']>): ask is KindStepAsk {
  return ask.kind in formTable;
}

/** The questions that a step of one of the kinds asks. */
export function questionsOfKind(
  ask: KindStepAsk,
  id: string,
  circuit: Circuit,
): readonly { readonly id: string; readonly ask: AnyAsk }[] {
  return formOf(ask).questions?.(ask, id, circuit) ?? [{ id, ask: ask as KindAsk }];
}

/** Reads and judges an answer to a question of any kind. */
export function markAnswer(text: string, asked: Asked<AnyAsk>, earlier: readonly EarlierAnswer[]): Marking {
  if (isNumber(asked)) return assess(text, asked, earlier);
  const one = asked as Asked<KindAsk>;
  return kindOf(one.ask).mark(text, one, earlier);
}

/** The engine's answer as a careful learner would type it. */
export function engineAnswer(asked: Asked<AnyAsk>): string {
  if (isNumber(asked)) return numberAnswer(truth(asked.ask, asked.run));
  const one = asked as Asked<KindAsk>;
  return kindOf(one.ask).answer(one);
}

/** What is said of a miss or of an answer that could not be read. */
export function sayMarking(marking: Marking, ask: AnyAsk, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  if (!isRemark(marking)) return feedbackFor(marking, lang, glyphs);
  if (marking.said === undefined) return [];
  // What was typed may be quoted.
  return inlines(visible(kindOf(ask as KindAsk).say(marking.said, lang)), glyphs);
}

function sentences(asked: Asked<AnyAsk>, lang: Lang): Sentences {
  const one = asked as Asked<KindAsk>;
  return kindOf(one.ask).sentences(one, lang);
}

/** The sentence that asks. */
export function askSentence(asked: Asked<AnyAsk>, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  return isNumber(asked) ? questionFor(asked, lang, glyphs) : inlines(sentences(asked, lang).question, glyphs);
}

/** What stands before the answer field. */
export function promptOf(asked: Asked<AnyAsk>, lang: Lang, glyphs: Glyphs): string {
  return isNumber(asked) ? promptFor(asked.ask, glyphs) : withGlyphs(sentences(asked, lang).prompt, glyphs);
}

/** The ladder of hints. */
export function hintLadder(asked: Asked<AnyAsk>, lang: Lang, glyphs: Glyphs): readonly (readonly Inline[])[] {
  if (isNumber(asked)) return hintsFor(asked, lang, glyphs);
  return sentences(asked, lang).hints.map((hint) => inlines(hint, glyphs));
}

/** One line that says why the answer is right. */
export function whyRight(asked: Asked<AnyAsk>, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  return isNumber(asked) ? workingFor(asked, lang, glyphs) : inlines(sentences(asked, lang).working, glyphs);
}

/** What is drawn below what is said of an answer; for most questions nothing. */
export function chartsOf(asked: Asked<AnyAsk>, typed: string, options: ViewOptions): readonly Line[] {
  if (isNumber(asked)) return [];
  const one = asked as Asked<KindAsk>;
  return kindOf(one.ask).charts?.(one, typed, options) ?? [];
}

/** What a question changes about the drawing of its circuit. */
export function showsOf(asked: Asked<AnyAsk>, progress: Progress): Shows {
  if (isNumber(asked)) return {};
  const one = asked as Asked<KindAsk>;
  return kindOf(one.ask).shows?.(one, progress) ?? {};
}

/** The question about a number that a nudge and the witnesses are about; undefined where there is none. */
export function numberBehind(asked: Asked<AnyAsk>): Posed | undefined {
  if (isNumber(asked)) return asked;
  const one = asked as Asked<KindAsk>;
  return kindOf(one.ask).behind?.(one);
}

/** The question about a number whose answer this one wants; undefined where the answer is no number of its own. */
export function numberWanted(asked: Asked<AnyAsk>): Posed | undefined {
  if (isNumber(asked)) return asked;
  const one = asked as Asked<KindAsk>;
  const kind = kindOf(one.ask);
  return kind.isThatNumber === true ? kind.behind?.(one) : undefined;
}
