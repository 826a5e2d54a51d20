/** One's own forward lines. */
const en = {
  question: (p: { formula: string; name: string; stages: number }) =>
    `Compute \`${p.name} = ${p.formula}\` in stages: write at least ${p.stages} lines of your own, with \`;\` between them. The last one gives \`${p.name}\`.`,
  prompt: 'lines',
  hints: {
    which: () => 'Begin with what the inputs go into directly, and give each result a name.',
    rule: (p: { inner: string }) => `A first line could be \`${p.inner}\`.`,
    numbers: (p: { lines: string }) => `\`${p.lines}\``,
    answer: (p: { lines: string }) => `\`${p.lines}\``,
  },
  working: () => 'The value is the same at any inputs; this is the circuit of the lines.',
  said: {
    few: (p: { got: number; stages: number }) =>
      `The value is right. Its lines are ${p.got}; at least ${p.stages} are wanted. Which part of the longest line deserves a name?`,
    value: (p: { got: string; name: string; right: string; at: string }) =>
      `At ${p.at} your lines give ${p.got}, and \`${p.name}\` is ${p.right}. Which line is the first that does not compute what it should?`,
    elsewhere: (p: { name: string }) =>
      `Here the value is right, but with other inputs it would not be that of \`${p.name}\`. Is there a number where a name should stand?`,
    shape: (p: { got: string; name: string; right: string }) =>
      `Your last line gives ${p.got}, and \`${p.name}\` is ${p.right}. Which line comes last?`,
    stranger: (p: { names: string; inputs: string }) =>
      `${p.names} has no value. The inputs are ${p.inputs}; other names need a line of their own first.`,
    'too-long': () => 'That is longer than 1000 characters.',
    problem: () => '',
  },
};

export type StageWords = typeof en;

const zh: StageWords = {
  question: (p) =>
    `分步计算 \`${p.name} = ${p.formula}\`：自己写至少 ${p.stages} 行，用 \`;\` 隔开，最后一行得出 \`${p.name}\`。`,
  prompt: '各行',
  hints: {
    which: () => '从直接用到输入的部分开始，给每个结果起一个名字。',
    rule: (p) => `第一行可以是 \`${p.inner}\`。`,
    numbers: (p) => `\`${p.lines}\``,
    answer: (p) => `\`${p.lines}\``,
  },
  working: () => '对任何输入值都相同；这就是这几行的计算图。',
  said: {
    few: (p) => `值是对的，一共 ${p.got} 行，至少要 ${p.stages} 行。最长的一行里，哪一部分值得单独起个名字？`,
    value: (p) => `在 ${p.at} 处，你写的各行得出 ${p.got}，而 \`${p.name}\` 是 ${p.right}。最先算得不对的是哪一行？`,
    elsewhere: (p) => `在这里值是对的，但换一组输入就不是 \`${p.name}\` 了。是不是有一处该写名字却写了数？`,
    shape: (p) => `最后一行得出 ${p.got}，而 \`${p.name}\` 是 ${p.right}。最后该是哪一行？`,
    stranger: (p) => `${p.names} 没有值。输入有 ${p.inputs}；别的名字要先有自己的一行。`,
    'too-long': () => '超过了 1000 个字符。',
    problem: () => '',
  },
};

export const stageWords = { en, zh };
