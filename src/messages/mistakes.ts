import { type ChainMistakeId, chainEn, chainZh } from './mistakes/chain.js';
import type { GateSentence, MistakeFacts, Sentence } from './mistakes/facts.js';
import { type GateMistakeId, gatesEn } from './mistakes/gates-en.js';
import { gatesZh } from './mistakes/gates-zh.js';
import { type TensorMistakeId, tensorsEn, tensorsZh } from './mistakes/tensors.js';

export type { ChainMistakeId } from './mistakes/chain.js';
export type { MistakeFacts } from './mistakes/facts.js';
export type { GateMistakeId } from './mistakes/gates-en.js';
export type { TensorMistakeId } from './mistakes/tensors.js';

/** Stable ids of all mistakes that can be named. */
export type MistakeId = GateMistakeId | ChainMistakeId | TensorMistakeId;

export const gateMistakeIds = Object.keys(gatesEn) as readonly GateMistakeId[];
export const chainMistakeIds = Object.keys(chainEn) as readonly ChainMistakeId[];
export const tensorMistakeIds = Object.keys(tensorsEn) as readonly TensorMistakeId[];

/** What two mistakes have in common when a number fits both. */
export type MistakeFamily = 'local' | 'upstream' | 'fork' | 'value';

const wordsEn = {
  timesUpstream: (g: string) => `, times \`${g}\` from upstream`,
  gateSentence: (n: string, what: string, lead: string) => `\`${n}\` is ${what}. ${lead}`,
  inBranch: {
    one: (f: MistakeFacts, sentence: string) =>
      `In \`${f.whole}\` one share of the sum is off, the one through \`${f.through}\`. ${sentence}`,
    every: (f: MistakeFacts, sentence: string) =>
      `In \`${f.whole}\` every share of the sum is off in the same way. Through \`${f.through}\`, ${sentence}`,
  },
  /** The parts of a sentence about two mistakes in one answer. */
  first: {
    'no-upstream': (f: MistakeFacts) => `\`${f.p}\` is the local gradient alone`,
    'no-local': (f: MistakeFacts) => `\`${f.g}\` is the upstream gradient alone`,
    'skipped-gate': (f: MistakeFacts) => `\`${f.further}\` arrives at \`${f.next}\`, one gate too far on`,
  },
  second: {
    'no-upstream': (f: MistakeFacts) => `, and \`${f.g}\`, the upstream gradient, is not in it`,
    'skipped-gate': (f: MistakeFacts) => ` times \`${f.further}\`, which arrives at \`${f.next}\`, one gate too far on`,
    sign: () => ', with the sign turned',
    overwrote: (f: MistakeFacts) => `, and it is one branch only, through \`${f.through}\``,
  },
  pairSentence: (f: MistakeFacts, first: string, second: string) =>
    `Two things meet in \`${f.n}\`: ${first}${second}. What is \`${f.local}\`, and what arrives at \`${f.o}\`?`,
  /** Two mistakes fit and belong together: what both say. */
  shared: {
    local: (f: MistakeFacts) =>
      `\`${f.n}\` does not come from the local gradient at this gate. Per unit of \`${f.x}\`, how far does \`${f.o}\` move?`,
    upstream: (f: MistakeFacts) =>
      `In \`${f.n}\` the local gradient and what comes from upstream are not put together yet. What arrives at \`${f.o}\`, and what does the gate multiply it by?`,
    fork: (f: MistakeFacts) =>
      `\`${f.x}\` goes to more than one place. What comes back through each branch, one after the other?`,
    value: (f: MistakeFacts) =>
      `\`${f.n}\` is not what \`${f.other}\` gives. Which numbers go in, and what is done with them?`,
  } satisfies Record<MistakeFamily, Sentence>,
  /** Two mistakes fit and differ: the question that tells them apart. */
  apart: (f: MistakeFacts) =>
    `\`${f.n}\` can come about in more than one way. Take it apart: what is \`${f.local}\` alone, and what arrives from upstream at \`${f.o}\`?`,
  follows: (f: MistakeFacts) =>
    `From your \`${f.other} = ${f.otherValue}\` this step is right. The one to mend is \`${f.other}\`. What is it?`,
  noMatch: {
    value: (f: MistakeFacts) => `\`${f.n}\` is not what comes out here. Which numbers go into \`${f.other}\`?`,
    local: (f: MistakeFacts) =>
      `\`${f.n}\` is not the rate. Keep everything else still and raise \`${f.x}\` by 0.001: how far does \`${f.o}\` move, per unit of \`${f.x}\`?`,
    gradient: (f: MistakeFacts) =>
      `\`${f.n}\` is not what reaches \`${f.x}\`. What arrives at \`${f.o}\` from upstream, and what is \`${f.local}\`?`,
    tensor: (f: MistakeFacts) =>
      `\`${f.n}\` is not what reaches \`${f.x}\`. Take one entry of \`${f.x}\`: which entries of \`${f.o}\` does it go into, and what comes back through those?`,
    fork: (f: MistakeFacts) => `\`${f.n}\` is not the sum. What comes back to \`${f.x}\` through each branch?`,
    seed: (f: MistakeFacts) => `The pass starts here. If \`${f.x}\` moves by 1, how far does \`${f.x}\` move?`,
  } satisfies Record<string, Sentence>,
  /** @param lead what the shapes have to do with each other */
  shape: (f: MistakeFacts, expected: string, got: string, lead: 'product' | 'one' | 'entries') =>
    `\`${f.n}\` is ${got}; \`${f.asked}\` must be ${expected}${f.asked === f.x ? '' : `, like \`${f.x}\``}. ${
      {
        product: 'Which order, which transpose?',
        one: 'How do its numbers become one?',
        entries: 'Which number belongs to which entry?',
      }[lead]
    }`,
  scalarShape: () => 'a single number',
  vectorShape: (n: number) => `a list of ${n}`,
  matrixShape: (shape: string) => shape,
  comma: ', ',
  entries: (places: string, asked: string) => `Right but for ${places} of \`${asked}\`. What goes into those?`,
  gates: { max: '`max`', min: '`min`', other: 'This gate' },
};

