import { ProgramError } from '../language/program-error.js';
import type { Shape } from '../types.js';
import { expanded, groupsAlong, optionsText, reducedShape } from './axes.js';
import { alongOne, groupCount } from './reductions.js';
import type { BoundNode, GateOptions, TensorRow } from './row.js';
import { words } from './words.js';

function wholeAxis(options: GateOptions): GateOptions {
  return { axis: options.axis ?? [-1], keepdims: true };
}

function demandAxis(shape: Shape, label: string): void {
  if (shape.length === 0) throw new ProgramError('splits-scalar', { name: label });
}

const common = {
  arity: 1,
  operands: ['Z'],
  plan: ([shape]: readonly Shape[], _out: Shape, options: GateOptions): Int32Array =>
    groupsAlong(shape!, alongOne(shape!, options, '')),
} as const;

/** log(sum(exp(z))) of every group, from the largest entry on, so that nothing overflows. */
export function logSumExp(z: Float64Array, plan: Int32Array, groups: number): Float64Array {
  const largest = new Float64Array(groups).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < z.length; i++) largest[plan[i]!] = Math.max(largest[plan[i]!]!, z[i]!);
  const sums = new Float64Array(groups);
  for (let i = 0; i < z.length; i++) {
    const group = plan[i]!;
    sums[group]! += z[i] === largest[group] ? 1 : Math.exp(z[i]! - largest[group]!);
  }
  for (let group = 0; group < groups; group++) sums[group] = largest[group]! + Math.log(sums[group]!);
  return sums;
}

/** exp(z - largest) of every entry over the sum of its group: without the rounding of a logarithm in between. */
export function softmaxInto(out: Float64Array, z: Float64Array, plan: Int32Array, groups: number): void {
  const largest = new Float64Array(groups).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < z.length; i++) largest[plan[i]!] = Math.max(largest[plan[i]!]!, z[i]!);
  const sums = new Float64Array(groups);
  for (let i = 0; i < z.length; i++) {
    const e = z[i] === largest[plan[i]!] ? 1 : Math.exp(z[i]! - largest[plan[i]!]!);
    out[i] = e;
    sums[plan[i]!]! += e;
  }
  for (let i = 0; i < z.length; i++) out[i]! /= sums[plan[i]!]!;
}

function groupsOf({ operands, options }: BoundNode): number {
  const { shape } = operands[0]!;
  return groupCount(shape, alongOne(shape, options, ''));
}

function groupSums(entries: Float64Array, plan: Int32Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let i = 0; i < entries.length; i++) sums[plan[i]!]! += entries[i]!;
  return sums;
}

