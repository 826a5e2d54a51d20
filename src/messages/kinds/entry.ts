/** Single entries of values and gradients. */
const en = {
  question: (p: { symbol: string; lines: string; known: string }) =>
    `Here ${p.lines}${p.known}. Only one number is asked: \`${p.symbol}\``,
  known: (list: string) => `, with ${list}`,
  hints: {
    which: (p: { entry: string; symbol: string }) =>
      `It is about one number, \`${p.entry}\`. Which numbers of the next line is it multiplied into?`,
    rule: (p: { formula: string }) => `As a whole: \`${p.formula}\`. Of it only this row and this column are needed.`,
    numbers: (p: { entry: string }) =>
      `Write out every product in which \`${p.entry}\` occurs, put what comes back in front of each, and add.`,
    answer: (p: { symbol: string; answer: string }) => `\`${p.symbol} = ${p.answer}\``,
  },
  working: (p: { symbol: string; formula: string; answer: string }) =>
    p.formula === ''
      ? `\`${p.symbol} = ${p.answer}\``
      : `\`${p.symbol} = (${p.formula})${p.symbol.replace(/^[^[]+/, '')} = ${p.answer}\``,
  said: {
    neighbour: (p: { typed: string; place: string; symbol: string }) =>
      `${p.typed} stands at \`${p.place}\`. Which row and which column does \`${p.symbol}\` ask for?`,
    none: (p: { typed: string; entry: string }) =>
      `${p.typed} is none of the numbers in it. In which products does \`${p.entry}\` occur?`,
  },
};

export type EntryWords = typeof en;

const zh: EntryWords = {
  question: (p) => `这里 ${p.lines}${p.known}。只求其中一个数：\`${p.symbol}\``,
  known: (list) => `，已知 ${list}`,
  hints: {
    which: (p) => `只关乎一个数 \`${p.entry}\`。它在下一行里和哪些数相乘？`,
    rule: (p) => `整体是 \`${p.formula}\`。只需要其中的这一行和这一列。`,
    numbers: (p) => `把含有 \`${p.entry}\` 的乘积都写出来，各乘上传回来的梯度，再相加。`,
    answer: (p) => `\`${p.symbol} = ${p.answer}\``,
  },
  working: en.working,
  said: {
    neighbour: (p) => `${p.typed} 位于 \`${p.place}\`。\`${p.symbol}\` 问的是第几行、第几列？（从 0 数起）`,
    none: (p) => `这里面没有 ${p.typed} 这个数。\`${p.entry}\` 出现在哪些乘积里？`,
  },
};

export const entryWords = { en, zh };
