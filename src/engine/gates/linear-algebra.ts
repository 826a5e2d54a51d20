import { addProduct, type MatrixView } from '../kernels/matmul.js';
import { ProgramError } from '../language/program-error.js';
import { shapeText, sizeOf, transposeLabel } from '../tensor.js';
import type { Shape, Tensor } from '../types.js';
import type { TensorRow } from './row.js';
import { words } from './words.js';

/** Rows, inner size and columns of a product; a vector is a row at the left and a column at the right. */
function sizes(a: Shape, b: Shape): { m: number; k: number; n: number } {
  const m = a.length === 2 ? a[0]! : 1;
  return { m, k: a[a.length - 1]!, n: b.length === 2 ? b[1]! : 1 };
}

function productShape(a: Shape, b: Shape, labels: readonly string[]): Shape {
  const [left, right] = labels as readonly [string, string];
  if (a.length === 0) throw new ProgramError('matmul-of-scalar', { name: left });
  if (b.length === 0) throw new ProgramError('matmul-of-scalar', { name: right });
  const both = { left, leftShape: shapeText(a), right, rightShape: shapeText(b) };
  if (a.length > 2 || b.length > 2) throw new ProgramError('matmul-rank', both);
  const inner = a[a.length - 1]!;
  if (inner !== b[0]) {
    const near = transposed(a, b, left, right);
    throw new ProgramError('inner-sizes', { ...both, inner, other: b[0]!, ...(near === undefined ? {} : { near }) });
  }
  return [...a.slice(0, -1), ...b.slice(1)];
}

/** Which operand would fit if it were transposed. */
function transposed(a: Shape, b: Shape, left: string, right: string): string | undefined {
  if (b.length === 2 && a[a.length - 1] === b[1]) return transposeLabel(right);
  if (a.length === 2 && a[0] === b[0]) return transposeLabel(left);
  if (a.length === 2 && b.length === 2 && a[0] === b[1]) return `${transposeLabel(left)} @ ${transposeLabel(right)}`;
  return undefined;
}

function view({ data }: { data: Float64Array }, columns: number): MatrixView {
  return { data, row: columns, column: 1 };
}

function flipped({ data, row, column }: MatrixView): MatrixView {
  return { data, row: column, column: row };
}

/** Adds A's (k = 0) or B's gradient of A @ B: dY Bᵀ or Aᵀ dY. */
function addProductGradient(a: Tensor, b: Tensor, which: number, upstream: Float64Array, into: Float64Array): void {
  const { m, k, n } = sizes(a.shape, b.shape);
  const dY = view({ data: upstream }, n);
  if (which === 0) addProduct(into, dY, flipped(view(b, n)), m, n, k);
  else addProduct(into, flipped(view(a, k)), dY, k, m, n);
}

/** The gradients of A @ B as formulas, by the ranks of A and B. */
function productFormulas(a: Shape, b: Shape, left: string, right: string): [string, string] {
  if (a.length === 1 && b.length === 1) return [`dY * ${right}`, `dY * ${left}`];
  if (b.length === 1) return [`dY[:, None] * ${right}`, `${left}.T @ dY`];
  if (a.length === 1) return [`${right} @ dY`, `${left}[:, None] * dY`];
  return [`dY @ ${right}.T`, `${left}.T @ dY`];
}

const matmul: TensorRow = {
  name: 'matmul',
  symbol: '@',
  arity: 2,
  operands: ['A', 'B'],
  formula: 'A @ B',
  partials: ['dY @ B.T', 'A.T @ dY'],
  words: words(
    'multiplies matrices: rows of the first with columns of the second',
    'the upstream gradient times the other input transposed, on the side where that input stood',
    '矩阵相乘：第一个的行乘第二个的列',
    '上游梯度与另一个输入的转置相乘，另一个输入原来在哪一侧就乘在哪一侧',
  ),
  shape: ([a, b], _options, labels) => productShape(a!, b!, labels),
  work: ([a, b]) => {
    const { m, k, n } = sizes(a!, b!);
    return m * k * n;
  },
  forward: ({ operands, out }) => {
    const [a, b] = operands as readonly [Tensor, Tensor];
    const { m, k, n } = sizes(a.shape, b.shape);
    out.data.fill(0);
    addProduct(out.data, view(a, k), view(b, n), m, k, n);
  },
  vjp: ({ operands }, k, upstream, into) => addProductGradient(operands[0]!, operands[1]!, k, upstream, into),
  formulas: ([a, b]) => ({ formula: 'A @ B', partials: productFormulas(a!, b!, 'A', 'B') }),
};

/** A bias as large as the product's last axis, or a single number. */
function biasShape(product: Shape, bias: Shape, label: string): void {
  const fits = bias.length === 0 || (bias.length === 1 && bias[0] === product[product.length - 1]);
  if (fits) return;
  const expected = shapeText(product.slice(-1));
  throw new ProgramError('size-mismatch', { function: 'linear', name: label, shape: shapeText(bias), expected });
}

const linear: TensorRow = {
  name: 'linear',
  symbol: 'w·x+b',
  arity: 3,
  operands: ['W', 'X', 'b'],
  formula: 'linear(W, X, b)',
  partials: ['dY @ X.T', 'W.T @ dY', 'sum(dY, axis=0)'],
  words: words(
    'multiplies weights and inputs and adds a bias',
    'for weights and inputs as for a product; for the bias the upstream gradient, summed over the rows that share it',
    '权重与输入相乘再加偏置',
    '对权重和输入同乘法；对偏置是上游梯度，在共用它的各行上求和',
  ),
  shape: ([w, x, b], _options, labels) => {
    const product = productShape(w!, x!, labels);
    biasShape(product, b!, labels[2]!);
    return product;
  },
  work: (shapes, out) => matmul.work!(shapes, out),
  forward: ({ operands, out }) => {
    const [w, x, b] = operands as readonly [Tensor, Tensor, Tensor];
    const { m, k, n } = sizes(w.shape, x.shape);
    const length = b.data.length;
    for (let i = 0; i < out.data.length; i++) out.data[i] = b.data[i % length]!;
    addProduct(out.data, view(w, k), view(x, n), m, k, n);
  },
  vjp: ({ operands }, k, upstream, into) => {
    if (k < 2) addProductGradient(operands[0]!, operands[1]!, k, upstream, into);
    else for (let i = 0; i < upstream.length; i++) into[i % into.length]! += upstream[i]!;
  },
  formulas: ([w, x, b]) => {
    const product = productShape(w!, x!, ['W', 'X']);
    const bias = sizeOf(b!) === sizeOf(product) ? 'dY' : b!.length === 0 ? 'sum(dY)' : 'sum(dY, axis=0)';
    return {
      formula: 'linear(W, X, b)',
      partials: [...productFormulas(w!, x!, 'W', 'X'), b!.length === 0 && product.length === 0 ? 'dY' : bias],
    };
  },
  split: () => 'W @ X + b',
};

/** The gates of linear algebra. */
export const linearAlgebraRows: readonly TensorRow[] = [matmul, linear];
