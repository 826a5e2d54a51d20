/** What a sentence may speak of: names, numbers and lines, as text. */
type P = Readonly<Record<string, string | number>>;
type Sentence = (p: P) => string;

const limitsEn: Readonly<Record<string, Sentence>> = {
  steps: (p) => `the file takes more than ${p.limit} steps; the rest is not executed`,
  rounds: (p) => `this loop goes round more than ${p.limit} times`,
  entries: (p) => `an array here would have more than ${p.limit} entries`,
  total: (p) => `the file computes more than ${p.limit} entries or products; the rest is not executed`,
  work: (p) => `a product here takes more than ${p.limit} multiplications`,
  calls: (p) => `functions call each other more than ${p.limit} deep here`,
};

const en = {
  status: {
    exact: 'exact',
    approximate: (difference: string) => `approximate, off by ${difference} at most`,
    follows: (line: number) => `follows from line ${line}`,
    wrong: 'wrong',
    shape: (got: string, name: string, expected: string) => `shape ${got}, ${name} is ${expected}`,
    given: 'taken as given',
    blank: (shape: string) => `to be written: ${shape}`,
    'not-checked': 'not checked',
    unread: 'not read',
    passed: 'passed over',
    once: 'first round only: it holds a whole training step',
  },
  scalar: 'a single number',
  /** A gradient right in value whose shape has lost or gained axes of length 1. */
  looseShape: (got: string, name: string, expected: string) =>
    `The numbers are right; the shape is ${got}, and ${name} is ${expected}: it works as long as it is broadcast.`,
  inner: (name: string) => `The gradient of what goes into the gate that makes ${name}.`,
  entry: (name: string, at: string, got: string, expected: string) =>
    `${name}${at} is ${got}; it should be ${expected}.`,
  moreEntries: (count: number) => `${count} entries differ in all.`,
  /** Where nothing that is known matches. */
  nameless: (of: string) =>
    `No known mistake gives this. What reads ${of}, and what does each reader pass back to d${of}?`,
  mistakes: {
    transposed: () => 'This is the gradient transposed.',
    swapped: (p) => `This is ${p.written}. ${p.right} has the shape and the entries that are wanted.`,
    'not-summed': (p) =>
      `${p.name} is broadcast in the forward pass, so the gradient is summed over the copies; here it still has all ${p.shape}.`,
    'summed-all': () => 'Everything is summed up to one number. Over which axis was it broadcast?',
    'wrong-axis': (p) => `Summed over axis ${p.axis}; it was broadcast over axis ${p.wanted}.`,
    'mean-for-sum': (p) => `The mean instead of the sum: every one of the ${p.count} copies counts in full.`,
    'missing-mask': (p) =>
      `${p.through} (line ${p.line}) lets the gradient through only where its input won; here it passes everywhere.`,
    'mask-no-effect': (p) => `This mask changes nothing: ${p.name} is never below 0. Where is it exactly 0?`,
    'no-local': (p) =>
      `The gradient passes ${p.through} (line ${p.line}, ${p.gate}) unchanged; its local gradient is missing.`,
    'no-upstream': (p) =>
      `This is the local gradient at ${p.through} (line ${p.line}), without what arrives from upstream.`,
    'own-input': (p) =>
      `At the product for ${p.through} (line ${p.line}) the gradient is multiplied by the input's own value. What is it multiplied by in the forward pass?`,
    'input-for-output': (p) =>
      `The slope of ${p.gate} at ${p.through} (line ${p.line}) is written with its output, not with its input.`,
    'sigmoid-slope': (p) =>
      `The slope of the sigmoid ${p.through} (line ${p.line}) is s(1 - s); here only part of that stands.`,
    'exponent-kept': (p) =>
      `The exponent goes down by one in the derivative of the power at ${p.through} (line ${p.line}).`,
    'exponent-lost': (p) =>
      `The derivative of the power at ${p.through} (line ${p.line}) has lost a factor or an exponent: x**n gives n * x**(n-1).`,
    sign: () => 'The sign is turned.',
    'branch-sign': (p) => `What comes back through ${p.through} (line ${p.line}) has its sign turned.`,
    factor: (p) => `This is ${p.times} times the gradient${p.name === undefined ? '' : ` (${p.name})`}.`,
    'branch-factor': (p) => `What comes back through ${p.through} (line ${p.line}) counts ${p.times} times.`,
    'squared-once': (p) =>
      `At ${p.through} (line ${p.line}) both factors are the same: each of them passes a gradient back, and the two add up.`,
    'missing-branch': (p) =>
      `What comes back through ${p.through} (line ${p.line}) is missing: it adds up with the rest.`,
    'only-branch': (p) =>
      `Only what comes back through ${p.through} (line ${p.line}) is here; the other branches are missing.`,
    'too-early': (p) => `It is read before it is complete: line ${p.line} still adds to it.`,
    overwrote: (p) => `Line ${p.by} assigns anew what line ${p.line} had: += adds the branches up.`,
    'no-minus-one': () => 'These are the probabilities; at the right class 1 is taken off.',
    'minus-one-everywhere': () => '1 is taken off everywhere; it belongs to the right class alone.',
    'softmax-part': (p) =>
      `In ${p.through} (line ${p.line}) every probability depends on every score of its row: p * (g - sum(g * p)); here only a part of that stands.`,
    'repeated-index': (p) =>
      `Some entries of ${p.name} are written more than once, and only the last time counts: add them up (+=, np.add.at).`,
    aliased: (p) =>
      p.line === undefined
        ? 'Two names stand for one array here: writing into one changes the other.'
        : `Line ${p.line} makes ${p.name} another name for the array ${p.other}: writing into one changes the other (.copy()).`,
    'forward-value': (p) => `This is the value of ${p.name}, not its gradient.`,
    'cannot-compute': (p) => (p.right === undefined ? '' : `${p.right} has the shape that is wanted.`),
  } satisfies Record<string, Sentence>,
  unread: {
    syntax: (p) => (p.found === '' ? 'the line ends too early' : `${p.found} is not understood here`),
    construct: (p) => `${p.found} is outside what is read here`,
    function: (p) => `the function ${p.name} is not known here`,
    attribute: (p) => `.${p.name} is not known here`,
    argument: (p) => `argument ${p.place} of ${p.function} is not understood`,
    'unknown-name': (p) => `${p.name} has no value; declare one: # check: ${p.name} = randn(4, 3)`,
    depends: (p) => `${p.name} is not known (line ${p.line})`,
    'no-number': (p) => (p.what === '' ? 'this is no number and no array' : `${p.what} is no number and no array`),
    loop: () => 'only loops over a fixed range are read',
    unpack: (p) => `this can not be taken apart into ${p.count}`,
    'mask-shape': (p) => `the mask is ${p.mask}, and the array ${p.shape}`,
    index: () => 'this index is not understood, or picks nothing',
    limit: (p) => limitsEn[p.what!]!(p),
    engine: () => '',
  } satisfies Record<string, Sentence>,
  notChecked: {
    'forward-unknown': (p) => `the line that computes ${p.name} could not be read`,
    'no-output': () => 'there is no number that depends on it, and no upstream gradient is given',
    independent: (p) => `${p.output} does not depend on ${p.name}`,
    table: (p) => `${p.output} is no single number: a gradient with respect to ${p.name} would be a table`,
    'forward-not-finite': (p) => `the gradient of ${p.name} is not finite here`,
  } satisfies Record<string, Sentence>,
  pair: (name: string, of: string) =>
    `${name} is taken for the gradient of ${of}; # check: ${name} -> NAME says otherwise.`,
  cut: 'The file is longer than what is read; its end is left out.',
  summary: (right: number, all: number) => `${right} of ${all} gradients right.`,
  nothing: 'No gradient could be checked. A gradient is recognised by its name: dW or grad_W for a forward name W.',
  wrongAt: (lines: string) => `Start with line ${lines}.`,
  watching: (path: string) => `Watching ${path}; each save is checked. Ctrl-C ends it.`,
  circuit: (marks: string) => `The circuit with the right numbers, and ${marks} where your gradient is another one:`,
  template: {
    intro: 'Write the backward pass: replace every None, from the output back to the inputs.',
    check: (command: string) => `Check it with: ${command}`,
    forward: 'forward pass',
    backward: 'backward pass',
    gradient: (name: string, shape: string) => `gradient of ${name}, ${shape}`,
    unknown: (name: string, names: string) =>
      `there is no template ${name}, and it is no program; the templates: ${names}`,
    noForm: (name: string) => `${name} has no one-line form in numpy or PyTorch here`,
  },
};

