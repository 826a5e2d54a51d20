import type { Terms } from './row.js';

export const branches: Terms = {
  forks: [
    [
      'fork',
      'A value that is read in several places. Its gradient is the sum of what comes back from each of them.',
      '分叉',
      '一个值被用在几个地方。它的梯度，是各处传回来的数之和。',
    ],
    ['branch', 'One of the ways that begin at a fork.', '分支', '从分叉出去的一条路。'],
    [
      'overwrite',
      'The mistake of writing `=` where `+=` is needed: of all the branches only the last one counts.',
      '覆盖',
      '该写 `+=` 的地方写成了 `=`：各个分支里只算进了最后一份。',
    ],
  ],
  'staged-practice': [
    [
      'cache',
      'A forward value that is kept because the backward pass needs it again.',
      '缓存',
      '前向传播时存下来的值，反向传播还要用。',
    ],
    [
      'activation function',
      'The bend at the end of a neuron: sigmoid, tanh or relu. Without it, many layers could do no more than one.',
      '激活函数',
      '神经元最后的那一弯：sigmoid、tanh 或 relu。没有它，再多层也只抵一层。',
    ],
  ],
  'forward-cache': [
    [
      'recompute',
      'To work a forward value out again instead of keeping it: it costs time and saves memory.',
      '重算',
      '不存前向的值，要用时再算一遍：花时间，省内存。',
    ],
  ],
  patterns: [
    [
      'distribute, route, swap',
      'What three gates do with a gradient: add hands it to every input, max sends it all to the larger one, multiply gives each input the gradient times the other input.',
      '分发、选路、交换',
      '三种门怎样对待梯度：加法发给每个输入，取最大值全部送给较大的那个，乘法给每个输入的是梯度乘以另一个输入。',
    ],
    [
      'learning rate',
      'By how much of the gradient the weights are moved in one step.',
      '学习率',
      '每一步把权重移动梯度的多少倍。',
    ],
  ],
  activations: [
    [
      'tanh',
      'A gate that squeezes every number into the range from -1 to 1. With its output t, its local gradient is `1 - t ** 2`.',
      'tanh',
      '把任何数压到 -1 与 1 之间的门。输出记作 t，局部梯度就是 `1 - t ** 2`。',
    ],
    [
      'relu',
      '`max(0, x)`: lets positive numbers and their gradients pass, and stops the others.',
      'relu',
      '`max(0, x)`：正数和它的梯度原样通过，其余的都挡住。',
    ],
    [
      'leaky relu',
      'A relu with a small slope, such as 0.1, for negative inputs, so that some gradient always passes.',
      'leaky relu',
      '输入为负时仍有一点斜率（例如 0.1）的 relu，总有一点梯度能通过。',
    ],
    [
      'saturation',
      'Far from 0, sigmoid and tanh are nearly flat: the local gradient is close to 0, and little is learned in front of it.',
      '饱和',
      '离 0 很远时，sigmoid 和 tanh 几乎是平的：局部梯度接近 0，前面的部分就学不动。',
    ],
    [
      'dead relu',
      'A neuron whose sum is negative for every sample: no gradient reaches its weights, so it stays so.',
      '死亡的 relu',
      '对每个样本，总和都是负的神经元：权重得不到梯度，于是一直如此。',
    ],
    [
      'gradient descent',
      'To move every weight a little against its gradient, again and again, so that the loss falls.',
      '梯度下降',
      '把每个权重逆着梯度移动一点，反复进行，损失就下降。',
    ],
  ],
};
