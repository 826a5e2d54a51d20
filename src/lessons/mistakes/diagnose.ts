import { evaluate, ProgramError, type Run, type Shape, sameShape, type Tensor } from '../../engine/index.js';
import type { MistakeFacts, MistakeFamily, MistakeId, SecondOfPair } from '../../messages/mistakes.js';
import { close, judge } from '../answer/judge.js';
import type { Posed } from '../answer/posed.js';
import { isExact } from '../answer/range.js';
import type { Reading } from '../answer/read.js';
import { scopeOf } from '../answer/scope.js';
import { ranks, type Sight } from './candidate.js';
import { type Group, mistakesAt, sightOf, sightsNear } from './candidates.js';
import { edgesFrom } from './edge.js';
import { factsOf, saidTensor, symbolOf } from './facts.js';
import { type EarlierAnswer, followsFrom } from './follow.js';
import { asShown } from './rounded.js';

/** What is known about a wrong answer. Plain data: the sentence is made of it in either language. */
export type Diagnosis =
  | {
      readonly kind: 'mistake';
      readonly id: MistakeId;
      readonly also?: SecondOfPair;
      readonly branch?: 'one' | 'every';
      readonly facts: MistakeFacts;
    }
  /** More than one mistake gives this number. */
  | {
      readonly kind: 'either';
      readonly ids: readonly MistakeId[];
      readonly family?: MistakeFamily;
      readonly facts: MistakeFacts;
    }
  /** Right, given the learner's own earlier number; `of` is the earliest that was wrong. */
  | { readonly kind: 'follows'; readonly of: EarlierAnswer['ask']; readonly facts: MistakeFacts }
  | { readonly kind: 'shape'; readonly expected: Shape; readonly got: Shape; readonly facts: MistakeFacts }
  /** Most entries are right: these places are not. */
  | { readonly kind: 'entries'; readonly places: readonly (readonly number[])[]; readonly facts: MistakeFacts }
  | {
      readonly kind: 'none';
      readonly about: 'value' | 'local' | 'gradient' | 'tensor' | 'fork' | 'seed';
      readonly facts: MistakeFacts;
    };

type ReadValue = Reading & { kind: 'value' };

/** The most that an answer worked out from shown digits may be off what a mistake gives exactly. */
const MOST_OFF = 0.025;

/**
 * Names the mistake behind a wrong answer: whether it follows from an earlier one, else which rule or circuit mistake
 * gives this number. A number is compared at the question's own numbers; a formula at its neighbours too.
 */
export function diagnose(reading: ReadValue, posed: Posed, earlier: readonly EarlierAnswer[] = []): Diagnosis {
  const sight = sightOf(posed, posed.run);
  const typed = reading.value;
  const plain = factsOf(sight, typed, undefined, reading.formula);
  const judged = judge(reading, posed);
  if (judged.verdict === 'wrong' && judged.reason === 'shape')
    return {
      kind: 'shape',
      expected: judged.expected,
      got: judged.got,
      facts: { ...plain, n: reading.formula ?? plain.n },
    };

  const blamed = followsFrom(posed, earlier, (value) => fits(typed, reading.rounding, value, value));
  if (blamed !== undefined) {
    const facts = { ...plain, other: symbolOf(blamed.ask), otherValue: saidTensor(blamed.value) };
    return { kind: 'follows', of: blamed.ask, facts };
  }
  const found = findGroups(reading, posed, sight);
  const [first, ...others] = found;
  if (first !== undefined) return named(first, others, sight, reading);
  if (judged.verdict === 'wrong' && 2 * judged.entries.length <= typed.data.length)
    return { kind: 'entries', places: judged.entries.map((flat) => placeOf(flat, typed.shape)), facts: plain };
  return { kind: 'none', about: subject(sight), facts: plain };
}

function findGroups(reading: ReadValue, posed: Posed, sight: Sight): readonly Group[] {
  const groups = mistakesAt(posed);
  return reading.formula === undefined
    ? byNumber(reading, groups, sight)
    : byFormula(reading, posed, groups, sightsNear(posed));
}

