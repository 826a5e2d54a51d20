const en = {
  learn: {
    summary: 'open the tutor, or one of its lessons',
    details: [
      'A lesson is named by its id, its number, or the path of a lesson folder.',
      'With --watch, a folder is read anew at every save: for its author. Nothing is recorded then.',
    ],
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
};

type Commands = {
  readonly [Name in keyof typeof en]: { readonly summary: string; readonly details: readonly string[] };
};

const zh: Commands = {
  learn: {
    summary: '打开教程，或直接进入某一课',
    details: [
      '课程可以用 id、编号，或课程文件夹的路径来指定。',
      '加上 --watch，文件夹每次保存后都重新读取，供编写者使用；此时不记录进度。',
    ],
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
};

/** What each command is for. */
export const commandMessages: { readonly en: Commands; readonly zh: Commands } = { en, zh };
