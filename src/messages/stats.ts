/** What statistics say, on the screen and as text. */
const en = {
  headings: {
    overall: 'So far',
    skills: 'Skills',
    mistakes: 'Mistakes made most often',
    days: 'Days practised',
    tests: 'Unseen test',
  },
  nothing: 'Nothing has been answered yet.',
  lessons: (p: { finished: number; total: number }) => `${p.finished} of ${p.total} lessons finished`,
  days: (n: number) => (n === 1 ? '1 day practised' : `${n} days practised`),
  answers: (p: { count: number; percent: number }) =>
    p.count === 1 ? `1 answer, ${p.percent}% right` : `${p.count} answers, ${p.percent}% right`,
  time: (minutes: number) => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`),
  perAnswer: (seconds: number) => `${seconds} s an answer`,
  columns: { skill: 'skill', strength: 'strength', due: 'due', right: 'right', pace: 'time' },
  seconds: (n: number) => `${n} s`,
  times: (n: number) => (n === 1 ? 'once' : `${n} times`),
  again: (when: string) => `asked again ${when}`,
  noSkills: 'No skill has been drilled yet.',
  noMistakes: 'No known mistake was seen.',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  month: (month: number) =>
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]!,
  legend: (p: { none: string; at: readonly string[] }) => `${p.none} none   ${p.at.join('   ')}   answers a day`,
  sittings: { before: 'before the course', after: 'after the course', later: 'seven days later' },
  result: (p: { right: number; total: number; day: string }) => `${p.right} of ${p.total}, on ${p.day}`,
  /** Of a sitting that is not due: why not. */
  sittingOpen: { before: 'not sat', after: 'when the lessons are finished', later: 'after the second one' },
  sittingDue: (day: string, now: boolean) => (now ? 'due now' : `from ${day} on`),
  sitNow: (command: string) => `The unseen test is due: ${command}`,
  drillNow: (n: number, command: string) => `Due today: ${n}. ${command}`,
};

export type StatsMessages = typeof en;

const zh: StatsMessages = {
  headings: { overall: '至今', skills: '技能', mistakes: '最常犯的错误', days: '练习的日子', tests: '测验' },
  nothing: '还没有回答过问题。',
  lessons: (p) => `${p.total} 课中完成 ${p.finished} 课`,
  days: (n) => `练习了 ${n} 天`,
  answers: (p) => `${p.count} 次回答，${p.percent}% 正确`,
  time: (minutes) => (minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`),
  perAnswer: (seconds) => `平均每答 ${seconds} 秒`,
  columns: { skill: '技能', strength: '掌握', due: '下次', right: '正确', pace: '用时' },
  seconds: (n) => `${n} 秒`,
  times: (n) => `${n} 次`,
  again: (when) => `${when}再考`,
  noSkills: '还没有练习过技能。',
  noMistakes: '没有出现已知的错误。',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  month: (month) => `${month}月`,
  legend: (p) => `${p.none} 没有   ${p.at.join('   ')}   每天的回答数`,
  sittings: { before: '课程之前', after: '课程之后', later: '七天之后' },
  result: (p) => `${p.day}：${p.total} 题对 ${p.right} 题`,
  sittingOpen: { before: '没有做', after: '学完课程后', later: '第二次之后' },
  sittingDue: (day, now) => (now ? '现在可做' : `${day} 起`),
  sitNow: (command) => `可以做测验了：${command}`,
  drillNow: (n, command) => `今天到期 ${n} 项：${command}`,
};

export const statsMessages = { en, zh };
