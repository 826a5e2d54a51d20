import { chainMistakeIds, gateMistakeIds } from '../../messages/mistakes.js';
import type { Card } from './card.js';
import { addDays, type Day } from './day.js';

/** What is scheduled: skills by their id, and mistakes that were made, by `mistake:ID@SKILL`. */
export type Memory = ReadonlyMap<string, Remembered>;

export interface Remembered {
  readonly card: Card;
  /** Of a mistake: how often in a row it was asked for and not made. */
  readonly clean?: number;
}

/** What an exercise changed; `null` means that nothing is scheduled any more. */
export interface MemoryChange {
  readonly id: string;
  readonly now: Remembered | null;
}

/** A mistake that was avoided so often is no longer asked for. */
export const cleanAnswers = 3;

export function mistakeKey(mistake: string, skill: string): string {
  return `mistake:${mistake}@${skill}`;
}

/** The mistake and the skill of a key; undefined for a skill's own id. */
export function readMistakeKey(id: string): { readonly mistake: string; readonly skill: string } | undefined {
  const [, mistake, skill] = /^mistake:([^@]+)@(.+)$/.exec(id) ?? [];
  return mistake === undefined || skill === undefined ? undefined : { mistake, skill };
}

/** Mistakes at gates and along the chain; slips of the hand and arithmetic of the forward pass are said, but not practised. */
const practised: ReadonlySet<string> = new Set(
  [...gateMistakeIds, ...chainMistakeIds].filter((id) => !/^(slip|value|nudged)-|^movement$/.test(id)),
);

/** The mistakes to practise in what a verdict names, which may be a pair such as `sign+no-upstream`. */
export function mistakesIn(named: string | undefined): readonly string[] {
  return named === undefined ? [] : named.split('+').filter((id) => practised.has(id));
}

/** When a mistake, or one of a named pair, is asked for next; undefined where none is scheduled any more. */
export function mistakeDue(memory: Memory, named: string): Day | undefined {
  const parts = mistakesIn(named);
  const dates = [...memory].flatMap(([id, { card }]) =>
    parts.includes(readMistakeKey(id)?.mistake ?? '') ? [card.due] : [],
  );
  return dates.sort()[0];
}

/** A mistake met for the first time outside a drill: FSRS's first card after a failure, without loading FSRS. */
export function metMistake(today: Day): Remembered {
  const card = { stability: 0.212, difficulty: 6.4133, due: addDays(today, 1), last: today, reps: 1, lapses: 0 };
  return { card, clean: 0 };
}

/** The memory after changes. */
export function withChanges(memory: Memory, changes: readonly MemoryChange[]): Memory {
  if (changes.length === 0) return memory;
  const next = new Map(memory);
  for (const { id, now } of changes)
    if (now === null) next.delete(id);
    else next.set(id, now);
  return next;
}

/** The changes that lead from one memory to another. */
export function changesBetween(from: Memory, to: Memory): readonly MemoryChange[] {
  const ids = new Set([...from.keys(), ...to.keys()]);
  return [...ids].filter((id) => from.get(id) !== to.get(id)).map((id) => ({ id, now: to.get(id) ?? null }));
}
