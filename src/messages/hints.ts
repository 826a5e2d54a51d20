/** The words of generated questions, hints, nudges and reasons. Code stands between backticks. */
const en = {
  ask: {
    value: (p: { line: string; inputs: string }) =>
      `This gate computes \`${p.line}\`${p.inputs}. What does it put out?`,
    local: (p: { line: string; inputs: string; of: string; wrt: string; symbol: string }) =>
      `This gate computed \`${p.line}\`${p.inputs}. How strongly does \`${p.of}\` react to \`${p.wrt}\` here? The local gradient \`${p.symbol}\`:`,
    gradient: (p: { name: string; output: string; line: string; arrives: string; symbol: string }) =>
      `\`${p.name}\` goes into \`${p.line}\`${p.arrives}. How strongly does ${p.output} react to \`${p.name}\`? The gradient \`${p.symbol}\`:`,
    fork: (p: { name: string; output: string; gates: string; symbol: string }) =>
      `\`${p.name}\` goes to more than one place: ${p.gates}. How strongly does ${p.output} react to \`${p.name}\`, all ways together? The gradient \`${p.symbol}\`:`,
    seed: (p: { name: string; symbol: string }) =>
      `The backward pass starts at the output. How strongly does \`${p.name}\` react to itself? The gradient \`${p.symbol}\`:`,
  },
  /** Where the circuit's output is not the last thing: what gradients are about. */
  finalOutput: 'the final result',
  named: (name: string) => `\`${name}\``,
  and: ' and ',
  comma: ', ',
  inputsComma: ' and ',
  withInputs: (inputs: string) => `, with ${inputs}`,
  arrives: (symbol: string, value: string) => `, and \`${symbol} = ${value}\` arrives there from upstream`,
  gate: {
    inLine: (p: { name: string; gate: string; line: string }) =>
      `\`${p.name}\` goes into the gate \`${p.gate}\`, in the line \`${p.line}\`.`,
    value: (p: { does: string; line: string; inputs: string }) => `The gate ${p.does}: \`${p.line}\`${p.inputs}.`,
    line: (p: { line: string }) => `It is about the line \`${p.line}\`.`,
    one: (p: { does: string; line: string; name: string }) =>
      `\`${p.name}\` goes into one gate. It ${p.does}: \`${p.line}\`.`,
    several: (p: { name: string; gates: string }) =>
      `\`${p.name}\` goes into ${p.gates}. Something comes back through each.`,
    seed: () => 'Nothing lies between the output and itself. The backward pass needs a number to start with.',
  },
  rule: {
    kink: (p: { rule: string; symbol: string }) => `The local gradient \`${p.symbol}\` is ${p.rule}.`,
    local: (p: { rule: string; formula: string }) => `The local gradient is ${p.rule}: \`${p.formula}\`.`,
    line: (p: { formula: string }) => `In symbols: \`${p.formula}\`.`,
    chain: (p: { formula: string }) => `The local gradient times what arrives from upstream: \`${p.formula}\`.`,
    fork: (p: { formula: string }) =>
      `Each branch brings back its local gradient times its upstream gradient, and they add up: \`${p.formula}\`.`,
    seed: (p: { name: string }) => `If \`${p.name}\` moves by 1, \`${p.name}\` moves by just as much.`,
  },
  numbers: {
    blank: (p: { formula: string }) => `With the numbers: \`${p.formula}\`.`,
    local: (p: { wrt: string; of: string }) =>
      `Keep everything else where it is. If \`${p.wrt}\` moves by 1, \`${p.of}\` moves by \`_\`.`,
    raised: (p: { wrt: string; from: string; to: string; line: string; before: string }) =>
      `\`${p.wrt}\` from \`${p.from}\` to \`${p.to}\`: \`${p.line} = _\`, and it was \`${p.before}\`.`,
    seed: (p: { name: string }) => `\`d${p.name} = _\``,
    side: (p: { side: string }) => `Here \`${p.side}\`. `,
  },
  /** Why a rate is 1 or -1: said after it. */
  movesWith: (p: { of: string; wrt: string; by: string }) =>
    `: if \`${p.wrt}\` moves by 1, \`${p.of}\` moves by \`${p.by}\`.`,
  tie: (p: { lo: string; hi: string; here: string }) =>
    `. There is a corner here, so everything from \`${p.lo}\` to \`${p.hi}\` is right; \`${p.here}\` is what this program and PyTorch take, others take one end.`,
  /** `line`: the one line in which it is raised. `further`: how strongly the final result reacts to the output. */
  nudge: (p: {
    name: string;
    by: string;
    line: string;
    output: string;
    before: string;
    after: string;
    moved: string;
    further: string;
  }) =>
    `Raise \`${p.name}\` by ${p.by}${p.line === '' ? '' : ` in \`${p.line}\` alone`}, as the circuit shows now: \`${p.output}\` goes from \`${p.before}\` to \`${p.after}\`, a move of \`${p.moved}\`. ${
      p.further === '' ? '' : `Per unit of \`${p.output}\` the final result moves \`${p.further}\`. `
    }How much ${p.further === '' ? 'is that' : 'does it move'} per unit of \`${p.name}\`?`,
  /** As `nudge`, where the output is a tensor with its gradient given: `moved` is what the final result does. */
  nudgeEntries: (p: { name: string; by: string; line: string; output: string; moved: string }) =>
    `Raise \`${p.name}\` by ${p.by}${p.line === '' ? '' : ` in \`${p.line}\` alone`}: entries of \`${p.output}\` move, and with \`d${p.output}\` as it is the final result moves \`${p.moved}\`. How much is that per unit of \`${p.name}\`?`,
  noNudge: {
    value: () => 'A value is asked here, not a rate: put the numbers into the line and work it out once.',
    seed: (p: { name: string }) =>
      `Raise \`${p.name}\` by 0.001, and \`${p.name}\` has moved by 0.001. How much is that per unit of \`${p.name}\`?`,
    output: () => 'The output is no single number here, so there is no one movement to watch.',
  },
  why: (p: { backward: string; numeric: string; dual: string; name: string; output: string }) =>
    `Three ways to the number that know nothing of each other. The backward pass: \`${p.backward}\`. Moving \`${p.name}\` a hair up and a hair down, and dividing how far ${p.output} moved: \`${p.numeric}\`. Carrying every value forward together with its rate: \`${p.dual}\`.`,
  whyValue: (p: { working: string }) => `The forward pass: \`${p.working}\`.`,
};

