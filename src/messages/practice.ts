/** What the commands about practice print: drill --list, stats, export, reset, path, replay. */
const en = {
  unknownSkill: (word: string, near: string | undefined) =>
    `there is no skill ${word}${near === undefined ? '' : `; did you mean ${near}?`}`,
  seeSkills: (command: string) => `All skills: ${command}`,
  levelAt: (skill: string, levels: string) => `${skill} can be asked at: ${levels}`,
  unreadable: (path: string, code: string) => `the journal ${path} can't be read (${code})`,
  brokenLines: (n: number, path: string) =>
    n === 1
      ? `1 line of ${path} can't be read and is left out`
      : `${n} lines of ${path} can't be read and are left out`,
  exportNeedsForm: 'export needs to know the form',
  resetAll: (path: string) => `All practice is forgotten; ${path} is kept under another name.`,
  resetLesson: (lesson: string) => `The lesson ${lesson} starts anew; what was done stays in the journal.`,
  sure: 'Go on? Type yes: ',
  yes: ['yes', 'y'] as readonly string[],
  unchanged: 'Nothing was changed.',
  keptAs: (path: string) => `The journal is kept as ${path}`,
  done: 'Done.',
  nothingToReset: 'There is nothing to reset.',
  failed: (path: string, code: string) => `${path} can't be written (${code})`,
  asksFirst: 'reset asks first, and nobody can answer here',
  noSitting: (word: string, count: number) => `there is no sitting ${word}; they are numbered from 1 to ${count}`,
  noSittings: 'Nothing was done yet.',
  changedSince: (lesson: string) => `the lesson ${lesson} has changed since; its old circuits are no longer there`,
  answers: (n: number) => (n === 1 ? '1 answer' : `${n} answers`),
};

export type PracticeMessages = typeof en;

const zh: PracticeMessages = {
  unknownSkill: (word, near) => `没有 ${word} 这项技能${near === undefined ? '' : `；是不是想写 ${near}？`}`,
  seeSkills: (command) => `全部技能：${command}`,
  levelAt: (skill, levels) => `${skill} 可以在这些难度上练：${levels}`,
  unreadable: (path, code) => `读不了日志 ${path}（${code}）`,
  brokenLines: (n, path) => `${path} 中有 ${n} 行读不出来，已略过`,
  exportNeedsForm: 'export 需要知道导出的格式',
  resetAll: (path) => `全部练习都会清空；${path} 会改名保留。`,
  resetLesson: (lesson) => `课程 ${lesson} 将从头开始；做过的内容仍留在日志里。`,
  sure: '继续吗？输入 yes：',
  yes: ['yes', 'y', '是', '好'],
  unchanged: '没有改动。',
  keptAs: (path) => `日志保留为 ${path}`,
  done: '完成。',
  nothingToReset: '没有可以清空的内容。',
  failed: (path, code) => `写不了 ${path}（${code}）`,
  asksFirst: 'reset 要先确认，而这里没有人能回答',
  noSitting: (word, count) => `没有 ${word} 这一次；编号从 1 到 ${count}`,
  noSittings: '还没有做过练习。',
  changedSince: (lesson) => `课程 ${lesson} 后来改过；原来的计算图已经没有了`,
  answers: (n) => `${n} 次回答`,
};

export const practiceMessages = { en, zh };
