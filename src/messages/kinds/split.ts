/** A fused gate taken apart, and put together again. */
const en = {
  question: (p: { line: string }) =>
    `\`${p.line}\` is one box, but it is made of simpler gates. Which, in the order in which they compute? (for instance: mul add)`,
  prompt: 'gates',
  hints: {
    which: (p: { formula: string }) => `Written out: \`${p.formula}\`.`,
    rule: () => 'Begin at the input and go outward: what is done to it first?',
    numbers: (p: { gates: string }) => `${p.gates}`,
    answer: (p: { gates: string }) => `${p.gates}`,
  },
  working: (p: { line: string; gates: string }) => `\`${p.line}\`: ${p.gates}`,
  said: {
    unread: (p: { word: string }) =>
      `\`${p.word}\` is no gate. There are \`neg\`, \`add\`, \`sub\`, \`mul\`, \`div\`, \`exp\`, \`log\`, \`pow\`, \`max\` and others; write them with spaces between.`,
    place: (p: { word: string; n: number; before: string }) =>
      p.before === ''
        ? `\`${p.word}\` is not the first. What is done to the input itself?`
        : `${p.before}: so far right. Then \`${p.word}\` does not fit. What is done to that result?`,
    more: (p: { before: string }) => `${p.before}: right so far. What is still missing until the box's own output?`,
    less: (p: { before: string; word: string }) =>
      `${p.before} make up the box already. What would \`${p.word}\` still do?`,
  },
};

export type SplitWords = typeof en;

const zh: SplitWords = {
  question: (p) => `\`${p.line}\` 画成一个门，其实由更简单的门组成。按计算的先后，是哪些门？（例如：mul add）`,
  prompt: '门',
  hints: {
    which: (p) => `展开写：\`${p.formula}\`。`,
    rule: () => '从输入往外看：最先对它做的是什么？',
    numbers: (p) => `${p.gates}`,
    answer: (p) => `${p.gates}`,
  },
  working: (p) => `\`${p.line}\`：${p.gates}`,
  said: {
    unread: (p) =>
      `没有 \`${p.word}\` 这种门。有 \`neg\`、\`add\`、\`sub\`、\`mul\`、\`div\`、\`exp\`、\`log\`、\`pow\`、\`max\` 等；用空格隔开。`,
    place: (p) =>
      p.before === ''
        ? `最先的不是 \`${p.word}\`。直接对输入做的是什么？`
        : `${p.before}：到这里是对的。接着就不是 \`${p.word}\` 了。对那个结果做的是什么？`,
    more: (p) => `${p.before}：到这里是对的。到这个门自己的输出为止，还缺什么？`,
    less: (p) => `${p.before} 已经是整个门了。\`${p.word}\` 还要做什么？`,
  },
};

export const splitWords = { en, zh };
