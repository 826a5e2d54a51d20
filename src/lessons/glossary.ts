import type { Term } from './types.js';

type Row = readonly [en: string, enText: string, zh: string, zhText: string];

const rows: Readonly<Record<string, readonly Row[]>> = {
  sensitivity: [
    [
      'derivative',
      'How strongly f reacts to x: how far f moves, per unit, when x is moved by very little. The sign says which way.',
      '导数',
      'f 对 x 的反应有多强：x 变动一点点时，f 平均每单位变动多少。符号表示方向。',
    ],
    [
      'gradient',
      'The derivatives of one number f for all of its inputs together. The gradient of x is the part of it that belongs to x, written `dx` for `df/dx`.',
      '梯度',
      '一个数 f 对全部输入的导数，合在一起。x 的梯度是其中属于 x 的那一份，`df/dx` 简写成 `dx`。',
    ],
    [
      'circuit',
      'A calculation drawn as gates and wires: numbers go in on the left, the result comes out on the right. Elsewhere: computational graph.',
      '计算图',
      '把计算画成门和连线：数从左边进，结果从右边出。原文称“计算线路”。',
    ],
    [
      'gate',
      'One operation of a circuit, such as `+` or `*`: numbers come in, one result goes out.',
      '门',
      '计算图里的一次运算，例如 `+` 或 `*`：几个数进来，一个结果出去。',
    ],
    ['input', 'A number that is given to a circuit and not computed by it.', '输入', '给计算图的数，不由它算出。'],
  ],
  'three-gates': [
    [
      'local gradient',
      'How strongly the output of one gate reacts to one of its inputs. The gate knows it from its own numbers, whatever comes behind it.',
      '局部梯度',
      '一个门的输出对它的一个输入反应有多强。门凭自己的数就知道，与后面接着什么无关。',
    ],
    [
      'nudge',
      'To move an input by a little, run forward again and see how far f moves. The derivative, measured.',
      '拨一下',
      '把一个输入变动一点，再前向算一遍，看 f 变动多少。导数就是这样量出来的。',
    ],
    [
      'kink',
      'A place where a curve is bent, as `max(a, b)` is where a and b are equal. To the left and to the right the slopes differ, so there is no one derivative.',
      '折角',
      '曲线弯折的地方，例如 `max(a, b)` 在 a、b 相等处。左右两边斜率不同，没有唯一的导数。',
    ],
  ],
  'chain-rule': [
    [
      'chain rule',
      'Rates along a way multiply: if f moves 3 times as far as q, and q twice as far as x, then f moves 6 times as far as x.',
      '链式法则',
      '一条路上的变化率相乘：f 的变动是 q 的 3 倍，q 是 x 的 2 倍，那么 f 就是 x 的 6 倍。',
    ],
    [
      'forward pass',
      'To compute the value at every gate, from the inputs to the output.',
      '前向传播',
      '从输入到输出，逐个门算出值。',
    ],
    [
      'backward pass',
      'To compute every gradient, from the output back to the inputs. It begins with `df = 1`. Doing so is backpropagation.',
      '反向传播',
      '从输出往回到输入，逐个门算出梯度，起点是 `df = 1`。',
    ],
    [
      'loss',
      'One number that says how bad the results of a network are. Learning makes it small.',
      '损失',
      '用一个数说明网络的结果有多差。学习就是把它变小。',
    ],
    [
      'weight',
      'A number by which an input is multiplied, and which is learned. Its gradient is what the backward pass is run for.',
      '权重',
      '与输入相乘的数，靠学习得来。做反向传播，要的就是它的梯度。',
    ],
  ],
  'local-process': [
    [
      'upstream gradient',
      'What comes back to a gate along its output wire: the gradient of that output. The gate multiplies it by its local gradients and passes the products on.',
      '上游梯度',
      '沿输出线传回一个门的数，也就是输出的梯度。门把它与各个局部梯度相乘，再往回传。',
    ],
  ],
  'unary-gates': [
    [
      'constant',
      'A number that is part of the formula, as the 3 in `3 * x`. Nobody learns it, so it needs no gradient.',
      '常数',
      '式子自带的数，例如 `3 * x` 里的 3。它不参与学习，不需要梯度。',
    ],
    [
      'sigmoid',
      'The gate `1 / (1 + exp(-x))`, which squeezes every number into the range from 0 to 1. With its output s, its local gradient is `s * (1 - s)`.',
      'sigmoid',
      '`1 / (1 + exp(-x))` 这个门，把任何数压到 0 与 1 之间。输出记作 s，局部梯度就是 `s * (1 - s)`。',
    ],
  ],
  'sigmoid-neuron': [
    [
      'neuron',
      'Multiplies each input by a weight, adds the products and a bias, and bends the sum with an activation function.',
      '神经元',
      '把各个输入乘以权重，连同偏置加起来，再用激活函数弯一下。',
    ],
    [
      'bias',
      'The number that a neuron adds to its sum whatever the inputs are. It is learned, as the weights are.',
      '偏置',
      '不管输入是什么，神经元都要加上的那个数。它和权重一样靠学习得来。',
    ],
    [
      'dot product',
      'Two lists of the same length, multiplied number by number, and the products added up.',
      '点积',
      '两列同样长的数，对应相乘，再把积加起来。',
    ],
  ],
  'sigmoid-gate': [
    [
      'fuse, split',
      'To take several gates as one that has a formula of its own for the local gradient, and to take such a gate apart again. The numbers at its edges stay the same.',
      '合并、拆开',
      '把几个门当作一个门，它的局部梯度有自己的公式；或者反过来把它拆开。边上的数不变。',
    ],
  ],
  staged: [
    [
      'staged computation',
      'A long formula cut into lines with names, so that each line has a derivative that is easy to write down.',
      '分步计算',
      '把一个长式子拆成几行，各起一个名字，每一行的导数都容易写出来。',
    ],
  ],
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

/** Every term, in the order in which the course meets them. */
export const glossary: readonly Term[] = Object.entries(rows).flatMap(([lesson, terms]) =>
  terms.map(([en, enText, zh, zhText]) => ({
    lesson,
    en: { name: en, text: enText },
    zh: { name: zh, text: zhText },
  })),
);
