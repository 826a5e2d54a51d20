import { type Circuit, canSplit, type NodeId, split as splitGate } from '../../engine/index.js';
import { splitProgram } from '../../engine/split.js';
import { splitWords } from '../../messages/kinds/split.js';
import { stageNamed } from '../answer/posed.js';
import { lineOf } from '../hints/question.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, asNumber, type Kind, type Remark, sayFrom, unread, wrong } from './kind.js';
import { runLike } from './run-like.js';

type Split = Extract<KindAsk, { kind: 'split' }>;

/** `split N` */
export const splitForm: Form<Split> = {
  forms: ['split N'],
  keys: [],
  parse: ([verb, of, more]) =>
    verb === 'split' && of !== undefined && more === undefined ? { kind: 'split', of } : undefined,
  check: ({ of }, { circuit, known, note }) => {
    if (!known(of)) return;
    const stage = stageNamed(circuit, of);
    if (stage === undefined) note('not-computed', { name: of });
    else if (stage.gates.length < 2 && !canSplit(circuit, stage.node)) note('cant-split', { name: of });
  },
};

/** What else a gate may be called, beside its name in the table and its sign. */
const others: Readonly<Record<string, string>> = {
  '*-1': 'neg',
  '-x': 'neg',
  negate: 'neg',
  minus: 'neg',
  取负: 'neg',
  'e^x': 'exp',
  'e**x': 'exp',
  指数: 'exp',
  '+': 'add',
  '+1': 'add',
  '1+': 'add',
  plus: 'add',
  加: 'add',
  加1: 'add',
  '1/x': 'div',
  '/': 'div',
  inverse: 'div',
  reciprocal: 'div',
  inv: 'div',
  倒数: 'div',
  除: 'div',
  '*': 'mul',
  times: 'mul',
  scale: 'mul',
  乘: 'mul',
  '-': 'sub',
  减: 'sub',
  '**': 'pow',
  '^': 'pow',
  '^2': 'pow',
  '**2': 'pow',
  square: 'pow',
  平方: 'pow',
  ln: 'log',
  '@': 'matmul',
  dot: 'matmul',
};

const gateNames = new Set([
  ...Object.values(others),
  ...'neg add sub mul div pow matmul exp log sqrt abs sigmoid tanh relu max min sum mean softmax transpose reshape index'.split(
    ' ',
  ),
]);

/** Gates that a learner calls by the name of the function. */
const alongAxes: Readonly<Record<string, string>> = { amax: 'max', amin: 'min' };

/** The circuit with the box taken apart, if it is one gate. */
function apart({ ask, circuit }: Asked<Split>): { readonly circuit: Circuit; readonly gates: readonly NodeId[] } {
  const stage = stageNamed(circuit, ask.of)!;
  if (stage.gates.length > 1) return { circuit, gates: stage.gates };
  const whole = splitGate(circuit, stage.node);
  const root = whole.find(ask.of)!;
  const kept = new Set(stage.reads);
  const gates = new Set<NodeId>();
  const open = [root];
  for (const id of open) {
    if (gates.has(id) || whole.args(id).length === 0 || (id !== root && whole.named(id) && kept.has(whole.name(id))))
      continue;
    gates.add(id);
    open.push(...whole.args(id));
  }
  return { circuit: whole, gates: [...gates].sort((a, b) => a - b) };
}

function isOneGate({ ask, circuit }: Asked<Split>): boolean {
  return stageNamed(circuit, ask.of)!.gates.length === 1;
}

function truthOf(asked: Asked<Split>): readonly string[] {
  const { circuit, gates } = apart(asked);
  return gates.map((id) => alongAxes[circuit.gate(id)] ?? circuit.gate(id));
}

function mark(text: string, asked: Asked<Split>): Remark {
  const words = text
    .slice(0, 400)
    .normalize('NFKC')
    .replace(/[σ]/g, 'sigmoid')
    .trim()
    .toLowerCase()
    .split(/(?:\s*(?:->|→|[,;、，；])\s*|\s+)+/)
    .filter((word) => word !== '');
  const right = truthOf(asked);
  const gates: string[] = [];
  for (const word of words) {
    const gate = others[word] ?? (gateNames.has(word) ? word : undefined);
    if (gate === undefined) return unread('unread', { word: word.slice(0, 40) });
    gates.push(gate);
  }
  const at = gates.findIndex((gate, k) => gate !== right[k]);
  const before = gates
    .slice(0, at < 0 ? right.length : at)
    .map((gate) => `\`${gate}\``)
    .join(' ');
  if (at >= 0 && at < right.length) return wrong('place', { word: words[at]!, n: at + 1, before });
  if (at >= 0) return wrong('less', { before, word: words[at]! });
  return gates.length < right.length ? wrong('more', { before }) : { verdict: 'right' };
}

/** The gates that a box is made of. */
export const split: Kind<Split> = {
  mark,
  answer: (asked) => truthOf(asked).join(' '),
  sentences: (asked, lang) => {
    const words = splitWords[lang];
    const { ask, circuit } = asked;
    const stage = stageNamed(circuit, ask.of)!;
    const line = lineOf(asNumber(asked, { kind: 'value', of: ask.of }), ask.of);
    const right = truthOf(asked);
    const gates = right.map((gate) => `\`${gate}\``).join(' ');
    const half = right.map((gate, k) => (k < right.length / 2 ? `\`${gate}\`` : '`_`')).join(' ');
    const formula = stage.gates.length > 1 ? stage.source : splitProgram(circuit, stage.node);
    return {
      question: words.question({ line }),
      prompt: words.prompt,
      hints: [
        words.hints.which({ formula }),
        words.hints.rule(),
        words.hints.numbers({ gates: half }),
        words.hints.answer({ gates }),
      ],
      working: words.working({ line, gates }),
    };
  },
  say: sayFrom({ en: splitWords.en.said, zh: splitWords.zh.said }),
  shows: (asked, { closed }) =>
    closed && isOneGate(asked) ? { instead: runLike(asked.run, apart(asked).circuit) } : {},
};
