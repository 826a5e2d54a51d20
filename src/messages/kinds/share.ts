/** Contributions: what comes back through one line. */
const en = {
  question: (p: { name: string; line: string; arrives: string; symbol: string }) =>
    `\`${p.name}\` goes into \`${p.line}\`${p.arrives}. What comes back to \`${p.name}\` through this line alone? Its share of \`${p.symbol}\`:`,
};

export type ShareWords = typeof en;

const zh: ShareWords = {
  question: (p) =>
    `\`${p.name}\` 进入 \`${p.line}\`${p.arrives}。只经过这一行，传回 \`${p.name}\` 的是多少？它在 \`${p.symbol}\` 里占的那一份：`,
};

export const shareWords = { en, zh };
