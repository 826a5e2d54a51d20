import type { OptionName } from '../messages/cli.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/** The last value given for an option. */
export function valueGiven(invocation: Invocation, name: OptionName): string | undefined {
  return invocation.values.get(name)?.at(-1);
}

/** Whether a switch is set. */
export function isSet(invocation: Invocation, name: OptionName): boolean {
  return invocation.values.has(name);
}

/**
 * The whole number given for an option, or undefined if it was not given.
 * @throws UsageError for anything else than a whole number within the bounds
 */
export function wholeNumber(invocation: Invocation, name: OptionName, from: number, to: number): number | undefined {
  const text = valueGiven(invocation, name);
  if (text === undefined) return undefined;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw new UsageError(invocation.messages.wholeNumber(`--${name}`, text, from, to));
}

/**
 * The word given for an option, which is one of a few.
 * @throws UsageError for any other word
 */
export function oneOf<Choice extends string>(
  invocation: Invocation,
  name: OptionName,
  choices: readonly Choice[],
): Choice | undefined {
  const text = valueGiven(invocation, name);
  const choice = choices.find((one) => one === text);
  if (text === undefined || choice !== undefined) return choice;
  throw new UsageError(invocation.messages.oneOf(`--${name}`, text, choices.join(', ')));
}
