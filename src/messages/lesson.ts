/** The lesson screen's own sentences. Questions, hints and mistakes have files of their own. */
const en = {
  worked: 'Worked for you:',
  flowed: 'These gates only pass on what comes from upstream:',
  nothingToUndo: 'There is nothing to undo.',
  offerWorking: 'Three tries: the next hint goes one step further, and :reveal shows the working.',
  hintOf: (p: { n: number; of: number }) => `Hint ${p.n} of ${p.of}. `,
  noNumber: 'This question is about no single number that could be nudged.',
  finished: 'finished',
  counts: (p: { first: number; later: number; revealed: number; skipped: number }) =>
    [
      `${p.first} right at once`,
      `${p.later} after a second look`,
      ...(p.revealed > 0 ? [`${p.revealed} revealed`] : []),
      ...(p.skipped > 0 ? [`${p.skipped} skipped`] : []),
    ].join(', '),
  understood: (p: { echo: string }) => `read as ${p.echo}`,
};

export type LessonMessages = typeof en;

const zh: LessonMessages = {
  worked: '这几步先示范给你看：',
  flowed: '这些门只把上游来的梯度原样往回传：',
  nothingToUndo: '没有可以撤销的。',
  offerWorking: '已经试了三次：可以再看一条提示，也可以用 :reveal 看完整推导。',
  hintOf: (p) => `提示 ${p.n}/${p.of}：`,
  noNumber: '这一题不针对某一个数，没有可以拨动的量。',
  finished: '完成',
  counts: (p) =>
    [
      `一次答对 ${p.first} 题`,
      `再想之后答对 ${p.later} 题`,
      ...(p.revealed > 0 ? [`看答案 ${p.revealed} 题`] : []),
      ...(p.skipped > 0 ? [`跳过 ${p.skipped} 题`] : []),
    ].join('，'),
  understood: (p) => `读作 ${p.echo}`,
};

export const lessonMessages = { en, zh };