/** The gates around the exponentials of scores along one axis, the last unless `axis` says another. */
export const softmaxRows: readonly TensorRow[] = [
  {
    ...common,
    name: 'softmax',
    symbol: 'softmax',
    formula: 'softmax(Z)',
    partials: ['Y * (dY - sum(Y * dY, axis=-1, keepdims=True))'],
    words: words(
      'turns scores into probabilities',
      'each entry minus the average of the upstream gradients weighted by the probabilities, times its probability',
      '把得分变成概率',
      '上游梯度减去以概率加权的平均上游梯度，再乘以自己的概率',
    ),
    shape: ([shape], options, labels) => {
      demandAxis(shape!, labels[0]!);
      alongOne(shape!, options, labels[0]!);
      return shape!;
    },
    forward: (node) => softmaxInto(node.out.data, node.operands[0]!.data, node.plan, groupsOf(node)),
    vjp: (node, _k, upstream, into) => {
      const y = node.out.data;
      const weighted = new Float64Array(groupsOf(node));
      for (let i = 0; i < y.length; i++) weighted[node.plan[i]!]! += y[i]! * upstream[i]!;
      for (let i = 0; i < y.length; i++) into[i]! += y[i]! * (upstream[i]! - weighted[node.plan[i]!]!);
    },
    formulas: (_shapes, options) => {
      const along = optionsText(wholeAxis(options));
      return {
        formula: `softmax(Z${optionsText({ axis: options.axis ?? [-1] })})`,
        partials: [`Y * (dY - sum(Y * dY${along}))`],
      };
    },
    split: (_shapes, options) => {
      const along = optionsText(wholeAxis(options));
      return `e = exp(Z - max(Z${along})); e / sum(e${along})`;
    },
  },
  {
    ...common,
    name: 'log_softmax',
    symbol: 'log softmax',
    formula: 'log_softmax(Z)',
    partials: ['dY - softmax(Z) * sum(dY, axis=-1, keepdims=True)'],
    words: words(
      'turns scores into logarithms of probabilities',
      'the upstream gradient minus the probability times the sum of the upstream gradients',
      '把得分变成概率的对数',
      '上游梯度减去概率乘以上游梯度之和',
    ),
    shape: ([shape], options, labels) => {
      demandAxis(shape!, labels[0]!);
      alongOne(shape!, options, labels[0]!);
      return shape!;
    },
    forward: (node) => {
      const z = node.operands[0]!.data;
      const log = logSumExp(z, node.plan, groupsOf(node));
      for (let i = 0; i < z.length; i++) node.out.data[i] = z[i]! - log[node.plan[i]!]!;
    },
    vjp: (node, _k, upstream, into) => {
      const groups = groupsOf(node);
      const p = new Float64Array(into.length);
      softmaxInto(p, node.operands[0]!.data, node.plan, groups);
      const sums = groupSums(upstream, node.plan, groups);
      for (let i = 0; i < p.length; i++) into[i]! += upstream[i]! - p[i]! * sums[node.plan[i]!]!;
    },
    formulas: (_shapes, options) => {
      const axis = optionsText({ axis: options.axis ?? [-1] });
      return {
        formula: `log_softmax(Z${axis})`,
        partials: [`dY - softmax(Z${axis}) * sum(dY${optionsText(wholeAxis(options))})`],
      };
    },
    split: (_shapes, options) => {
      const along = optionsText(wholeAxis(options));
      return `d = Z - max(Z${along}); d - log(sum(exp(d)${along}))`;
    },
  },
  {
    ...common,
    name: 'logsumexp',
    symbol: 'logsumexp',
    formula: 'logsumexp(Z)',
    partials: ['dY * softmax(Z)'],
    words: words(
      'is a smooth maximum, log(sum(exp(z)))',
      'the probability that softmax gives to the entry',
      '平滑的最大值，即 log(sum(exp(z)))',
      'softmax 给该元素的概率',
    ),
    shape: ([shape], options, labels) => {
      demandAxis(shape!, labels[0]!);
      return reducedShape(shape!, alongOne(shape!, options, labels[0]!), options.keepdims === true);
    },
    forward: (node) => {
      node.out.data.set(logSumExp(node.operands[0]!.data, node.plan, groupsOf(node)));
    },
    vjp: (node, _k, upstream, into) => {
      const p = new Float64Array(into.length);
      softmaxInto(p, node.operands[0]!.data, node.plan, groupsOf(node));
      for (let i = 0; i < p.length; i++) into[i]! += p[i]! * upstream[node.plan[i]!]!;
    },
    formulas: ([shape], options) => {
      const axis = options.axis ?? [-1];
      return {
        formula: `logsumexp(Z${optionsText({ ...options, axis })})`,
        partials: [`${expanded('dY', shape!, { ...options, axis })} * softmax(Z${optionsText({ axis })})`],
      };
    },
    split: ([shape], options) => {
      const axis = options.axis ?? [-1];
      const along = optionsText({ axis, keepdims: true });
      const m = `m = max(Z${along}); l = m + log(sum(exp(Z - m)${along}))`;
      if (options.keepdims === true) return `${m}; l`;
      const axes = alongOne(shape!, options, '');
      return `${m}; l[${shape!.map((_, k) => (axes.includes(k) ? '0' : ':')).join(', ')}]`;
    },
  },
];