export type CheckMessages = typeof en;
export type CheckMistakeCode = keyof typeof en.mistakes;
export type CheckUnreadCode = keyof typeof en.unread;
export type CheckParams = P;

const limitsZh: Readonly<Record<string, Sentence>> = {
  steps: (p) => `文件要执行的步骤超过 ${p.limit} 步，后面的不再执行`,
  rounds: (p) => `这个循环超过 ${p.limit} 轮`,
  entries: (p) => `这里的数组会超过 ${p.limit} 个元素`,
  total: (p) => `文件要算的元素或乘积超过 ${p.limit} 个，后面的不再执行`,
  work: (p) => `这里的乘积要做超过 ${p.limit} 次乘法`,
  calls: (p) => `函数互相调用超过 ${p.limit} 层`,
};

const zh: CheckMessages = {
  status: {
    exact: '一致',
    approximate: (difference) => `近似，最多相差 ${difference}`,
    follows: (line) => `由第 ${line} 行引起`,
    wrong: '不对',
    shape: (got, name, expected) => `形状 ${got}，而 ${name} 是 ${expected}`,
    given: '作为给定值',
    blank: (shape) => `待写：${shape}`,
    'not-checked': '未检查',
    unread: '未读',
    passed: '略过',
    once: '只看第一轮：这里是整个训练步骤',
  },
  scalar: '一个数',
  looseShape: (got, name, expected) => `数值都对；形状是 ${got}，而 ${name} 是 ${expected}：要靠广播才用得上。`,
  inner: (name) => `这是算出 ${name} 的那个门的输入的梯度。`,
  entry: (name, at, got, expected) => `${name}${at} 是 ${got}，应为 ${expected}。`,
  moreEntries: (count) => `共有 ${count} 个元素不同。`,
  nameless: (of) => `没有已知的错法会得出这个结果。${of} 被谁读取？每一处各传回多少给 d${of}？`,
  mistakes: {
    transposed: () => '这是梯度的转置。',
    swapped: (p) => `这里算的是 ${p.written}。${p.right} 的形状和元素才是所要的。`,
    'not-summed': (p) => `${p.name} 在前向传播中被广播，梯度要对各份求和；这里还是完整的 ${p.shape}。`,
    'summed-all': () => '全部加成了一个数。前向时是沿哪个轴广播的？',
    'wrong-axis': (p) => `沿轴 ${p.axis} 求和；广播发生在轴 ${p.wanted}。`,
    'mean-for-sum': (p) => `求的是平均而不是和：${p.count} 份里每一份都要全额计入。`,
    'missing-mask': (p) => `${p.through}（第 ${p.line} 行）只在输入胜出处让梯度通过；这里处处都通过了。`,
    'mask-no-effect': (p) => `这个掩码什么也没改变：${p.name} 不会小于 0。它在哪里恰好等于 0？`,
    'no-local': (p) => `梯度原样穿过了 ${p.through}（第 ${p.line} 行，${p.gate}），少了局部梯度。`,
    'no-upstream': (p) => `这只是 ${p.through}（第 ${p.line} 行）处的局部梯度，还没有乘上游梯度。`,
    'own-input': (p) => `在 ${p.through}（第 ${p.line} 行）的乘积处，乘的是输入自己的值。前向时它乘的是谁？`,
    'input-for-output': (p) => `${p.through}（第 ${p.line} 行）的 ${p.gate} 斜率要用输出来写，这里用的是输入。`,
    'sigmoid-slope': (p) => `sigmoid ${p.through}（第 ${p.line} 行）的斜率是 s(1 - s)，这里只写了一部分。`,
    'exponent-kept': (p) => `对 ${p.through}（第 ${p.line} 行）的乘方求导时，指数要减一。`,
    'exponent-lost': (p) => `${p.through}（第 ${p.line} 行）的乘方的导数少了因子或指数：x**n 的导数是 n * x**(n-1)。`,
    sign: () => '符号反了。',
    'branch-sign': (p) => `经 ${p.through}（第 ${p.line} 行）传回的那一份符号反了。`,
    factor: (p) => `这是梯度的 ${p.times} 倍${p.name === undefined ? '' : `（${p.name}）`}。`,
    'branch-factor': (p) => `经 ${p.through}（第 ${p.line} 行）传回的那一份算成了 ${p.times} 倍。`,
    'squared-once': (p) => `${p.through}（第 ${p.line} 行）的两个因子是同一个：两边各传回一份梯度，要相加。`,
    'missing-branch': (p) => `少了经 ${p.through}（第 ${p.line} 行）传回的那一份：各分支要相加。`,
    'only-branch': (p) => `这里只有经 ${p.through}（第 ${p.line} 行）传回的那一份，少了其他分支。`,
    'too-early': (p) => `读得太早：第 ${p.line} 行还要往里加。`,
    overwrote: (p) => `第 ${p.by} 行重新赋值，覆盖了第 ${p.line} 行的结果：用 += 把各分支加起来。`,
    'no-minus-one': () => '这是概率本身；正确类处还要减 1。',
    'minus-one-everywhere': () => '处处都减了 1；只有正确类处要减。',
    'softmax-part': (p) =>
      `${p.through}（第 ${p.line} 行）里每个概率都依赖同一行的所有得分：p * (g - sum(g * p))，这里只有其中一部分。`,
    'repeated-index': (p) => `${p.name} 有些元素被写了不止一次，只有最后一次算数：要累加（+=、np.add.at）。`,
    aliased: (p) =>
      p.line === undefined
        ? '这里两个名字指的是同一个数组：改一个，另一个也变。'
        : `第 ${p.line} 行让 ${p.name} 成了数组 ${p.other} 的另一个名字：改一个，另一个也变（.copy()）。`,
    'forward-value': (p) => `这是 ${p.name} 的值，不是它的梯度。`,
    'cannot-compute': (p) => (p.right === undefined ? '' : `${p.right} 的形状才是所要的。`),
  },
  unread: {
    syntax: (p) => (p.found === '' ? '这一行没有写完' : `这里看不懂 ${p.found}`),
    construct: (p) => `${p.found} 不在可读的范围内`,
    function: (p) => `不认识函数 ${p.name}`,
    attribute: (p) => `不认识 .${p.name}`,
    argument: (p) => `看不懂 ${p.function} 的第 ${p.place} 个参数`,
    'unknown-name': (p) => `${p.name} 没有值；可以声明一个：# check: ${p.name} = randn(4, 3)`,
    depends: (p) => `不知道 ${p.name}（第 ${p.line} 行）`,
    'no-number': (p) => (p.what === '' ? '这不是数，也不是数组' : `${p.what} 不是数，也不是数组`),
    loop: () => '只读固定范围的循环',
    unpack: (p) => `这个值不能拆成 ${p.count} 份`,
    'mask-shape': (p) => `掩码的形状是 ${p.mask}，而数组是 ${p.shape}`,
    index: () => '看不懂这个下标，或者它什么也没取到',
    limit: (p) => limitsZh[p.what!]!(p),
    engine: () => '',
  },
  notChecked: {
    'forward-unknown': (p) => `算出 ${p.name} 的那一行没有读懂`,
    'no-output': () => '没有依赖它的数，也没有给出上游梯度',
    independent: (p) => `${p.output} 不依赖 ${p.name}`,
    table: (p) => `${p.output} 不是一个数：对 ${p.name} 的梯度会是一张表`,
    'forward-not-finite': (p) => `${p.name} 的梯度在这里不是有限的数`,
  },
  pair: (name, of) => `${name} 被当作 ${of} 的梯度；如果不是，写上 # check: ${name} -> 名字。`,
  cut: '文件比能读的更长，末尾没有读。',
  summary: (right, all) => `${all} 个梯度中有 ${right} 个正确。`,
  nothing: '没有可以检查的梯度。梯度靠名字辨认：前向名字 W 的梯度写作 dW 或 grad_W。',
  wrongAt: (lines) => `先看第 ${lines} 行。`,
  watching: (path) => `正在观察 ${path}，每次保存都会检查。按 Ctrl-C 结束。`,
  circuit: (marks) => `计算图，数字是正确的；你的梯度与之不同的地方标有 ${marks}：`,
  template: {
    intro: '写出反向传播：从输出往回到输入，把每个 None 换掉。',
    check: (command) => `检查：${command}`,
    forward: '前向传播',
    backward: '反向传播',
    gradient: (name, shape) => `${name} 的梯度，${shape}`,
    unknown: (name, names) => `没有名为 ${name} 的模板，它也不是一个程序；现有模板：${names}`,
    noForm: (name) => `${name} 在这里没有一行的 numpy 或 PyTorch 写法`,
  },
};

export const checkMessages: { readonly [lang in 'en' | 'zh']: CheckMessages } = { en, zh };
