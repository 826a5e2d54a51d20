/** What the authors' commands say: new, lint, test, lessons. */
const en = {
  error: 'error',
  warning: 'warning',
  written: (p: { folder: string; files: string }) => `Wrote ${p.files} to ${p.folder}.`,
  next: 'Next:',
  exists: (p: { folder: string }) => `${p.folder} is there already and holds files; name a new folder`,
  cannotWrite: (p: { folder: string; reason: string }) => `${p.folder} can't be written (${p.reason})`,
  badName: (p: { name: string }) =>
    `${p.name} can't be a lesson's id: a folder's name is made of small letters, digits and hyphens, beginning with a letter`,
  noLessons: (p: { folder: string }) => `there is no lesson in ${p.folder}: a lesson's folder holds lesson.yaml`,
  linted: (p: { lessons: number; errors: number; warnings: number }) =>
    `${p.lessons} ${p.lessons === 1 ? 'lesson' : 'lessons'}, ${p.errors} ${p.errors === 1 ? 'error' : 'errors'}, ${p.warnings} ${p.warnings === 1 ? 'warning' : 'warnings'}`,
  minutes: (n: number) => `${n} min`,
  ofSteps: (p: { done: number; total: number }) => `${p.done}/${p.total}`,
  finished: 'finished',
};

export type AuthorMessages = typeof en;

const zh: AuthorMessages = {
  error: '错误',
  warning: '提醒',
  written: (p) => `已在 ${p.folder} 写入 ${p.files}。`,
  next: '接下来：',
  exists: (p) => `${p.folder} 已经存在，而且里面有文件；请换一个新的文件夹名`,
  cannotWrite: (p) => `无法写入 ${p.folder}（${p.reason}）`,
  badName: (p) => `${p.name} 不能作课程的 id：文件夹名由小写字母、数字和连字符组成，以字母开头`,
  noLessons: (p) => `${p.folder} 里没有课程：课程文件夹里要有 lesson.yaml`,
  linted: (p) => `共 ${p.lessons} 课，${p.errors} 个错误，${p.warnings} 个提醒`,
  minutes: (n) => `${n} 分钟`,
  ofSteps: (p) => `${p.done}/${p.total}`,
  finished: '已完成',
};

export const authorMessages = { en, zh };
