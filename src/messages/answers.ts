/** Sentences about an answer that could not be read, or that is right only here: nothing is counted for these. */
const en = {
  empty: () => 'Nothing was typed. A number or a formula will do.',
  'too-long': (p: { limit: number }) =>
    `That is longer than ${p.limit} characters. A number or one short formula will do.`,
  'division-by-zero': () => 'That divides by zero, so it has no value.',
  'too-large': () => 'That is too large to be a number here. Look at the exponent.',
  'no-number': () => 'That has no value as a number, such as the logarithm of a negative one.',
  'unknown-name': (p: { name: string; near?: string }) =>
    p.near === undefined
      ? `\`${p.name}\` is no name in this circuit.`
      : `\`${p.name}\` is no name in this circuit. Did you mean \`${p.near}\`?`,
  'unknown-function': (p: { name: string; near?: string }) =>
    p.near === undefined
      ? `\`${p.name}\` is no function here. There are \`exp\`, \`log\`, \`sqrt\`, \`sigmoid\`, \`tanh\` and others.`
      : `\`${p.name}\` is no function here. Did you mean \`${p.near}\`?`,
  'not-known-yet': (p: { name: string }) => `\`${p.name}\` is not known yet, so it can't be used here.`,
  'asked-itself': (p: { name: string }) => `\`${p.name}\` is what is asked, so it can't stand in the answer.`,
  'other-quantity': (p: { asked: string; got: string }) => `\`${p.asked}\` is asked here, and that gives \`${p.got}\`.`,
  unbalanced: (p: { bracket: string }) => `The bracket \`${p.bracket}\` has no partner.`,
  'decimal-comma': (p: { text: string }) => `A comma separates numbers here. Write the decimal point: \`${p.text}\`.`,
  'cant-read': (p: { from: string }) => `That can't be read from \`${p.from}\` on.`,
  'cant-read-end': () => 'Something is missing at the end.',
  'shapes-differ': (p: { shapes: string }) =>
    `The shapes in that do not fit together: \`${p.shapes}\`. Which order, which transpose?`,
  ragged: () => 'The rows of that list are not equally long.',
  rough: (p: { text: string }) => `\`${p.text}\` has the right size, but is rounded too far to tell. One more digit.`,
  'here-only': (p: { text: string; value: string }) =>
    `\`${p.text}\` gives \`${p.value}\` here, and that is the number. With other inputs it would not be. Which formula always holds?`,
};

/** One sentence for each thing that can be said of an unread answer; both languages have the same. */
export type AnswerSentences = typeof en;

const zh: AnswerSentences = {
  empty: () => '还没有输入内容。输入一个数或一个式子即可。',
  'too-long': (p) => `输入超过了 ${p.limit} 个字符。一个数或一个简短的式子就够了。`,
  'division-by-zero': () => '这个式子除以了零，没有值。',
  'too-large': () => '这个数太大了，请检查指数。',
  'no-number': () => '这个式子算不出数来，例如对负数取了对数。',
  'unknown-name': (p) =>
    p.near === undefined
      ? `计算图里没有 \`${p.name}\` 这个名字。`
      : `计算图里没有 \`${p.name}\` 这个名字。是不是想写 \`${p.near}\`？`,
  'unknown-function': (p) =>
    p.near === undefined
      ? `没有 \`${p.name}\` 这个函数。可以用 \`exp\`、\`log\`、\`sqrt\`、\`sigmoid\`、\`tanh\` 等。`
      : `没有 \`${p.name}\` 这个函数。是不是想写 \`${p.near}\`？`,
  'not-known-yet': (p) => `\`${p.name}\` 现在还不知道，不能用在这里。`,
  'asked-itself': (p) => `要求的正是 \`${p.name}\`，答案里不能用它自己。`,
  'other-quantity': (p) => `这里问的是 \`${p.asked}\`，写的却是 \`${p.got}\`。`,
  unbalanced: (p) => `括号 \`${p.bracket}\` 没有配对。`,
  'decimal-comma': (p) => `这里逗号用来分隔数，小数点请写作 \`${p.text}\`。`,
  'cant-read': (p) => `从 \`${p.from}\` 起读不懂。`,
  'cant-read-end': () => '末尾似乎少了些什么。',
  'shapes-differ': (p) => `这个式子里各量的形状对不上：\`${p.shapes}\`。次序和转置该怎么调整？`,
  ragged: () => '这个列表的各行不一样长。',
  rough: (p) => `\`${p.text}\` 大小差不多，但舍入得太多，无法判断。请多给一位。`,
  'here-only': (p) => `\`${p.text}\` 在这里等于 \`${p.value}\`，数是对的；但换一组输入就不成立了。哪个式子总是成立？`,
};

export const answerSentences: { readonly en: AnswerSentences; readonly zh: AnswerSentences } = { en, zh };
