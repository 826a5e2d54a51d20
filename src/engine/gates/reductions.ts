import { sizeOf } from '../tensor.js';
import type { Shape } from '../types.js';
import { axesOf, expanded, groupsAlong, optionsText, reducedShape } from './axes.js';
import type { BoundNode, GateOptions, GateRow, TensorRow } from './row.js';
import { words } from './words.js';

/** The part that the reductions share: shapes, groups and formulas with their axes. */
function reduction(
  name: string,
  symbol: string,
  call: string,
  partial: (y: string, dY: string, options: string, count: string) => string,
  text: GateRow['words'],
  code: Pick<TensorRow, 'forward' | 'vjp' | 'split'>,
): TensorRow {
  return {
    name,
    symbol,
    arity: 1,
    operands: ['X'],
    formula: `${call}(X)`,
    partials: [partial('Y', 'dY', '', 'X.size')],
    words: text,
    shape: ([shape], options, labels) =>
      reducedShape(shape!, axesOf(shape!, options.axis, labels[0]!), options.keepdims === true),
    plan: ([shape], _out, options) => groupsAlong(shape!, axesOf(shape!, options.axis, '')),
    formulas: ([shape], options) => {
      const axes = axesOf(shape!, options.axis, '');
      const count = axes.reduce((product, axis) => product * shape![axis]!, 1);
      const y = expanded('Y', shape!, options);
      const dY = expanded('dY', shape!, options);
      return {
        formula: `${call}(X${optionsText(options)})`,
        partials: [partial(y, dY, optionsText({ ...options, keepdims: true }), `${count}`)],
      };
    },
    ...code,
  };
}

function sum({ operands, out, plan }: BoundNode): void {
  const x = operands[0]!.data;
  out.data.fill(0);
  for (let i = 0; i < x.length; i++) out.data[plan[i]!]! += x[i]!;
}

/** How many entries go into one of the output's. */
function perGroup({ operands, out }: BoundNode): number {
  return operands[0]!.data.length / out.data.length;
}

function extreme(sign: 1 | -1): Pick<TensorRow, 'forward' | 'vjp'> {
  return {
    forward: ({ operands, out, plan }) => {
      const x = operands[0]!.data;
      out.data.fill(-sign * Number.POSITIVE_INFINITY);
      for (let i = 0; i < x.length; i++) {
        const group = plan[i]!;
        const best = out.data[group]!;
        if (x[i]! * sign > best * sign || Number.isNaN(x[i]!)) out.data[group] = x[i]!;
      }
    },
    vjp: ({ operands, out, plan }, _k, upstream, into) => {
      const x = operands[0]!.data;
      const winners = new Float64Array(out.data.length);
      for (let i = 0; i < x.length; i++) if (x[i] === out.data[plan[i]!]) winners[plan[i]!]!++;
      for (let i = 0; i < x.length; i++) {
        const group = plan[i]!;
        if (x[i] === out.data[group]) into[i]! += upstream[group]! / winners[group]!;
      }
    },
  };
}

const routed = (y: string, dY: string, options: string): string => `w = X == ${y}; w / sum(w${options}) * ${dY}`;

function keptOptions(options: GateOptions): string {
  return optionsText({ ...options, keepdims: true });
}

function meanAlong(node: BoundNode): Float64Array {
  const { operands, out, plan } = node;
  const x = operands[0]!.data;
  const mean = new Float64Array(out.data.length);
  const count = perGroup(node);
  for (let i = 0; i < x.length; i++) mean[plan[i]!]! += x[i]! / count;
  return mean;
}

/** Gates that gather the entries along axes. At ties of max and min every winner gets an equal part. */
export const reductionRows: readonly TensorRow[] = [
  reduction(
    'sum',
    'Σ',
    'sum',
    (_y, dY) => `${dY} * ones_like(X)`,
    words(
      'adds the entries up',
      '1 for every entry: each gets the gradient of its sum',
      '把元素加起来',
      '每个元素都是 1：各得其和的梯度',
    ),
    {
      forward: sum,
      vjp: ({ plan }, _k, upstream, into) => {
        for (let i = 0; i < into.length; i++) into[i]! += upstream[plan[i]!]!;
      },
    },
  ),
  reduction(
    'mean',
    'mean',
    'mean',
    (_y, dY, _options, count) => `${dY} * ones_like(X) / ${count}`,
    words(
      'averages the entries',
      '1 over their number, the same for every entry',
      '求元素的平均值',
      '元素个数的倒数，每个元素都一样',
    ),
    {
      forward: (node) => {
        sum(node);
        const count = perGroup(node);
        for (let k = 0; k < node.out.data.length; k++) node.out.data[k]! /= count;
      },
      vjp: (node, _k, upstream, into) => {
        const count = perGroup(node);
        for (let i = 0; i < into.length; i++) into[i]! += upstream[node.plan[i]!]! / count;
      },
    },
  ),
  reduction(
    'amax',
    'max',
    'max',
    routed,
    words(
      'lets the largest entry through',
      '1 for the largest entry, 0 for the others; equal parts at a tie',
      '让最大的元素通过',
      '最大的元素为 1，其余为 0；相等时平分',
    ),
    extreme(1),
  ),
  reduction(
    'amin',
    'min',
    'min',
    routed,
    words(
      'lets the smallest entry through',
      '1 for the smallest entry, 0 for the others; equal parts at a tie',
      '让最小的元素通过',
      '最小的元素为 1，其余为 0；相等时平分',
    ),
    extreme(-1),
  ),
  reduction(
    'var',
    'var',
    'var',
    (_y, dY, options, count) => `2 * (X - mean(X${options})) / ${count} * ${dY}`,
    words(
      'averages the squared distances from the mean',
      'twice the distance from the mean, over the number of entries',
      '求方差：到平均值的距离的平方的平均',
      '到平均值的距离的两倍，除以元素个数',
    ),
    {
      forward: (node) => {
        const x = node.operands[0]!.data;
        const mean = meanAlong(node);
        const count = perGroup(node);
        node.out.data.fill(0);
        for (let i = 0; i < x.length; i++) node.out.data[node.plan[i]!]! += (x[i]! - mean[node.plan[i]!]!) ** 2 / count;
      },
      vjp: (node, _k, upstream, into) => {
        const x = node.operands[0]!.data;
        const mean = meanAlong(node);
        const scale = 2 / perGroup(node);
        for (let i = 0; i < x.length; i++) {
          const group = node.plan[i]!;
          into[i]! += scale * (x[i]! - mean[group]!) * upstream[group]!;
        }
      },
      split: (_shapes, options) => `d = X - mean(X${keptOptions(options)}); mean(d ** 2${optionsText(options)})`,
    },
  ),
];

/** Along which axis softmax and its kin work: the last unless another one is given. */
export function alongOne(shape: Shape, options: GateOptions, label: string): number[] {
  return axesOf(shape, options.axis ?? [shape.length - 1], label);
}

/** The number of groups that a shape falls into along axes. */
export function groupCount(shape: Shape, axes: readonly number[]): number {
  return sizeOf(reducedShape(shape, axes, true));
}
