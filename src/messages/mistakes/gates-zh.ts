import type { GateSentence, MistakeFacts } from './facts.js';
import type { GateMistakeId } from './gates-en.js';

type F = MistakeFacts;

const own = (f: F) => ` \`${f.x}\` 本身的值${f.times}`;
const output = (f: F) => `这个门的输出${f.times}`;
/** 门的某个部分；句子说的若正是它的值，就不再重复。 */
const valued = (f: F, what: string, value: string) => (f.n === value ? what : `${what} \`${value}\``);
const addLead = (f: F) => `加法门的输入动多少，输出就动多少。\`${f.x}\` 增加 1，\`${f.o}\` 变化多少？`;
const sub = (f: F) => `\`${f.x}\` 动多少，\`${f.o}\` 就动多少。\`${f.x}\` 增加 1，\`${f.o}\` 变化多少，朝哪个方向？`;

/** 每种门上，错误的局部梯度是什么数，以及引出下一步的问题。 */
export const gatesZh: Readonly<Record<GateMistakeId, GateSentence>> = {
  'add-own': { what: own, lead: addLead },
  'add-other': { what: (f) => ` \`${f.y}\` 的值${f.times}`, lead: addLead },
  'add-half': {
    what: (f) => (f.g === '1' ? '二分之一' : `上游梯度 \`${f.g}\` 的一半`),
    lead: (f) => `加法门并不平分梯度：只让 \`${f.x}\` 增加 1，\`${f.o}\` 变化多少？`,
  },
  'sub-own': { what: own, lead: sub },
  'sub-other': { what: (f) => ` \`${f.y}\` 的值${f.times}`, lead: sub },
  'sub-sign': {
    what: (f) => ` \`${f.y}\` 会得到的梯度`,
    lead: (f) => `\`${f.x}\` 是被减去的。\`${f.x}\` 增大，\`${f.o}\` 增大还是减小？`,
  },
  'neg-sign': {
    what: (f) => (f.g === '1' ? '原样通过的门才有的变化率' : '原样传过来的上游梯度'),
    lead: (f) => `这个门会变号。\`${f.x}\` 增加 1，\`${f.o}\` 怎么变？`,
  },
  'mul-own': {
    what: own,
    lead: (f) => `乘法门对一个输入的局部梯度，等于另一个输入的值。和 \`${f.x}\` 相乘的是哪个量？`,
  },
  'mul-output': {
    what: (f) => `${valued(f, '乘积', f.ov)}${f.times}`,
    lead: (f) => `\`${f.x}\` 增加 1，\`${f.o}\` 就多出一个 \`${f.y}\`。那是多少？`,
  },
  'scale-own': { what: own, lead: (f) => `这个门乘以常数 \`${f.y}\`。\`${f.x}\` 增加 1，\`${f.o}\` 变化多少？` },
  'scale-output': { what: output, lead: (f) => `这个门乘以常数 \`${f.y}\`。\`${f.x}\` 增加 1，\`${f.o}\` 变化多少？` },
  'shift-constant': {
    what: (f) => `${valued(f, '那个常数', f.y)}${f.times}`,
    lead: (f) => `常数是不动的。\`${f.x}\` 增加 1，\`${f.o}\` 变化多少？`,
  },
  'shift-own': { what: own, lead: (f) => `加上一个常数不会改变变化量。\`${f.x}\` 增加 1，\`${f.o}\` 变化多少？` },
  'shift-zero': {
    what: () => '常数才会得到的值',
    lead: (f) => `\`${f.x}\` 不是常数。它增加 1，\`${f.o}\` 变化多少？`,
  },
  'div-divisor': {
    what: (f) => `除数 \`${f.y}\`${f.times}`,
    lead: (f) => `\`${f.x}\` 增加 1，这个 1 也要除以 \`${f.y}\`。\`${f.o}\` 变化多少？`,
  },
  'div-own': { what: own, lead: (f) => `把 \`${f.o}\` 写成 \`${f.x}\` 乘以某个数。那个数是什么？` },
  'div-unsquared': {
    what: (f) => `负的商 \`${f.ov}\`${f.times}`,
    lead: (f) => `\`1/${f.x}\` 的导数里，除数是几次方？`,
  },
  'div-sign': {
    what: () => '大小对、符号相反的数',
    lead: (f) => `\`${f.x}\` 是除数。除数增大，商 \`${f.ov}\` 往哪个方向变？`,
  },
  'div-inverse': {
    what: (f) => ` \`1/${f.x}\`，即对被除数的规则${f.times}`,
    lead: (f) => `\`${f.x}\` 是除数。\`1/${f.x}\` 的导数是什么？`,
  },
  'div-no-numerator': {
    what: (f) => ` \`-1/${f.x}**2\`${f.times}`,
    lead: (f) => `这是 \`1/${f.x}\` 的规则。这里分子是 \`${f.y}\`，它该放在哪里？`,
  },
  'div-numerator': {
    what: (f) => `被除数 \`${f.y}\`${f.times}`,
    lead: (f) => `\`${f.x}\` 若变成两倍，\`${f.o}\` 会怎样？除数对变化率有什么影响？`,
  },
  'inverse-unsquared': {
    what: (f) => ` \`-1/${f.x}\`${f.times}`,
    lead: (f) => `\`1/${f.x}\` 的导数里，\`${f.x}\` 是几次方？`,
  },
  'inverse-log': {
    what: (f) => ` \`${f.x}\` 的对数${f.times}`,
    lead: (f) => `对数是 \`1/${f.x}\` 的积分。那么它的导数是什么？`,
  },
  'inverse-at-output': {
    what: (f) => `用输出 \`${f.ov}\` 代入 \`-1/x**2\` 得到的${f.times}`,
    lead: (f) => `规则里代入的是门的输入。这里 \`${f.x}\` 是多少？`,
  },
  'inverse-sign': {
    what: () => '大小对、符号相反的数',
    lead: (f) => `\`${f.x}\` 增大一点，\`1/${f.x}\` 增大还是减小？`,
  },
  'inverse-output': {
    what: (f) => ` \`1/${f.x}\` 本身${f.times}`,
    lead: (f) => `那是 \`${f.o}\` 有多大。\`${f.x}\` 增大时，\`1/${f.x}\` 变化得多快？`,
  },
  'power-exponent-kept': {
    what: (f) => `指数乘以 \`${f.x}\` 的同一次方${f.times}`,
    lead: (f) => `\`${f.o}\` 的导数里，\`${f.x}\` 要低一次方。还剩几次方？`,
  },
  'power-no-exponent': {
    what: (f) => ` \`${f.x}\` 的低一次方${f.times}`,
    lead: (f) => `幂的导数里，指数 \`${f.y}\` 到哪里去了？`,
  },
  'power-exponent-only': {
    what: (f) => `${valued(f, '指数', f.y)}${f.times}`,
    lead: (f) => `\`${f.o}\` 的斜率和 \`${f.x}\` 的位置有关。和 \`${f.y}\` 相乘的是 \`${f.x}\` 的几次方？`,
  },
  'power-log': {
    what: (f) => `指数变化时的规则给出的${f.times}`,
    lead: (f) => `这里 \`${f.x}\` 是底数，\`${f.y}\` 不变。该用哪条规则？`,
  },
  'exponent-power-rule': {
    what: (f) => `对底数的规则给出的${f.times}`,
    lead: (f) => `这里 \`${f.x}\` 是指数。指数增大时，\`${f.o}\` 增长得多快？`,
  },
  'exponent-no-log': {
    what: (f) => `幂本身${f.times}`,
    lead: (f) => `只有以 e 为底时，幂的导数才是它自己。底数是 \`${f.y}\` 时要多乘什么？`,
  },
  'exp-power-rule': {
    what: (f) => `把幂的求导规则用在了指数函数上得到的${f.times}`,
    lead: (f) => `\`${f.o}\` 里变化的是指数，不是底数。\`e^x\` 的导数是什么？`,
  },
  'exp-inverse': {
    what: (f) => `这个门输出的倒数${f.times}`,
    lead: () => '`e^x` 的导数就是它自己。那么这里该乘以什么？',
  },
  'exp-own': { what: own, lead: () => '`e^x` 的导数就是它自己。这个门的输出是多少？' },
  'log-value': {
    what: (f) => `对数本身${f.times}`,
    lead: (f) => `那是门的输出。在 \`${f.x} = ${f.xv}\` 处，对数增长得多快？`,
  },
  'log-own': { what: own, lead: (f) => `\`${f.x}\` 越大，它的对数增长得越慢。\`log(x)\` 的导数是什么？` },
  'log-ten': {
    what: (f) => `以 10 为底的对数的斜率${f.times}`,
    lead: () => '这里的 `log` 是自然对数。它的导数是什么？',
  },
  'sqrt-no-half': {
    what: (f) => `根的倒数${f.times}`,
    lead: () => '把平方根写成 1/2 次方。按幂的规则，前面要乘什么？',
  },
  'sqrt-half': {
    what: (f) => `根的一半${f.times}`,
    lead: () => '指数 1/2 拿到前面，次数减 1。那么根是在分子上还是在分母上？',
  },
  'sqrt-input': {
    what: (f) => ` \`${f.x}\` 的两倍的倒数${f.times}`,
    lead: () => '分母上是根的两倍，根就是门的输出。输出是多少？',
  },
  'abs-value': {
    what: (f) => ` \`${f.x}\` 的绝对值${f.times}`,
    lead: (f) => `那是输出。\`${f.x}\` 增大一点，它的绝对值变化多少？`,
  },
  'abs-one': {
    what: () => '输入为正时才有的结果',
    lead: (f) => `\`${f.x}\` 是 \`${f.xv}\`。它增大一点，绝对值变大还是变小？`,
  },
  'sigmoid-input': {
    what: (f) => `用输入 \`${f.xv}\` 代入得到的${f.times}`,
    lead: () => '`s(1-s)` 里的 s 是门的输出。输出是多少？',
  },
  'sigmoid-output': {
    what: (f) => `${valued(f, '这个门的输出', f.ov)}${f.times}`,
    lead: () => '`s(1-s)` 有两个因子。另一个是什么？',
  },
  'sigmoid-complement': {
    what: (f) => ` \`1 - ${f.ov}\`${f.times}`,
    lead: () => '`s(1-s)` 有两个因子。另一个是什么？',
  },
  'sigmoid-tanh-rule': {
    what: (f) => ` \`1 - s*s\`，即 tanh 的规则${f.times}`,
    lead: () => '这个门是 sigmoid。它的规则里，括号前面是什么？',
  },
  'sigmoid-square': {
    what: (f) => `负的输出平方${f.times}`,
    lead: () => 'sigmoid 处处上升，斜率是正的。`s` 要和什么相乘？',
  },
  'tanh-input': {
    what: (f) => ` 1 减输入 \`${f.xv}\` 的平方${f.times}`,
    lead: () => '`1 - t*t` 里的 t 是门的输出。输出是多少？',
  },
  'tanh-unsquared': {
    what: (f) => ` \`1 - ${f.ov}\`${f.times}`,
    lead: () => 'tanh 的规则里，从 1 里减去的是输出的几次方？',
  },
  'tanh-sigmoid-rule': {
    what: (f) => ` \`t(1-t)\`，即 sigmoid 的规则${f.times}`,
    lead: () => '这个门是 tanh。输出为 0 处它的斜率是多少？输出接近 1 处呢？',
  },
  'tanh-square': { what: (f) => `输出的平方${f.times}`, lead: () => '输出为 0 处 tanh 最陡。这个平方要从什么里减去？' },
  'tanh-output': {
    what: (f) => `${valued(f, '这个门的输出', f.ov)}${f.times}`,
    lead: () => '那是 tanh 有多高，不是有多陡。用输出写出的规则是什么？',
  },
  'relu-open': {
    what: () => '门打开时才会传的值',
    lead: (f) => `\`${f.x}\` 是 \`${f.xv}\`，relu 输出 0。\`${f.x}\` 增加 0.1，输出变多少？`,
  },
  'relu-value': { what: own, lead: (f) => `relu 让 \`${f.x}\` 原样通过。它增加 0.1，输出变多少？` },
  'relu-mask-upstream': {
    what: (f) => `按上游梯度 \`${f.g}\` 的正负来取舍得到的`,
    lead: (f) => `取舍看的是前向传播时的输入。\`${f.x}\` 当时是正的吗？`,
  },
  'relu-closed': {
    what: () => '门关上时才会传的值',
    lead: (f) => `\`${f.x}\` 是 \`${f.xv}\`，它通过了。它增加 0.1，输出变多少？`,
  },
  'leaky-zero': {
    what: () => '普通 relu 才会传的值',
    lead: (f) => `\`${f.x}\` 为负时，leaky relu 会漏过一点。每单位漏过多少？`,
  },
  'leaky-value': {
    what: (f) => `${valued(f, '这个门的输出', f.ov)}${f.times}`,
    lead: (f) => `那是漏过了多少，不是漏得多快。\`${f.x}\` 增加 1，输出变多少？`,
  },
  'leaky-slope': {
    what: (f) => `${valued(f, '那个小斜率', f.y)}${f.times}`,
    lead: (f) => `那个斜率只用在输入为负时。在 \`${f.x} = ${f.xv}\` 处斜率是多少？`,
  },
  'max-loser': {
    what: () => '被选中的输入才会得到的值',
    lead: (f) => `${f.gate}没有选中 \`${f.x} = ${f.xv}\`。把 \`${f.x}\` 增加 0.1，输出变多少？`,
  },
  'max-half': {
    what: (f) => (f.g === '1' ? '二分之一' : `上游梯度 \`${f.g}\` 的一半`),
    lead: (f) => `两个输入不相等，所以不平分。\`${f.x}\` 增加 0.1，\`${f.o}\` 变多少？`,
  },
  'max-winner': {
    what: () => '没被选中的输入才会得到的值',
    lead: (f) => `通过的正是 \`${f.x} = ${f.xv}\`。它增加 0.1，\`${f.o}\` 变多少？`,
  },
  'max-value': { what: own, lead: (f) => `选中的值原样通过。\`${f.x}\` 增加 0.1，\`${f.o}\` 变多少？` },
  'softplus-output': { what: output, lead: () => '那是 softplus 有多高，不是有多陡。它的斜率是哪个函数？' },
  'softplus-relu': {
    what: () => ' relu 才会传的值',
    lead: (f) => `softplus 没有拐角，斜率从 0 平滑地升到 1。在 \`${f.xv}\` 处升到了多少？`,
  },
  'softplus-slope': {
    what: (f) => ` \`s(1-s)\`，即 sigmoid 的斜率${f.times}`,
    lead: () => 'softplus 的斜率就是 sigmoid 本身。这里是多少？',
  },
  'softplus-flipped': {
    what: (f) => ` \`1/(1+e^x)\`${f.times}`,
    lead: () => 'softplus 右边更陡。sigmoid 的指数该是什么符号？',
  },
  'sin-output': { what: output, lead: () => '那是正弦本身。它的斜率是哪个函数？' },
  'sin-sign': { what: (f) => `负的余弦${f.times}`, lead: () => '在 0 的右侧正弦上升。那里的斜率是正还是负？' },
  'cos-output': { what: output, lead: () => '那是余弦本身。它的斜率是哪个函数？' },
  'cos-sign': { what: (f) => `正弦${f.times}`, lead: () => '在 0 的右侧余弦下降。斜率该是什么符号？' },
};
