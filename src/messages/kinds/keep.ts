/** Which forward values to keep for the backward pass. */
const en = {
  question: (p: { names: string; most: string }) =>
    `Memory is short: after the forward pass only the inputs and the values you name are kept, nothing is computed twice. Which of ${p.names} does the backward pass need?${p.most} Type the names, or \`none\`.`,
  most: (p: { most: number }) => ` (${p.most} at most)`,
  prompt: 'keep',
  hints: {
    which: () => 'Go through the gates: which value stands in the rule of each local gradient?',
    rule: () =>
      'Add needs none. Multiply needs both inputs. exp, sigmoid, tanh and 1/x can do with their output. A power needs its input, max who won.',
    numbers: (p: { line: string; needs: string }) => `\`${p.line}\` needs ${p.needs}.`,
    nothing: () => 'Every rule here is a plain number.',
    answer: (p: { names: string }) => `${p.names}`,
  },
  none: 'none',
  or: ' or ',
  working: (p: { names: string; count: number }) =>
    p.names === '' ? 'No rule reads a forward value.' : `${p.names}: with these every rule can be worked out.`,
  said: {
    unread: (p: { name: string; near?: string }) =>
      p.near === undefined
        ? `\`${p.name}\` is no forward value here. Type names with spaces between them, or \`none\`.`
        : `\`${p.name}\` is no forward value here. Did you mean \`${p.near}\`?`,
    input: (p: { name: string }) => `\`${p.name}\` is an input: it is there anyway. Name computed values only.`,
    missing: (p: { line: string; wrt: string; needs: string }) =>
      `The backward pass stops at \`${p.line}\`: its rule for \`${p.wrt}\` reads ${p.needs}, and that is gone. What else has to be kept?`,
    most: (p: { got: number; most: number }) =>
      `That is enough to run backward. But you keep ${p.got}, and ${p.most} would do. Which of them does no rule read?`,
  },
};

export type KeepWords = typeof en;

const zh: KeepWords = {
  question: (p) =>
    `内存有限：前向传播之后，只留下输入和你点名的值，什么也不重算。${p.names} 之中，反向传播需要哪些？${p.most}输入名字，或者 \`none\`。`,
  most: (p) => `（最多 ${p.most} 个）`,
  prompt: '保留',
  hints: {
    which: () => '逐个门看：局部梯度的规则里出现了哪个值？',
    rule: () =>
      '加法什么也不需要。乘法需要两个输入。exp、sigmoid、tanh、1/x 有输出就够了。乘方需要输入，max 需要知道谁赢了。',
    numbers: (p) => `\`${p.line}\` 需要 ${p.needs}。`,
    nothing: () => '这里每条规则都只是常数。',
    answer: (p) => `${p.names}`,
  },
  none: 'none',
  or: ' 或 ',
  working: (p) => (p.names === '' ? '没有哪条规则用到前向的值。' : `${p.names}：有了这些，每条规则都能算。`),
  said: {
    unread: (p) =>
      p.near === undefined
        ? `\`${p.name}\` 不是这里的前向值。请输入名字，用空格隔开，或者 \`none\`。`
        : `\`${p.name}\` 不是这里的前向值。是不是想写 \`${p.near}\`？`,
    input: (p) => `\`${p.name}\` 是输入，本来就在。只写算出来的值。`,
    missing: (p) =>
      `反向传播停在 \`${p.line}\`：它对 \`${p.wrt}\` 的规则要用 ${p.needs}，可是已经没有了。还要保留什么？`,
    most: (p) => `这样够做反向传播了，但留了 ${p.got} 个值，其实 ${p.most} 个就够。哪一个没有规则用到？`,
  },
};

export const keepWords = { en, zh };
