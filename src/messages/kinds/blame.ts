/** A backward pass with one mistake: where, and what should stand there. */
const en = {
  question: (p: { lines: string; list: string }) =>
    `The lines are ${p.lines}. One gradient of this backward pass is wrong; those further back follow from it. Which is the first that goes wrong, counting from the output?${p.list}`,
  list: (p: { list: string }) => ` It says: ${p.list}.`,
  prompt: 'wrong is',
  mendQuestion: (p: { symbol: string; shown: string }) =>
    `${p.shown} stands at \`${p.symbol}\`. What should stand there?`,
  hints: {
    which: () =>
      'Go from the output back. At each gate: what arrives, times the local gradient. Does the next number follow?',
    rule: (p: { fine: string }) => (p.fine === '' ? 'It lies right behind the output.' : `These are right: ${p.fine}.`),
    numbers: (p: { lines: string }) => `Work out again what comes back through ${p.lines}.`,
    answer: (p: { symbol: string; shown: string; right: string }) =>
      `It is \`${p.symbol}\`: it shows ${p.shown}, and the rule gives ${p.right}.`,
  },
  working: (p: { symbol: string; said: string }) => `\`${p.symbol}\` is it. ${p.said}`,
  said: {
    unread: (p: { name: string; near?: string }) =>
      p.near === undefined
        ? `There is no gradient of \`${p.name}\` here. Type a name, such as \`dx\`.`
        : `There is no gradient of \`${p.name}\` here. Did you mean \`${p.near}\`?`,
    fine: (p: { symbol: string; shown: string; working: string }) =>
      `\`${p.working}\`: that is right. Which number does not follow from what arrives there?`,
    follows: (p: { symbol: string; shown: string }) =>
      `\`${p.symbol}\` is ${p.shown} because of what arrived there; it follows. Which number on the way was wrong already?`,
  },
};

export type BlameWords = typeof en;

const zh: BlameWords = {
  question: (p) =>
    `前向各行是 ${p.lines}。这次反向传播里有一个梯度错了，由它再往回算的也跟着错。从输出数起，最先错的是哪一个？${p.list}`,
  list: (p) => `各个数是：${p.list}。`,
  prompt: '错的是',
  mendQuestion: (p) => `\`${p.symbol}\` 处写的是 ${p.shown}。应当是多少？`,
  hints: {
    which: () => '从输出往回走。在每个门上：传来的梯度乘以局部梯度，得到的是下一个数吗？',
    rule: (p) => (p.fine === '' ? '它紧挨着输出。' : `这些是对的：${p.fine}。`),
    numbers: (p) => `把经过 ${p.lines} 传回来的再算一遍。`,
    answer: (p) => `是 \`${p.symbol}\`：写的是 ${p.shown}，按规则应当是 ${p.right}。`,
  },
  working: (p) => `就是 \`${p.symbol}\`。${p.said}`,
  said: {
    unread: (p) =>
      p.near === undefined
        ? `这里没有 \`${p.name}\` 的梯度。请输入一个名字，例如 \`dx\`。`
        : `这里没有 \`${p.name}\` 的梯度。是不是想写 \`${p.near}\`？`,
    fine: (p) => `\`${p.working}\`：这里没错。哪个数不能由传到那里的梯度推出来？`,
    follows: (p) => `\`${p.symbol}\` 是 ${p.shown}，是因为传来的数就是那样，这一步推得对。一路上哪个数先错了？`,
  },
};

export const blameWords = { en, zh };
