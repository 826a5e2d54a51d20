import { ProgramError } from '../language/program-error.js';
import { sameShape, shapeText } from '../tensor.js';
import type { Shape } from '../types.js';
import type { BoundNode, TensorRow } from './row.js';
import { softmaxInto } from './softmax.js';
import { words } from './words.js';

/** Rows and classes of scores: a vector of scores is one row. */
function extents(scores: Shape): { rows: number; classes: number } {
  return scores.length === 1 ? { rows: 1, classes: scores[0]! } : { rows: scores[0]!, classes: scores[1]! };
}

function lossShape(name: string): TensorRow['shape'] {
  return ([scores, labels], _options, called) => {
    if (scores!.length !== 1 && scores!.length !== 2)
      throw new ProgramError('needs-rank', {
        function: name,
        expected: 'rows of scores (a matrix, or a vector)',
        name: called[0]!,
        shape: shapeText(scores!),
      });
    const wanted = scores!.slice(0, -1);
    if (!sameShape(wanted, labels!))
      throw new ProgramError('size-mismatch', {
        function: name,
        name: called[1]!,
        shape: shapeText(labels!),
        expected: shapeText(wanted),
      });
    return [];
  };
}

/** The labels as whole numbers. @throws ProgramError label-out-of-range */
function wholeLabels(labels: Float64Array, classes: number, name: string): Int32Array {
  return Int32Array.from(labels, (label) => {
    if (!Number.isInteger(label) || label < 0 || label >= classes)
      throw new ProgramError('label-out-of-range', { function: name, label, classes });
    return label;
  });
}

function labelsOf({ operands }: BoundNode, name: string): Int32Array {
  return wholeLabels(operands[1]!.data, extents(operands[0]!.shape).classes, name);
}

function lossCheck(name: string): TensorRow['check'] {
  return ([scores, labels]) => {
    if (scores !== undefined && labels !== undefined) wholeLabels(labels.data, extents(scores.shape).classes, name);
  };
}

/** Row of every score. */
function rowsPlan([scores]: readonly Shape[]): Int32Array {
  const { rows, classes } = extents(scores!);
  return Int32Array.from({ length: rows * classes }, (_, i) => Math.floor(i / classes));
}

/** 1 at the label's column of every row, as a formula. */
function oneHot(scores: Shape): string {
  return scores.length === 1 ? `(range(${scores[0]}) == y)` : `(range(${scores[1]}) == y[:, None])`;
}

const crossEntropy: TensorRow = {
  name: 'cross_entropy',
  symbol: 'CE',
  arity: 2,
  operands: ['Z', 'y'],
  formula: 'cross_entropy(Z, y)',
  partials: ['(softmax(Z) - (range(Z.shape[1]) == y[:, None])) / Z.shape[0] * dY', '0 * y'],
  words: words(
    'is the mean over the rows of -log of the probability that softmax gives to the right class',
    'the probabilities, minus 1 at the right class, over the number of rows',
    '各行正确类的 softmax 概率取 -log，再求平均',
    '概率在正确类处减 1，再除以行数',
  ),
  shape: lossShape('cross_entropy'),
  check: lossCheck('cross_entropy'),
  plan: rowsPlan,
  forward: (node) => {
    const z = node.operands[0]!.data;
    const labels = labelsOf(node, 'cross_entropy');
    const { rows, classes } = extents(node.operands[0]!.shape);
    let total = 0;
    for (let row = 0; row < rows; row++) {
      const start = row * classes;
      let largest = start;
      for (let i = start; i < start + classes; i++) if (!(z[i]! <= z[largest]!)) largest = i;
      let rest = 0;
      for (let i = start; i < start + classes; i++) if (i !== largest) rest += Math.exp(z[i]! - z[largest]!);
      total += z[largest]! - z[start + labels[row]!]! + Math.log1p(rest);
    }
    node.out.data[0] = total / rows;
  },
  vjp: (node, k, upstream, into) => {
    if (k !== 0) return;
    const { rows, classes } = extents(node.operands[0]!.shape);
    const p = new Float64Array(into.length);
    softmaxInto(p, node.operands[0]!.data, node.plan, rows);
    labelsOf(node, 'cross_entropy').forEach((label, row) => {
      // 1 - p, from the other classes, so that a confident right answer keeps its digits
      let others = 0;
      for (let c = 0; c < classes; c++) if (c !== label) others += p[row * classes + c]!;
      p[row * classes + label] = -others;
    });
    for (let i = 0; i < p.length; i++) into[i]! += (p[i]! / rows) * upstream[0]!;
  },
  formulas: ([scores]) => {
    const rows = scores!.length === 1 ? '' : ` / ${scores![0]}`;
    return { formula: 'cross_entropy(Z, y)', partials: [`(softmax(Z) - ${oneHot(scores!)})${rows} * dY`, '0 * y'] };
  },
  split: ([scores]) => {
    if (scores!.length === 1) return 'm = max(Z); m + log(sum(exp(Z - m))) - Z[y]';
    const rows = scores![0];
    return `m = max(Z, axis=1); mean(m + log(sum(exp(Z - m[:, None]), axis=1)) - Z[range(${rows}), y])`;
  },
};

