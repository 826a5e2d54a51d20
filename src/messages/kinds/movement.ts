/** Changes, rates and central differences. */
const en = {
  prompt: {
    change: (p: { of: string }) => `movement of ${p.of}`,
    rate: (p: { of: string }) => `rate of ${p.of}`,
    central: (p: { of: string }) => `central rate of ${p.of}`,
  },
  question: {
    change: (p: Params) =>
      `${p.start}Now \`${p.wrt}\` goes from ${p.x} to ${p.above}. By how much does \`${p.of}\` move?`,
    rate: (p: Params) =>
      `${p.start}Now \`${p.wrt}\` goes from ${p.x} to ${p.above}. How far does \`${p.of}\` move per unit of \`${p.wrt}\`?`,
    central: (p: Params) =>
      `${p.start}From \`${p.wrt} = ${p.below}\` to \`${p.wrt} = ${p.above}\`: how far does \`${p.of}\` move per unit of \`${p.wrt}\`? The central difference:`,
  },
  start: (p: { of: string; value: string }) => `Here \`${p.of} = ${p.value}\`. `,
  hints: {
    which: (p: Params) => `Work out \`${p.of}\` twice: \`${p.line}\`.`,
    rule: {
      change: (p: Params) => `The movement is the new value of \`${p.of}\` less the old one.`,
      rate: (p: Params) =>
        `The rate is the movement of \`${p.of}\` divided by the movement of \`${p.wrt}\`, which is ${p.by}.`,
      central: (p: Params) =>
        `The value above less the value below, divided by how far they lie apart, which is 2 times ${p.by}.`,
    },
    numbers: {
      change: (p: Params) => `\`${p.of}\` goes from ${p.value} to ${p.aboveValue}.`,
      rate: (p: Params) =>
        `\`${p.of}\` goes from ${p.value} to ${p.aboveValue}: \`(${p.aboveValue} - ${p.valueIn}) / _\``,
      central: (p: Params) =>
        `\`${p.of}\` is ${p.belowValue} below and ${p.aboveValue} above: \`(${p.aboveValue} - ${p.belowValueIn}) / _\``,
    },
  },
  said: {
    'new-value': (p: Params) => `${p.typed} is the new value of \`${p.of}\`. It came from ${p.value}. How far is that?`,
    'not-divided': (p: Params) =>
      `${p.typed} is how far \`${p.of}\` moved, while \`${p.wrt}\` moved by ${p.by}. How far would it be per unit of \`${p.wrt}\`?`,
    'per-unit': (p: Params) =>
      `${p.typed} is the movement per unit of \`${p.wrt}\`. But \`${p.wrt}\` moves by ${p.by} only. How far does \`${p.of}\` go then?`,
    limit: (p: Params) =>
      `${p.typed} is the rate for a step that vanishes. Here the step is ${p.by}. What is \`${p.of}\` at \`${p.wrt} = ${p.above}\`?`,
    sign: (p: Params) => `${p.typed} has the sign turned. Does \`${p.of}\` rise or fall, from ${p.value}?`,
    'one-sided': (p: Params) =>
      `${p.typed} is the rate on one side only. What is \`${p.of}\` at \`${p.wrt} = ${p.below}\`, on the other side?`,
    half: (p: Params) => `${p.typed} divides by ${p.by}. How far apart are ${p.below} and ${p.above}?`,
    none: (p: Params) => `${p.typed} does not fit. What is \`${p.of}\` at \`${p.wrt} = ${p.above}\`?`,
  },
};

interface Params {
  readonly of: string;
  readonly wrt: string;
  readonly by: string;
  readonly x: string;
  readonly above: string;
  readonly below: string;
  readonly value: string;
  readonly valueIn: string;
  readonly aboveValue: string;
  readonly belowValue: string;
  readonly belowValueIn: string;
  readonly line: string;
  readonly start: string;
  readonly typed: string;
}

export type MovementWords = typeof en;
export type MovementParams = Params;

const zh: MovementWords = {
  prompt: {
    change: (p) => `${p.of} 的变化`,
    rate: (p) => `${p.of} 的变化率`,
    central: (p) => `${p.of} 的中心差分`,
  },
  question: {
    change: (p) => `${p.start}现在 \`${p.wrt}\` 从 ${p.x} 变到 ${p.above}。\`${p.of}\` 变化多少？`,
    rate: (p) => `${p.start}现在 \`${p.wrt}\` 从 ${p.x} 变到 ${p.above}。\`${p.wrt}\` 每变化 1，\`${p.of}\` 变化多少？`,
    central: (p) =>
      `${p.start}从 \`${p.wrt} = ${p.below}\` 到 \`${p.wrt} = ${p.above}\`：\`${p.wrt}\` 每变化 1，\`${p.of}\` 变化多少？中心差分：`,
  },
  start: (p) => `这里 \`${p.of} = ${p.value}\`。`,
  hints: {
    which: (p) => `把 \`${p.of}\` 算两次：\`${p.line}\`。`,
    rule: {
      change: (p) => `变化 = \`${p.of}\` 的新值减去旧值。`,
      rate: (p) => `变化率 = \`${p.of}\` 的变化除以 \`${p.wrt}\` 的变化 ${p.by}。`,
      central: (p) => `上边的值减去下边的值，再除以两点的距离，也就是 2 乘 ${p.by}。`,
    },
    numbers: {
      change: (p) => `\`${p.of}\` 从 ${p.value} 变到 ${p.aboveValue}。`,
      rate: (p) => `\`${p.of}\` 从 ${p.value} 变到 ${p.aboveValue}：\`(${p.aboveValue} - ${p.valueIn}) / _\``,
      central: (p) =>
        `\`${p.of}\` 在下边是 ${p.belowValue}，在上边是 ${p.aboveValue}：\`(${p.aboveValue} - ${p.belowValueIn}) / _\``,
    },
  },
  said: {
    'new-value': (p) => `${p.typed} 是 \`${p.of}\` 的新值，原来是 ${p.value}。变化了多少？`,
    'not-divided': (p) =>
      `${p.typed} 是 \`${p.of}\` 的变化，而 \`${p.wrt}\` 变化了 ${p.by}。折合到 \`${p.wrt}\` 每变化 1，是多少？`,
    'per-unit': (p) =>
      `${p.typed} 是 \`${p.wrt}\` 每变化 1 时的变化。但 \`${p.wrt}\` 只变化了 ${p.by}，\`${p.of}\` 变化多少？`,
    limit: (p) =>
      `${p.typed} 是步长趋于零时的变化率。这里的步长是 ${p.by}。\`${p.wrt} = ${p.above}\` 时 \`${p.of}\` 是多少？`,
    sign: (p) => `${p.typed} 的符号反了。从 ${p.value} 起，\`${p.of}\` 是升还是降？`,
    'one-sided': (p) => `${p.typed} 只是一侧的变化率。另一侧 \`${p.wrt} = ${p.below}\` 时，\`${p.of}\` 是多少？`,
    half: (p) => `${p.typed} 除的是 ${p.by}。${p.below} 和 ${p.above} 相距多远？`,
    none: (p) => `${p.typed} 对不上。\`${p.wrt} = ${p.above}\` 时 \`${p.of}\` 是多少？`,
  },
};

export const movementWords = { en, zh };
