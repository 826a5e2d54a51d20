import { ProgramError } from '../language/program-error.js';
import { shapeText, sizeOf, strides } from '../tensor.js';
import type { Shape } from '../types.js';
import { axesOf, walk } from './axes.js';
import { indexedShape, indexText, placesOf } from './indexing.js';
import type { GateOptions, TensorRow } from './row.js';
import { words } from './words.js';

/** out[i] = x[plan[i]]: the code of every gate that only puts entries elsewhere. */
const gather: Pick<TensorRow, 'forward' | 'vjp'> = {
  forward: ({ operands, out, plan }) => {
    const x = operands[0]!.data;
    for (let i = 0; i < plan.length; i++) out.data[i] = x[plan[i]!]!;
  },
  vjp: ({ plan }, _k, upstream, into) => {
    for (let i = 0; i < plan.length; i++) into[plan[i]!]! += upstream[i]!;
  },
};

/** The order of axes that a transpose puts them in: the reverse unless given. */
function orderOf(shape: Shape, options: GateOptions, label: string): readonly number[] {
  if (options.shape === undefined) return shape.map((_, axis) => shape.length - 1 - axis);
  const order = options.shape.map((axis) => (axis < 0 ? axis + shape.length : axis));
  axesOf(shape, order, label);
  if (order.length !== shape.length)
    throw new ProgramError('no-such-axis', { name: label, shape: shapeText(shape), axis: order.length });
  return order;
}

const transpose: TensorRow = {
  name: 'transpose',
  symbol: 'T',
  arity: 1,
  operands: ['X'],
  formula: 'X.T',
  partials: ['dY.T'],
  words: words('swaps rows and columns', 'swaps them back', '交换行和列', '换回去'),
  shape: ([shape], options, labels) => orderOf(shape!, options, labels[0]!).map((axis) => shape![axis]!),
  plan: ([shape], out, options) => {
    const own = strides(shape!);
    return walk(
      out,
      orderOf(shape!, options, '').map((axis) => own[axis]!),
      0,
    );
  },
  formulas: ([shape], options) => {
    if (options.shape === undefined) return { formula: 'X.T', partials: ['dY.T'] };
    const order = orderOf(shape!, options, '');
    const back = order.map((_, axis) => order.indexOf(axis));
    return { formula: `transpose(X, ${order.join(', ')})`, partials: [`transpose(dY, ${back.join(', ')})`] };
  },
  ...gather,
};

/** The shape that reshape is asked for, with -1 standing for what remains. */
function wantedShape(shape: Shape, wanted: readonly number[], label: string): Shape {
  const known = sizeOf(wanted.filter((extent) => extent !== -1));
  const result = wanted.map((extent) => (extent === -1 ? sizeOf(shape) / known : extent));
  const valid = result.every((extent) => Number.isInteger(extent) && extent > 0);
  if (!valid || sizeOf(result) !== sizeOf(shape))
    throw new ProgramError('reshape-size', {
      name: label,
      got: sizeOf(shape),
      shape: shapeText(wanted),
      expected: known,
    });
  return result;
}

const reshape: TensorRow = {
  name: 'reshape',
  symbol: 'reshape',
  arity: 1,
  operands: ['X'],
  formula: 'reshape(X, Y.shape)',
  partials: ['reshape(dY, X.shape)'],
  words: words('arranges the entries in another shape', 'arranges them back', '把元素排成另一种形状', '排回原来的形状'),
  shape: ([shape], options, labels) => wantedShape(shape!, options.shape!, labels[0]!),
  formulas: ([shape], options) => ({
    formula: `reshape(X, [${options.shape!.join(', ')}])`,
    partials: [`reshape(dY, [${shape!.join(', ')}])`],
  }),
  forward: ({ operands, out }) => out.data.set(operands[0]!.data),
  vjp: (_node, _k, upstream, into) => {
    for (let i = 0; i < into.length; i++) into[i]! += upstream[i]!;
  },
};

