import { type Card as FsrsCard, fsrs, type Grade, Rating, State } from 'ts-fsrs';
import { type Day, daysBetween } from './day.js';

/** What is known of how well something is remembered: FSRS's memory state, in whole learning days. */
export interface Card {
  /** Days until the chance of remembering falls to 90%. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
  readonly due: Day;
  readonly last: Day;
  /** How often it was asked, and how often it had been forgotten. */
  readonly reps: number;
  readonly lapses: number;
}

/** How an exercise went, in FSRS's words. */
export type Graded = 'again' | 'hard' | 'good' | 'easy';

const grades: Readonly<Record<Graded, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

// Days are the only unit: no fuzz, so that a journal can be checked; no steps of minutes, as a session has its own.
// An easy card may come out up to two days above the maximum: a year at most is meant.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 363 });

/** The card after a grade. A clock that went backwards counts as the same day. */
export function nextCard(card: Card | undefined, grade: Graded, today: Day): Card {
  const day = card !== undefined && card.last > today ? card.last : today;
  const { card: next } = scheduler.next(toFsrs(card, day), new Date(day), grades[grade]);
  return {
    stability: Number(next.stability.toFixed(4)),
    difficulty: Number(next.difficulty.toFixed(4)),
    due: next.due.toISOString().slice(0, 10),
    last: day,
    reps: next.reps,
    lapses: next.lapses,
  };
}

function toFsrs(card: Card | undefined, today: Day): FsrsCard {
  const empty = { elapsed_days: 0, scheduled_days: 0, learning_steps: 0 };
  if (card === undefined)
    return { ...empty, due: new Date(today), stability: 0, difficulty: 0, reps: 0, lapses: 0, state: State.New };
  const { stability, difficulty, due, last, reps, lapses } = card;
  return {
    ...empty,
    due: new Date(due),
    last_review: new Date(last),
    stability,
    difficulty,
    reps,
    lapses,
    state: State.Review,
    scheduled_days: daysBetween(last, due),
  };
}

/** The chance that it is remembered on a day, from FSRS's forgetting curve; 0 for what was never asked. */
export function recall(card: Card | undefined, today: Day): number {
  if (card === undefined) return 0;
  return scheduler.forgetting_curve(Math.max(0, daysBetween(card.last, today)), card.stability);
}
