import type { Sentence } from './facts.js';

/** Mistakes along the chain, at forks, in the forward pass, and slips: whole sentences. */
export const chainEn = {
  'no-upstream': (f) =>
    `\`${f.n}\` is the local gradient: per unit of \`${f.x}\`, \`${f.o}\` moves \`${f.p}\`. Per unit of \`${f.o}\`, \`${f.f}\` moves \`${f.g}\`. So per unit of \`${f.x}\`, \`${f.f}\` moves?`,
  'no-local': (f) =>
    `\`${f.n}\` is the gradient that arrives at this gate's output, unchanged. On the way to \`${f.x}\` it passes the gate that makes \`${f.o}\`. What does that gate multiply it by?`,
  'local-one': (f) =>
    `\`${f.n}\` would be right for a gate that passes every change on as it is, such as an addition. Here: per unit of \`${f.x}\`, how far does \`${f.o}\` move?`,
  added: (f) =>
    `\`${f.n}\` is \`${f.p}\` plus \`${f.g}\`. A change in \`${f.x}\` is scaled by \`${f.p}\`, then by \`${f.g}\`. How do two scalings combine?`,
  'own-value': (f) =>
    `\`${f.n}\` is the value of \`${f.x}\`, from the forward pass. What is asked is a rate: if \`${f.x}\` moves by 1, how far does \`${f.f}\` move?`,
  'output-value': (f) =>
    `\`${f.n}\` is the value of \`${f.o}\`, from the forward pass. What is asked is a rate: if \`${f.x}\` moves a little, how strongly does \`${f.f}\` react?`,
  'own-times-upstream': (f) =>
    `\`${f.n}\` is \`${f.x}\`'s own value times \`${f.g}\`, the upstream gradient. The second factor fits. What is the local gradient of \`${f.o}\` with respect to \`${f.x}\`?`,
  'output-times-upstream': (f) =>
    `\`${f.n}\` is the gate's output times \`${f.g}\`, the upstream gradient. The second factor fits. What is the local gradient of \`${f.o}\` with respect to \`${f.x}\`?`,
  sign: (f) =>
    `\`${f.n}\` has the right size and the other sign. If \`${f.x}\` rises a little, does \`${f.f}\` rise or fall?`,
  seed: (f) =>
    f.x === f.f
      ? `\`${f.n}\` is the value of \`${f.f}\`. The pass starts with how strongly \`${f.f}\` reacts to itself: if it moves by 1, how far does it move?`
      : `\`${f.n}\` is \`${f.fv}\` times what fits: the pass was started from the value of \`${f.f}\`. How strongly does \`${f.f}\` react to itself?`,
  'skipped-gate': (f) =>
    `\`${f.n}\` is the local gradient \`${f.p}\` times \`${f.further}\`, which arrives at \`${f.next}\`. Between lies the gate that makes \`${f.next}\`. What arrives at \`${f.o}\`?`,
  'next-local': (f) =>
    `\`${f.n}\` is \`${f.p}\` times the next gate's local gradient \`${f.otherValue}\`. Further gates follow. What is the whole gradient that arrives at \`${f.o}\`?`,
  'local-twice': (f) =>
    `\`${f.n}\` has the local gradient \`${f.p}\` in it twice. How often does the change pass through this gate?`,
  divided: (f) =>
    `\`${f.n}\` is a quotient of \`${f.g}\` and \`${f.p}\`. A change in \`${f.x}\` is scaled by the one, then by the other. How do two scalings combine?`,
  sibling: (f) => `\`${f.n}\` is what \`${f.y}\` gets. Both enter the same gate. What is the rule for \`${f.x}\`?`,
  'stale-upstream': (f) =>
    `\`${f.n}\` is right for one branch only: \`${f.o}\` goes on to more than one place. What is the whole gradient of \`${f.o}\`, all branches added?`,
  'wrong-point': (f) =>
    `\`${f.n}\` is the right rule at the wrong place: it was worked out at \`${f.otherValue}\`, the value of \`${f.other}\`. Which number entered this gate?`,
  'nudged-value': (f) =>
    `\`${f.n}\` is where \`${f.f}\` ends up after a nudge of 0.001. The gradient is how far it moved, per unit of the nudge. How much is that?`,
  movement: (f) =>
    `\`${f.n}\` is how far \`${f.f}\` moves for a nudge of 0.001. The gradient is that movement per unit of \`${f.x}\`. What is still to be divided by what?`,
  'with-upstream': (f) =>
    `\`${f.n}\` has the upstream gradient in it already. Here only the gate itself is asked about: per unit of \`${f.x}\`, how far does \`${f.o}\` move?`,
  'whole-gradient': (f) =>
    `\`${f.n}\` is \`d${f.x}\`, the gradient of the whole circuit. Here only this line is asked about: per unit of \`${f.x}\`, how far does \`${f.o}\` move?`,
  'upstream-only': (f) =>
    `\`${f.n}\` is what arrives from upstream at \`${f.o}\`. The local gradient does not depend on it. Per unit of \`${f.x}\`, how far does \`${f.o}\` move?`,

  overwrote: (f) =>
    `\`${f.n}\` is the share through \`${f.through}\`. Which other gate does \`${f.x}\` feed, and what comes back from there?`,
  'missed-branch': (f) =>
    `\`${f.n}\` is the sum of some branches of \`${f.x}\`; the share through \`${f.missing}\` is not in it. What comes back from there?`,
  'branches-multiplied': (f) =>
    `\`${f.n}\` is the branches' shares multiplied. A nudge of \`${f.x}\` moves \`${f.f}\` through every branch at once. How do the movements combine?`,
  'branches-averaged': (f) =>
    `\`${f.n}\` is the mean of the branches' shares. A nudge of \`${f.x}\` moves \`${f.f}\` through every branch in full. How do the movements combine?`,
  'squared-once': (f) =>
    `\`${f.n}\` counts \`${f.x}\` once. It enters \`${f.o}\` twice, and moves it through both. What do the two shares add up to?`,

  'value-added': (f) =>
    `\`${f.n}\` is what an addition would give. Which operation does the gate in \`${f.other}\` perform?`,
  'value-subtracted': (f) =>
    `\`${f.n}\` is what a subtraction would give. Which operation does the gate in \`${f.other}\` perform?`,
  'value-multiplied': (f) =>
    `\`${f.n}\` is what a multiplication would give. Which operation does the gate in \`${f.other}\` perform?`,
  'value-no-factor': (f) => `\`${f.n}\` leaves out the factor \`${f.y}\`. What does \`${f.other}\` come to with it?`,
  'value-reversed': (f) => `\`${f.n}\` has the two inputs of \`${f.other}\` the other way round. Which comes first?`,
  'value-operand': (f) => `\`${f.n}\` is the value of \`${f.y}\`, which goes into this gate. What comes out?`,
  'value-inner': (f) => `\`${f.n}\` is \`${f.other}\`, on the way to \`${f.o}\`. What is still to be done with it?`,
  'value-sign': (f) =>
    `\`${f.n}\` has the right size and the other sign. Which signs go into \`${f.other}\`, and what sign comes of them?`,
  'value-gradient': (f) =>
    `\`${f.n}\` is a gradient, from the backward pass. Here the forward value is asked: what does \`${f.other}\` come to?`,
  'value-no-minus': (f) => `\`${f.n}\` is \`${f.other}\` without its minus sign. What does the gate do to \`${f.yv}\`?`,
  'value-times-exponent': (f) =>
    `\`${f.n}\` is the base times the exponent. How many factors does \`${f.other}\` have?`,
  'value-e-times': (f) => `\`${f.n}\` is e times the input. In \`${f.other}\` the input is the exponent. What is that?`,
  'value-exponent-sign': (f) => `\`${f.n}\` has the other sign in the exponent. What stands there in \`${f.other}\`?`,
  'value-log-ten': (f) =>
    `\`${f.n}\` is the logarithm to base 10. Here \`log\` is the natural one, to base e. What is \`${f.other}\`?`,
  'value-halved': (f) => `\`${f.n}\` is half of \`${f.yv}\`. Which number times itself gives \`${f.yv}\`?`,
  'value-wrong-squash': (f) =>
    `\`${f.n}\` is what the other squashing function gives. Which one stands in \`${f.other}\`?`,
  'value-other-one': (f) =>
    `\`${f.n}\` is the input that is not picked. Which of the two does \`${f.other}\` let through?`,
  'value-sign-kept': (f) => `\`${f.n}\` is the input as it came. What does \`${f.other}\` do to a negative number?`,

  'slip-double': (f) => `\`${f.n}\` is twice what fits. Is a factor 2 in it that does not belong?`,
  'slip-half': (f) => `\`${f.n}\` is half of what fits. Is a factor 2 missing, or a half in it that does not belong?`,
  'slip-ten': (f) => `\`${f.n}\` has the right digits. Where does the decimal point belong?`,
  'slip-digits': (f) => `\`${f.n}\` looks as if two digits had changed places. Does it read as you meant?`,
} satisfies Record<string, Sentence>;

