import type { Sentence } from './facts.js';

/** Mistakes at gates that work on whole vectors and matrices, and at losses. `other` is the formula that gives the number. */
export const tensorsEn = {
  'matmul-no-transpose': (f) =>
    `That is \`${f.other}\`. Each entry of \`${f.x}\` meets one row and one column: write out one entry of \`${f.asked}\`. Which factor stands there transposed?`,
  'matmul-order': (f) =>
    `That is \`${f.other}\`: the right factors, the other way round. On which side of \`${f.y}\` did \`${f.x}\` stand in the product?`,
  'matmul-transposed': (f) =>
    `That is \`${f.asked}\` with rows and columns exchanged. \`${f.asked}\` is laid out as \`${f.x}\` is. Which entry belongs in row 0, column 1?`,
  'matmul-entrywise': (f) =>
    `That is \`${f.other}\`, entry by entry. An entry of \`${f.x}\` reaches a whole row or column of \`${f.o}\`. What are the shares summed over?`,
  'matmul-own': (f) =>
    `That is \`${f.other}\`, with \`${f.x}\`'s own values. In a product, what does the gradient of one factor contain of the other?`,
  'dot-own': (f) =>
    `That is \`${f.x}\`'s own entries times the upstream gradient. What is each entry of \`${f.x}\` multiplied by in \`${f.o}\`?`,
  'dot-no-upstream': (f) =>
    `Those are the local gradients, the entries of \`${f.y}\`. \`${f.g}\` arrives from upstream. What becomes of each entry?`,
  'sum-averaged': (f) =>
    `That is the gradient shared out among the entries. Raise one entry of \`${f.x}\` by 1: how far does the sum move?`,
  'sum-ones': (f) =>
    `Those are the local gradients, 1 for every entry. \`${f.g}\` arrives from upstream. What does each entry get?`,
  'sum-own': (f) => `That is \`${f.x}\` itself times the gradient. Does it matter to a sum how large an entry is?`,
  'mean-passed': (f) =>
    `That is the upstream gradient, the same for every entry. Raise one of \`${f.otherValue}\` entries by 1: how far does the mean move?`,
  'mean-multiplied': () =>
    `That is the upstream gradient times the number of entries. If there are more entries, does one of them move the mean more or less?`,
  'broadcast-averaged': (f) =>
    `That is the mean over the places where \`${f.x}\` was used. It was used at each of them in full. How do the shares combine?`,
  'broadcast-axis': (f) =>
    `That is summed along the other axis. Along which axis was \`${f.x}\` repeated on the way forward?`,
  'broadcast-first': (f) =>
    `That is what comes back from the first place where \`${f.x}\` was used. It was repeated at others. What comes back from all of them?`,
  'index-overwritten': (f) =>
    `That keeps the last share of each entry. An entry of \`${f.x}\` that was picked more than once gets something back each time. How do those combine?`,
  'softmax-diagonal': () =>
    `That is \`s(1-s)\` entry by entry. Raising one score lowers the probabilities of the others too. What comes back through those?`,
  'softmax-weighted': (f) =>
    `That is \`${f.o}\` times what arrives. If all scores rise by the same, nothing changes: what must the entries of \`${f.asked}\` add up to?`,
  'cross-entropy-no-target': () =>
    `Those are the probabilities, before the label is subtracted. If the right class scores higher, does the loss rise or fall?`,
  'cross-entropy-all-targets': () => `There 1 is subtracted from every probability. Which entry is the label's?`,
  'cross-entropy-not-averaged': (f) =>
    `That fits every row alone. \`${f.f}\` is a mean over \`${f.otherValue}\` rows. How much does each row weigh in it?`,
  'hinge-right-one': () =>
    `The right class has -1 there, whatever the count. Raise its score by 1: by how much does every class within the margin shrink the loss?`,
  'hinge-right-counted': () =>
    `The right class counts itself among the classes within the margin. Is it in the sum of the loss?`,
  'hinge-right-missing': () =>
    `The right class has 0 there. Its score stands in every term of the sum. With which sign?`,
  'hinge-margins': () =>
    `Those are the margins themselves. Once a class is within the margin, how fast does its term grow with its score?`,
  'mse-no-two': () => `That is half of it. What does the square put in front when it is differentiated?`,
  'mse-no-mean': (f) =>
    `That is summed, not averaged. \`${f.f}\` is a mean over \`${f.otherValue}\` entries. How much does one weigh?`,
  'mse-difference': (f) =>
    `That is the difference alone. What do the square and the mean over \`${f.otherValue}\` entries do to it?`,
  'variance-no-two': () => `That is half of it. What does the square put in front when it is differentiated?`,
  'variance-unbiased': (f) =>
    `That divides by one less than the number of entries. Which count does \`${f.o}\` divide by?`,
  'norm-direct': (f) =>
    `That is the direct path alone. \`${f.x}\` also moves the mean and the variance. What comes back through those?`,
  'norm-no-variance': () =>
    `That has the path through the mean, not the one through the variance. What comes back through the variance?`,
  'gamma-raw': (f) => `That is summed with the raw input. What does \`${f.x}\` multiply in the forward pass?`,
  'conv-unflipped': () =>
    `That slides the kernel as it did forward. An input early in the signal met the last entry of the kernel first. Which way round does the kernel go back?`,
  'conv-kernel-flipped': (f) =>
    `Those are the right numbers in reverse order. Entry 0 of \`${f.x}\` met the first entry of every window. Which entry of \`${f.asked}\` gathers those products?`,
  'conv-overwritten': (f) =>
    `That keeps the last share of each entry. The window slides, and an entry of \`${f.x}\` is used at more than one of its places. How do the shares combine?`,
  'conv-no-upstream': (f) =>
    `That would come back if every entry of \`${f.up}\` were 1. What does each place of the window bring from upstream?`,
  'conv-not-cropped': (f) =>
    `That is the gradient of the padded input, read from its edge on. How many entries of padding stand before entry 0 of \`${f.x}\`?`,
  'conv-padding-missed': (f) =>
    `That reads \`${f.y}\` without its padding, so every window is shifted. Which entry of \`${f.y}\` did the first window begin at?`,
  'conv-averaged': (f) =>
    `That is the mean over the places of the window. \`${f.x}\` was used at each of them in full. How do the shares combine?`,
  'pool-all': (f) =>
    `That gives every entry what arrives. Only one of those that were compared became the output: raise another one a little, and how far does \`${f.o}\` move?`,
  'pool-shared': (f) =>
    `That shares out what arrives among all that were compared. Raise one that is not the largest a little: how far does \`${f.o}\` move?`,
  'pool-first': () =>
    `That gives it to the first entry of each group. Which entry of the group went through to the output?`,
  'pool-ones': (f) =>
    `Those are the local gradients: 1 where the value went through. What arrives from upstream in \`${f.up}\`?`,
  'pool-own': (f) =>
    `That is multiplied by \`${f.x}\`'s own values. What is kept goes through as it is. Raise it by 1: how far does \`${f.o}\` move?`,
  'updated-weights': (f) =>
    `That uses \`${f.other}\` after its update, a step of ${f.otherValue} against \`d${f.other}\`. All gradients of one pass belong to the same weights. Which \`${f.other}\` was there on the way forward?`,
  'transpose-plain': (f) =>
    `That is laid out as \`${f.o}\`. \`${f.asked}\` is laid out as \`${f.x}\`. What has to be turned?`,
  'branch-sign': (f) =>
    `In that sum the share through \`${f.through}\` has the wrong sign. If \`${f.x}\` rises, does \`${f.f}\` rise or fall along that way?`,
  'slip-transposed': () =>
    `That has the right numbers with rows and columns exchanged. Which one belongs in row 0, column 1?`,
} satisfies Record<string, Sentence>;

