/** A circuit and what came of an answer, told in words instead of drawn and marked by signs. */
const en = {
  gate: (n: number, formula: string) => `gate ${n}: ${formula}`,
  comma: ', ',
  semicolon: '; ',
  is: (what: string, value: string) => `${what}: ${value}`,
  asked: (what: string) => `${what}: asked now`,
  unknown: (name: string) => `${name}: not known yet`,
  gradient: (name: string) => `gradient of ${name}`,
  local: (of: string, wrt: string) => `local gradient of ${of} with respect to ${wrt}`,
  share: (of: string, through: string) => `what comes back to ${of} through ${through}`,
  marks: { right: 'Right. ', wrong: 'Not yet. ', unread: 'Not read. ' },
  strength: (percent: number) => `strength ${percent} %`,
  net: (who: string, steps: number) => `${who}, after ${steps} steps: `,
  trained: (data: string, nets: readonly string[]) => `${data}: ${nets.join('; ')}.`,
};

export type ToldWords = typeof en;

const zh: ToldWords = {
  gate: (n, formula) => `第 ${n} 个门：${formula}`,
  comma: '，',
  semicolon: '；',
  is: (what, value) => `${what}：${value}`,
  asked: (what) => `${what}：现在要答`,
  unknown: (name) => `${name}：还不知道`,
  gradient: (name) => `${name} 的梯度`,
  local: (of, wrt) => `${of} 对 ${wrt} 的局部梯度`,
  share: (of, through) => `经过 ${through} 传回 ${of} 的部分`,
  marks: { right: '对。', wrong: '还不对。', unread: '没读懂。' },
  strength: (percent) => `掌握程度 ${percent}%`,
  net: (who, steps) => `${who}，${steps} 步之后：`,
  trained: (data, nets) => `${data}：${nets.join('；')}。`,
};

export const toldWords = { en, zh };
