/** How to mend what is no YAML, by the parser's code for it. */
const faults = {
  en: {
    DUPLICATE_KEY: 'this key is there twice; keep one',
    TAB_AS_INDENT: 'a tab indents this line; indent with spaces',
    BAD_INDENT: 'this line is not in line with the ones it belongs to, or a bracket above is not closed',
    MISSING_CHAR: 'a sign is missing: a closing quote, the colon behind a key, or the hyphen before an item',
    ...same(
      ['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY'],
      'a colon too many or too few: text with a colon stands between quotes, and between the keys in {…} stand commas',
    ),
    ...same(
      ['UNEXPECTED_TOKEN', 'BAD_SCALAR_START'],
      "this can't stand here; text goes between double quotes, a list on lines of its own",
    ),
  },
  zh: {
    DUPLICATE_KEY: '这个键出现了两次；请留下一个',
    TAB_AS_INDENT: '这一行用制表符缩进；请改用空格',
    BAD_INDENT: '这一行与它的同级没有对齐，或者上面有括号没有闭合',
    MISSING_CHAR: '这里缺一个符号：结尾的引号、键后面的冒号，或者列表项前的连字符',
    ...same(
      ['BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY'],
      '冒号多了或少了：含冒号的文字要加引号，{…} 里各项之间要有逗号',
    ),
    ...same(['UNEXPECTED_TOKEN', 'BAD_SCALAR_START'], '这里不能这样写；文字请用双引号括起来，列表请另起一行'),
  },
} as const satisfies Record<'en' | 'zh', Readonly<Record<string, string>>>;

function same(codes: readonly string[], sentence: string): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, sentence]));
}

/** What may not stand in a lesson file. */
const features = {
  en: { anchor: 'anchors (&)', alias: 'aliases (*)', tag: 'tags (!)', control: 'control characters' },
  zh: { anchor: '锚点（&）', alias: '别名（*）', tag: '标签（!）', control: '控制字符' },
};

/** What a value is called, by the loader's word for its type. */
const types: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  number: ['a number', '一个数'],
  string: ['text', '文字'],
  Array: ['a list, such as [a, b]', '列表，例如 [a, b]'],
  Object: ['keys with values', '带键的值'],
};

const given = ['a number, a list of numbers, or {from, to, step}', '一个数、数的列表，或 {from, to, step}'] as const;

/** What was expected, in words. A word in brackets is a choice of forms, of which there is one: values and ranges. */
function expected(word: string, lang: 0 | 1): string {
  const [, bound, limit] = /^([<>])=(.*)$/.exec(word) ?? [];
  if (bound === '>') return [`at least ${limit}`, `不小于 ${limit} 的数`][lang]!;
  if (bound === '<') return [`at most ${limit}`, `不大于 ${limit} 的数`][lang]!;
  if (word === '') return ['a whole number', '整数'][lang]!;
  return word.startsWith('(') ? given[lang] : (types[word]?.[lang] ?? word);
}

/** What was found; lists and keys in short. */
function found(word: string): string {
  return { Object: '{…}', Array: '[…]' }[word] ?? word;
}