/** Stable ids of the mistakes that any gate can see. */
export type ChainMistakeId = keyof typeof chainEn;

export const chainZh: Readonly<Record<ChainMistakeId, Sentence>> = {
  'no-upstream': (f) =>
    `\`${f.n}\` 是局部梯度：\`${f.x}\` 每增加 1，\`${f.o}\` 变化 \`${f.p}\`。而 \`${f.o}\` 每增加 1，\`${f.f}\` 变化 \`${f.g}\`。那么 \`${f.x}\` 增加 1，\`${f.f}\` 变化多少？`,
  'no-local': (f) =>
    `\`${f.n}\` 是到达这个门输出端的梯度，没有变过。它传到 \`${f.x}\` 要经过算出 \`${f.o}\` 的门，这个门要给它乘上什么？`,
  'local-one': (f) =>
    `\`${f.n}\` 是原样传递变化的门才有的，例如加法。在这里，\`${f.x}\` 每增加 1，\`${f.o}\` 变化多少？`,
  added: (f) =>
    `\`${f.n}\` 等于 \`${f.p}\` 加 \`${f.g}\`。\`${f.x}\` 的变化先按 \`${f.p}\` 缩放，再按 \`${f.g}\` 缩放。两个倍率该怎么合起来？`,
  'own-value': (f) =>
    `\`${f.n}\` 是前向传播时 \`${f.x}\` 的值。这里问的是变化率：\`${f.x}\` 增加 1，\`${f.f}\` 变化多少？`,
  'output-value': (f) =>
    `\`${f.n}\` 是前向传播时 \`${f.o}\` 的值。这里问的是变化率：\`${f.x}\` 动一点，\`${f.f}\` 的反应有多强？`,
  'own-times-upstream': (f) =>
    `\`${f.n}\` 是 \`${f.x}\` 本身的值乘以上游梯度 \`${f.g}\`。第二个因子没问题。\`${f.o}\` 对 \`${f.x}\` 的局部梯度是什么？`,
  'output-times-upstream': (f) =>
    `\`${f.n}\` 是这个门的输出乘以上游梯度 \`${f.g}\`。第二个因子没问题。\`${f.o}\` 对 \`${f.x}\` 的局部梯度是什么？`,
  sign: (f) => `\`${f.n}\` 大小对，符号相反。\`${f.x}\` 增大一点，\`${f.f}\` 增大还是减小？`,
  seed: (f) =>
    f.x === f.f
      ? `\`${f.n}\` 是 \`${f.f}\` 的值。反向传播的起点是 \`${f.f}\` 对它自己的变化率：它增加 1，它自己变化多少？`
      : `\`${f.n}\` 多乘了 \`${f.fv}\`：反向传播是从 \`${f.f}\` 的值开始的。\`${f.f}\` 对它自己的变化率是多少？`,
  'skipped-gate': (f) =>
    `\`${f.n}\` 是局部梯度 \`${f.p}\` 乘以到达 \`${f.next}\` 的 \`${f.further}\`。中间还有算出 \`${f.next}\` 的那个门。到达 \`${f.o}\` 的梯度是多少？`,
  'next-local': (f) =>
    `\`${f.n}\` 是 \`${f.p}\` 乘以下一个门的局部梯度 \`${f.otherValue}\`。后面还有别的门。到达 \`${f.o}\` 的完整梯度是多少？`,
  'local-twice': (f) => `\`${f.n}\` 里局部梯度 \`${f.p}\` 乘了两次。变化经过这个门几次？`,
  divided: (f) =>
    `\`${f.n}\` 是 \`${f.g}\` 和 \`${f.p}\` 的商。\`${f.x}\` 的变化先按一个倍率缩放，再按另一个缩放。两个倍率该怎么合起来？`,
  sibling: (f) => `\`${f.n}\` 是 \`${f.y}\` 得到的梯度。它们进了同一个门。对 \`${f.x}\` 的规则是什么？`,
  'stale-upstream': (f) =>
    `\`${f.n}\` 只算了一条分支：\`${f.o}\` 不止通向一处。把各分支加起来，\`${f.o}\` 的完整梯度是多少？`,
  'wrong-point': (f) =>
    `\`${f.n}\` 用对了规则，代错了数：代入的是 \`${f.other}\` 的值 \`${f.otherValue}\`。进入这个门的是哪个数？`,
  'nudged-value': (f) => `\`${f.n}\` 是微扰 0.001 之后 \`${f.f}\` 到达的值。梯度是每单位微扰带来的变化量。那是多少？`,
  movement: (f) =>
    `\`${f.n}\` 是微扰 0.001 时 \`${f.f}\` 的变化量。梯度是 \`${f.x}\` 每增加 1 的变化量。还要除以什么？`,
  'with-upstream': (f) =>
    `\`${f.n}\` 已经乘上了上游梯度。这里只问这个门本身：\`${f.x}\` 每增加 1，\`${f.o}\` 变化多少？`,
  'whole-gradient': (f) =>
    `\`${f.n}\` 是 \`d${f.x}\`，即整个计算图的梯度。这里只问这一行：\`${f.x}\` 每增加 1，\`${f.o}\` 变化多少？`,
  'upstream-only': (f) =>
    `\`${f.n}\` 是传到 \`${f.o}\` 的上游梯度。局部梯度和它无关。\`${f.x}\` 每增加 1，\`${f.o}\` 变化多少？`,

  overwrote: (f) => `\`${f.n}\` 是经 \`${f.through}\` 这条分支传回的那一份。\`${f.x}\` 还进了哪个门？那边传回多少？`,
  'missed-branch': (f) =>
    `\`${f.n}\` 是 \`${f.x}\` 的几条分支之和，但没有算经 \`${f.missing}\` 的那一份。那边传回多少？`,
  'branches-multiplied': (f) =>
    `\`${f.n}\` 是各分支相乘的结果。\`${f.x}\` 动一点，会同时经每条分支带动 \`${f.f}\`。这些变化该怎么合起来？`,
  'branches-averaged': (f) =>
    `\`${f.n}\` 是各分支的平均。\`${f.x}\` 动一点，会经每条分支完整地带动 \`${f.f}\`。这些变化该怎么合起来？`,
  'squared-once': (f) =>
    `\`${f.n}\` 只算了一次 \`${f.x}\`。它两次进入 \`${f.o}\`，两边都会带动输出。两份加起来是多少？`,

  'value-added': (f) => `\`${f.n}\` 是相加的结果。\`${f.other}\` 里的门做的是什么运算？`,
  'value-subtracted': (f) => `\`${f.n}\` 是相减的结果。\`${f.other}\` 里的门做的是什么运算？`,
  'value-multiplied': (f) => `\`${f.n}\` 是相乘的结果。\`${f.other}\` 里的门做的是什么运算？`,
  'value-no-factor': (f) => `\`${f.n}\` 漏乘了 \`${f.y}\`。乘上它，\`${f.other}\` 等于多少？`,
  'value-reversed': (f) => `\`${f.n}\` 把 \`${f.other}\` 的两个输入颠倒了。哪一个在前？`,
  'value-operand': (f) => `\`${f.n}\` 是进入这个门的 \`${f.y}\` 的值。出来的是多少？`,
  'value-inner': (f) => `\`${f.n}\` 是 \`${f.other}\`，还在通往 \`${f.o}\` 的路上。接下来还要做什么？`,
  'value-sign': (f) => `\`${f.n}\` 大小对，符号相反。进入 \`${f.other}\` 的各是什么符号？结果该是什么符号？`,
  'value-gradient': (f) => `\`${f.n}\` 是反向传播的梯度。这里问的是前向的值：\`${f.other}\` 等于多少？`,
  'value-no-minus': (f) => `\`${f.n}\` 是 \`${f.other}\` 去掉负号的结果。这个门对 \`${f.yv}\` 做了什么？`,
  'value-times-exponent': (f) => `\`${f.n}\` 是底数乘以指数。\`${f.other}\` 有几个因子相乘？`,
  'value-e-times': (f) => `\`${f.n}\` 是 e 乘以输入。而在 \`${f.other}\` 里输入是指数。那是多少？`,
  'value-exponent-sign': (f) => `\`${f.n}\` 的指数差一个负号。\`${f.other}\` 里的指数是什么？`,
  'value-log-ten': (f) =>
    `\`${f.n}\` 是以 10 为底的对数。这里的 \`log\` 是自然对数，以 e 为底。\`${f.other}\` 是多少？`,
  'value-halved': (f) => `\`${f.n}\` 是 \`${f.yv}\` 的一半。哪个数乘以自己等于 \`${f.yv}\`？`,
  'value-wrong-squash': (f) => `\`${f.n}\` 是另一个压缩函数的结果。\`${f.other}\` 里写的是哪一个？`,
  'value-other-one': (f) => `\`${f.n}\` 是没有被选中的输入。\`${f.other}\` 让哪一个通过？`,
  'value-sign-kept': (f) => `\`${f.n}\` 是原样的输入。\`${f.other}\` 对负数做什么？`,

  'slip-double': (f) => `\`${f.n}\` 是合适的数的两倍。是不是多了一个因子 2？`,
  'slip-half': (f) => `\`${f.n}\` 是合适的数的一半。是不是少了一个因子 2，或多了一个 1/2？`,
  'slip-ten': (f) => `\`${f.n}\` 的数字是对的。小数点该在哪里？`,
  'slip-digits': (f) => `\`${f.n}\` 像是有两位数字换了位置。这是你想写的数吗？`,
};
