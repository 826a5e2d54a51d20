import { addAt } from '../arrays/indexing.js';
import type { ArrayValue } from '../arrays/value.js';
import { dottedName } from '../read/expressions.js';
import type { Expression } from '../read/syntax.js';
import { Unread } from '../unread.js';
import { integersOf } from './arguments.js';
import type { Evaluator } from './evaluate.js';

const OPERATORS: Readonly<Record<string, string>> = { add_: '+', sub_: '-', mul_: '*', div_: '/' };

/**
 * Calls that change an array in place: `np.add.at(dC, i, d)`, `dC.index_add_(0, i, d)`, `dW.zero_()`, `dW.add_(d)`.
 * @throws Unread, ProgramError
 */
export function changeInPlace(
  evaluator: Evaluator,
  held: ArrayValue,
  { callee, args }: Expression & { kind: 'call' },
  traced: boolean,
): void {
  const { name: method, target } = callee as Expression & { kind: 'attribute' };
  const { arrays } = evaluator;
  const operand = (place: number): ArrayValue => {
    const arg = args[place];
    if (arg === undefined) throw new Unread('argument', { function: method, place: place + 1 });
    return evaluator.array(arg);
  };
  const adding = (index: Expression | undefined, value: ArrayValue): void => {
    if (index === undefined) throw new Unread('argument', { function: method, place: 2 });
    addAt(arrays, held, evaluator.picked([index]), value);
  };
  if (method === 'at') {
    const owner = dottedName(target) ?? '';
    if (!/\.(add|subtract)$/.test(owner)) throw new Unread('function', { name: `${owner}.at` });
    adding(args[1], owner.endsWith('subtract') ? arrays.gate('neg', [operand(2)]) : operand(2));
  } else if (method === 'index_add_') {
    const axis = args[0] === undefined ? undefined : integersOf(evaluator.value(args[0]))?.[0];
    if (axis !== 0) throw new Unread('argument', { function: method, place: 1 });
    adding(args[1], operand(2));
  } else {
    const operator = OPERATORS[method];
    const value =
      operator !== undefined
        ? evaluator.apply(operator, held, operand(0))
        : method === 'zero_'
          ? arrays.scalar(0, 'float', true)
          : operand(0);
    arrays.write(held.storage, held.places, held.shape, value, traced);
  }
}
