/** The training screen, and the question in which a learner's own lines train a net. */
const en = {
  step: (at: number, of: number) => `step ${at} / ${of}`,
  dataSets: { xor: 'XOR', spiral: 'Two arms of a spiral' },
  loss: 'loss',
  yours: 'your lines',
  right: 'the right lines',
  lossIs: (loss: string) => `loss ${loss}`,
  notFinite: (step: number) => `no number after step ${step}`,
  shape: (p: { name: string; got: string; expected: string }) =>
    `These lines can't take a step: d${p.name} is ${p.got}, and ${p.name} is ${p.expected}.`,
  missing: (p: { name: string }) => `These lines can't take a step: d${p.name} is not there.`,
  strangers: (p: { names: string }) => `Nothing here is called ${p.names}.`,
  hits: (right: number, of: number) => `, ${right} of ${of} points right`,
  shades: (p: { shades: string; points: readonly string[] }) =>
    `the net says 0 (blank) to 1: ${p.shades}   points: ${p.points[0]} is 0, ${p.points[1]} is 1`,
  forward: 'forward',
  backward: (given: string) => `your lines, after ${given}`,
  shapes: 'X is Nx2, W 2xH, b H, v Hx1, dout Nx1: N examples, H hidden neurons.',
  howTo: 'Write the five lines. Enter checks one and goes on to the next.',
  anyway: 'Mend it, or Enter again trains with it: a wrong line trains, too.',
  further: 'Mend it, or Enter again goes on to the next line.',
  trainNow: 'All five can be read. Enter trains with them.',
  left: (names: string) => `Still to write: ${names}.`,
  fits: (name: string) => `\`d${name}\` is the gradient of ${name}, at every entry.`,
  rate: (rate: string) => `learning rate ${rate}`,
  pace: (steps: number) => `${steps} ${steps === 1 ? 'step' : 'steps'} at a time`,
  paused: 'paused',
  over: 'at the end; x trains on the other data',
  ranAway: 'The loss ran away from the numbers: the steps went the wrong way, or were too large.',
  question: (p: { lines: string; given: string; names: string }) =>
    `Write the backward pass of this net and train it with your lines. Forward: ${p.lines}. Given: \`${p.given}\`. Yours are ${p.names}, with \`;\` between the lines.`,
  prompt: 'lines',
  hints: {
    which: () => 'From the output back: a line for each name, each from the one before it. You have met all five.',
    rule: () =>
      'At `@`, the other operand is transposed; relu lets through where `Z > 0`; what was broadcast is summed.',
    blank: (p: { lines: string }) => `\`${p.lines}\``,
    answer: (p: { lines: string }) => `\`${p.lines}\``,
  },
  working: 'With these lines the loss falls, step by step; nothing else is needed.',
  said: {
    line: (p: { name: string; en: string; zh: string }) => `\`d${p.name}\`: ${p.en}`,
    missing: (p: { names: string }) => `Lines are missing: ${p.names}. Write all five, with \`;\` between them.`,
    stranger: (p: { text: string; names: string }) => `\`${p.text}\` is none of the lines ${p.names}.`,
    twice: (p: { name: string }) => `\`d${p.name}\` is there twice. Which one is meant?`,
    'too-long': () => 'That is longer than 2000 characters.',
  },
};

export type TrainingWords = typeof en;

const zh: TrainingWords = {
  step: (at, of) => `第 ${at} / ${of} 步`,
  dataSets: { xor: '异或', spiral: '双臂螺旋' },
  loss: '损失',
  yours: '你的几行',
  right: '正确的几行',
  lossIs: (loss) => `损失 ${loss}`,
  notFinite: (step) => `第 ${step} 步后不再是数`,
  shape: (p) => `这几行没法更新权重：d${p.name} 是 ${p.got}，而 ${p.name} 是 ${p.expected}。`,
  missing: (p) => `这几行没法更新权重：没有 d${p.name}。`,
  strangers: (p) => `这里没有叫 ${p.names} 的量。`,
  hits: (right, of) => `，${of} 个点分对 ${right} 个`,
  shades: (p) => `网络的输出从 0（空白）到 1：${p.shades}   点：${p.points[0]} 是 0，${p.points[1]} 是 1`,
  forward: '前向',
  backward: (given) => `你的几行，接在 ${given} 之后`,
  shapes: 'X 是 Nx2，W 是 2xH，b 是 H，v 是 Hx1，dout 是 Nx1：N 个样本，H 个隐藏神经元。',
  howTo: '写出五行。按 Enter 检查一行并到下一行。',
  anyway: '可以改，也可以再按 Enter 就用它训练：错的一行也能训练。',
  further: '可以改，也可以再按 Enter 到下一行。',
  trainNow: '五行都能读懂。按 Enter 用它们训练。',
  left: (names) => `还差 ${names}。`,
  fits: (name) => `\`d${name}\` 的每个元素都是 ${name} 的梯度。`,
  rate: (rate) => `学习率 ${rate}`,
  pace: (steps) => `每次 ${steps} 步`,
  paused: '已暂停',
  over: '已到末尾；按 x 换一组数据',
  ranAway: '损失已经跑到数之外：每一步走错了方向，或者步子太大。',
  question: (p) =>
    `写出这个网络的反向传播，并用你写的几行来训练它。前向：${p.lines}。已有：\`${p.given}\`。要写的是 ${p.names}，各行之间用 \`;\` 隔开。`,
  prompt: '各行',
  hints: {
    which: () => '从输出往回写：每个名字一行，每一行都用到前一行。这五行你都见过。',
    rule: () => '遇到 `@`，乘以另一个运算数的转置；relu 在 `Z > 0` 处放行；前向时广播的，反向时求和。',
    blank: (p) => `\`${p.lines}\``,
    answer: (p) => `\`${p.lines}\``,
  },
  working: '用这几行，损失一步步降下来，不需要别的。',
  said: {
    line: (p) => `\`d${p.name}\`：${p.zh}`,
    missing: (p) => `还缺 ${p.names}。五行都要写，各行之间用 \`;\` 隔开。`,
    stranger: (p) => `\`${p.text}\` 不在 ${p.names} 之中。`,
    twice: (p) => `\`d${p.name}\` 写了两次，用哪一行？`,
    'too-long': () => '超过了 2000 个字符。',
  },
};

export const trainingWords = { en, zh };
