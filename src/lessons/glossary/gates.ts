import type { Terms } from './row.js';

export const gates: Terms = {
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
      '把计算画成门和连线：数从左边进，结果从右边出。也叫计算线路。',
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
};
