import type { NestedNumbers } from '../engine/index.js';

/** JSON has no NaN and no infinities; they are written as these strings, in what is read as in what is printed. */
const nonFinite = new Map([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

/** Deeper lists are no tensor of this program; the bound keeps the recursion shallow. */
const deepest = 32;

/** Numbers, or lists of numbers to any depth, as JSON holds them. */
export type JsonNumbers = number | string | readonly JsonNumbers[];

/** The numbers of a JSON value; undefined if anything in it is no number. */
export function numbersFromJson(value: unknown, depth = 0): NestedNumbers | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return nonFinite.get(value);
  if (!Array.isArray(value) || depth === deepest) return undefined;
  const items: NestedNumbers[] = [];
  for (const item of value) {
    const numbers = numbersFromJson(item, depth + 1);
    if (numbers === undefined) return undefined;
    items.push(numbers);
  }
  return items;
}

/** The numbers as JSON can hold them. */
export function numbersToJson(numbers: NestedNumbers): JsonNumbers {
  if (typeof numbers === 'number') return Number.isFinite(numbers) ? numbers : String(numbers);
  return numbers.map(numbersToJson);
}