export type HintWords = typeof en;

const zh: HintWords = {
  ask: {
    value: (p) => `这个门计算 \`${p.line}\`${p.inputs}。它的输出是多少？`,
    local: (p) =>
      `这个门算出了 \`${p.line}\`${p.inputs}。在这里，\`${p.of}\` 对 \`${p.wrt}\` 有多敏感？局部梯度 \`${p.symbol}\`：`,
    gradient: (p) =>
      `\`${p.name}\` 进入 \`${p.line}\`${p.arrives}。${p.output}对 \`${p.name}\` 有多敏感？梯度 \`${p.symbol}\`：`,
    fork: (p) =>
      `\`${p.name}\` 不止通向一处：${p.gates}。各条路合起来，${p.output}对 \`${p.name}\` 有多敏感？梯度 \`${p.symbol}\`：`,
    seed: (p) => `反向传播从输出开始。\`${p.name}\` 对自己有多敏感？梯度 \`${p.symbol}\`：`,
  },
  finalOutput: '最终结果',
  named: (name) => `\`${name}\` `,
  and: ' 和 ',
  comma: '、',
  inputsComma: '、',
  withInputs: (inputs) => `，其中 ${inputs}`,
  arrives: (symbol, value) => `，这里的上游梯度是 \`${symbol} = ${value}\``,
  gate: {
    inLine: (p) => `\`${p.name}\` 进入 \`${p.line}\` 这一行里的 \`${p.gate}\` 门。`,
    value: (p) => `这个门的作用：${p.does}，即 \`${p.line}\`${p.inputs}。`,
    line: (p) => `要看的是 \`${p.line}\` 这一行。`,
    one: (p) => `\`${p.name}\` 进入一个门。这个门的作用：${p.does}，即 \`${p.line}\`。`,
    several: (p) => `\`${p.name}\` 进入 ${p.gates}。每一处都会传回一份。`,
    seed: () => '输出和它自己之间没有别的门。反向传播需要一个起始的数。',
  },
  rule: {
    kink: (p) => `局部梯度 \`${p.symbol}\` 的规则：${p.rule}。`,
    local: (p) => `局部梯度的规则是${p.rule}，即 \`${p.formula}\`。`,
    line: (p) => `用符号写出来：\`${p.formula}\`。`,
    chain: (p) => `局部梯度乘以上游梯度：\`${p.formula}\`。`,
    fork: (p) => `每条分支传回它的局部梯度乘以它的上游梯度，再加起来：\`${p.formula}\`。`,
    seed: (p) => `\`${p.name}\` 变化 1，\`${p.name}\` 自己也变化 1 个单位。`,
  },
  numbers: {
    blank: (p) => `代入数：\`${p.formula}\`。`,
    local: (p) => `其他都不动。\`${p.wrt}\` 增加 1，\`${p.of}\` 变化 \`_\`。`,
    raised: (p) => `\`${p.wrt}\` 从 \`${p.from}\` 变到 \`${p.to}\`：\`${p.line} = _\`，原来是 \`${p.before}\`。`,
    seed: (p) => `\`d${p.name} = _\``,
    side: (p) => `这里 \`${p.side}\`。`,
  },
  movesWith: (p) => `：\`${p.wrt}\` 增加 1，\`${p.of}\` 就变化 \`${p.by}\`。`,
  tie: (p) =>
    `。这里正好是拐点，从 \`${p.lo}\` 到 \`${p.hi}\` 都对；本程序和 PyTorch 取 \`${p.here}\`，也有程序取一端的值。`,
  nudge: (p) =>
    `${p.line === '' ? '' : `只在 \`${p.line}\` 这一行里`}把 \`${p.name}\` 增加 ${p.by}（图上已换成新的值）：\`${p.output}\` 从 \`${p.before}\` 变到 \`${p.after}\`，变化了 \`${p.moved}\`。${
      p.further === '' ? '' : `而 \`${p.output}\` 每增加 1，最终结果变化 \`${p.further}\`。`
    }\`${p.name}\` 每增加 1，${p.further === '' ? `\`${p.output}\` 变化多少` : '最终结果变化多少'}？`,
  nudgeEntries: (p) =>
    `${p.line === '' ? '' : `只在 \`${p.line}\` 这一行里`}把 \`${p.name}\` 增加 ${p.by}：\`${p.output}\` 的一些元素随之变化，按给定的 \`d${p.output}\`，最终结果变化 \`${p.moved}\`。\`${p.name}\` 每增加 1，最终结果变化多少？`,
  noNudge: {
    value: () => '这里问的是值，不是变化率：把数代进这一行算一次就行。',
    seed: (p) => `把 \`${p.name}\` 增加 0.001，\`${p.name}\` 就变化 0.001。每增加 1，它自己变化多少？`,
    output: () => '这里的输出不是一个数，没有单独的变化可看。',
  },
  why: (p) =>
    `三种互不相干的办法得出同一个数。反向传播：\`${p.backward}\`。把 \`${p.name}\` 向上、向下各拨一点，用${p.output}的变化除以 \`${p.name}\` 的变化：\`${p.numeric}\`。从前往后，让每个值带着自己的变化率一起算：\`${p.dual}\`。`,
  whyValue: (p) => `前向传播：\`${p.working}\`。`,
};

export const hintWords: { readonly en: HintWords; readonly zh: HintWords } = { en, zh };