const index: TensorRow = {
  name: 'index',
  symbol: '[ ]',
  arity: -1,
  operands: ['X', 'i', 'j', 'k'],
  formula: 'X[i]',
  partials: ['scatter(X[i], dY)', '0 * i'],
  words: words(
    'picks entries',
    '1 for an entry each time it is picked, 0 for the others: the gradients are added where the entries came from',
    '取出元素',
    '元素每被取一次记 1，其余为 0：梯度加回元素原来的位置',
  ),
  shape: (operands, options, labels) => indexedShape(operands, options.index!, labels[0]!),
  check: (operands, options, labels) => {
    const known = operands.filter((operand) => operand !== undefined);
    if (known.length > 1 && known.length === operands.length) placesOf(known, options.index!, labels[0]!);
  },
  formulas: (operands, options) => {
    const text = indexText(options.index!, ['X', 'i', 'j', 'k']);
    const arrays = operands.slice(1).map((_, k) => `0 * ${'ijk'[k]}`);
    return { formula: `X${text}`, partials: [`scatter(X${text}, dY)`, ...arrays] };
  },
  forward: (node) => {
    const places = placesOf(node.operands, node.options.index!);
    const x = node.operands[0]!.data;
    for (let i = 0; i < places.length; i++) node.out.data[i] = x[places[i]!]!;
  },
  vjp: (node, k, upstream, into) => {
    if (k !== 0) return;
    const places = placesOf(node.operands, node.options.index!);
    for (let i = 0; i < places.length; i++) into[places[i]!]! += upstream[i]!;
  },
};

/** Adds entries of its first operand to zeros in the shape of its second, at the places that an index picks there. */
const scatter: TensorRow = {
  name: 'scatter',
  symbol: '+=[ ]',
  arity: -1,
  operands: ['V', 'X', 'i', 'j'],
  formula: 'scatter(X[i], V)',
  partials: ['dY[i]', '0 * X'],
  words: words(
    'adds entries into zeros, each at its place',
    '1: each entry gets the gradient of its place',
    '把元素加到零张量的各个位置上',
    '都是 1：每个元素得到其位置的梯度',
  ),
  shape: (operands) => operands[1]!,
  formulas: (operands, options) => {
    const text = indexText(options.index!, ['X', 'i', 'j']);
    const arrays = operands.slice(2).map((_, k) => `0 * ${'ij'[k]}`);
    return { formula: `scatter(X${text}, V)`, partials: [`dY${text}`, '0 * X', ...arrays] };
  },
  forward: (node) => {
    const places = placesOf(node.operands.slice(1), node.options.index!);
    const v = node.operands[0]!.data;
    node.out.data.fill(0);
    for (let i = 0; i < places.length; i++) node.out.data[places[i]!]! += v[i]!;
  },
  vjp: (node, k, upstream, into) => {
    if (k !== 0) return;
    const places = placesOf(node.operands.slice(1), node.options.index!);
    for (let i = 0; i < places.length; i++) into[i]! += upstream[places[i]!]!;
  },
};

/** Copies blocks of every operand side by side: `block` entries at a time, of each of `repeats` rows. */
function eachBlock(
  sizes: readonly number[],
  total: number,
  copy: (k: number, own: number, out: number, length: number) => void,
): void {
  const row = sizes.reduce((sum, size) => sum + size, 0);
  for (let start = 0, r = 0; start < total; start += row, r++) {
    let at = start;
    sizes.forEach((size, k) => {
      copy(k, r * size, at, size);
      at += size;
    });
  }
}

/** Entries of an operand that lie together in the output of a concat along an axis. */
function blockSize(shape: Shape, axis: number): number {
  return sizeOf(shape.slice(axis));
}

function concatAxis(shape: Shape, options: GateOptions, label: string): number {
  if (shape.length === 0) throw new ProgramError('splits-scalar', { name: label });
  return axesOf(shape, options.axis ?? [-1], label)[0]!;
}