/** Amount by which each wrong class comes within 1 of the right one, 0 where it does not. */
function margins(node: BoundNode): { margin: Float64Array; labels: Int32Array } {
  const s = node.operands[0]!.data;
  const { classes } = extents(node.operands[0]!.shape);
  const labels = labelsOf(node, 'svm_hinge');
  const margin = s.map((score, i) => {
    const row = node.plan[i]!;
    const right = row * classes + labels[row]!;
    return i === right ? 0 : Math.max(0, score - s[right]! + 1);
  });
  return { margin, labels };
}

function hingeMargins(scores: Shape): string {
  if (scores.length === 1) return 'S - S[y] + 1';
  return `S - S[range(${scores[0]}), y][:, None] + 1`;
}

const svmHinge: TensorRow = {
  name: 'svm_hinge',
  symbol: 'hinge',
  arity: 2,
  operands: ['S', 'y'],
  formula: 'svm_hinge(S, y)',
  partials: [
    'r = range(S.shape[1]) == y[:, None]; w = (S - S[range(S.shape[0]), y][:, None] + 1 > 0) * (1 - r); (w - r * sum(w, axis=1, keepdims=True)) / S.shape[0] * dY',
    '0 * y',
  ],
  words: words(
    'sums over the wrong classes how far each comes within 1 of the right score, and averages over the rows',
    '1 for every wrong class within the margin, minus their count at the right class, over the number of rows',
    '把每个错误类侵入间隔 1 的量加起来，再对各行求平均',
    '侵入间隔的错误类各为 1，正确类为负的个数，再除以行数',
  ),
  shape: lossShape('svm_hinge'),
  check: lossCheck('svm_hinge'),
  plan: rowsPlan,
  forward: (node) => {
    const { rows } = extents(node.operands[0]!.shape);
    const { margin } = margins(node);
    node.out.data[0] = margin.reduce((total, one) => total + one, 0) / rows;
  },
  vjp: (node, k, upstream, into) => {
    if (k !== 0) return;
    const { rows, classes } = extents(node.operands[0]!.shape);
    const { margin, labels } = margins(node);
    const part = upstream[0]! / rows;
    margin.forEach((one, i) => {
      if (one === 0) return;
      const row = node.plan[i]!;
      into[i]! += part;
      into[row * classes + labels[row]!]! -= part;
    });
  },
  formulas: ([scores]) => {
    const vector = scores!.length === 1;
    const rows = vector ? '' : ` / ${scores![0]}`;
    const count = vector ? 'sum(w)' : 'sum(w, axis=1, keepdims=True)';
    const inside = `w = (${hingeMargins(scores!)} > 0) * (1 - r)`;
    return {
      formula: 'svm_hinge(S, y)',
      partials: [`r = ${oneHot(scores!)}; ${inside}; (w - r * ${count})${rows} * dY`, '0 * y'],
    };
  },
  split: ([scores]) => {
    const { rows } = extents(scores!);
    return `m = maximum(${hingeMargins(scores!)}, 0); (sum(m) - ${rows}) / ${rows}`;
  },
};

const mse: TensorRow = {
  name: 'mse',
  symbol: 'MSE',
  arity: 2,
  operands: ['A', 'B'],
  formula: 'mse(A, B)',
  partials: ['2 * (A - B) / A.size * dY', '2 * (B - A) / A.size * dY'],
  words: words(
    'averages the squared differences of its inputs',
    'twice the difference, over the number of entries',
    '求两个输入之差的平方的平均',
    '差的两倍，除以元素个数',
  ),
  shape: ([a, b], _options, called) => {
    if (sameShape(a!, b!)) return [];
    throw new ProgramError('size-mismatch', {
      function: 'mse',
      name: called[1]!,
      shape: shapeText(b!),
      expected: shapeText(a!),
    });
  },
  forward: ({ operands, out }) => {
    const [a, b] = operands;
    let total = 0;
    for (let i = 0; i < a!.data.length; i++) total += (a!.data[i]! - b!.data[i]!) ** 2;
    out.data[0] = total / a!.data.length;
  },
  vjp: ({ operands }, k, upstream, into) => {
    const own = operands[k]!.data;
    const other = operands[1 - k]!.data;
    const scale = (2 * upstream[0]!) / own.length;
    for (let i = 0; i < own.length; i++) into[i]! += scale * (own[i]! - other[i]!);
  },
  split: () => 'mean((A - B) ** 2)',
};

/** The losses: a single number from a batch of scores and labels, or from predictions and targets. */
export const lossRows: readonly TensorRow[] = [crossEntropy, svmHinge, mse];
