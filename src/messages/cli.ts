/** What the program says on the command line. Commands and options are named the same in every language. */
const en = {
  tagline: 'Learn backpropagation by doing it, gate by gate.',
  headings: { examples: 'Examples', commands: 'Commands', options: 'Options', usage: 'Usage' },
  commands: {
    learn: {
      summary: 'open the tutor, or one of its lessons',
      details: ['A lesson is named by its id, its number, or the path of a lesson folder.'],
    },
    run: {
      summary: 'play a lesson from a script and print the transcript',
      details: [
        'An answers file has an answer a line; an id before a colon says which question it is for.',
        'The transcript is the same on every machine: English, 80 columns, seed 1, unless told otherwise.',
        'Exit code 0 when every question was answered right in the end, 1 when not.',
      ],
    },
    drill: {
      summary: 'practise what is due, with fresh circuits',
      details: [
        'Skills come back over days, the weakest first; --list shows them and when each is due.',
        '--level is one of gate, chain, fork, pattern, vector;',
        '--kind is one of practice, test-out, placement, test.',
      ],
    },
    play: { summary: 'play with a circuit of your own: nudge it, step it, be asked about it', details: [] },
    stats: {
      summary: 'show skills, mistakes and the days practised',
      details: ['Skills with strength and due date, accuracy and time, the mistakes made most often, a calendar.'],
    },
    export: {
      summary: 'print every answer, with a code for each mistake',
      details: [
        'CSV has a row for every judged answer; JSON has sums besides.',
        'The codes of mistakes never change, so that the exports of a class can be added up.',
      ],
    },
    replay: {
      summary: 'print a past sitting again',
      details: ['Without a number it is the latest one; --list shows which there are.'],
    },
    reset: {
      summary: 'begin anew, with one lesson or with everything',
      details: ['It asks first, unless told --yes. The journal of what was done is kept.'],
    },
    path: {
      summary: 'print where the journal is',
      details: ['The journal is one file of JSON lines; BACKPROP_TUTOR_HOME names another folder for it.'],
    },
    draw: {
      summary: 'draw the circuit of a program',
      details: [
        'The program is a text, the name of a file, or - for standard input.',
        'Without values every number is shown as ?.',
      ],
    },
    grad: {
      summary: 'print values, local gradients and gradients of a program',
      details: [
        'The program is a text, the name of a file, or - for standard input.',
        'With --batch, every line of standard input is a request in JSON, answered by a line of JSON:',
        '{"id": 1, "program": "f = x * y", "inputs": {"x": 4, "y": -3}}',
      ],
    },
    check: {
      summary: 'judge hand-written backward lines in numpy or PyTorch code',
      details: [
        'Each dW is compared with the gradient of W. Comments declare what comes from elsewhere:',
        '  # check: X = randn(32, 3)    # check: dZ -> z_out    # check: output loss',
        'The file is read, not run: lines outside the numpy and PyTorch of such exercises are listed.',
        'With --template, prints an exercise to fill in, from a named forward pass or a program.',
        'Exit code 0 when every gradient is right, 1 when not, 2 when one could not be read.',
      ],
    },
    lessons: {
      summary: 'list the lessons, and how far you are in each',
      details: ['A line a lesson: number, id, title, minutes, progress, skills.'],
    },
    glossary: {
      summary: 'explain the words of the subject',
      details: ['Without a word, all of them, in the order of the course. Either language finds.'],
    },
    completion: {
      summary: 'print a script that completes commands in a shell',
      details: ['For bash: source <(backprop-tutor completion bash). The shells are bash, zsh and fish.'],
    },
    new: {
      summary: 'begin a lesson of your own',
      details: ['Writes a folder with a small lesson that passes every check, to change line by line.'],
    },
    lint: {
      summary: 'check a lesson, or every lesson of a folder',
      details: [
        'Every finding has file, line and column. Errors keep a lesson from working; warnings are advice.',
        'Exit code 0 without errors, 1 with.',
      ],
    },
    test: {
      summary: 'play lessons by robots, and hold recorded plays to their transcripts',
      details: [
        'Every lesson is played at 20 seeds: all right, all revealed, and with each mistake that can be made.',
        'scripts/ID.answers in the folder is played in both languages, in Unicode and in ASCII, and compared',
        'with the transcripts beside it; --update writes them. Without a folder: the course, without scripts.',
        'Exit code 0 when all is well, 1 when not.',
      ],
    },
  },
  options: {
    at: 'values of the inputs: x=-2,y=5 or W=[[1,2],[3,4]] or @values.json',
    const: 'values that get no gradient, given like --at',
    width: 'cells in a line',
    ascii: 'draw with plain ASCII characters',
    'no-gradients': 'draw the forward values alone',
    'hide-gradients-of': 'names whose gradients are left out, with commas between',
    format: 'text for a terminal, svg or mermaid for a page, json for code',
    highlight: 'a name: its gate heavy, and the way its gradient comes lit',
    collapse: 'draw lines, or patterns such as sigmoid, as one gate each',
    open: 'show the numbers of small tensors beside the drawing',
    json: 'print JSON',
    junit: 'print a JUnit report',
    schema: 'print the JSON Schema of lesson.yaml, for editors',
    watch: 'check again at every save',
    template: 'print an exercise: softmax, two-layer, batchnorm, lstm, attention, or a program',
    torch: 'write the exercise for PyTorch',
    batch: 'read requests from standard input, a line of JSON each',
    answers: 'the file with the answers; - for standard input',
    perfect: 'let the engine answer',
    mistake: 'play a learner who makes this mistake first, such as no-upstream',
    skill: 'the one skill to practise, such as gradient:mul',
    count: 'how many exercises',
    level: 'how much circuit: gate, chain, fork, pattern or vector',
    kind: 'practice, test-out, placement or test',
    list: 'list what there is',
    csv: 'print comma-separated values',
    yes: 'do not ask first',
    update: 'write the transcripts instead of comparing',
    seed: 'the seed that random numbers are drawn from',
    upstream: 'the upstream gradient of the output; ones unless given',
    'no-color': 'no colours',
    lang: 'the language',
    help: 'show this help',
    version: 'show the version',
  },
  columns: { name: 'name', gate: 'gate', value: 'value', local: 'local gradients', gradient: 'gradient' },
  program: 'program',
  seeHelp: (command: string) => `All there is: ${command}`,
  seeCommandHelp: (command: string) => `More about a command: ${command}`,
  unknownCommand: (word: string, near: string | undefined) =>
    `there is no command ${word}${near === undefined ? '' : `; did you mean ${near}?`}`,
  unknownMistake: (id: string, near: string | undefined) =>
    `there is no mistake ${id}${near === undefined ? '' : `; did you mean ${near}?`}`,
  unknownOption: (word: string, near: string | undefined) =>
    `there is no option ${word} here${near === undefined ? '' : `; did you mean ${near}?`}`,
  programAfterDashes: (command: string) => `A program that begins with a minus goes after two dashes: ${command}`,
  switchWithValue: (option: string) => `${option} takes no value`,
  missingValue: (option: string, form: string) => `${option} needs a value: ${option} ${form}`,
  repeatedOption: (option: string) => `${option} is given more than once`,
  missingOperand: (operand: string) => `${operand} is missing`,
  extraOperand: (word: string) => `nothing is expected at ${word}`,
  quoteProgram: (command: string) => `A program stands between quotes: ${command}`,
  likeThis: (command: string) => `Like this: ${command}`,
  wholeNumber: (option: string, got: string, from: number, to: number) =>
    `${option} takes a whole number from ${from} to ${to}, not ${got}`,
  oneOf: (option: string, got: string, choices: string) => `${option} is one of ${choices}, not ${got}`,
  excludes: (one: string, other: string) => `${one} and ${other} exclude each other`,
  assignment: (option: string, got: string) => `${option} takes name=value, such as x=-2,y=5; this is ${got}`,
  notANumber: (name: string, got: string) => `the value of ${name} is neither a number nor a list of numbers: ${got}`,
  unknownName: (option: string, name: string, near: string | undefined) =>
    `${option}: the circuit has no ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
  tooWide: (width: number, given: number) =>
    `the drawing takes ${width} columns and there are ${given}. Draw fewer gates with --collapse all, give --width ${width}, or write --format svg`,
  givenTwice: (name: string) => `${name} is given two values`,
  badJson: 'this is not JSON',
  valuesObject: (file: string) => `${file} should hold an object of values by name, such as {"x": -2, "y": 5}`,
  fileProblem: {
    missing: (path: string) => `there is no file ${path}`,
    'not-a-file': (path: string) => `${path} is not a file`,
    'too-large': (path: string) => `${path} is too large to be read (at most 1 MB)`,
    'not-utf8': (path: string) => `${path} is not UTF-8 text`,
    unreadable: (path: string) => `${path} can't be read`,
  },
  cantWrite: (code: string) => `what there is to print can't be written (${code})`,
  noSuchFile: (path: string) => `There is no file ${path}, so it was read as a program.`,
  giveValue: (option: string) => `Give it one with ${option}`,
  unknownLesson: (word: string, near: string | undefined) =>
    `there is no lesson ${word}${near === undefined ? '' : `; did you mean ${near}?`}`,
  lessonsAre: (ids: string) => `The lessons: ${ids}. A folder of your own is named by its path, such as ./my-lesson.`,
  brokenLesson: (path: string) => `the lesson in ${path} can't be used`,
  noLanguage: (lesson: string, lang: string) => `the lesson ${lesson} is not written in the language ${lang}`,
  noTerminal: 'the tutor needs a terminal to be shown and typed in',
  noTerminalRun: (command: string) => `From a pipe or a script: ${command}`,
  needsAnswers: 'run needs to know who answers',
  batchTakesNone: (word: string) => `grad --batch reads everything from standard input; ${word} has no place there`,
  goOn: {
    intro: 'This was the lesson as the engine answers it. To go on:',
    inTerminal: 'in a terminal: learn it yourself, with hints on the way',
    byPipe: 'answer from a pipe or a file, a line for each question',
    help: 'everything the program does',
  },
  crashed: (version: string) =>
    `backprop-tutor ${version} has run into an error of its own. Please report it with what follows.`,
};