function named(first: Group, others: readonly Group[], sight: Sight, reading: ReadValue): Diagnosis {
  const { candidate } = first;
  const plain = factsOf(sight, reading.value, candidate.edge, reading.formula);
  const facts = { ...plain, ...candidate.facts?.(sight) };
  const different = others.filter((one) => one.candidate.id !== candidate.id || one.candidate.also !== candidate.also);
  if (different.length === 0) {
    const share = candidate.branch?.share(sight);
    const about = share === undefined ? facts : { ...facts, whole: facts.n, n: saidTensor(share) };
    const branch = candidate.branch === undefined ? {} : { branch: candidate.branch.which };
    const also = candidate.also === undefined ? {} : { also: candidate.also };
    return { kind: 'mistake', id: candidate.id, ...also, ...branch, facts: about };
  }
  const ids = [...new Set([first, ...different].map((one) => one.candidate.id))];
  const families = new Set([first, ...different].map((one) => one.candidate.family));
  if (families.size === 1) return { kind: 'either', ids, family: candidate.family, facts: plain };
  // At a fork the branches come first, whatever went wrong in them.
  return { kind: 'either', ids, ...(subject(sight) === 'fork' ? { family: 'fork' as const } : {}), facts: plain };
}

/** The mistakes of the lowest rank that give the number; what fits exactly comes before what fits by rounding. */
function byNumber(reading: ReadValue, groups: readonly Group[], sight: Sight): readonly Group[] {
  const exact = groups.filter((group) => fits(reading.value, noRounding(reading), group.value, group.value));
  if (exact.length > 0) return lowest(exact);
  const shown: Sight = { ...sight, whole: asShown(sight.whole), pass: asShown(sight.pass) };
  return lowest(
    groups.filter((group) => {
      if (!sameShape(group.value.shape, reading.value.shape)) return false;
      return fits(reading.value, reading.rounding, group.value, fromShown(group, shown) ?? group.value);
    }),
  );
}

function fromShown(group: Group, shown: Sight): Tensor | undefined {
  const value = group.candidate.value(shown);
  return value?.data.every(Number.isFinite) ? value : undefined;
}

function noRounding(reading: ReadValue): readonly number[] {
  return reading.rounding.map(() => 0);
}

function lowest(groups: readonly Group[]): readonly Group[] {
  const rank = Math.min(...groups.map(({ candidate }) => candidate.rank));
  const found = groups.filter(({ candidate }) => candidate.rank === rank);
  return rank === ranks.slip ? found.slice(0, 1) : found;
}

/** Whether what was typed is a number, or the number that comes of the shown digits, up to rounding at the digit typed. */
function fits(typed: Tensor, rounding: readonly number[], exact: Tensor, shown: Tensor): boolean {
  if (!sameShape(typed.shape, exact.shape)) return false;
  return typed.data.every((x, k) => {
    const a = exact.data[k]!;
    const b = shown.data[k]!;
    const size = Math.max(Math.abs(a), Math.abs(x));
    const slack = isExact(a) && a === b ? 0 : Math.min(rounding[k]!, MOST_OFF * Math.abs(a));
    return x >= Math.min(a, b) - slack - 1e-9 * size && x <= Math.max(a, b) + slack + 1e-9 * size;
  });
}

/** The mistakes that are the formula by algebra: the same here and at every neighbour. */
function byFormula(
  reading: ReadValue,
  posed: Posed,
  groups: readonly Group[],
  near: readonly Sight[],
): readonly Group[] {
  const elsewhere = near.map((one) => valueIn(reading.formula!, posed, one.whole));
  return lowest(
    groups.filter(
      (group) =>
        close(reading.value, group.value) &&
        elsewhere.every((value, k) => {
          const other = group.elsewhere()[k];
          return value !== undefined && other !== undefined && close(value, other);
        }),
    ),
  );
}

function valueIn(formula: string, posed: Posed, whole: Run): Tensor | undefined {
  try {
    return evaluate(formula, scopeOf(posed, whole));
  } catch (error) {
    if (error instanceof ProgramError) return undefined;
    throw error;
  }
}

function subject({ ask, pass, node, right }: Sight): 'value' | 'local' | 'gradient' | 'tensor' | 'fork' | 'seed' {
  if (ask.kind !== 'gradient') return ask.kind;
  const ways = edgesFrom(pass.circuit, node).length;
  if (ways !== 1) return ways === 0 ? 'seed' : 'fork';
  return right.shape.length === 0 ? 'gradient' : 'tensor';
}

function placeOf(flat: number, shape: Shape): readonly number[] {
  const place: number[] = [];
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    place.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return place;
}
