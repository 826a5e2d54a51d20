import { describeProblem, type ProblemTable, type ProgramError } from '../engine/index.js';

/** 程序与取值中各种问题的中文说法，与引擎的英文表同一套代号。 */
const zh: ProblemTable = {
  'did-you-mean': '{sentence}；是不是想写 {near}？',

  'unexpected-character': '字符 {character} 在这里没有意义',
  'bad-number': '{text} 不是可以参与计算的数',
  'power-sign': '乘方写作 x ** y，不写 x ^ y',
  'expected-expression': '这里应当是数、名字或左括号，却是 {found}',
  'expected-expression-at-end': '这里应当是数、名字或左括号，但这一行到此结束了',
  'expected-symbol': '这里应当是 {expected}，却是 {found}',
  'expected-symbol-at-end': '这里应当是 {expected}，但这一行到此结束了',
  'expected-name': '这里应当是名字，却是 {found}',
  'expected-name-at-end': '这里应当是名字，但这一行到此结束了',
  'expected-end': '这一行应当到此结束，后面却还有 {found}',
  unclosed: '括号 {bracket} 在这里打开，却没有关上',
  'not-a-name': '等号左边只能是名字：名字 = 表达式',
  'chained-comparison': '一次只能比较两个值',
  'empty-program': '程序是空的；请写一行，例如 f = x * y',
  'assigned-twice': '{name} 在第 {line} 行已经赋过值；每个名字只赋值一次',
  'read-before-assigned': '这里用到了 {name}，而它在第 {line} 行才被赋值',
  'reads-itself': '给 {name} 赋值的这一行又用到了它自己',
  'no-output': '程序里只有给定的值；请加一行计算，例如 f = x * y',
  'no-value': '这个表达式没有数值',
  'lone-slice': '切片 a:b 只能写在方括号里',
  'lone-none': 'None 只能写在方括号里',

  'unknown-name': '不认识的名字 {name}',
  'unknown-function': '不认识的函数 {name}',
  'unknown-attribute': '不认识的属性 .{name}',
  'unknown-keyword': '{function} 没有叫 {name} 的参数',
  'repeated-keyword': '{name} 给了两次',
  'positional-after-keyword': '带名字的参数要写在最后',
  'wrong-argument-count': '{function} 要 {expected} 个参数，这里给了 {got} 个',
  'needs-keyword': '轴要写明名字：{function}(x, axis={axis})',
  'needs-constant': '{function} 的 {name} 必须是常量',
  'needs-integer': '{function} 的 {name} 必须是整数，而不是 {got}',
  'needs-boolean': '{function} 的 {name} 必须是 True 或 False',
  'needs-index': '{function} 的第一个参数应当是取出的一部分，例如 X[0]',
  'out-of-range': '{function} 的 {name} 至少是 {least}，而不是 {got}',

  'missing-input': '{name} 没有值',
  'unknown-input': '程序里没有可以赋值的名字 {name}',
  'computed-input': '{name} 由程序第 {line} 行算出，不能再给它值',
  'unknown-output': '程序里没有名字 {name}，不能作为输出',
  'not-a-value': '{name} 的值既不是数，也不是数的列表',
  'wrong-shape': '{name} 在这个计算图里的形状是 {expected}，给的值却是 {got}',
  'wrong-seed': '种子梯度的形状是 {got}，而输出 {name} 是 {expected}',
  'ragged-list': '这个列表各行形状不一：{first} 和 {second}',
  'empty-list': '空列表没有值',

  'program-too-long': '程序有 {got} 个字符；最多读 {limit} 个',
  'too-many-tokens': '程序里的单词和符号超过了 {limit} 个',
  'too-deep': '这里的括号和符号嵌套超过了 {limit} 层',
  'too-many-gates': '程序产生的门超过了 {limit} 个',
  'tensor-too-large': '这个值会有 {got} 个元素；最多计算 {limit} 个',
  'too-many-axes': '一个值最多有 {limit} 个轴',
  'too-much-work': '这一行要做 {got} 次乘法；最多做 {limit} 次',

  'shapes-differ': '{left} 是 {leftShape}，{right} 是 {rightShape}：这两种形状不能逐元素运算',
  'inner-sizes': '{left} 是 {leftShape}，{right} 是 {rightShape}：相邻的维度 {inner} 与 {other} 不相等',
  'matmul-of-scalar': '{name} 是一个数；@ 用于向量和矩阵，这里请用 *',
  'matmul-rank': '{left} 是 {leftShape}，{right} 是 {rightShape}：@ 只用于向量和矩阵',
  'no-such-axis': '{name} 的形状是 {shape}，没有轴 {axis}',
  'repeated-axis': '轴 {axis} 给了两次',
  'needs-rank': '{function} 的 {name} 应当是 {expected}，这里的形状是 {shape}',
  'size-mismatch': '{function}：{name} 的形状是 {shape}，需要的是 {expected}',
  'reshape-size': '{name} 有 {got} 个元素，而形状 {shape} 装 {expected} 个',
  'index-rank': '{name} 的形状是 {shape}，这里却给了 {got} 个下标',
  'index-out-of-range': '下标 {index} 越界：{name} 在这个轴上有 {size} 个元素，从 0 到 {last}',
  'index-not-whole': '下标 {index} 不是整数',
  'index-of-gate': '下标必须是整数或整数数组，而且在计算图运行之前就已知',
  'zero-step': '切片的步长不能是 0',
  'empty-slice': '{name} 的这个切片是空的',
  'kernel-too-large': '{function}：卷积核（{kernel}）比补边之后的输入（{input}）还大',
  'label-out-of-range': '{function}：标签 {label} 不是类别；共有 {classes} 类，从 0 数起',
  'splits-scalar': '{name} 是一个数，没有元素可取',
};

export const problemsZh = zh;

/** What is wrong with a program, in the learner's language, without its place. */
export function programProblem(error: ProgramError, lang: 'en' | 'zh'): string {
  return describeProblem(error.code, error.params, lang === 'zh' ? zh : undefined);
}
