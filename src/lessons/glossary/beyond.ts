import type { Terms } from './row.js';

export const beyond: Terms = {
  feedforward: [
    [
      'feed-forward network',
      'Neurons in layers: each layer reads only what the layer before it puts out.',
      '前馈网络',
      '神经元排成层，每一层只读取前一层的输出。',
    ],
    ['hidden layer', 'A layer between the inputs and the output.', '隐藏层', '输入与输出之间的层。'],
    [
      'delta',
      'The gradient of a neuron’s sum, in front of its activation function. Some textbooks call it the local gradient; here that is another thing.',
      'δ（delta）',
      '神经元的总和（进入激活函数之前）的梯度。有的教材把它叫“局部梯度”，与这里的意思不同。',
    ],
  ],
  debugging: [
    [
      'gradient check',
      'To compare a gradient with the one measured by nudges. It finds mistakes, and misleads at kinks and for too small steps.',
      '梯度检验',
      '把算出的梯度与拨出来的相比。能发现错误；在折角附近，或者步长太小时，会误导人。',
    ],
    [
      'central difference',
      '`(f(x + h) - f(x - h)) / 2h`: a nudge to both sides, far more exact than one to a single side.',
      '中心差分',
      '`(f(x + h) - f(x - h)) / 2h`：往两边各拨一下，比只拨一边准得多。',
    ],
    [
      'relative error',
      'The difference of two numbers, divided by the size of the larger one.',
      '相对误差',
      '两个数之差，除以其中较大一个的大小。',
    ],
  ],
  'batch-norm': [
    [
      'batch normalisation',
      'To shift and scale a quantity so that over the batch its mean is 0 and its variance 1.',
      '批归一化',
      '把一个量平移、缩放，使它在一批样本上均值为 0、方差为 1。',
    ],
  ],
  recurrent: [
    [
      'recurrent network',
      'A network that uses the same weights at every time step and hands a state on to the next.',
      '循环网络',
      '每个时间步都用同一组权重，并把状态交给下一步的网络。',
    ],
    [
      'backpropagation through time',
      'The backward pass through all time steps. Weights that are shared get the sum of what each step gives.',
      '随时间反向传播',
      '穿过所有时间步的反向传播。共用的权重，梯度是各步之和。',
    ],
    [
      'vanishing and exploding gradients',
      'What becomes of a gradient that is multiplied at every step: it shrinks to nothing, or grows without bounds.',
      '梯度消失、梯度爆炸',
      '每一步都乘一次，梯度要么小到没有，要么大得失控。',
    ],
  ],
  convolution: [
    [
      'convolution',
      'The same few weights, the kernel, slide over the inputs and make a dot product at every place.',
      '卷积',
      '同一组权重（卷积核）沿着输入滑动，在每个位置上做一次点积。',
    ],
  ],
  attention: [
    [
      'attention',
      'Each query is compared with all keys; softmax makes weights of the scores, and the values are added up with them.',
      '注意力',
      '每个查询与所有的键相比，得分经 softmax 变成权重，再按权重把值加起来。',
    ],
    [
      'layer norm',
      'Normalisation along one sample, over its own numbers, and not over the batch.',
      '层归一化',
      '在一个样本自己的各个数上做归一化，不跨样本。',
    ],
  ],
};
