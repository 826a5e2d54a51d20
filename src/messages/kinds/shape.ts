/** Shapes of values and gradients. */
const en = {
  scalar: 'a single number',
  question: (p: { symbol: string; line: string }) =>
    p.line === ''
      ? `Which shape does \`${p.symbol}\` have?`
      : `Here \`${p.line}\`. Which shape does \`${p.symbol}\` have?`,
  hints: {
    which: (p: { name: string; gradient: boolean }) =>
      p.gradient
        ? `A gradient says, for every number in \`${p.name}\`, how strongly the output reacts to it.`
        : `Look at the shapes that go into \`${p.name}\`.`,
    rule: (p: { name: string; gradient: boolean }) =>
      p.gradient
        ? `So \`d${p.name}\` has one number for each number in \`${p.name}\`.`
        : 'Of a matrix product the outer sizes stay and the inner ones go. Entry by entry, the shapes stay.',
    numbers: (p: { name: string; shapes: string }) => `\`${p.shapes}\``,
    answer: (p: { symbol: string; shape: string }) => `\`${p.symbol}\` is \`${p.shape}\`.`,
  },
  working: (p: { symbol: string; shape: string; name: string; gradient: boolean }) =>
    p.gradient
      ? `\`${p.symbol}\` is \`${p.shape}\`, like \`${p.name}\`: a gradient for every number in it.`
      : `\`${p.symbol}\` is \`${p.shape}\`.`,
  said: {
    unread: () => 'A shape is written like `5x10`, `(5, 10)` or `[5, 10]`; a single number like `()` or `1`.',
    turned: (p: { typed: string; symbol: string; name: string }) =>
      `\`${p.typed}\` has rows and columns the other way round. Which comes first in the shape of \`${p.name}\`?`,
    other: (p: { typed: string; other: string; name: string; symbol: string }) =>
      `\`${p.typed}\` is the shape of \`${p.other}\`. \`${p.symbol}\` says how to change \`${p.name}\`. Which shape must it have for that?`,
    count: (p: { typed: string; symbol: string; count: number; name: string; wanted: number }) =>
      `\`${p.typed}\` has room for ${p.count} numbers, and \`${p.name}\` has ${p.wanted}. How many does \`${p.symbol}\` need?`,
    same: (p: { typed: string; symbol: string; name: string }) =>
      `\`${p.typed}\` has room for the right count of numbers. How are they arranged in \`${p.name}\`?`,
    value: (p: { typed: string; symbol: string; count: number; name: string; wanted: number }) =>
      `\`${p.typed}\` has room for ${p.count} numbers. Which sizes of what goes in stay in \`${p.symbol}\`?`,
  },
};

export type ShapeWords = typeof en;

const zh: ShapeWords = {
  scalar: '一个数',
  question: (p) =>
    p.line === '' ? `\`${p.symbol}\` 的形状是什么？` : `这里 \`${p.line}\`。\`${p.symbol}\` 的形状是什么？`,
  hints: {
    which: (p) =>
      p.gradient
        ? `梯度要说明：\`${p.name}\` 里的每个数变动时，输出的反应有多强。`
        : `看看进入 \`${p.name}\` 的各个量的形状。`,
    rule: (p) =>
      p.gradient
        ? `所以 \`${p.name}\` 里有几个数，\`d${p.name}\` 里就有几个数，一一对应。`
        : '矩阵相乘时，外侧的两个大小留下，内侧的消去。逐元素运算则形状不变。',
    numbers: (p) => `\`${p.shapes}\``,
    answer: (p) => `\`${p.symbol}\` 是 \`${p.shape}\`。`,
  },
  working: (p) =>
    p.gradient
      ? `\`${p.symbol}\` 是 \`${p.shape}\`，和 \`${p.name}\` 一样：里面每个数都有自己的梯度。`
      : `\`${p.symbol}\` 是 \`${p.shape}\`。`,
  said: {
    unread: () => '形状写作 `5x10`、`(5, 10)` 或 `[5, 10]`；单个的数写作 `()` 或 `1`。',
    turned: (p) => `\`${p.typed}\` 把行数和列数写反了。\`${p.name}\` 的形状里，排在前面的是哪个？`,
    other: (p) =>
      `\`${p.typed}\` 是 \`${p.other}\` 的形状。\`${p.symbol}\` 说的是 \`${p.name}\` 该怎么改，那么它应当是什么形状？`,
    count: (p) => `\`${p.typed}\` 能放 ${p.count} 个数，而 \`${p.name}\` 有 ${p.wanted} 个。\`${p.symbol}\` 需要几个？`,
    same: (p) => `\`${p.typed}\` 的个数是对的。在 \`${p.name}\` 里，这些数是怎么排列的？`,
    value: (p) => `\`${p.typed}\` 能放 ${p.count} 个数。进来的各个大小里，哪些会留在 \`${p.symbol}\` 里？`,
  },
};

export const shapeWords = { en, zh };
