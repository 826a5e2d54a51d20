/** Local gradients in general. */
const en = {
  question: (p: { line: string; symbol: string }) =>
    `Whatever the numbers are: in \`${p.line}\`, what is the local gradient \`${p.symbol}\` as a formula?`,
  hints: {
    several: () => 'Take the gates of the line one by one, and multiply along the way.',
    rule: (p: { rule: string }) => `The local gradient is ${p.rule}.`,
    blank: (p: { formula: string }) => `\`${p.formula}\``,
    answer: (p: { formula: string }) => `\`${p.formula}\``,
  },
  working: (p: { formula: string }) => `\`${p.formula}\` holds at any numbers.`,
  said: {
    number: (p: { typed: string; symbol: string }) =>
      `${p.typed} is \`${p.symbol}\` at these numbers. With other inputs it would be another number. Which formula gives it always?`,
    'here-only': (p: { typed: string; symbol: string }) =>
      `\`${p.typed}\` gives the right number here. With other inputs it would not. Which formula always holds?`,
  },
};

export type RuleWords = typeof en;

const zh: RuleWords = {
  question: (p) => `不管数是多少：在 \`${p.line}\` 里，局部梯度 \`${p.symbol}\` 的式子是什么？`,
  hints: {
    several: () => '把这一行的门一个一个地看，沿途相乘。',
    rule: (p) => `局部梯度：${p.rule}。`,
    blank: (p) => `\`${p.formula}\``,
    answer: (p) => `\`${p.formula}\``,
  },
  working: (p) => `\`${p.formula}\` 对任何数都成立。`,
  said: {
    number: (p) => `${p.typed} 是 \`${p.symbol}\` 在这组数上的值，换一组输入就变了。哪个式子总是给出它？`,
    'here-only': (p) => `\`${p.typed}\` 在这里的数是对的，但换一组输入就不成立了。哪个式子总是成立？`,
  },
};

export const ruleWords = { en, zh };
