import type { Expression, Statement } from './syntax.js';

/** What an expression has to do with an array only for its shape does not make its value depend on it. */
const SHAPE_ONLY = new Set(['shape', 'size', 'ndim', 'dtype', 'device']);
const SHAPE_FUNCTIONS =
  /^(zeros|ones|empty|full|randn|rand)_like$|^(zeros|ones|empty|full|randn|rand|standard_normal|random|randint|eye|range|arange|len|size|numel|normal|uniform)$/;

/** Libraries by the names they go under; reading from one is no reading of a value. */
export const moduleNames: ReadonlySet<string> = new Set(
  'np numpy math torch F nn jnp cp scipy random rng tf plt copy'.split(' '),
);

/** The names whose values an expression depends on. */
export function valueReads(expression: Expression, into = new Set<string>()): Set<string> {
  const each = (parts: readonly (Expression | undefined)[]): void => {
    for (const part of parts) if (part !== undefined) valueReads(part, into);
  };
  switch (expression.kind) {
    case 'name':
      into.add(expression.name);
      break;
    case 'list':
      each(expression.items);
      break;
    case 'unary':
    case 'star':
      each([expression.operand]);
      break;
    case 'binary':
      each([expression.left, expression.right]);
      break;
    case 'attribute':
      if (!SHAPE_ONLY.has(expression.name) && !isModule(expression.target)) each([expression.target]);
      break;
    case 'index':
      each([expression.target, ...expression.items]);
      break;
    case 'slice':
      each([expression.start, expression.stop, expression.step]);
      break;
    case 'call':
      callReads(expression, each);
      break;
    default:
  }
  return into;
}

function callReads(
  { callee, args, keywords }: Expression & { kind: 'call' },
  each: (parts: readonly Expression[]) => void,
): void {
  const name = callee.kind === 'attribute' || callee.kind === 'name' ? callee.name : '';
  if (SHAPE_FUNCTIONS.test(name)) return;
  if (callee.kind === 'attribute' && !isModule(callee.target)) each([callee.target]);
  each([...args, ...keywords.map(({ value }) => value)]);
}

/** `np`, `np.random`, `torch.nn.functional`. */
function isModule(expression: Expression): boolean {
  let at = expression;
  while (at.kind === 'attribute') at = at.target;
  return at.kind === 'name' && moduleNames.has(at.name);
}

/** The names whose values a statement depends on, besides what it assigns to. */
export function statementReads(statement: Statement): Set<string> {
  const reads = new Set<string>();
  if (statement.kind === 'assign') {
    valueReads(statement.value, reads);
    for (const target of statement.targets.flat())
      if (target.kind === 'item') for (const item of target.items) valueReads(item, reads);
  } else if (statement.kind === 'augment') {
    valueReads(statement.value, reads);
    if (statement.target.kind === 'item') for (const item of statement.target.items) valueReads(item, reads);
  } else if (statement.kind === 'effect') for (const arg of statement.call.args) valueReads(arg, reads);
  return reads;
}
