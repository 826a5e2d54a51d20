const gatesEn: Readonly<Record<string, string>> = {
  add: 'add',
  sub: 'subtract',
  mul: 'multiply',
  div: 'divide',
  max: 'max',
  min: 'min',
  neg: 'negate',
  reciprocal: '1/x',
  shift: 'plus a constant',
  scale: 'times a constant',
  square: 'square',
  cube: 'cube',
  exp: 'exp',
  log: 'log',
  sqrt: 'sqrt',
  abs: 'abs',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  leaky_relu: 'leaky relu',
  softplus: 'softplus',
  matmul: 'matrix product',
  broadcast: 'broadcast bias',
  sum: 'sum along an axis',
  mean: 'mean along an axis',
};

const gatesZh: Readonly<Record<string, string>> = {
  add: '加法门',
  sub: '减法门',
  mul: '乘法门',
  div: '除法门',
  max: 'max 门',
  min: 'min 门',
  neg: '取负门',
  reciprocal: '倒数门',
  shift: '加常数门',
  scale: '乘常数门',
  square: '平方门',
  cube: '立方门',
  exp: 'exp 门',
  log: 'log 门',
  sqrt: 'sqrt 门',
  abs: 'abs 门',
  sigmoid: 'sigmoid 门',
  tanh: 'tanh 门',
  relu: 'relu 门',
  leaky_relu: 'leaky relu 门',
  softplus: 'softplus 门',
  matmul: '矩阵乘法',
  broadcast: '偏置的广播',
  sum: '沿轴求和',
  mean: '沿轴求均值',
};

/** What drills say. */
const en = {
  title: 'Drill',
  kinds: { practice: 'Drill', 'test-out': 'Test out', placement: 'Placement', test: 'Test' },
  /** A skill's name from its id, `relation:gate` or a word of its own. */
  skill: (id: string): string => {
    const [relation, gate] = id.split(':');
    if (relation === 'local') return `local gradient: ${gatesEn[gate!] ?? gate}`;
    if (relation === 'gradient') return `gradient: ${gatesEn[gate!] ?? gate}`;
    if (relation === 'entry') return `one entry of the gradient: ${gatesEn[gate!] ?? gate}`;
    if (relation === 'line') return `line of backward code: ${gatesEn[gate!] ?? gate}`;
    if (relation === 'shape') return `shape of the gradient: ${gatesEn[gate!] ?? gate}`;
    if (id === 'chain') return 'chain rule, step by step';
    if (id === 'fork') return 'forks: branches add up';
    return id === 'test-out' ? 'many skills at once' : id;
  },
  levels: {
    gate: 'one gate',
    chain: 'a chain of gates',
    fork: 'forks',
    pattern: 'circuits from the course',
    vector: 'vectors and matrices',
  },
  due: (days: number): string =>
    days <= 0
      ? 'today'
      : days === 1
        ? 'tomorrow'
        : days <= 60
          ? `in ${days} days`
          : `in ${Math.round(days / 30)} months`,
  dueAgain: (p: { skill: string; when: string }) => `${p.skill}: again ${p.when}`,
  mistakeAgain: (p: { mistake: string; when: string }) => `Seen: ${p.mistake}. It comes back ${p.when}.`,
  mistakeClean: (p: { mistake: string; times: number; of: number }) =>
    `Not seen again: ${p.mistake} (${p.times} of ${p.of}).`,
  mistakeGone: (p: { mistake: string }) => `Not seen three times running: ${p.mistake}. It is no longer asked for.`,
  measuredStart: (n: number) =>
    `${n} questions, one try at each, without help. What you have not met yet, leave out with :skip.`,
  notedMiss: 'Noted. In this round there is one try at each question.',
  counts: (p: { clean: number; total: number }) => `${p.clean} of ${p.total} right at once and without help`,
  asked: 'Asked, and when it is due again:',
  seen: 'Seen on the way, and when it comes back:',
  nothingSeen: 'No known mistake was seen.',
  times: (what: string, n: number) => (n > 1 ? `${what}, ${n} times` : what),
  placed: (p: { lesson: string }) => `A good place to start: ${p.lesson}`,
  testOver: (p: { right: number; total: number }) => `${p.right} of ${p.total} right at the first try.`,
  /** What comes after a sitting of the test. */
  testNext: {
    before: () =>
      'After the course the same skills are asked once more, with other numbers: then you see what it gave you.',
    after: (day: string) => `The last of the three comes in seven days, from ${day} on: it shows what stays.`,
    later: () => 'That was the last of the three. Progress has them side by side.',
  },
  new: 'new',
};

export type DrillMessages = typeof en;

const zh: DrillMessages = {
  title: '练习',
  kinds: { practice: '练习', 'test-out': '免修测验', placement: '定位', test: '测验' },
  skill: (id) => {
    const [relation, gate] = id.split(':');
    if (relation === 'local') return `局部梯度：${gatesZh[gate!] ?? gate}`;
    if (relation === 'gradient') return `梯度：${gatesZh[gate!] ?? gate}`;
    if (relation === 'entry') return `梯度的一个元素：${gatesZh[gate!] ?? gate}`;
    if (relation === 'line') return `一行反向代码：${gatesZh[gate!] ?? gate}`;
    if (relation === 'shape') return `梯度的形状：${gatesZh[gate!] ?? gate}`;
    if (id === 'chain') return '链式法则，一步一步';
    if (id === 'fork') return '分叉：各分支相加';
    return id === 'test-out' ? '同时考多项' : id;
  },
  levels: { gate: '单个门', chain: '一串门', fork: '分叉', pattern: '课程里的计算图', vector: '向量与矩阵' },
  due: (days) =>
    days <= 0 ? '今天' : days === 1 ? '明天' : days <= 60 ? `${days} 天后` : `${Math.round(days / 30)} 个月后`,
  dueAgain: (p) => `${p.skill}：${p.when}再练`,
  mistakeAgain: (p) => `出现过：${p.mistake}。${p.when}会再考到。`,
  mistakeClean: (p) => `没有再犯：${p.mistake}（${p.times}/${p.of}）。`,
  mistakeGone: (p) => `连续三次没有再犯：${p.mistake}。以后不再专门考它。`,
  measuredStart: (n) => `共 ${n} 题，每题只答一次，没有帮助。没学过的，输入 :skip 跳过。`,
  notedMiss: '已记下。这一轮每题只答一次。',
  counts: (p) => `${p.total} 题中有 ${p.clean} 题一次答对，没有求助`,
  asked: '练过的技能，以及下次的时间：',
  seen: '途中出现过的错误，以及再考的时间：',
  nothingSeen: '没有出现已知的错误。',
  times: (what, n) => (n > 1 ? `${what}（${n} 次）` : what),
  placed: (p) => `适合从这里开始：${p.lesson}`,
  testOver: (p) => `${p.total} 题中第一次就答对 ${p.right} 题。`,
  testNext: {
    before: () => '学完课程后会再考同样的技能，换一批数：那时就能看出学到了多少。',
    after: (day) => `第三次在七天之后，${day} 起可做：看看还记得多少。`,
    later: () => '三次都做完了。“进度”里有三次的对照。',
  },
  new: '新',
};

export const drillMessages = { en, zh };