const concat: TensorRow = {
  name: 'concat',
  symbol: 'concat',
  arity: -1,
  operands: ['A', 'B'],
  formula: 'concat(A, B)',
  partials: ['dY[:A.size]', 'dY[A.size:]'],
  words: words(
    'puts its inputs side by side',
    '1: each input gets its part of the gradient',
    '把输入并排接起来',
    '都是 1：每个输入得到梯度中自己的那一段',
  ),
  shape: (shapes, options, labels) => {
    const axis = concatAxis(shapes[0]!, options, labels[0]!);
    let extent = 0;
    shapes.forEach((shape, k) => {
      const fits =
        shape.length === shapes[0]!.length && shape.every((one, at) => at === axis || one === shapes[0]![at]);
      if (!fits)
        throw new ProgramError('shapes-differ', {
          left: labels[0]!,
          leftShape: shapeText(shapes[0]!),
          right: labels[k]!,
          rightShape: shapeText(shape),
        });
      extent += shape[axis]!;
    });
    return shapes[0]!.map((one, at) => (at === axis ? extent : one));
  },
  forward: ({ operands, out, options }) => {
    const axis = concatAxis(operands[0]!.shape, options, '');
    const sizes = operands.map(({ shape }) => blockSize(shape, axis));
    eachBlock(sizes, out.data.length, (k, own, at, length) => {
      out.data.set(operands[k]!.data.subarray(own, own + length), at);
    });
  },
  vjp: ({ operands, options }, k, upstream, into) => {
    const axis = concatAxis(operands[0]!.shape, options, '');
    const sizes = operands.map(({ shape }) => blockSize(shape, axis));
    eachBlock(sizes, upstream.length, (which, own, at, length) => {
      if (which !== k) return;
      for (let i = 0; i < length; i++) into[own + i]! += upstream[at + i]!;
    });
  },
  formulas: (shapes, options) => {
    const axis = concatAxis(shapes[0]!, options, '');
    const names = shapes.map((_, k) => String.fromCharCode(65 + k));
    const before = ':, '.repeat(axis);
    let from = 0;
    const partials = shapes.map((shape) => {
      const to = from + shape[axis]!;
      const text = `dY[${before}${from}:${to}]`;
      from = to;
      return text;
    });
    const along = options.axis === undefined ? '' : `, axis=${options.axis[0]}`;
    return { formula: `concat(${names.join(', ')}${along})`, partials };
  },
};

const stack: TensorRow = {
  name: 'stack',
  symbol: '[…]',
  arity: -1,
  operands: ['A', 'B'],
  formula: '[A, B]',
  partials: ['dY[0]', 'dY[1]'],
  words: words(
    'puts its inputs in a list',
    '1: each input gets its entry of the gradient',
    '把输入排成一个列表',
    '都是 1：每个输入得到梯度中自己的那一项',
  ),
  shape: (shapes) => {
    for (const shape of shapes)
      if (shapeText(shape) !== shapeText(shapes[0]!))
        throw new ProgramError('ragged-list', { first: shapeText(shapes[0]!), second: shapeText(shape) });
    return [shapes.length, ...shapes[0]!];
  },
  forward: ({ operands, out }) => {
    operands.forEach(({ data }, k) => {
      out.data.set(data, k * data.length);
    });
  },
  vjp: (_node, k, upstream, into) => {
    for (let i = 0; i < into.length; i++) into[i]! += upstream[k * into.length + i]!;
  },
  formulas: (shapes) => ({
    formula: `[${shapes.map((_, k) => String.fromCharCode(65 + k)).join(', ')}]`,
    partials: shapes.map((_, k) => `dY[${k}]`),
  }),
};

/** Gates that arrange entries without computing with them. */
export const arrangingRows: readonly TensorRow[] = [transpose, reshape, index, scatter, concat, stack];
