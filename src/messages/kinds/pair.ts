/** What both inputs of a gate get, in one answer. */
const en = {
  locals: (p: { line: string; inputs: string; of: string; symbols: string }) =>
    `This gate computed \`${p.line}\`${p.inputs}. How strongly does \`${p.of}\` react to each of the two? \`${p.symbols}\`, with a comma between:`,
  gradients: (p: { line: string; inputs: string; of: string; symbols: string; arrives: string }) =>
    `\`${p.arrives}\` arrives at \`${p.line}\`${p.inputs}. What does the gate hand back to each of the two? \`${p.symbols}\`, with a comma between:`,
  comma: ', ',
  between: ' ',
  said: {
    two: (p: { prompt: string }) => `Two numbers are asked, \`${p.prompt}\`. Put a comma between them: \`3, -1\`.`,
    'to-both': (p: Choice) =>
      `\`${p.g}\` to both: but \`${p.gate}\` let only one of them through. Raise \`${p.loser}\` a little: how far does \`${p.o}\` move?`,
    halves: (p: Choice) =>
      `Half of \`${p.g}\` to each: but \`${p.winner}\` and \`${p.loser}\` are not equal, and \`${p.gate}\` let one of them through whole. Which one?`,
    'to-loser': (p: Choice) =>
      `Those go to the wrong ends: \`${p.loser}\` was not picked. Raise \`${p.winner}\` a little, then \`${p.loser}\`: at which of them does \`${p.o}\` move?`,
    tie: (p: { g: string; sum: string }) =>
      `Those add up to \`${p.sum}\`. At a tie the two share \`${p.g}\` between them, in whatever parts. Which parts?`,
    swapped: (p: { a: string; b: string }) =>
      `The right numbers, each at the other's place. If \`${p.a}\` moves by 1, what does that do, and what if \`${p.b}\` does?`,
    one: (p: { symbol: string; en: string; zh: string }) => `\`${p.symbol}\`: ${p.en}`,
  },
};

interface Choice {
  readonly gate: string;
  readonly winner: string;
  readonly loser: string;
  readonly o: string;
  readonly g: string;
}

export type PairWords = typeof en;

const zh: PairWords = {
  locals: (p) =>
    `这个门算出了 \`${p.line}\`${p.inputs}。\`${p.of}\` 对两个输入各有多敏感？按次序写出 \`${p.symbols}\`，中间用逗号隔开：`,
  gradients: (p) =>
    `\`${p.arrives}\` 到达 \`${p.line}\`${p.inputs}。这个门传回两个输入的各是多少？按次序写出 \`${p.symbols}\`，中间用逗号隔开：`,
  comma: '，',
  between: '',
  said: {
    two: (p) => `这里要两个数：\`${p.prompt}\`。中间用逗号隔开，例如 \`3, -1\`。`,
    'to-both': (p) =>
      `两边都给了 \`${p.g}\`，可是 \`${p.gate}\` 只让其中一个通过。把 \`${p.loser}\` 增大一点，\`${p.o}\` 变化多少？`,
    halves: (p) =>
      `各给了 \`${p.g}\` 的一半，可是 \`${p.winner}\` 和 \`${p.loser}\` 不相等，\`${p.gate}\` 让其中一个完整地通过。是哪一个？`,
    'to-loser': (p) =>
      `给反了：没有选中的是 \`${p.loser}\`。先把 \`${p.winner}\` 增大一点，再把 \`${p.loser}\` 增大一点：哪一次 \`${p.o}\` 会动？`,
    tie: (p) => `加起来是 \`${p.sum}\`。相等时两边合起来只有 \`${p.g}\`，怎么分都行。你怎么分？`,
    swapped: (p) => `数是对的，位置互换了。\`${p.a}\` 增加 1 会怎样？\`${p.b}\` 增加 1 呢？`,
    one: (p) => `\`${p.symbol}\`：${p.zh}`,
  },
};

export const pairWords = { en, zh };