type Words = typeof wordsEn;

/** Mistakes along the chain that can be the first of two in one answer. */
export type FirstOfPair = keyof Words['first'];
/** Mistakes that can be the second of two. */
export type SecondOfPair = keyof Words['second'];

export const firstOfPairIds = Object.keys(wordsEn.first) as readonly FirstOfPair[];

const wordsZh: Words = {
  timesUpstream: (g) => `，再乘以上游梯度 \`${g}\``,
  gateSentence: (n, what, lead) => `\`${n}\` 是${what}。${lead}`,
  inBranch: {
    one: (f, sentence) => `\`${f.whole}\` 这个和里有一份不对，是经 \`${f.through}\` 的那一份。${sentence}`,
    every: (f, sentence) => `\`${f.whole}\` 这个和里每一份都有同样的问题。看经 \`${f.through}\` 的那一份：${sentence}`,
  },
  first: {
    'no-upstream': (f) => `\`${f.p}\` 只是局部梯度`,
    'no-local': (f) => `\`${f.g}\` 只是上游梯度`,
    'skipped-gate': (f) => `\`${f.further}\` 是到达 \`${f.next}\` 的，多走了一个门`,
  },
  second: {
    'no-upstream': (f) => `，还没有乘上游梯度 \`${f.g}\``,
    'skipped-gate': (f) => `乘以 \`${f.further}\`，而那是到达 \`${f.next}\` 的，多走了一个门`,
    sign: () => '，而且符号反了',
    overwrote: (f) => `，而且只算了经 \`${f.through}\` 的一条分支`,
  },
  pairSentence: (f, first, second) =>
    `\`${f.n}\` 里有两处：${first}${second}。\`${f.local}\` 是多少？到达 \`${f.o}\` 的又是多少？`,
  shared: {
    local: (f) => `\`${f.n}\` 用的不是这个门的局部梯度。\`${f.x}\` 每增加 1，\`${f.o}\` 变化多少？`,
    upstream: (f) =>
      `\`${f.n}\` 还没有把局部梯度和上游梯度合起来。\`${f.o}\` 处的上游梯度是多少？这个门又给它乘上什么？`,
    fork: (f) => `\`${f.x}\` 不止通向一处。每条分支各传回多少？`,
    value: (f) => `\`${f.n}\` 不是 \`${f.other}\` 的结果。进来的是哪些数？做了什么运算？`,
  },
  apart: (f) =>
    `\`${f.n}\` 有几种错法都会得出。拆开来看：单独的 \`${f.local}\` 是多少？\`${f.o}\` 处的上游梯度又是多少？`,
  follows: (f) => `按你前面的 \`${f.other} = ${f.otherValue}\`，这一步推得对。要改的是 \`${f.other}\`。它是多少？`,
  noMatch: {
    value: (f) => `\`${f.n}\` 不是这里的结果。进入 \`${f.other}\` 的是哪些数？`,
    local: (f) =>
      `\`${f.n}\` 不是这个变化率。其他都不动，只让 \`${f.x}\` 增加 0.001：\`${f.o}\` 变化多少？折合 \`${f.x}\` 每增加 1，又是多少？`,
    gradient: (f) => `传到 \`${f.x}\` 的不是 \`${f.n}\`。\`${f.o}\` 处的上游梯度是多少？\`${f.local}\` 又是多少？`,
    tensor: (f) =>
      `传到 \`${f.x}\` 的不是 \`${f.n}\`。看 \`${f.x}\` 的一个元素：它进入 \`${f.o}\` 的哪些元素？经它们传回的是多少？`,
    fork: (f) => `\`${f.n}\` 不是各分支之和。每条分支传回 \`${f.x}\` 多少？`,
    seed: (f) => `反向传播从这里开始。\`${f.x}\` 增加 1，\`${f.x}\` 自己变化多少？`,
  },
  shape: (f, expected, got, lead) =>
    `\`${f.n}\` 是${got}，而 \`${f.asked}\` ${f.asked === f.x ? '' : `必须和 \`${f.x}\` 一样，`}应当是${expected}。${
      { product: '次序和转置该怎么调整？', one: '怎样把这些数合成一个？', entries: '哪个数属于哪个元素？' }[lead]
    }`,
  scalarShape: () => '一个数',
  vectorShape: (n) => ` ${n} 个数的列表`,
  matrixShape: (shape) => ` ${shape}`,
  comma: '、',
  entries: (places, asked) => `\`${asked}\` 除了 ${places} 都对。那里该是哪些数合成的？`,
  gates: { max: '`max` ', min: '`min` ', other: '这个门' },
};

/** All that is said about wrong answers, in both languages. */
export const mistakeMessages: {
  readonly [lang in 'en' | 'zh']: {
    readonly words: Words;
    readonly gates: Readonly<Record<GateMistakeId, GateSentence>>;
    readonly chain: Readonly<Record<ChainMistakeId | TensorMistakeId, Sentence>>;
  };
} = {
  en: { words: wordsEn, gates: gatesEn, chain: { ...chainEn, ...tensorsEn } },
  zh: { words: wordsZh, gates: gatesZh, chain: { ...chainZh, ...tensorsZh } },
};