/** Sentences about lesson files that can't be used: what is there, what was expected, how to mend it. */
const en = {
  'missing-file': (p: { file: string }) => `${p.file} is missing; a lesson folder holds lesson.yaml and zh.md or en.md`,
  yaml: (p: { message: string; fault: string }) =>
    `not readable as YAML: ${(faults.en as Readonly<Record<string, string>>)[p.fault] ?? p.message}`,
  'yaml-feature': (p: { feature: keyof typeof features.en }) =>
    `${features.en[p.feature]} are not allowed in lesson files; ${p.feature === 'control' ? 'take them out' : 'write the value out'}`,
  'unknown-key': (p: { key: string; near?: string }) =>
    `unknown key ${p.key}${p.near === undefined ? '' : `; did you mean ${p.near}?`}`,
  'missing-key': (p: { key: string }) => `${p.key} is missing here; add it`,
  'wrong-type': (p: { expected: string; got: string }) => `expected ${expected(p.expected, 0)}, found ${found(p.got)}`,
  'bad-id': (p: { id: string }) =>
    `${p.id} is no id: ids are small letters, digits and hyphens, beginning with a letter`,
  'circuit-twice': () => 'write either circuit with inputs, or circuits, not both',
  'in-circuits': (p: { key: string }) => `with circuits, ${p.key} belongs into the circuit that it is for`,
  'no-circuit': () => 'no circuit: add circuit: | with the lines of a program, or circuits',
  'repeated-step': (p: { id: string }) => `step ${p.id} is there twice; each step needs an id of its own`,
  'unknown-circuit': (p: { name: string; near?: string }) =>
    `there is no circuit ${p.name}${p.near === undefined ? '' : `; did you mean ${p.near}?`}`,
  'bad-ask': (p: { ask: string; forms: string }) => `can't ask "${p.ask}"; the forms are: ${p.forms}`,
  'unknown-name': (p: { name: string; near?: string; names?: string }) =>
    `the circuit has no ${p.name}; ${p.near === undefined ? `it has ${p.names}` : `did you mean ${p.near}?`}`,
  'not-read': (p: { of: string; wrt: string; reads: string }) =>
    `the line of ${p.of} does not read ${p.wrt}; it reads ${p.reads}`,
  'not-computed': (p: { name: string }) =>
    `${p.name} is an input, so there is nothing to compute; ask for the value of a line`,
  'key-not-used': (p: { key: string }) => `${p.key} has no meaning for what this step asks; take it away`,
  'needs-key': (p: { ask: string; key: string }) => `ask: ${p.ask} needs ${p.key} in the same step`,
  'not-two': (p: { name: string; reads: string }) =>
    `both asks about a line that reads two names; ${p.name} reads ${p.reads}`,
  'read-elsewhere': (p: { name: string; of: string }) =>
    `${p.name} is read by other lines too, so its gradient is more than what comes back through ${p.of}; ask for both locals of ${p.of}`,
  'no-fork': (p: { name: string }) =>
    `${p.name} goes into one line only, so it has no contributions; ask gradient of ${p.name}`,
  'no-reader': (p: { name: string }) =>
    `no line that the output depends on reads ${p.name}, so nothing comes back to it`,
  'no-one-line': (p: { name: string }) =>
    `the rule at ${p.name} can't be written as one formula; give its parts lines of their own`,
  'no-entry': (p: { name: string; at: string; shape: string }) =>
    `${p.name} is ${p.shape} and has no entry ${p.at}; indices count from 0`,
  'not-a-number': (p: { name: string }) => `${p.name} is no single number`,
  'output-itself': (p: { name: string }) => `${p.name} is the output itself; ask for something it depends on`,
  'not-an-input': (p: { name: string }) => `${p.name} is no input, so it can't be moved on its own`,
  'no-step': () => 'a step of 0 moves nothing',
  'bad-option': (p: { option: string }) =>
    `${p.option} is no option: options are small letters, digits and hyphens, each once, and do not end in -why`,
  'option-count': (p: { most: number }) => `a choice has from 2 to ${p.most} options`,
  'answer-no-option': (p: { answer: string; options: string }) => `${p.answer} is none of the options ${p.options}`,
  'cant-collapse': (p: { name: string }) =>
    `${p.name} can't be drawn as one box: it has to be a line of several gates into which nothing else looks, or sigmoid or sum`,
  'unknown-mistake': (p: { id: string; near?: string }) =>
    `there is no mistake ${p.id}${p.near === undefined ? '' : `; did you mean ${p.near}?`}`,
  'plants-nothing': (p: { id: string; name: string; possible: string }) =>
    `${p.id} can't be made at d${p.name}, or gives the right number there; there can be ${p.possible}`,
  'not-ready': (p: { name: string }) =>
    `${p.name} can't be done yet: list the lines of done in the order of the backward pass`,
  'all-done': () => 'every line is done, so there is no next one; shorten done',
  'too-many-lines': (p: { most: number }) => `the circuit has more than ${p.most} lines; use fewer`,
  'keeps-too-few': (p: { most: number; count: number }) => `most is ${p.most}, but it takes ${p.count}`,
  'cant-split': (p: { name: string }) => `the line of ${p.name} is one simple gate, which can't be split`,
  'cant-fuse': (p: { name: string }) =>
    `the line of ${p.name} is no gate whose local gradient needs its output only, such as sigmoid(x), tanh(x), exp(x) or 1 / (1 + exp(-x))`,
  'not-the-net': (p: { lines: string }) => `train is asked of the circuit whose lines are ${p.lines}`,
  'too-few-gates': (p: { stages: number; count: number }) =>
    `the circuit has ${p.count} gates, too few for ${p.stages} stages`,
  'too-long-lines': (p: { limit: number }) =>
    `the circuit's lines are longer than ${p.limit} characters together; use a smaller one`,
  'no-option-text': (p: { id: string; option: string }) =>
    `option ${p.option} of ${p.id} has no text; write it under ### ${p.option} below ## ${p.id}`,
  'unknown-part': (p: { part: string; known: string; near?: string }) =>
    `### ${p.part} has no use here${p.near === undefined ? `; there can be ${p.known}` : `; did you mean ${p.near}?`}`,
  program: (p: { message: string }) => p.message,
  'no-value': (p: { names: string }) => `no value for ${p.names}; add it under inputs`,
  'not-scalar': (p: { name: string }) => `${p.name} is no single number; give its upstream gradient as seed`,
  'draw-empty': () => 'from must not be above to, and step must be above 0',
  'where-bad': (p: { where: string }) =>
    `can't read the condition "${p.where}"; write two expressions with one of < <= > >= == != between`,
  'where-never': () => 'no numbers found that meet the conditions under where; widen the ranges',
  'no-title': () => 'the first line must be the title: # and a name',
  'no-prose': (p: { id: string }) => `step ${p.id} asks nothing, so it needs prose under ## ${p.id}`,
  'unknown-section': (p: { id: string; near?: string }) =>
    `there is no step ${p.id} in lesson.yaml${p.near === undefined ? '' : `; did you mean ${p.near}?`}`,
  'section-twice': (p: { id: string }) => `## ${p.id} is there twice; put them together`,
  'sections-differ': (p: { id: string; has: string }) =>
    `## ${p.id} is missing here, but ${p.has} has it; write it here, or take it away there`,
  'no-summary': () => 'a lesson ends with ## summary: what was learnt and what it is good for',
  expect: (p: { expected: string; got: string }) =>
    `expect says ${p.expected}, but the engine says ${p.got}; mend expect, or the circuit`,
  'too-long': (p: { limit: number }) => `the file is longer than ${p.limit} characters; make two lessons of it`,
  'no-language': (p: { file: string }) => `${p.file} is missing; a lesson of the course is written in both languages`,
  'answer-rejected': (p: { id: string; seed: number; typed: string }) =>
    `at ${p.id} the engine's own answer ${p.typed} is not accepted (seed ${p.seed}); the shown digits may be too few: choose other numbers`,
  'not-finite': (p: { name: string; circuit: string; seed: number }) =>
    `${p.name} of circuit ${p.circuit} has no finite value or gradient at seed ${p.seed}; narrow the ranges`,
  'at-kink': (p: { name: string; circuit: string; seed: number }) =>
    `${p.name} of circuit ${p.circuit} stands at a tie or a kink at seed ${p.seed}, where several gradients are right; keep the numbers apart with where, or say kinks: true if it is meant`,
  'too-wide': (p: { circuit: string; width: number }) =>
    `circuit ${p.circuit} takes ${p.width} columns, more than 80 even folded; split it or use fewer inputs`,
  'unknown-skill': (p: { id: string; near?: string }) =>
    `there is no skill ${p.id}${p.near === undefined ? '' : `; did you mean ${p.near}?`}`,
  'unknown-need': (p: { id: string; near?: string }) =>
    `the course has no lesson ${p.id}${p.near === undefined ? '' : `; did you mean ${p.near}?`}`,
  'many-numbers': (p: { id: string; count: number; limit: number }) =>
    `${p.id} asks ${p.count} numbers; more than ${p.limit} tire: raise fade, or ask single gates`,
  indistinct: (p: { id: string }) =>
    `at ${p.id} different mistakes give the same number, or one lies within the accepted answer; with other numbers each could be named`,
};

