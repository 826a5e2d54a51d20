import { gateFormulas, substitute } from '../../engine/formulas.js';
import {
  build,
  type Circuit,
  type NestedNumbers,
  ProgramError,
  type Run,
  run as runCircuit,
  sameShape,
  toNested,
} from '../../engine/index.js';
import { stageWords } from '../../messages/kinds/stage.js';
import { programProblem } from '../../messages/problems.js';
import { close } from '../answer/judge.js';
import { normalise } from '../answer/normalise.js';
import { namesOf } from '../answer/posed.js';
import { liveNodes, liveStages } from '../backward-plan.js';
import { saidTensor } from '../mistakes/facts.js';
import { elsewhere } from './anywhere.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { wholeFormula } from './formula.js';
import { type Asked, type Kind, type Remark, sayFrom, unread, wrong } from './kind.js';
import { shapeWord } from './words.js';

type Stages = Extract<KindAsk, { kind: 'stage' }>;

const fewest = 2;
const longest = 1000;

/** `stage`, with `stages`: at least so many lines. */
export const stageForm: Form<Stages> = {
  forms: ['stage'],
  keys: ['stages'],
  parse: ([verb, more], { stages }) =>
    verb === 'stage' && more === undefined ? { kind: 'stage', stages: stages ?? fewest } : undefined,
  check: ({ stages }, { circuit, note }) => {
    const lines = ownLines(circuit, stages);
    if (lines.length < stages) note('too-few-gates', { stages, count: lines.length });
    else if (lines.join('; ').length > longest) note('too-long-lines', { limit: longest });
  },
};

/** The circuit's own lines if they are enough, else a line for every gate. */
function ownLines(circuit: Circuit, stages: number): readonly string[] {
  const own = liveStages(circuit).map(({ name, source }) => `${name} = ${source}`);
  if (own.length >= stages) return own;
  const live = liveNodes(circuit);
  const lines: string[] = [];
  for (let id = 0; id < circuit.size; id++) {
    const args = circuit.args(id);
    if (!live.has(id) || args.length === 0) continue;
    const { operands, formula } = gateFormulas(circuit, id);
    const bracketed = (text: string): string => (/^-/.test(text) ? `(${text})` : text);
    const texts = new Map(operands.slice(0, args.length).map((name, k) => [name, bracketed(circuit.name(args[k]!))]));
    lines.push(`${circuit.name(id)} = ${substitute(formula, texts)}`);
  }
  return lines;
}

/** Builds lines of one's own over the circuit's inputs, with the values of a run. @throws ProgramError */
function ownCircuit(lines: readonly string[], pass: Run): Circuit {
  const { circuit } = pass;
  const computed = new Set(circuit.stages.map(({ name }) => name));
  const words = new Set(lines.join(' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  const inputs: Record<string, NestedNumbers> = {};
  const consts: Record<string, NestedNumbers> = {};
  for (const name of namesOf(circuit)) {
    if (computed.has(name) || !words.has(name)) continue;
    const node = circuit.find(name)!;
    (circuit.gate(node) === 'const' ? consts : inputs)[name] = toNested(pass.value(node));
  }
  return build(lines, { inputs, consts });
}

function linesOf(text: string, circuit: Circuit): readonly string[] {
  const names = new Set(namesOf(circuit));
  return text
    .split(/[;；\n]/)
    .map((line) => normalise(line, (word) => names.has(word)))
    .filter((line) => line !== '');
}

function mark(text: string, asked: Asked<Stages>): Remark {
  const { ask, circuit, run } = asked;
  if (text.length > longest) return unread('too-long');
  try {
    const lines = linesOf(text, circuit);
    const own = ownCircuit(lines, run);
    const inputs = circuit.inputs.map((id) => circuit.name(id));
    if (own.unset.length > 0) return unread('stranger', { names: coded(own.unset), inputs: coded(inputs) });
    const name = circuit.name(circuit.output);
    const right = run.value(circuit.output);
    const got = runCircuit(own).value(own.output);
    if (!sameShape(got.shape, right.shape))
      return wrong('shape', { got: shapeWord(got.shape), name, right: shapeWord(right.shape) });
    if (!close(got, right)) {
      const at = circuit.inputs.map((id) => `${circuit.name(id)} = ${saidTensor(run.value(id))}`);
      return wrong('value', { got: saidTensor(got), name, right: saidTensor(right), at: coded(at) });
    }
    for (const other of elsewhere(run)) {
      const again = ownCircuit(lines, other);
      if (!close(runCircuit(again).value(again.output), other.value(circuit.output)))
        return wrong('elsewhere', { name });
    }
    const count = liveStages(own).length;
    return count < ask.stages ? unread('few', { got: count, stages: ask.stages }) : { verdict: 'right' };
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    return unread('problem', { en: programProblem(error, 'en'), zh: programProblem(error, 'zh') });
  }
}

function coded(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** The circuit of the lines that were typed, if they are right; else of the engine's. */
function drawn(asked: Asked<Stages>, typed: string | undefined): Run {
  const right = typed !== undefined && mark(typed, asked).verdict === 'right';
  const lines = right ? linesOf(typed, asked.circuit) : ownLines(asked.circuit, asked.ask.stages);
  return runCircuit(ownCircuit(lines, asked.run));
}

const said = sayFrom({ en: stageWords.en.said, zh: stageWords.zh.said });

/** The learner's own forward lines. */
export const stage: Kind<Stages> = {
  mark,
  answer: ({ ask, circuit }) => ownLines(circuit, ask.stages).join('; '),
  sentences: ({ ask, circuit }, lang) => {
    const words = stageWords[lang];
    const lines = ownLines(circuit, ask.stages);
    const half = lines.map((line, k) => (k < lines.length / 2 ? line : line.replace(/=.*/, '= _')));
    const name = circuit.name(circuit.output);
    return {
      question: words.question({ formula: wholeFormula(circuit), name, stages: ask.stages }),
      prompt: words.prompt,
      hints: [
        words.hints.which(),
        words.hints.rule({ inner: lines[0]! }),
        words.hints.numbers({ lines: half.join('; ') }),
        words.hints.answer({ lines: lines.join('; ') }),
      ],
      working: words.working(),
    };
  },
  say: (what, lang) => (what.code === 'problem' ? String(what.params[lang]) : said(what, lang)),
  shows: (asked, { typed, closed }) => (closed ? { instead: drawn(asked, typed) } : {}),
};
