import {
  evaluate,
  formatNumber,
  functions,
  nearest,
  ProgramError,
  shapeText,
  type Tensor,
  tensorFrom,
} from '../../engine/index.js';
import { normalise, spellOutProducts } from './normalise.js';
import { namesOf, type Posed, truth } from './posed.js';
import { type Problem, problem } from './problem.js';
import { askedNames, quotientName, scopeOf } from './scope.js';

/** What was understood of an answer. */
export type Reading =
  | {
      readonly kind: 'value';
      readonly value: Tensor;
      /** Half a unit of the last digit typed, entry by entry; 0 where no rounding is implied. */
      readonly rounding: readonly number[];
      /** The formula as evaluated, for judging it at other points too; undefined for numbers and arithmetic. */
      readonly formula?: string;
      /** What was understood, where it differs from what was typed. */
      readonly echo?: string;
    }
  | { readonly kind: 'unreadable'; readonly problem: Problem };

const LONGEST = 400;
const LONGEST_ECHO = 60;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;
const NUMBERS = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

/**
 * Reads an answer: a number, arithmetic, a formula with names in scope, a list of lists. Bounded in time and size
 * whatever was typed; what cannot be read is never wrong.
 */
export function readAnswer(text: string, posed: Posed): Reading {
  if (text.length > LONGEST) return unreadable('too-long', { limit: LONGEST });
  const names = new Set(namesOf(posed.circuit));
  const plain = normalise(text, (word) => names.has(word));
  if (plain === '') return unreadable('empty');
  try {
    return readPlain(plain, text, posed, names);
  } catch (error) {
    if (error instanceof ProgramError) return { kind: 'unreadable', problem: problemOf(error, plain, posed, names) };
    throw error;
  }
}

