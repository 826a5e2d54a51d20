import type { Card } from './card.js';
import type { Day } from './day.js';

/**
 * How firmly something sits, from 0 (never asked) to 1 (kept for eight months and more): the logarithm of the days it will
 * be remembered, as each step towards a longer memory is a doubling.
 */
export function strengthOf(card: Card | undefined): number {
  return card === undefined ? 0 : Math.min(1, Math.log2(1 + card.stability) / 8);
}

export function isDue(card: Card, today: Day): boolean {
  return card.due <= today;
}

/** How many skills and mistakes are due: what the home screen says. */
export function dueCount(memory: ReadonlyMap<string, { readonly card: Card }>, today: Day): number {
  let count = 0;
  for (const { card } of memory.values()) if (isDue(card, today)) count++;
  return count;
}
