import { gateFormulas } from '../../engine/formulas.js';
import { fuse as fuseGates } from '../../engine/fuse.js';
import { build, type Circuit, gateRow, type NodeId, run, toNested } from '../../engine/index.js';
import { fuseWords } from '../../messages/kinds/fuse.js';
import { assess } from '../answer/assess.js';
import { everything, type Posed, stageNamed, valueNamed } from '../answer/posed.js';
import { lineOf } from '../hints/question.js';
import { saidTensor } from '../mistakes/facts.js';
import { holdsAnywhere } from './anywhere.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, asNumber, type Kind, type Marking, sayFrom, unread } from './kind.js';
import { runLike } from './run-like.js';
import { namesIn, withBlank } from './words.js';

type Fuse = Extract<KindAsk, { kind: 'fuse' }>;

/** `fuse N` */
export const fuseForm: Form<Fuse> = {
  forms: ['fuse N'],
  keys: [],
  parse: ([verb, of, more]) =>
    verb === 'fuse' && of !== undefined && more === undefined ? { kind: 'fuse', of } : undefined,
  check: ({ of }, { circuit, known, note }) => {
    if (!known(of)) return;
    if (stageNamed(circuit, of) === undefined) note('not-computed', { name: of });
    else if (fusedAt(circuit, of) === undefined) note('cant-fuse', { name: of });
  },
};

/** The one gate that a line is, or that its gates make up, if its rule reads the output alone. */
function fusedAt(circuit: Circuit, name: string): { readonly gate: string; readonly formula: string } | undefined {
  const stage = stageNamed(circuit, name)!;
  if (stage.reads.length !== 1 || stage.gates.length === 0) return undefined;
  const whole = stage.gates.length === 1 ? circuit : fuseGates(circuit, stage.node);
  const node = whole && gateOf(whole, name);
  if (whole === undefined || node === undefined) return undefined;
  const { operands, output, partials } = gateFormulas(whole, node);
  const [formula] = partials;
  if (output !== 'o' || formula === undefined || partials.length !== 1) return undefined;
  return operands.some((operand) => namesIn(formula).includes(operand))
    ? undefined
    : { gate: whole.gate(node), formula };
}

/** The circuit with the line's gates put together; undefined where the line is one gate already. */
function fusedCircuit({ ask, circuit }: Asked<Fuse>): Circuit | undefined {
  const stage = stageNamed(circuit, ask.of)!;
  return stage.gates.length > 1 ? fuseGates(circuit, stage.node) : undefined;
}

function gateOf(circuit: Circuit, name: string): NodeId | undefined {
  const node = circuit.find(name);
  return node !== undefined && circuit.args(node).length > 0 ? node : undefined;
}

function behind(asked: Asked<Fuse>): Posed {
  const { of } = asked.ask;
  const [wrt] = stageNamed(asked.circuit, of)!.reads;
  const { gate } = fusedAt(asked.circuit, of)!;
  // The line as the one gate that it makes up, so that what is said of an answer is about that gate.
  const value = toNested(valueNamed(asked.run, wrt!));
  const circuit = build(`${of} = ${gate}(${wrt})`, { inputs: { [wrt!]: value } });
  return { ask: { kind: 'local', of, wrt: wrt! }, circuit, run: run(circuit), shown: everything(circuit) };
}

function mark(text: string, asked: Asked<Fuse>): Marking {
  const posed = behind(asked);
  const marking = assess(text, posed);
  if (marking.verdict !== 'right') return marking;
  const { formula, value } = marking.reading;
  if (formula === undefined) return unread('number', { typed: saidTensor(value) });
  if (!holdsAnywhere(formula, posed)) return unread('here-only', { typed: formula });
  const [input] = stageNamed(asked.circuit, asked.ask.of)!.reads;
  return namesIn(formula).includes(input!) ? unread('input', { typed: formula, name: input! }) : marking;
}

/** The local gradient of a fused gate in its output. */
export const fuse: Kind<Fuse> = {
  mark,
  answer: ({ ask, circuit }) => fusedAt(circuit, ask.of)!.formula,
  sentences: (asked, lang) => {
    const words = fuseWords[lang];
    const { ask, circuit } = asked;
    const { gate, formula } = fusedAt(circuit, ask.of)!;
    const [wrt] = stageNamed(circuit, ask.of)!.reads;
    const symbol = `∂${ask.of}/∂${wrt}`;
    const rule = `${symbol} = ${formula}`;
    const whole = asNumber(asked, { kind: 'value', of: ask.of });
    return {
      question: words.question({ line: lineOf(whole, ask.of), name: ask.of, symbol }),
      prompt: symbol,
      hints: [
        words.hints.which({ formula: stageNamed(circuit, ask.of)!.source, name: ask.of }),
        words.hints.rule({ rule: gateRow(gate)!.words[lang].rule }),
        words.hints.numbers({ formula: `${symbol} = ${withBlank(formula)}` }),
        words.hints.answer({ formula: rule }),
      ],
      working: words.working({ formula: rule }),
    };
  },
  say: sayFrom({ en: fuseWords.en.said, zh: fuseWords.zh.said }),
  behind,
  shows: (asked, { closed }) => {
    const whole = closed ? fusedCircuit(asked) : undefined;
    return whole === undefined ? {} : { instead: runLike(asked.run, whole) };
  },
};