export type TensorMistakeId = keyof typeof tensorsEn;

export const tensorsZh: Readonly<Record<TensorMistakeId, Sentence>> = {
  'matmul-no-transpose': (f) =>
    `这是 \`${f.other}\`。\`${f.x}\` 的每个元素都对应一行和一列：写出 \`${f.asked}\` 的一个元素看看，哪个因子要转置？`,
  'matmul-order': (f) => `这是 \`${f.other}\`：因子对，次序反了。乘积里 \`${f.x}\` 站在 \`${f.y}\` 的哪一边？`,
  'matmul-transposed': (f) =>
    `这是行列互换了的 \`${f.asked}\`。\`${f.asked}\` 的排列和 \`${f.x}\` 一样。第 0 行第 1 列该放哪个数？`,
  'matmul-entrywise': (f) =>
    `这是 \`${f.other}\`，逐个元素相乘。\`${f.x}\` 的一个元素会影响 \`${f.o}\` 的一整行或一整列。各份该沿什么求和？`,
  'matmul-own': (f) => `这是 \`${f.other}\`，用的是 \`${f.x}\` 自己的值。乘积对一个因子的梯度里，出现的是哪个因子？`,
  'dot-own': (f) => `这是 \`${f.x}\` 自己的元素乘以上游梯度。在 \`${f.o}\` 里，\`${f.x}\` 的每个元素乘的是什么？`,
  'dot-no-upstream': (f) => `这些是局部梯度，即 \`${f.y}\` 的元素。上游传来的是 \`${f.g}\`。每个元素会变成多少？`,
  'sum-averaged': (f) => `这是把梯度平分给了各个元素。把 \`${f.x}\` 的一个元素增加 1，和变化多少？`,
  'sum-ones': (f) => `这些是局部梯度，每个元素都是 1。上游传来的是 \`${f.g}\`。每个元素得到多少？`,
  'sum-own': (f) => `这是 \`${f.x}\` 自己乘以梯度。对求和来说，元素有多大有关系吗？`,
  'mean-passed': (f) => `这是上游梯度，每个元素都一样。把 \`${f.otherValue}\` 个元素中的一个增加 1，平均值变化多少？`,
  'mean-multiplied': () => '这是上游梯度乘以元素个数。元素越多，其中一个对平均值的影响是更大还是更小？',
  'broadcast-averaged': (f) => `这是 \`${f.x}\` 各处用到的平均。它在每一处都完整地用了一次。各份该怎么合起来？`,
  'broadcast-axis': (f) => `这是沿另一条轴求的和。前向时 \`${f.x}\` 是沿哪条轴重复的？`,
  'broadcast-first': (f) => `这是 \`${f.x}\` 第一次用到之处传回的。它在别处也重复用了。各处一共传回多少？`,
  'index-overwritten': (f) =>
    `这里每个元素只留下了最后一份。\`${f.x}\` 中被取了不止一次的元素，每次都会传回一份。各份该怎么合起来？`,
  'softmax-diagonal': () => '这是逐个元素的 `s(1-s)`。一个得分升高，其他类的概率也会下降。经它们传回的是多少？',
  'softmax-weighted': (f) =>
    `这是 \`${f.o}\` 乘以传来的梯度。所有得分一起升高时什么都不变：\`${f.asked}\` 的各项之和应当是多少？`,
  'cross-entropy-no-target': () => '这些是概率，还没有减去标签。正确类的得分升高，损失是升还是降？',
  'cross-entropy-all-targets': () => '这里每个概率都减了 1。标签对应的是哪一项？',
  'cross-entropy-not-averaged': (f) =>
    `单看每一行是对的。\`${f.f}\` 是 \`${f.otherValue}\` 行的平均。每一行在其中占多大的分量？`,
  'hinge-right-one': () => '这里正确类一律是 -1。它的得分增加 1，每个侵入间隔的类会让损失减少多少？',
  'hinge-right-counted': () => '这里正确类把自己也算进了侵入间隔的类。损失的求和里有它自己吗？',
  'hinge-right-missing': () => '这里正确类是 0。它的得分出现在求和的每一项里。符号是什么？',
  'hinge-margins': () => '这些是间隔本身的值。一个类侵入间隔以后，它那一项随得分增长得多快？',
  'mse-no-two': () => '这只有一半。对平方求导，前面会多出什么？',
  'mse-no-mean': (f) => `这是求和，不是平均。\`${f.f}\` 是 \`${f.otherValue}\` 个元素的平均。一个元素占多大的分量？`,
  'mse-difference': (f) => `这只是差。平方以及对 \`${f.otherValue}\` 个元素求平均，会给它乘上什么？`,
  'variance-no-two': () => '这只有一半。对平方求导，前面会多出什么？',
  'variance-unbiased': (f) => `这里除的是元素个数减 1。\`${f.o}\` 除的是哪个数？`,
  'norm-direct': (f) => `这只是直接的那条路。\`${f.x}\` 还会带动均值和方差。经它们传回的是多少？`,
  'norm-no-variance': () => '这里有经均值的那条路，没有经方差的那条。经方差传回的是多少？',
  'gamma-raw': (f) => `这是和原始输入相乘再求和。前向时 \`${f.x}\` 乘的是什么？`,
  'conv-unflipped': () =>
    '这里卷积核还是按前向时的方向滑动。靠前的输入最先遇到的是核的最后一项。往回传时，核该朝哪个方向？',
  'conv-kernel-flipped': (f) =>
    `数都对，次序倒了。每个窗口的第一个元素遇到的是 \`${f.x}\` 的第 0 项。这些乘积该汇总到 \`${f.asked}\` 的哪一项？`,
  'conv-overwritten': (f) =>
    `这里每个元素只留下了最后一份。窗口在滑动，\`${f.x}\` 的一个元素会在不止一处用到。各份该怎么合起来？`,
  'conv-no-upstream': (f) => `这是 \`${f.up}\` 全是 1 时才会传回的。窗口的每个位置从上游带回多少？`,
  'conv-not-cropped': (f) => `这是填充后的输入的梯度，从边上读起的。\`${f.x}\` 的第 0 项前面有几个填充的元素？`,
  'conv-padding-missed': (f) =>
    `这里读 \`${f.y}\` 时没有算上填充，每个窗口都错了位。第一个窗口是从 \`${f.y}\` 的哪里开始的？`,
  'conv-averaged': (f) => `这是窗口各处的平均。\`${f.x}\` 在每一处都完整地用了一次。各份该怎么合起来？`,
  'pool-all': (f) =>
    `这是把传来的梯度给了每一个元素。参加比较的元素中只有一个成了输出：把别的元素增大一点，\`${f.o}\` 变化多少？`,
  'pool-shared': (f) => `这是把传来的梯度平分给了参加比较的元素。把不是最大的那个增大一点，\`${f.o}\` 变化多少？`,
  'pool-first': () => '这是都给了每组的第一个元素。通到输出的是组里的哪一个？',
  'pool-ones': (f) => `这些是局部梯度：通过的地方为 1。从上游传来的 \`${f.up}\` 是多少？`,
  'pool-own': (f) => `这是又乘上了 \`${f.x}\` 自己的值。选中的值原样通过。它增加 1，\`${f.o}\` 变化多少？`,
  'updated-weights': (f) =>
    `这里用的是更新过的 \`${f.other}\`（沿 \`d${f.other}\` 的反方向走了一步，学习率 ${f.otherValue}）。一次反向传播里的梯度都对应同一组权重。前向时用的 \`${f.other}\` 是哪一个？`,
  'transpose-plain': (f) => `这是按 \`${f.o}\` 的样子排的。\`${f.asked}\` 的排列和 \`${f.x}\` 一样。要转动什么？`,
  'branch-sign': (f) =>
    `这个和里，经 \`${f.through}\` 的那一份符号反了。沿这条路，\`${f.x}\` 增大，\`${f.f}\` 增大还是减小？`,
  'slip-transposed': () => '数都对，只是行列互换了。第 0 行第 1 列该放哪个数？',
};
