import type { Arrays } from '../arrays/arrays.js';
import { getItem, type Picked } from '../arrays/indexing.js';
import { type ArrayValue, numberOf, type Value } from '../arrays/value.js';
import { dottedName } from '../read/expressions.js';
import { moduleNames } from '../read/reads.js';
import type { Expression } from '../read/syntax.js';
import { Unread } from '../unread.js';
import { Arguments, type CallStyle, toArray } from './arguments.js';
import { randomFunctions } from './creation.js';
import { type Callable, callables } from './functions.js';
import type { Chance } from './random.js';

/** Where names get their values. */
export interface Scope {
  /** @throws Unread if the name's value is not known; undefined if there is no such name */
  lookup(name: string): Value | undefined;
}

const TYPES = new Set(['float', 'int', 'bool', 'complex', 'str']);
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
  ['inf', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
]);
const GATES: ReadonlyMap<string, string> = new Map([
  ['+', 'add'],
  ['-', 'sub'],
  ['*', 'mul'],
  ['/', 'div'],
  ['**', 'pow'],
  ['<', 'lt'],
  ['>', 'gt'],
  ['<=', 'le'],
  ['>=', 'ge'],
  ['==', 'eq'],
  ['!=', 'ne'],
]);
const OPERATOR_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['@', 'matmul'],
  ['//', 'floor_divide'],
  ['%', 'remainder'],
  ['&', 'logical_and'],
  ['|', 'logical_or'],
  ['^', 'logical_xor'],
]);
/** What makes or seeds a random generator; numbers are drawn from one of our own. */
const GENERATORS = new Set(['default_rng', 'RandomState', 'Generator', 'manual_seed', 'seed', 'PRNGKey']);
/** The file's own one-line functions may call each other so deep. */
const DEEPEST_CALL = 8;

/** Computes expressions. Nothing is executed but what is written here: names outside the tables are unknown. */
export class Evaluator {
  readonly arrays: Arrays;
  private readonly scope: Scope;
  private readonly torch: boolean;
  private readonly draws: ReadonlyMap<string, Callable>;
  private locals: ReadonlyMap<string, Value> | undefined;
  private calls = 0;

  constructor(arrays: Arrays, scope: Scope, chance: Chance, torch: boolean) {
    this.arrays = arrays;
    this.scope = scope;
    this.torch = torch;
    this.draws = new Map(randomFunctions(chance));
  }

  /** @throws Unread, ProgramError */
  value(expression: Expression): Value {
    switch (expression.kind) {
      case 'number':
        return this.arrays.scalar(expression.value, expression.whole ? 'int' : 'float', true);
      case 'flag':
        return this.arrays.scalar(expression.value ? 1 : 0, 'bool', true);
      case 'string':
        return { kind: 'text', text: expression.text };
      case 'none':
      case 'ellipsis':
        return { kind: expression.kind };
      case 'name':
        return this.name(expression.name);
      case 'list':
        return this.list(expression);
      case 'dict':
        return expression.empty ? { kind: 'container', entries: new Map() } : { kind: 'opaque', name: 'dict' };
      case 'unary':
        return this.unary(expression.operator, this.array(expression.operand));
      case 'binary':
        return this.binary(expression.operator, expression.left, expression.right);
      case 'attribute':
        return this.attribute(expression);
      case 'index':
        return this.index(expression);
      case 'call':
        return this.call(expression);
      case 'lambda':
        return { kind: 'function', lambda: expression };
      case 'slice':
      case 'star':
        throw new Unread('syntax', { found: expression.kind === 'star' ? '*' : ':' });
    }
  }

  /** @throws Unread if the expression is no array and no number */
  array(expression: Expression): ArrayValue {
    const array = toArray(this.arrays, this.value(expression));
    if (array === undefined) throw new Unread('no-number', { what: dottedName(expression) ?? '' });
    return array;
  }

  /** `left operator right` for arrays. */
  apply(operator: string, left: ArrayValue, right: ArrayValue): ArrayValue {
    const gate = GATES.get(operator);
    if (gate !== undefined) return this.arrays.gate(gate, [left, right]);
    const name = OPERATOR_FUNCTIONS.get(operator);
    if (name === undefined) throw new Unread('syntax', { found: operator });
    return this.callable(name, 'plain', [left, right], new Map()) as ArrayValue;
  }

  /** The items between brackets. */
  picked(items: readonly Expression[]): Picked[] {
    const flat = items.length === 1 && items[0]!.kind === 'list' && items[0]!.tuple ? items[0]!.items : items;
    return flat.map((item): Picked => {
      if (item.kind !== 'slice') {
        const value = this.value(item);
        return value.kind === 'items' ? (toArray(this.arrays, value) ?? value) : value;
      }
      const { start, stop, step } = item;
      const part = (name: string, one: Expression | undefined) =>
        one === undefined || one.kind === 'none' ? {} : { [name]: this.whole(one) };
      return { kind: 'slice', ...part('start', start), ...part('stop', stop), ...part('step', step) };
    });
  }

  whole(expression: Expression): number {
    const number = numberOf(this.value(expression));
    if (number === undefined || !Number.isInteger(number)) throw new Unread('index', { what: 'fraction' });
    return number;
  }

  private name(name: string): Value {
    const value = this.locals?.get(name) ?? this.scope.lookup(name);
    if (value !== undefined) return value.kind === 'array' ? { ...value, label: name } : value;
    if (moduleNames.has(name) || TYPES.has(name)) return { kind: 'opaque', name };
    throw new Unread('unknown-name', { name });
  }

