/** Sentences of the scripted mode: answers files that do not fit their lesson. */
const en = {
  'unknown-command': (p: { command: string; near: string }) =>
    `unknown command :${p.command}${p.near === '' ? '; there are :hint :nudge :why :reveal :skip :back :undo' : `; did you mean :${p.near}?`}`,
  'not-asked': (p: { id: string; asked: string }) =>
    p.asked === ''
      ? `${p.id} is not asked any more: the lesson is finished`
      : `${p.id} is not the question at hand; asked now is ${p.asked}`,
  'left-over': () => 'nothing is left to answer here: the lesson is finished',
  'ends-early': (p: { asked: string }) => `the answers end, but ${p.asked} is still asked`,
};

export type ScriptMessages = typeof en;

const zh: ScriptMessages = {
  'unknown-command': (p) =>
    `没有命令 :${p.command}${p.near === '' ? '；可用的有 :hint :nudge :why :reveal :skip :back :undo' : `；是不是想写 :${p.near}？`}`,
  'not-asked': (p) => (p.asked === '' ? `已经不再问 ${p.id}：课程结束了` : `现在问的不是 ${p.id}，而是 ${p.asked}`),
  'left-over': () => '课程已经结束，这里没有要回答的了',
  'ends-early': (p) => `答案用完了，而 ${p.asked} 还没有回答`,
};

export const scriptMessages = { en, zh };
