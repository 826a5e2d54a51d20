/** Which line can run its backward pass now. */
const en = {
  question: (p: { done: string; lines: string }) =>
    p.done === ''
      ? `The lines are ${p.lines}. The backward pass begins. Which line can run its backward pass first?`
      : `The lines are ${p.lines}. The backward pass has run through ${p.done}. Which line can run its backward pass now?`,
  prompt: 'next',
  hints: {
    which: () => 'A line can run its backward pass when the gradient of its result is complete.',
    rule: () => 'The gradient of a result is complete when every line that reads it has run its own backward pass.',
    numbers: (p: { name: string; readers: string }) => `\`${p.name}\` is read by ${p.readers} only.`,
    output: (p: { name: string }) => `Nothing reads \`${p.name}\`: its gradient is where the pass begins.`,
    answer: (p: { names: string }) => `${p.names}`,
  },
  working: (p: { names: string; begins: boolean }) =>
    p.begins
      ? `${p.names}: its gradient is where the pass begins.`
      : `${p.names}: every line that reads the result is done, so its gradient is complete.`,
  said: {
    unread: (p: { name: string; near?: string }) =>
      p.near === undefined
        ? `No line is called \`${p.name}\`. Type the name on the left of a line.`
        : `No line is called \`${p.name}\`. Did you mean \`${p.near}\`?`,
    input: (p: { name: string }) =>
      `\`${p.name}\` is an input: nothing lies behind it, so it has no backward pass to run. Which line is next?`,
    done: (p: { name: string }) => `\`${p.name}\` has run its backward pass already. What did it give, and to whom?`,
    waits: (p: { name: string; reader: string }) =>
      `\`${p.reader}\` reads \`${p.name}\` too and has not run yet, so \`d${p.name}\` is not complete. What has to come first?`,
    idle: (p: { name: string }) =>
      `The output does not depend on \`${p.name}\`, so nothing ever comes back to it. Which line does it depend on?`,
  },
};

export type NextWords = typeof en;

const zh: NextWords = {
  question: (p) =>
    p.done === ''
      ? `各行是 ${p.lines}。反向传播开始。哪一行可以最先做反向传播？`
      : `各行是 ${p.lines}。${p.done} 已经做完反向传播。现在哪一行可以做反向传播了？`,
  prompt: '下一个',
  hints: {
    which: () => '一行的结果的梯度完整了，这一行才能做反向传播。',
    rule: () => '用到这个结果的每一行都做完了反向传播，它的梯度才完整。',
    numbers: (p) => `用到 \`${p.name}\` 的只有 ${p.readers}。`,
    output: (p) => `没有哪一行用到 \`${p.name}\`：反向传播就从它的梯度开始。`,
    answer: (p) => `${p.names}`,
  },
  working: (p) =>
    p.begins ? `${p.names}：反向传播就从它的梯度开始。` : `${p.names}：用到这个结果的各行都做完了，它的梯度已经完整。`,
  said: {
    unread: (p) =>
      p.near === undefined
        ? `没有名为 \`${p.name}\` 的行。请输入某一行等号左边的名字。`
        : `没有名为 \`${p.name}\` 的行。是不是想写 \`${p.near}\`？`,
    input: (p) => `\`${p.name}\` 是输入，后面没有门，没有反向传播可做。下一个是哪一行？`,
    done: (p) => `\`${p.name}\` 已经做过反向传播了。它把梯度传给了谁？`,
    waits: (p) =>
      `\`${p.reader}\` 也用到 \`${p.name}\`，还没有做反向传播，所以 \`d${p.name}\` 还不完整。先要做哪一行？`,
    idle: (p) => `输出不依赖 \`${p.name}\`，不会有梯度传回它。输出依赖的是哪一行？`,
  },
};

export const nextWords = { en, zh };