  private list({ items, tuple }: Expression & { kind: 'list' }): Value {
    const values = items.flatMap((item): readonly Value[] => {
      if (item.kind !== 'star') return [this.value(item)];
      const spread = this.value(item.operand);
      return spread.kind === 'items' ? spread.items : [spread];
    });
    if (values.length === 0) return tuple ? { kind: 'items', items: [] } : { kind: 'container', entries: new Map() };
    const arrays = values.filter((value) => value.kind === 'array');
    const { shape } = arrays[0] ?? { shape: [] };
    const alike = arrays.length === values.length && arrays.every((one) => one.shape.join() === shape.join());
    return alike && !tuple ? this.arrays.gate('stack', arrays) : { kind: 'items', items: values };
  }

  private unary(operator: string, operand: ArrayValue): Value {
    if (operator === '+') return operand;
    if (operator === '-') return { ...this.arrays.gate('neg', [operand]), label: '' };
    return this.callable('logical_not', 'plain', [operand], new Map());
  }

  private binary(operator: string, left: Expression, right: Expression): Value {
    return this.apply(operator, this.array(left), this.array(right));
  }

  private attribute(expression: Expression & { kind: 'attribute' }): Value {
    const dotted = dottedName(expression);
    const known = dotted === undefined ? undefined : this.scope.lookup(dotted);
    if (known !== undefined) return known.kind === 'array' ? { ...known, label: dotted! } : known;
    const target = this.value(expression.target);
    const { name } = expression;
    if (target.kind === 'opaque') {
      const constant = CONSTANTS.get(name);
      if (constant !== undefined) return this.arrays.scalar(constant, 'float', true);
      return name === 'newaxis' ? { kind: 'none' } : { kind: 'opaque', name: `${target.name}.${name}` };
    }
    const array = toArray(this.arrays, target);
    if (array === undefined) throw new Unread('attribute', { name });
    if (name === 'T' || name === 'mT') return this.arrays.transposed(array);
    if (name === 'shape') return this.callable('size', 'method', [array], new Map());
    if (name === 'size') return this.callable('numel', 'method', [array], new Map());
    if (name === 'ndim') return this.arrays.scalar(array.shape.length, 'int', true);
    if (name === 'values' || name === 'data' || name === 'real') return array;
    if (name === 'indices' && array.indices !== undefined) return array.indices;
    if (name === 'dtype' || name === 'device') return { kind: 'opaque', name };
    throw new Unread('attribute', { name });
  }

  private index({ target, items }: Expression & { kind: 'index' }): Value {
    const owner = dottedName(target);
    if (owner === 'np.c_')
      return this.arrays.transposed(
        this.arrays.gate(
          'stack',
          items.map((item) => this.array(item)),
        ),
      );
    const value = this.value(target);
    if (value.kind === 'container') {
      const entry = value.entries.get(this.whole(items[0]!));
      if (entry === undefined) throw new Unread('index', { what: 'missing' });
      return entry;
    }
    if (value.kind === 'items') {
      const at = this.whole(items[0]!);
      const item = value.items[at < 0 ? at + value.items.length : at];
      if (item === undefined) throw new Unread('index', { what: 'missing' });
      return item;
    }
    const array = toArray(this.arrays, value);
    if (array === undefined) throw new Unread('no-number', { what: owner ?? '' });
    return getItem(this.arrays, array, this.picked(items));
  }

  private call({ callee, args, keywords }: Expression & { kind: 'call' }): Value {
    const positional = args.flatMap((arg): readonly Value[] => {
      if (arg.kind !== 'star') return [this.value(arg)];
      const value = this.value(arg.operand);
      if (value.kind !== 'items') throw new Unread('syntax', { found: '*' });
      return value.items;
    });
    const named = new Map(keywords.map(({ name, value }) => [name, this.value(value)]));
    if (callee.kind === 'name') {
      const own = this.locals?.get(callee.name) ?? this.scope.lookup(callee.name);
      if (own?.kind === 'function') return this.applied(own.lambda, positional, callee.name);
      return this.callable(callee.name, 'plain', positional, named);
    }
    if (callee.kind !== 'attribute') throw new Unread('syntax', { found: '(' });
    const owner = this.value(callee.target);
    if (owner.kind === 'opaque') {
      if (GENERATORS.has(callee.name)) return { kind: 'opaque', name: 'rng' };
      return this.callable(callee.name, 'library', positional, named);
    }
    return this.callable(callee.name, 'method', [owner, ...positional], named);
  }

  private callable(
    name: string,
    style: CallStyle,
    positional: readonly Value[],
    named: ReadonlyMap<string, Value>,
  ): Value {
    const callable = callables.get(name) ?? this.draws.get(name);
    if (callable === undefined) throw new Unread('function', { name });
    return callable(new Arguments(name, style, this.arrays, positional, named, this.torch));
  }

  private applied({ params, body }: Expression & { kind: 'lambda' }, args: readonly Value[], name: string): Value {
    if (args.length !== params.length) throw new Unread('argument', { function: name, place: args.length });
    if (this.calls >= DEEPEST_CALL) throw new Unread('limit', { what: 'calls', limit: DEEPEST_CALL });
    const outer = this.locals;
    this.locals = new Map(params.map((param, k) => [param, args[k]!]));
    this.calls++;
    try {
      return this.value(body);
    } finally {
      this.locals = outer;
      this.calls--;
    }
  }
}
