/** Lines of backward code. */
const en = {
  question: (p: { symbol: string; lines: string; known: string }) =>
    `Write the line of the backward pass that computes \`${p.symbol}\`. Forward: ${p.lines}${p.known}.`,
  known: (p: { list: string; many: boolean }) => `; ${p.list} ${p.many ? 'are' : 'is'} there already`,
  hints: {
    which: (p: { name: string; lines: string }) => `What comes back to \`${p.name}\` comes through ${p.lines}.`,
    shapes: (p: { shapes: string; symbol: string; shape: string }) =>
      `\`${p.shapes}\`, and \`${p.symbol}\` must be \`${p.shape}\`. Which order and which transposes fit?`,
    rule: () => 'For each way: the gradient of the line, times how strongly that line reacts to it. Ways add up.',
    blank: (p: { formula: string }) => `\`${p.formula}\``,
    answer: (p: { formula: string }) => `\`${p.formula}\``,
  },
  working: (p: { formula: string }) => `\`${p.formula}\` holds at any numbers.`,
  said: {
    numbers: (p: { symbol: string }) =>
      `These are numbers. A line of code computes \`${p.symbol}\` from what is there, whatever the numbers are. Which one?`,
    'wrong-shape': (p: { typed: string; got: string; symbol: string; expected: string; name: string }) =>
      `\`${p.typed}\` is \`${p.got}\`; \`${p.symbol}\` must be \`${p.expected}\`, like \`${p.name}\`. Which order, which transpose?`,
    'wrong-count': (p: { typed: string; got: string; symbol: string; expected: string; name: string }) =>
      `\`${p.typed}\` is \`${p.got}\`; \`${p.symbol}\` must be \`${p.expected}\`, like \`${p.name}\`. Which numbers of it belong to the same entry of \`${p.name}\`?`,
    'too-few': (p: { typed: string; got: string; symbol: string; expected: string; name: string }) =>
      `\`${p.typed}\` is \`${p.got}\`, fewer numbers than \`${p.name}\` has; \`${p.symbol}\` must be \`${p.expected}\`. What reaches each entry of \`${p.name}\`?`,
    'no-fit': (p: { typed: string; shapes: string }) =>
      `The shapes in \`${p.typed}\` do not fit together: ${p.shapes}. The inner sizes of \`@\` must agree. What has to be turned?`,
    value: (p: { typed: string; symbol: string; place: string; value: string; truth: string }) =>
      `\`${p.typed}\` has the right shape, but at \`${p.place}\` it gives \`${p.value}\` where a nudge says \`${p.truth}\`. What comes back through the line, and what is it multiplied by?`,
  },
};

export type LineWords = typeof en;

const zh: LineWords = {
  question: (p) => `写出反向传播中计算 \`${p.symbol}\` 的那一行。前向：${p.lines}${p.known}。`,
  known: (p) => `；${p.list} 已经有了`,
  hints: {
    which: (p) => `传回 \`${p.name}\` 的梯度，是经过 ${p.lines} 回来的。`,
    shapes: (p) => `\`${p.shapes}\`，而 \`${p.symbol}\` 必须是 \`${p.shape}\`。怎样的次序和转置才对得上？`,
    rule: () => '每条路：那一行的梯度，乘以那一行对它的反应强度。几条路相加。',
    blank: (p) => `\`${p.formula}\``,
    answer: (p) => `\`${p.formula}\``,
  },
  working: (p) => `\`${p.formula}\` 对任何数都成立。`,
  said: {
    numbers: (p) => `这些是数。一行代码应当不管数是多少，都能由已有的量算出 \`${p.symbol}\`。该怎么写？`,
    'wrong-shape': (p) =>
      `\`${p.typed}\` 的形状是 \`${p.got}\`，而 \`${p.symbol}\` 必须和 \`${p.name}\` 一样，是 \`${p.expected}\`。次序和转置该怎么调整？`,
    'wrong-count': (p) =>
      `\`${p.typed}\` 的形状是 \`${p.got}\`，而 \`${p.symbol}\` 必须和 \`${p.name}\` 一样，是 \`${p.expected}\`。其中哪些数属于 \`${p.name}\` 的同一项？`,
    'too-few': (p) =>
      `\`${p.typed}\` 的形状是 \`${p.got}\`，比 \`${p.name}\` 的数少；\`${p.symbol}\` 必须是 \`${p.expected}\`。传到 \`${p.name}\` 每一项的是什么？`,
    'no-fit': (p) => `\`${p.typed}\` 里的形状对不上：${p.shapes}。\`@\` 内侧的两个大小必须相等。哪一个要转置？`,
    value: (p) =>
      `\`${p.typed}\` 形状是对的，但在 \`${p.place}\` 处它给出 \`${p.value}\`，而拨一下输入得到的是 \`${p.truth}\`。经这一行传回来的是什么，又该乘以什么？`,
  },
};

export const lineWords = { en, zh };
