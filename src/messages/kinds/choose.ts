/** A choice among options. */
const en = {
  question: (p: { letters: boolean }): string =>
    p.letters ? 'Which one? Type its letter.' : 'Which one? Type its number, or the word behind it.',
  hints: {
    which: 'Go through the options one by one: which of them can be ruled out with a small example?',
    rule: 'Try each with numbers, in a circuit of one or two gates.',
    numbers: (p: { option: string }) => `\`${p.option}\` is not it.`,
    answer: (p: { option: string }) => `It is \`${p.option}\`.`,
  },
  working: (p: { option: string }) => `\`${p.option}\``,
  said: {
    unread: (p: { options: string }) => `The options are ${p.options}; the number will do as well.`,
    other: (p: { option: string }) => `\`${p.option}\` is not it. What would a small example with numbers say?`,
    why: () => '',
  },
};

export type ChooseWords = typeof en;

const zh: ChooseWords = {
  question: (p) => (p.letters ? '是哪一项？输入它的字母。' : '是哪一项？输入序号，或者序号后面的词。'),
  hints: {
    which: '把各项逐一看过：哪些用一个小例子就能排除？',
    rule: '在一两个门的计算图里，用具体的数试试每一项。',
    numbers: (p) => `不是 \`${p.option}\`。`,
    answer: (p) => `是 \`${p.option}\`。`,
  },
  working: (p) => `\`${p.option}\``,
  said: {
    unread: (p) => `可选的有 ${p.options}，输入序号也行。`,
    other: (p) => `不是 \`${p.option}\`。用一组小的数试一试，会得到什么？`,
    why: () => '',
  },
};

export const chooseWords = { en, zh };
