import type { Terms } from './row.js';

export const networks: Terms = {
  vectors: [
    [
      'vector',
      'A list of numbers that is treated as one value. Its gradient is a list of the same length.',
      '向量',
      '当作一个值来看待的一列数。它的梯度也是同样长的一列。',
    ],
    [
      'shape',
      'How many rows and columns a value has. A gradient always has the shape of its variable.',
      '形状',
      '一个值有几行几列。梯度的形状总与变量相同。',
    ],
    [
      'Jacobian',
      'The table of all derivatives of one vector for another. It is hardly ever written down: multiplying by it is enough.',
      '雅可比矩阵',
      '一个向量对另一个向量的全部导数排成的表。几乎从不写出来，只要会乘它就够了。',
    ],
  ],
  'small-examples': [
    [
      'matrix product',
      '`W @ X`: each entry is the dot product of a row of W and a column of X.',
      '矩阵乘法',
      '`W @ X`：每个元素是 W 的一行与 X 的一列的点积。',
    ],
    ['transpose', 'A matrix with rows and columns exchanged, written X.T.', '转置', '行和列互换的矩阵，写作 X.T。'],
  ],
  matmul: [
    [
      'dimension analysis',
      'To find a formula such as `dW = dD @ X.T` by the shapes alone. Where matrices are square, the shapes do not decide.',
      '维度分析',
      '只看形状就推出 `dW = dD @ X.T` 这样的公式。矩阵是方阵时，形状定不下来。',
    ],
    [
      'batch',
      'Several samples computed at once, one in each row or column. The gradients of the weights are summed over it.',
      '批量',
      '一次算几个样本，每行或每列一个。权重的梯度对它们求和。',
    ],
  ],
  broadcasting: [
    [
      'broadcast',
      'To use a smaller value everywhere it fits, as a bias for every sample. A fork that is not seen: backward, it is summed.',
      '广播',
      '把较小的值用到每个放得下的地方，例如同一个偏置加给每个样本。这是看不见的分叉：反向时要求和。',
    ],
    [
      'axis',
      'A direction in a matrix: axis 0 runs down the rows, axis 1 along the columns.',
      '轴',
      '矩阵里的一个方向：axis 0 是一行行往下，axis 1 是一列列往右。',
    ],
  ],
  'svm-loss': [
    [
      'score',
      'The number that a classifier gives to a class. The highest one wins.',
      '得分',
      '分类器给每一类的数，最高的胜出。',
    ],
    [
      'margin',
      'How far the score of the right class is to be above the others, 1 for the hinge loss.',
      '间隔',
      '正确的一类要比其他类高出多少分；合页损失取 1。',
    ],
    [
      'hinge loss',
      'The sum of what is missing to the margin, `max(0, s_j - s_y + 1)` for each wrong class. Bent like a hinge at 0.',
      '合页损失',
      '离间隔还差多少，加起来：每个错误的类是 `max(0, s_j - s_y + 1)`。在 0 处像合页一样弯折。',
    ],
    [
      'regularisation',
      'A second term of the loss that keeps the weights small.',
      '正则化',
      '损失的第二项，让权重保持较小。',
    ],
  ],
  softmax: [
    [
      'softmax',
      'Turns scores into probabilities: exp of each, divided by the sum of them all.',
      'softmax',
      '把得分变成概率：各取 exp，再除以总和。',
    ],
    [
      'cross-entropy',
      'The loss `-log(p)` of the probability p given to the right class. Behind a softmax, the gradient of the scores is `p - y`.',
      '交叉熵',
      '损失 `-log(p)`，p 是给正确一类的概率。接在 softmax 之后，得分的梯度是 `p - y`。',
    ],
    [
      'one-hot',
      'A label as a vector: 1 at the right class, 0 elsewhere.',
      'one-hot',
      '把标签写成向量：正确的一类是 1，其余是 0。',
    ],
  ],
};
