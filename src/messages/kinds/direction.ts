/** Which way a name must move. */
const en = {
  question: (p: { name: string; output: string; down: boolean }) =>
    `\`${p.output}\` is to ${p.down ? 'fall' : 'rise'} a little. Which way should \`${p.name}\` move: up, down, or does it make no difference? (u, d, n)`,
  up: 'up',
  down: 'down',
  none: 'no difference',
  hints: {
    which: (p: { name: string; output: string }) => `How does \`${p.output}\` react when \`${p.name}\` grows a little?`,
    rule: (p: { name: string; output: string }) =>
      `The sign of the gradient says it: where it is positive, \`${p.output}\` moves the same way as \`${p.name}\`; where it is negative, the other way.`,
    numbers: (p: { name: string; by: string; output: string; before: string; after: string }) =>
      `With \`${p.name}\` larger by ${p.by}, \`${p.output}\` goes from ${p.before} to ${p.after}.`,
    answer: (p: { word: string }) => `The answer: ${p.word}.`,
  },
  working: (p: { name: string; output: string; value: string; word: string }) =>
    `\`${p.name}\` ${p.word === en.none ? `makes ${p.word}` : p.word}: \`d${p.output}/d${p.name} = ${p.value}\``,
  said: {
    unread: () => 'Type `up`, `down` or `none` (`u`, `d`, `n`).',
    moves: (p: { name: string; by: string; output: string; before: string; after: string }) =>
      `When \`${p.name}\` grows by ${p.by}, \`${p.output}\` goes from ${p.before} to ${p.after}. Which way is that, and which way was wanted?`,
    still: (p: { name: string; by: string; output: string; before: string; after: string }) =>
      `When \`${p.name}\` grows by ${p.by}, \`${p.output}\` stays at ${p.before}. What does that say about the way?`,
  },
};

export type DirectionWords = typeof en;

const zh: DirectionWords = {
  question: (p) =>
    `想让 \`${p.output}\` ${p.down ? '下降' : '上升'}一点，\`${p.name}\` 应当往哪边动：上、下，还是无所谓？（u、d、n）`,
  up: '往上',
  down: '往下',
  none: '无所谓',
  hints: {
    which: (p) => `\`${p.name}\` 增大一点时，\`${p.output}\` 怎么变？`,
    rule: (p) => `看梯度的符号：为正时，\`${p.output}\` 和 \`${p.name}\` 同向变动；为负时，反向变动。`,
    numbers: (p) => `\`${p.name}\` 增大 ${p.by} 时，\`${p.output}\` 从 ${p.before} 变为 ${p.after}。`,
    answer: (p) => `答案：${p.word}。`,
  },
  working: (p) => `\`${p.name}\` ${p.word}：\`d${p.output}/d${p.name} = ${p.value}\``,
  said: {
    unread: () => '请输入 `up`、`down` 或 `none`（也可以是 `u`、`d`、`n`，或“上”“下”“无”）。',
    moves: (p) =>
      `\`${p.name}\` 增大 ${p.by} 时，\`${p.output}\` 从 ${p.before} 变为 ${p.after}。这是往哪边，想要的又是往哪边？`,
    still: (p) => `\`${p.name}\` 增大 ${p.by} 时，\`${p.output}\` 仍是 ${p.before}。这说明该往哪边动？`,
  },
};

export const directionWords = { en, zh };
