/** What the authors' commands say: new, lint, test, and the lists of lessons and terms. */
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
  noTerm: (p: { word: string }) => `no term has ${p.word} in it; glossary alone lists them all`,
  minutes: (n: number) => `${n} min`,
  ofSteps: (p: { done: number; total: number }) => `${p.done}/${p.total}`,
  finished: 'finished',
  updateNeedsFolder: '--update writes transcripts into a folder of your own; name it',
  testing: (p: { id: string; at: number; of: number; share: number }) =>
    `${p.id} (${p.at} of ${p.of}) ${Math.round(100 * p.share)} %`,
  passed: 'ok',
  failed: 'FAILED',
  played: (p: { seeds: number; questions: number }) =>
    `${p.questions} questions at ${p.seeds} ${p.seeds === 1 ? 'seed' : 'seeds'}`,
  named: (p: { named: number; made: number }) => `${p.named} of ${p.made} mistakes named`,
  mistakeColumns: ['mistake', '', 'made', 'named', 'unclear', 'accepted'],
  'play-rejected': (p: PlayParams) =>
    `at ${p.question} the engine's own answer ${p.typed} is not accepted (seed ${p.seed}); choose other numbers`,
  'play-unread': (p: PlayParams) =>
    `at ${p.question} the answer ${p.typed} of a learner with ${p.player} can't be read (seed ${p.seed}); choose other numbers`,
  'play-stuck': (p: PlayParams) =>
    `the lesson does not come to its end: it stays at ${p.question} (player ${p.player}, seed ${p.seed})`,
  noSuchLesson: (p: { id: string; ids: string }) =>
    `there is no lesson ${p.id}; a file of answers is named after its lesson: ${p.ids}`,
  notRecorded: (p: { path: string }) => `${p.path} is not there yet; look at the play, then record it with --update`,
  differs: (p: { was: string; is: string }) =>
    `recorded is "${p.was}", seen is "${p.is}"; if that is meant, record it with --update`,
  tested: (p: TestedParams) =>
    `${p.lessons} ${p.lessons === 1 ? 'lesson' : 'lessons'}, ${p.transcripts} ${p.transcripts === 1 ? 'transcript' : 'transcripts'}${p.written === 0 ? '' : ` (${p.written} written)`}, ${p.failures} ${p.failures === 1 ? 'failure' : 'failures'}`,
};

interface PlayParams {
  readonly question: string;
  readonly typed: string;
  readonly seed: number;
  readonly player: string;
}

interface TestedParams {
  readonly lessons: number;
  readonly transcripts: number;
  readonly written: number;
  readonly failures: number;
}

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
  noTerm: (p) => `没有哪个术语里有 ${p.word}；只写 glossary 可列出全部`,
  minutes: (n) => `${n} 分钟`,
  ofSteps: (p) => `${p.done}/${p.total}`,
  finished: '已完成',
  updateNeedsFolder: '--update 要把记录写进你自己的文件夹；请给出文件夹',
  testing: (p) => `${p.id}（第 ${p.at} 课，共 ${p.of} 课）${Math.round(100 * p.share)} %`,
  passed: '通过',
  failed: '失败',
  played: (p) => `${p.seeds} 个种子，${p.questions} 问`,
  named: (p) => `认出 ${p.made} 次错误中的 ${p.named} 次`,
  mistakeColumns: ['错误', '', '犯了', '认出', '分不清', '被接受'],
  'play-rejected': (p) => `${p.question} 处，引擎自己的答案 ${p.typed} 没有被接受（种子 ${p.seed}）；请换一组数`,
  'play-unread': (p) => `${p.question} 处，犯 ${p.player} 的人写的 ${p.typed} 读不懂（种子 ${p.seed}）；请换一组数`,
  'play-stuck': (p) => `课程走不到结尾：停在 ${p.question}（${p.player}，种子 ${p.seed}）`,
  noSuchLesson: (p) => `没有 ${p.id} 这一课；答案文件要以课程的 id 命名：${p.ids}`,
  notRecorded: (p) => `${p.path} 还没有；请先看看走一遍的结果，再用 --update 记录`,
  differs: (p) => `记录的是“${p.was}”，现在是“${p.is}”；如果是有意的，请用 --update 重新记录`,
  tested: (p) =>
    `共 ${p.lessons} 课，${p.transcripts} 份记录${p.written === 0 ? '' : `（写入 ${p.written} 份）`}，${p.failures} 处失败`,
};

export const authorMessages = { en, zh };