export type CliMessages = typeof en;
export type CommandName = keyof CliMessages['commands'];
/** Whose words there are in help. */
export type OptionWords = keyof CliMessages['options'];
/** `upstream` is said of the `--seed` of a circuit; everywhere else the words have the option's name. */
export type OptionName = Exclude<OptionWords, 'upstream'>;

const zh: CliMessages = {
  tagline: '一个门一个门地动手，学会反向传播。',
  headings: { examples: '示例', commands: '命令', options: '选项', usage: '用法' },
  commands: {
    learn: {
      summary: '打开教程，或直接进入某一课',
      details: ['课程可以用 id、编号，或课程文件夹的路径来指定。'],
    },
    run: {
      summary: '按脚本走完一课，输出全过程的文本记录',
      details: [
        '答案文件一行一个答案；冒号前面的 id 说明它回答的是哪一问。',
        '除非另行指定，记录在任何机器上都相同：英文、80 列、种子 1。',
        '每一问最终都答对，退出码为 0，否则为 1。',
      ],
    },
    drill: {
      summary: '用新的计算图练习到期的技能',
      details: [
        '各项技能按日程重现，最弱的先来；--list 列出全部技能和下次的时间。',
        '--level 是 gate、chain、fork、pattern、vector 之一；',
        '--kind 是 practice、test-out、placement、test 之一。',
      ],
    },
    play: { summary: '摆弄自己的计算图：拨动输入、单步传播、就它提问', details: [] },
    stats: {
      summary: '查看技能、错误和练习的日子',
      details: ['技能的掌握程度与下次时间、正确率与用时、最常犯的错误、日历。'],
    },
    export: {
      summary: '输出每一次回答，错误各有代码',
      details: ['CSV 一行一次判过的回答；JSON 另有汇总。', '错误的代码不会改变，全班的导出可以相加。'],
    },
    replay: {
      summary: '重新输出过去的一次练习',
      details: ['不给编号时是最近的一次；--list 列出全部。'],
    },
    reset: {
      summary: '让一课或全部从头开始',
      details: ['除非给出 --yes，否则先确认。做过的记录会保留。'],
    },
    path: {
      summary: '输出日志文件的位置',
      details: ['日志是一个文件，每行一个 JSON；BACKPROP_TUTOR_HOME 可以指定另一个文件夹。'],
    },
    draw: {
      summary: '画出程序的计算图',
      details: ['程序可以是一段文本、一个文件名，或用 - 表示标准输入。', '不给取值时，所有的数都显示为 ?。'],
    },
    grad: {
      summary: '输出程序中各处的值、局部梯度和梯度',
      details: [
        '程序可以是一段文本、一个文件名，或用 - 表示标准输入。',
        '加上 --batch 时，标准输入的每一行是一个 JSON 请求，各以一行 JSON 作答：',
        '{"id": 1, "program": "f = x * y", "inputs": {"x": 4, "y": -3}}',
      ],
    },
    check: {
      summary: '逐行检查 numpy 或 PyTorch 代码中手写的反向传播',
      details: [
        '每个 dW 都与前向名字 W 的梯度比较；来自别处的值用注释声明：',
        '  # check: X = randn(32, 3)    # check: dZ -> z_out    # check: output loss',
        '文件只被读取，不被运行：只认得这类练习里的 numpy 和 PyTorch 写法，其余的行会列出来。',
        '加上 --template 时，按一个现成的前向传播或你自己的程序输出一份待填写的练习。',
        '所有梯度都正确，退出码为 0；有不对的为 1；有读不懂的为 2。',
      ],
    },
    lessons: {
      summary: '列出全部课程和学习进度',
      details: ['一行一课：编号、id、标题、分钟数、进度、技能。'],
    },
    glossary: {
      summary: '解释术语',
      details: ['不给词时按课程的先后列出全部；用中文或英文都能查到。'],
    },
    completion: {
      summary: '输出 shell 的命令补全脚本',
      details: ['bash 的用法：source <(backprop-tutor completion bash)。支持 bash、zsh 和 fish。'],
    },
    new: {
      summary: '新建一课',
      details: ['写出一个小而完整、能通过全部检查的课程文件夹，供你逐行修改。'],
    },
    lint: {
      summary: '检查一课，或一个文件夹里的所有课程',
      details: ['每条结果都有文件、行和列。错误会使课程无法使用，提醒只是建议。', '没有错误时退出码为 0，否则为 1。'],
    },
    test: {
      summary: '让机器人走一遍课程，并核对记录下来的过程',
      details: [
        '每一课用 20 个种子来走：全部答对的、全部看答案的、以及每种能犯的错误各一个。',
        '文件夹里的 scripts/ID.answers 用两种语言、Unicode 和 ASCII 各走一遍，与旁边的记录比较；',
        '--update 写下记录。不给文件夹时，走程序自带的课程（不含记录）。',
        '全部通过时退出码为 0，否则为 1。',
      ],
    },
  },
  options: {
    at: '输入的取值：x=-2,y=5 或 W=[[1,2],[3,4]] 或 @values.json',
    const: '不求梯度的取值，写法同 --at',
    width: '每行的宽度（字符格数）',
    ascii: '只用 ASCII 字符画图',
    'no-gradients': '只画前向的值',
    'hide-gradients-of': '不显示其梯度的名字，用逗号分隔',
    format: 'text 用于终端，svg 或 mermaid 用于网页，json 供程序使用',
    highlight: '一个名字：加粗它的门，并标出梯度传到它的路径',
    collapse: '把某几行，或 sigmoid 之类的模式，各画成一个门',
    open: '在图旁列出小张量的数值',
    json: '输出 JSON',
    junit: '输出 JUnit 报告',
    schema: '输出 lesson.yaml 的 JSON Schema，供编辑器使用',
    watch: '每次保存后重新检查',
    template: '输出练习：softmax、two-layer、batchnorm、lstm、attention，或一个程序',
    torch: '练习用 PyTorch 写',
    batch: '从标准输入逐行读取 JSON 请求',
    answers: '答案文件；- 表示标准输入',
    perfect: '由引擎作答',
    mistake: '扮演先犯这种错误的学习者，例如 no-upstream',
    skill: '只练这一项技能，例如 gradient:mul',
    count: '练习的题数',
    level: '计算图的大小：gate、chain、fork、pattern 或 vector',
    kind: 'practice、test-out、placement 或 test',
    list: '列出全部',
    csv: '输出逗号分隔的表格',
    yes: '不再确认',
    update: '写下记录，而不是比较',
    seed: '随机数的种子',
    upstream: '输出的上游梯度，不给时全是 1',
    'no-color': '不用颜色',
    lang: '语言',
    help: '显示帮助',
    version: '显示版本',
  },
  columns: { name: '名字', gate: '门', value: '值', local: '局部梯度', gradient: '梯度' },
  program: '程序',
  seeHelp: (command) => `查看全部用法：${command}`,
  seeCommandHelp: (command) => `查看某个命令的用法：${command}`,
  unknownCommand: (word, near) => `没有 ${word} 这个命令${near === undefined ? '' : `；是不是想写 ${near}？`}`,
  unknownMistake: (id, near) => `没有 ${id} 这种错误${near === undefined ? '' : `；是不是想写 ${near}？`}`,
  unknownOption: (word, near) => `这里没有 ${word} 这个选项${near === undefined ? '' : `；是不是想写 ${near}？`}`,
  programAfterDashes: (command) => `以负号开头的程序要写在两个短横之后：${command}`,
  switchWithValue: (option) => `${option} 不带值`,
  missingValue: (option, form) => `${option} 后面要有一个值：${option} ${form}`,
  repeatedOption: (option) => `${option} 给了不止一次`,
  missingOperand: (operand) => `缺少 ${operand}`,
  extraOperand: (word) => `多出了 ${word}`,
  quoteProgram: (command) => `程序要写在引号里：${command}`,
  likeThis: (command) => `例如：${command}`,
  wholeNumber: (option, got, from, to) => `${option} 应当是 ${from} 到 ${to} 之间的整数，而不是 ${got}`,
  oneOf: (option, got, choices) => `${option} 只能是 ${choices} 之一，而不是 ${got}`,
  excludes: (one, other) => `${one} 和 ${other} 不能同时使用`,
  assignment: (option, got) => `${option} 要写成 名字=值，例如 x=-2,y=5；这里却是 ${got}`,
  notANumber: (name, got) => `${name} 的值既不是数，也不是数的列表：${got}`,
  unknownName: (option, name, near) =>
    `${option}：计算图里没有 ${name}${near === undefined ? '' : `；是不是想写 ${near}？`}`,
  tooWide: (width, given) =>
    `图宽 ${width} 列，而这里只有 ${given} 列。可以用 --collapse all 把门合并，用 --width ${width} 加宽，或用 --format svg 输出`,
  givenTwice: (name) => `${name} 给了两个值`,
  badJson: '不是合法的 JSON',
  valuesObject: (file) => `${file} 里应当是按名字给出取值的对象，例如 {"x": -2, "y": 5}`,
  fileProblem: {
    missing: (path) => `没有文件 ${path}`,
    'not-a-file': (path) => `${path} 不是文件`,
    'too-large': (path) => `${path} 太大，读不了（最多 1 MB）`,
    'not-utf8': (path) => `${path} 不是 UTF-8 文本`,
    unreadable: (path) => `读不了 ${path}`,
  },
  cantWrite: (code) => `要输出的内容写不出去（${code}）`,
  noSuchFile: (path) => `没有名为 ${path} 的文件，所以把它当作程序来读了。`,
  giveValue: (option) => `用 ${option} 给它一个值`,
  unknownLesson: (word, near) => `没有 ${word} 这一课${near === undefined ? '' : `；是不是想写 ${near}？`}`,
  lessonsAre: (ids) => `现有课程：${ids}。自己的课程文件夹用路径指定，例如 ./my-lesson。`,
  brokenLesson: (path) => `${path} 里的课程无法使用`,
  noLanguage: (lesson, lang) => `课程 ${lesson} 没有 ${lang} 语言的版本`,
  noTerminal: '教程需要一个可以显示和输入的终端',
  noTerminalRun: (command) => `在管道或脚本里请用：${command}`,
  needsAnswers: 'run 需要知道由谁来作答',
  batchTakesNone: (word) => `grad --batch 只从标准输入读取；不能再写 ${word}`,
  goOn: {
    intro: '以上是由引擎作答的一课。接下来可以：',
    inTerminal: '在终端里自己动手学，随时有提示',
    byPipe: '用管道或文件作答，一行答一问',
    help: '查看全部用法',
  },
  crashed: (version) => `backprop-tutor ${version} 自身出了错。请连同下面的内容一起反馈。`,
};

export const cli = { en, zh };
