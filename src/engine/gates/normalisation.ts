import { ProgramError } from '../language/program-error.js';
import { sameShape, shapeText, sizeOf } from '../tensor.js';
import type { Shape, Tensor } from '../types.js';
import type { BoundNode, TensorRow } from './row.js';
import { words } from './words.js';

const EPS = 1e-5;

/** The normalised entries and, per group, 1 over the standard deviation. */
interface Normalised {
  readonly xhat: Float64Array;
  readonly inverse: Float64Array;
  readonly count: number;
}

/** Normalises every group to mean 0 and (biased) variance 1, with eps 1e-5 under the root. */
function normalise(x: Float64Array, group: Int32Array, groups: number): Normalised {
  const count = x.length / groups;
  const mean = new Float64Array(groups);
  for (let i = 0; i < x.length; i++) mean[group[i]!]! += x[i]! / count;
  const variance = new Float64Array(groups);
  for (let i = 0; i < x.length; i++) variance[group[i]!]! += (x[i]! - mean[group[i]!]!) ** 2 / count;
  const inverse = variance.map((one) => 1 / Math.sqrt(one + EPS));
  const xhat = x.map((one, i) => (one - mean[group[i]!]!) * inverse[group[i]!]!);
  return { xhat, inverse, count };
}

interface Kind {
  readonly name: string;
  readonly symbol: string;
  /** Axis along which the groups lie. */
  readonly axis: 0 | -1;
  readonly ranks: (rank: number) => boolean;
  readonly rankText: string;
  readonly text: TensorRow['words'];
}

function groupsOf(shape: Shape, axis: 0 | -1): number {
  const last = shape[shape.length - 1]!;
  return axis === 0 ? last : sizeOf(shape) / last;
}

function normalisation({ name, symbol, axis, ranks, rankText, text }: Kind): TensorRow {
  const along = `axis=${axis}, keepdims=True`;
  const normalised = `m = mean(X, ${along}); s = (mean((X - m) ** 2, ${along}) + ${EPS}) ** 0.5; xhat = (X - m) / s`;
  const gradients = (count: string, rows: string, few: boolean): string[] => [
    `${normalised}; g = dY * gamma; (g - sum(g, ${along}) / ${count} - xhat * sum(g * xhat, ${along}) / ${count}) / s`,
    few ? `${normalised}; dY * xhat` : `${normalised}; sum(dY * xhat, axis=${rows})`,
    few ? 'dY' : `sum(dY, axis=${rows})`,
  ];
  const bound = ({ operands, plan }: BoundNode): Normalised => {
    const [x] = operands as readonly [Tensor];
    return normalise(x.data, plan, groupsOf(x.shape, axis));
  };
  return {
    name,
    symbol,
    arity: 3,
    operands: ['X', 'gamma', 'beta'],
    formula: `${name}(X, gamma, beta)`,
    partials: gradients(axis === 0 ? 'X.shape[0]' : 'X.shape[-1]', '0', false),
    words: text,
    shape: ([x, gamma, beta], _options, labels) => {
      if (!ranks(x!.length))
        throw new ProgramError('needs-rank', {
          function: name,
          expected: rankText,
          name: labels[0]!,
          shape: shapeText(x!),
        });
      const expected = x!.slice(-1);
      [gamma!, beta!].forEach((shape, k) => {
        if (!sameShape(shape, expected))
          throw new ProgramError('size-mismatch', {
            function: name,
            name: labels[k + 1]!,
            shape: shapeText(shape),
            expected: shapeText(expected),
          });
      });
      return x!;
    },
    plan: ([x]) => {
      const last = x![x!.length - 1]!;
      return Int32Array.from({ length: sizeOf(x!) }, (_, i) => (axis === 0 ? i % last : Math.floor(i / last)));
    },
    forward: (node) => {
      const { xhat } = bound(node);
      const gamma = node.operands[1]!.data;
      const beta = node.operands[2]!.data;
      const features = gamma.length;
      for (let i = 0; i < xhat.length; i++) node.out.data[i] = gamma[i % features]! * xhat[i]! + beta[i % features]!;
    },
    vjp: (node, k, upstream, into) => {
      const gamma = node.operands[1]!.data;
      const features = gamma.length;
      if (k === 2) {
        for (let i = 0; i < upstream.length; i++) into[i % features]! += upstream[i]!;
        return;
      }
      const { xhat, inverse, count } = bound(node);
      if (k === 1) {
        for (let i = 0; i < upstream.length; i++) into[i % features]! += upstream[i]! * xhat[i]!;
        return;
      }
      const sum = new Float64Array(inverse.length);
      const along = new Float64Array(inverse.length);
      for (let i = 0; i < xhat.length; i++) {
        const g = upstream[i]! * gamma[i % features]!;
        sum[node.plan[i]!]! += g;
        along[node.plan[i]!]! += g * xhat[i]!;
      }
      for (let i = 0; i < xhat.length; i++) {
        const group = node.plan[i]!;
        const g = upstream[i]! * gamma[i % features]!;
        into[i]! += inverse[group]! * (g - sum[group]! / count - (xhat[i]! * along[group]!) / count);
      }
    },
    formulas: ([x]) => {
      const count = axis === 0 ? x![0]! : x![x!.length - 1]!;
      const rows =
        x!.length <= 2
          ? '0'
          : `[${x!
              .slice(0, -1)
              .map((_, k) => k)
              .join(', ')}]`;
      return { formula: `${name}(X, gamma, beta)`, partials: gradients(`${count}`, rows, x!.length === 1) };
    },
    split: () =>
      [
        `mu = mean(X, ${along})`,
        'xmu = X - mu',
        `v = mean(xmu ** 2, ${along})`,
        `sd = sqrt(v + ${EPS})`,
        'ivar = 1 / sd',
        'xhat = xmu * ivar',
        'gx = gamma * xhat',
        'gx + beta',
      ].join('; '),
  };
}

/** Normalisation over a batch, and over the features of each row. */
export const normalisationRows: readonly TensorRow[] = [
  normalisation({
    name: 'batchnorm',
    symbol: 'batchnorm',
    axis: 0,
    ranks: (rank) => rank === 2,
    rankText: 'a matrix, a row for every example,',
    text: words(
      'gives every column mean 0 and variance 1, then scales and shifts it',
      "the upstream gradient times gamma, less its column's mean, less its part along the normalised values; over the standard deviation",
      '使每列的均值为 0、方差为 1，再缩放和平移',
      '上游梯度乘 gamma，减去该列的均值，再减去沿归一化值的部分，最后除以标准差',
    ),
  }),
  normalisation({
    name: 'layernorm',
    symbol: 'layernorm',
    axis: -1,
    ranks: (rank) => rank >= 1,
    rankText: 'a vector or rows of features',
    text: words(
      'gives every row mean 0 and variance 1, then scales and shifts it',
      "the upstream gradient times gamma, less its row's mean, less its part along the normalised values; over the standard deviation",
      '使每行的均值为 0、方差为 1，再缩放和平移',
      '上游梯度乘 gamma，减去该行的均值，再减去沿归一化值的部分，最后除以标准差',
    ),
  }),
];