export type LessonProblems = typeof en;

const zh: LessonProblems = {
  'missing-file': (p) => `缺少 ${p.file}；课程文件夹里要有 lesson.yaml，以及 zh.md 或 en.md`,
  yaml: (p) => `不是合法的 YAML：${(faults.zh as Readonly<Record<string, string>>)[p.fault] ?? p.message}`,
  'yaml-feature': (p) =>
    `课程文件里不能有${features.zh[p.feature]}；${p.feature === 'control' ? '请删去' : '请把值直接写出来'}`,
  'unknown-key': (p) => `不认识的键 ${p.key}${p.near === undefined ? '' : `；是不是想写 ${p.near}？`}`,
  'missing-key': (p) => `这里缺少 ${p.key}；请补上`,
  'wrong-type': (p) =>
    `这里要写${/^\w/.test(expected(p.expected, 1)) ? ' ' : ''}${expected(p.expected, 1)}，现在是 ${found(p.got)}`,
  'bad-id': (p) => `${p.id} 不能作 id：id 由小写字母、数字和连字符组成，以字母开头`,
  'circuit-twice': () => 'circuit（配 inputs）和 circuits 只能写一种',
  'in-circuits': (p) => `用 circuits 时，${p.key} 要写在它所属的那个计算图里`,
  'no-circuit': () => '没有计算图：请加上 circuit: | 并逐行写出程序，或者写 circuits',
  'repeated-step': (p) => `步骤 ${p.id} 出现了两次；每一步都要有自己的 id`,
  'unknown-circuit': (p) => `没有名为 ${p.name} 的计算图${p.near === undefined ? '' : `；是不是想写 ${p.near}？`}`,
  'bad-ask': (p) => `没有“${p.ask}”这种问法；可以写：${p.forms}`,
  'unknown-name': (p) =>
    `计算图里没有 ${p.name}；${p.near === undefined ? `有的是 ${p.names}` : `是不是想写 ${p.near}？`}`,
  'not-read': (p) => `${p.of} 这一行没有用到 ${p.wrt}；它用到的是 ${p.reads}`,
  'not-computed': (p) => `${p.name} 是输入，没有什么可算的；请改问某一行的结果`,
  'key-not-used': (p) => `这一步的提问用不到 ${p.key}；请删去`,
  'needs-key': (p) => `ask: ${p.ask} 需要在同一步里写 ${p.key}`,
  'not-two': (p) => `both 问的是用到两个名字的一行；${p.name} 用到的是 ${p.reads}`,
  'read-elsewhere': (p) =>
    `别的行也用到 ${p.name}，它的梯度不只是经 ${p.of} 传回的那一份；请改问 both locals of ${p.of}`,
  'no-fork': (p) => `${p.name} 只进入一行，谈不上各路贡献；请改问 gradient of ${p.name}`,
  'no-reader': (p) => `输出所依赖的各行都没有用到 ${p.name}，没有梯度传回`,
  'no-one-line': (p) => `${p.name} 处的规则写不成一个式子；请把它拆成几行`,
  'no-entry': (p) => `${p.name} 的形状是 ${p.shape}，没有 ${p.at} 这一项；下标从 0 数起`,
  'not-a-number': (p) => `${p.name} 不是单个的数`,
  'output-itself': (p) => `${p.name} 就是输出；请改问它所依赖的量`,
  'not-an-input': (p) => `${p.name} 不是输入，不能单独变动`,
  'no-step': () => '步长为 0，什么也不会变',
  'bad-option': (p) => `${p.option} 不能作选项：选项由小写字母、数字和连字符组成，各不相同，且不以 -why 结尾`,
  'option-count': (p) => `选择题要有 2 到 ${p.most} 个选项`,
  'answer-no-option': (p) => `${p.answer} 不在选项 ${p.options} 之中`,
  'cant-collapse': (p) =>
    `${p.name} 不能画成一个门：它要是由几个门组成、中间结果不被别处用到的一行，或者是 sigmoid、sum`,
  'unknown-mistake': (p) => `没有 ${p.id} 这种错误${p.near === undefined ? '' : `；是不是想写 ${p.near}？`}`,
  'plants-nothing': (p) => `${p.id} 在 d${p.name} 处犯不出来，或者得到的正好是对的；可以是 ${p.possible}`,
  'not-ready': (p) => `${p.name} 还轮不到：done 里要按反向传播的先后列出各行`,
  'all-done': () => '各行都做完了，没有下一个；请缩短 done',
  'too-many-lines': (p) => `计算图超过了 ${p.most} 行；请减少`,
  'keeps-too-few': (p) => `most 是 ${p.most}，但需要 ${p.count} 个值`,
  'cant-split': (p) => `${p.name} 这一行是一个简单的门，不能再拆`,
  'cant-fuse': (p) =>
    `${p.name} 这一行不是局部梯度只用到输出的门，例如 sigmoid(x)、tanh(x)、exp(x) 或 1 / (1 + exp(-x))`,
  'not-the-net': (p) => `train 只能问这样的计算图：${p.lines}`,
  'too-few-gates': (p) => `计算图有 ${p.count} 个门，分不成 ${p.stages} 步`,
  'too-long-lines': (p) => `计算图各行加起来超过 ${p.limit} 个字符；请用小一点的`,
  'no-option-text': (p) => `${p.id} 的选项 ${p.option} 没有文字；请写在 ## ${p.id} 下的 ### ${p.option} 里`,
  'unknown-part': (p) =>
    `### ${p.part} 在这里没有用处${p.near === undefined ? `；可以有 ${p.known}` : `；是不是想写 ${p.near}？`}`,
  program: (p) => p.message,
  'no-value': (p) => `${p.names} 没有值；请在 inputs 下补上`,
  'not-scalar': (p) => `${p.name} 不是一个数；请用 seed 给出它的上游梯度`,
  'draw-empty': () => 'from 不能大于 to，step 必须大于 0',
  'where-bad': (p) => `读不懂条件“${p.where}”；请写成两个式子，中间用 < <= > >= == != 之一`,
  'where-never': () => '找不到满足 where 的数；请放宽取值范围',
  'no-title': () => '第一行应当是标题：# 加上名称',
  'no-prose': (p) => `步骤 ${p.id} 不提问，所以要在 ## ${p.id} 下写正文`,
  'unknown-section': (p) => `lesson.yaml 里没有步骤 ${p.id}${p.near === undefined ? '' : `；是不是想写 ${p.near}？`}`,
  'section-twice': (p) => `## ${p.id} 出现了两次；请合在一起`,
  'sections-differ': (p) => `这里缺少 ## ${p.id}，而 ${p.has} 里有；请在这里补上，或在那里删去`,
  'no-summary': () => '课程要以 ## summary 结尾：学到了什么，有什么用',
  expect: (p) => `expect 写的是 ${p.expected}，引擎算出的是 ${p.got}；请改正 expect 或计算图`,
  'too-long': (p) => `文件超过了 ${p.limit} 个字符；请分成两课`,
  'no-language': (p) => `缺少 ${p.file}；课程自带的每一课都要有两种语言`,
  'answer-rejected': (p) =>
    `${p.id} 处，引擎自己的答案 ${p.typed} 没有被接受（种子 ${p.seed}）；可能是显示的位数太少：请换一组数`,
  'not-finite': (p) => `种子为 ${p.seed} 时，计算图 ${p.circuit} 的 ${p.name} 没有有限的值或梯度；请缩小取值范围`,
  'at-kink': (p) =>
    `种子为 ${p.seed} 时，计算图 ${p.circuit} 的 ${p.name} 正好在相等处或折角上，那里有不止一个正确的梯度；请用 where 把数错开；若是有意的，请写 kinks: true`,
  'too-wide': (p) => `计算图 ${p.circuit} 有 ${p.width} 列宽，折行后仍超过 80 列；请拆小或减少输入`,
  'unknown-skill': (p) => `没有技能 ${p.id}${p.near === undefined ? '' : `；是不是想写 ${p.near}？`}`,
  'unknown-need': (p) => `课程里没有 ${p.id} 这一课${p.near === undefined ? '' : `；是不是想写 ${p.near}？`}`,
  'many-numbers': (p) => `${p.id} 要填 ${p.count} 个数；超过 ${p.limit} 个会让人疲倦：请调大 fade，或改为逐门提问`,
  indistinct: (p) => `${p.id} 处，不同的错误会得出同一个数，或者有错误落在可接受的范围内；换一组数就能分辨`,
};

export const lessonProblems = { en, zh };
