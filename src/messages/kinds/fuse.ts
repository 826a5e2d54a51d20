/** The local gradient of a fused gate in its output. */
const en = {
  question: (p: { line: string; name: string; symbol: string }) =>
    `Take \`${p.line}\` as one gate. Its local gradient \`${p.symbol}\` can be written in the output alone, called \`o\` or \`${p.name}\`. Which formula?`,
  hints: {
    which: (p: { formula: string; name: string }) =>
      `\`${p.name} = ${p.formula}\`: work out the derivative in the input first.`,
    rule: (p: { rule: string }) => `In words: ${p.rule}.`,
    numbers: (p: { formula: string }) => `\`${p.formula}\``,
    answer: (p: { formula: string }) => `\`${p.formula}\``,
  },
  working: (p: { formula: string }) => `\`${p.formula}\` needs the output only, which is there already.`,
  said: {
    number: (p: { typed: string }) => `${p.typed} is the number here. Which formula in \`o\` gives it for every input?`,
    input: (p: { typed: string; name: string }) =>
      `\`${p.typed}\` is right, but it reads \`${p.name}\`. The output holds all that is needed: how can it be written with \`o\` alone?`,
    'here-only': (p: { typed: string }) =>
      `\`${p.typed}\` gives the right number here. With other inputs it would not. Which formula always holds?`,
  },
};

export type FuseWords = typeof en;

const zh: FuseWords = {
  question: (p) =>
    `把 \`${p.line}\` 看作一个门。它的局部梯度 \`${p.symbol}\` 可以只用输出来写，输出叫作 \`o\` 或 \`${p.name}\`。式子是什么？`,
  hints: {
    which: (p) => `\`${p.name} = ${p.formula}\`：先对输入求导。`,
    rule: (p) => `用话来说：${p.rule}。`,
    numbers: (p) => `\`${p.formula}\``,
    answer: (p) => `\`${p.formula}\``,
  },
  working: (p) => `\`${p.formula}\` 只用到输出，而输出已经算好了。`,
  said: {
    number: (p) => `${p.typed} 是这里的数。用 \`o\` 写成的哪个式子，对任何输入都给出它？`,
    input: (p) => `\`${p.typed}\` 是对的，但用到了 \`${p.name}\`。输出里已经有需要的一切：只用 \`o\` 该怎么写？`,
    'here-only': (p) => `\`${p.typed}\` 在这里的数是对的，但换一组输入就不成立了。哪个式子总是成立？`,
  },
};

export const fuseWords = { en, zh };