function readPlain(plain: string, typed: string, posed: Posed, names: ReadonlySet<string>): Reading {
  const named = stripName(plain, posed, names);
  if ('problem' in named) return { kind: 'unreadable', problem: named.problem };
  const body = withoutWorking(named.body);
  if (body === '') return unreadable('empty');
  if (NUMBER.test(body)) return readNumber(body, typed);
  const bracket = strayBracket(body);
  if (bracket !== undefined) return unreadable('unbalanced', { bracket });
  const shape = truth(posed.ask, posed.run).shape;
  if (shape.length === 0 && /^[-+]?\d+,\d+$/.test(body))
    return unreadable('decimal-comma', { text: body.replace(',', '.') });

  const scope = scopeOf(posed, posed.run);
  const known = new Set(Object.keys(scope));
  const listed = shape.length === 1 && /,/.test(body) && !/[[(]/.test(body) ? `[${body}]` : body;
  const expression = spellOutProducts(readQuotients(listed, posed, names), (word) => known.has(word));
  const value = evaluate(expression, scope);
  if (!value.data.every(Number.isFinite)) return { kind: 'unreadable', problem: endless(expression, value) };
  const isFormula = [...expression.matchAll(/(?<![\d.])[\p{L}_][\p{L}\p{N}_]*/gu)].some(([word]) => known.has(word));
  const rounding = roundingOfList(expression, value);
  const echo = echoOf(body, typed, value);
  return { kind: 'value', value, rounding, ...(isFormula ? { formula: expression } : {}), ...(echo ? { echo } : {}) };
}

function readNumber(body: string, typed: string): Reading {
  const x = Number(body);
  if (!Number.isFinite(x)) return unreadable('too-large');
  const value = { shape: [], data: Float64Array.of(x) };
  const echo = typed.trim() === body ? {} : { echo: body };
  return { kind: 'value', value, rounding: [halfUnit(body)], ...echo };
}

/** Half a unit of the last digit of a decimal number as typed. */
export function halfUnit(number: string): number {
  const [mantissa = '', exponent = '0'] = number.toLowerCase().split('e');
  const decimals = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

function roundingOfList(expression: string, value: Tensor): readonly number[] {
  const isList = /^[[\],\s\d.eE+-]+$/.test(expression);
  const numbers = isList ? (expression.match(NUMBERS) ?? []) : [];
  return Array.from(value.data, (_, k) => (numbers.length === value.data.length ? halfUnit(numbers[k]!) : 0));
}

/** Takes `dz =`, `∂f/∂z =` or `q =` off the front, if it is what is asked. */
function stripName(
  plain: string,
  posed: Posed,
  names: ReadonlySet<string>,
): { readonly body: string } | { readonly problem: Problem } {
  const match = /^([\p{L}_][\p{L}\p{N}_]*)(?:\s*\/\s*([\p{L}_][\p{L}\p{N}_]*))?\s*=(?!=)\s*(.*)$/u.exec(plain);
  if (match === null) return { body: plain };
  const [, first = '', second, body = ''] = match;
  const got = second === undefined ? first : `${first}/${second}`;
  const key = second === undefined ? first : quotientName(first.slice(1), second.slice(1));
  const isQuotientOfNames = second !== undefined && (names.has(first) || names.has(second));
  return askedNames(posed).has(key) && !isQuotientOfNames
    ? { body }
    : { problem: problem('other-quantity', { asked: askedText(posed), got }) };
}

/** The way to the number may be typed along, as in `-2.5 * -3 = 7.5`: what stands after the last sign counts. */
function withoutWorking(body: string): string {
  let depth = 0;
  let from = 0;
  for (let at = 0; at < body.length; at++) {
    if (/[([]/.test(body[at]!)) depth++;
    if (/[)\]]/.test(body[at]!)) depth--;
    if (depth === 0 && body[at] === '=' && !/[=<>!]/.test(`${body[at - 1] ?? ''}${body[at + 1] ?? ''}`)) from = at + 1;
  }
  return body.slice(from).replace(/^\s*≈?\s*/, '');
}

function askedText({ ask }: Posed): string {
  if (ask.kind === 'local') return `d${ask.of}/d${ask.wrt}`;
  return ask.kind === 'gradient' ? `d${ask.of}` : ask.of;
}

/** `df/dz` as one name, where the circuit has f and z and neither df nor dz; else a quotient as it stands. */
function readQuotients(body: string, { circuit }: Posed, names: ReadonlySet<string>): string {
  return body.replace(
    /\bd([\p{L}_][\p{L}\p{N}_]*)\s*\/\s*d([\p{L}_][\p{L}\p{N}_]*)/gu,
    (whole, of: string, wrt: string) => {
      const derivative = names.has(of) && names.has(wrt) && !names.has(`d${of}`) && !names.has(`d${wrt}`);
      const local = circuit.stages.some((stage) => stage.name === of && stage.reads.includes(wrt));
      return derivative && (local || of === circuit.name(circuit.output)) ? quotientName(of, wrt) : whole;
    },
  );
}

function strayBracket(body: string): string | undefined {
  const partner: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
  const open: string[] = [];
  for (const sign of body) {
    if (sign === '(' || sign === '[') open.push(sign);
    else if (sign in partner && open.pop() !== partner[sign]) return sign;
  }
  return open.pop();
}

function endless(expression: string, value: Tensor): Problem {
  if (value.data.some(Number.isNaN)) return problem(/\//.test(expression) ? 'division-by-zero' : 'no-number');
  const huge = /\d{3,}|[eE]\d{2,}|exp|\*\*\s*\d/.test(expression);
  return problem(/\/|\*\*\s*\(?-|log/.test(expression) && !huge ? 'division-by-zero' : 'too-large');
}

function echoOf(body: string, typed: string, value: Tensor): string | undefined {
  if (value.shape.length === 0)
    return `${body.length > LONGEST_ECHO ? `${body.slice(0, LONGEST_ECHO)}…` : body} = ${formatNumber(value.data[0]!, { significant: 3 })}`;
  return typed.trim() === body ? undefined : body;
}

function problemOf(error: ProgramError, plain: string, posed: Posed, names: ReadonlySet<string>): Problem {
  const name = `${error.params.name ?? ''}`;
  const { near } = error.params;
  switch (error.code) {
    case 'unknown-name':
      return unknownName(name, posed, names);
    case 'unknown-function':
      if (names.has(name)) return unknownName(name, posed, names);
      return problem('unknown-function', near === undefined ? { name } : { name, near });
    case 'bad-number':
      return problem('too-large');
    case 'shapes-differ':
    case 'inner-sizes':
      return problem('shapes-differ', { shapes: shapesIn(plain, posed) });
    case 'ragged-list':
      return problem('ragged');
    default: {
      if (error.code.endsWith('-at-end')) return problem('cant-read-end');
      const from =
        error.column === 0
          ? ''
          : [...plain]
              .slice(error.column - 1, error.column + 11)
              .join('')
              .trim();
      return from === '' ? problem('cant-read-end') : problem('cant-read', { from });
    }
  }
}

/** `dD: 5x3, X: 10x3`: the shapes of what a formula reads. */
function shapesIn(formula: string, posed: Posed): string {
  const scope = scopeOf(posed, posed.run);
  const names = new Set(formula.match(/[\p{L}_][\p{L}\p{N}_]*/gu));
  const known = [...names].filter((name) => Object.hasOwn(scope, name));
  const shapes = known.map((name) => `${name}: ${shapeText(tensorFrom(scope[name]!, name).shape)}`);
  return shapes.join('; ');
}

function unknownName(name: string, posed: Posed, names: ReadonlySet<string>): Problem {
  const spoken = name.replace(/^d(.+)_d(.+)$/u, 'd$1/d$2');
  if (askedNames(posed).has(name)) return problem('asked-itself', { name: spoken });
  const isGradient = name.startsWith('d') && names.has(name.slice(1));
  if (names.has(name) || isGradient || spoken !== name || name === 'upstream' || name === 'o')
    return problem('not-known-yet', { name: spoken });
  const near = nearest(name, [...Object.keys(scopeOf(posed, posed.run)), ...functions.keys()]);
  return problem('unknown-name', near === undefined ? { name } : { name, near });
}

function unreadable(code: Problem['code'], params: Problem['params'] = {}): Reading {
  return { kind: 'unreadable', problem: problem(code, params) };
}
