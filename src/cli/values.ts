import type { NestedNumbers } from '../engine/index.js';
import type { CliMessages } from '../messages/cli.js';
import type { Environment } from './environment.js';
import { jsonFault } from './json-fault.js';
import { numbersFromJson } from './json-numbers.js';
import { readNamedFile } from './named-file.js';
import { valueGiven } from './options.js';
import type { Invocation } from './parse.js';
import { UsageError } from './usage-error.js';

/** Values by name, as the engine takes them. */
export type Values = Readonly<Record<string, NestedNumbers>>;

/**
 * Reads what `--at` and `--const` say: `x=-2,y=5`, `W=[[1,2],[3,4]]`, or `@values.json`, an object of values by name.
 * @throws UsageError for what can't be read and for a name given twice
 */
export function readValues(option: 'at' | 'const', invocation: Invocation, environment: Environment): Values {
  const { messages } = invocation;
  const values = new Map<string, NestedNumbers>();
  const add = (name: string, value: NestedNumbers) => {
    if (values.has(name)) throw new UsageError(messages.givenTwice(name));
    values.set(name, value);
  };
  for (const text of invocation.values.get(option) ?? []) {
    if (text.startsWith('@')) {
      for (const [name, value] of valuesOfFile(text.slice(1), environment, messages)) add(name, value);
    } else {
      for (const part of splitAtCommas(text)) {
        const [, name, value] = /^\s*([^=\s]+)\s*=(.*)$/su.exec(part) ?? [];
        if (name === undefined || value === undefined)
          throw new UsageError(messages.assignment(`--${option}`, part.trim()));
        add(name, readValue(name, value.trim(), messages));
      }
    }
  }
  return Object.fromEntries(values);
}

/**
 * Reads what `--seed` says of a circuit, the upstream gradient of its output: `3`, `[3,-1]`; undefined if it was not given.
 * @throws UsageError for what is neither a number nor a list of numbers
 */
export function readUpstream(invocation: Invocation): NestedNumbers | undefined {
  const text = valueGiven(invocation, 'seed');
  return text === undefined ? undefined : readValue('--seed', text.trim(), invocation.messages);
}

function valuesOfFile(path: string, environment: Environment, messages: CliMessages): [string, NestedNumbers][] {
  const text = readNamedFile(path, environment, messages);
  const fault = jsonFault(text);
  if (fault) throw new UsageError(`${path}:${fault.line}:${fault.column}: ${messages.badJson}`);
  const data: unknown = JSON.parse(text);
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new UsageError(messages.valuesObject(path));
  return Object.entries(data).map(([name, value]) => {
    const numbers = numbersFromJson(value);
    if (numbers === undefined) throw new UsageError(`${path}: ${messages.notANumber(name, JSON.stringify(value))}`);
    return [name, numbers];
  });
}

/** Splits at the commas that are not inside brackets. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']') depth--;
    else if (text[at] === ',' && depth <= 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readValue(name: string, text: string, messages: CliMessages): NestedNumbers {
  if (number.test(text)) return Number(text);
  const isList = text.startsWith('[') && jsonFault(text) === undefined;
  const numbers = numbersFromJson(isList ? JSON.parse(text) : text);
  if (numbers === undefined) throw new UsageError(messages.notANumber(name, text));
  return numbers;
}
