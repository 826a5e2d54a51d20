import type { TensorMistakeId } from '../../messages/mistakes.js';

/**
 * A wrong gradient at a gate on whole tensors, as a formula over the gate's operands, its output `Y` and `dY`, and
 * besides: `right` (the right gradient), `count` (how many entries go into one of the output), `rows`, and for losses
 * `hot` (1 at the label of every row). Where shapes do not fit, the mistake can't be made.
 */
export type TensorMistake = readonly [TensorMistakeId, string];

const left: readonly TensorMistake[] = [
  ['matmul-no-transpose', 'dY @ B'],
  ['matmul-order', 'B.T @ dY'],
  ['matmul-order', 'B @ dY'],
  ['matmul-transposed', 'right.T'],
  ['matmul-entrywise', 'dY * B'],
  ['matmul-own', 'dY @ A.T'],
  ['dot-own', 'dY * A'],
  ['dot-no-upstream', 'B'],
];

const right: readonly TensorMistake[] = [
  ['matmul-no-transpose', 'A @ dY'],
  ['matmul-order', 'dY @ A.T'],
  ['matmul-order', 'dY @ A'],
  ['matmul-transposed', 'right.T'],
  ['matmul-entrywise', 'A * dY'],
  ['matmul-own', 'B.T @ dY'],
  ['dot-own', 'dY * B'],
  ['dot-no-upstream', 'A'],
];

const renamed = (list: readonly TensorMistake[]): readonly TensorMistake[] =>
  list
    .filter(([id]) => !id.startsWith('dot'))
    .map(([id, formula]) => [id, formula.replace(/\bA\b/g, 'W').replace(/\bB\b/g, 'X')]);

const centred = (axis: number): string => `(X - mean(X, axis=${axis}, keepdims=True))`;
const deviation = (axis: number): string =>
  `(mean(${centred(axis)} ** 2, axis=${axis}, keepdims=True) + 0.00001) ** 0.5`;

const normalisation = (axis: number): readonly (readonly TensorMistake[])[] => [
  [
    ['norm-direct', `dY * gamma / ${deviation(axis)}`],
    ['norm-no-variance', `(dY * gamma - mean(dY * gamma, axis=${axis}, keepdims=True)) / ${deviation(axis)}`],
  ],
  [['gamma-raw', 'sum(dY * X, axis=0)']],
  [['broadcast-averaged', 'mean(dY, axis=0)']],
];

const margins = 'relu(S - sum(S * hot, axis=-1, keepdims=True) + 1) * (1 - hot)';

/** Mistakes by gate and operand: mistakes.md, "Losses and updates" and "Matrices". */
export const tensorTable: Readonly<Record<string, readonly (readonly TensorMistake[])[]>> = {
  matmul: [left, right],
  linear: [renamed(left), renamed(right), [['broadcast-averaged', 'mean(dY, axis=0)']]],
  sum: [
    [
      ['sum-averaged', 'right / count'],
      ['sum-ones', 'ones_like(X)'],
      ['sum-own', 'X * right'],
    ],
  ],
  mean: [
    [
      ['mean-passed', 'right * count'],
      ['mean-multiplied', 'right * count * count'],
    ],
  ],
  var: [
    [
      ['variance-no-two', 'right / 2'],
      ['variance-unbiased', 'right * count / (count - 1)'],
    ],
  ],
  softmax: [
    [
      ['softmax-diagonal', 'Y * (1 - Y) * dY'],
      ['softmax-weighted', 'Y * dY'],
    ],
  ],
  cross_entropy: [
    [
      ['cross-entropy-no-target', 'softmax(Z) / rows * dY'],
      ['cross-entropy-all-targets', '(softmax(Z) - 1) / rows * dY'],
      ['cross-entropy-not-averaged', 'right * rows'],
    ],
  ],
  svm_hinge: [
    [
      ['hinge-right-one', 'right * (1 - hot) - hot / rows * dY'],
      ['hinge-right-counted', 'right - hot / rows * dY'],
      ['hinge-right-missing', 'right * (1 - hot)'],
      ['hinge-margins', `(${margins} - hot * sum(${margins}, axis=-1, keepdims=True)) / rows * dY`],
    ],
  ],
  mse: [
    [
      ['mse-no-two', 'right / 2'],
      ['mse-no-mean', 'right * count'],
      ['mse-difference', '(A - B) * dY'],
    ],
    [
      ['mse-no-two', 'right / 2'],
      ['mse-no-mean', 'right * count'],
      ['mse-difference', '(B - A) * dY'],
    ],
  ],
  batchnorm: normalisation(0),
  layernorm: normalisation(-1),
  transpose: [[['transpose-plain', 'dY']]],
};
