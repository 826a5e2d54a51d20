import { type NestedNumbers, type Run, run as runCircuit, toNested } from '../../engine/index.js';
import { type MovementParams, movementWords } from '../../messages/kinds/movement.js';
import { gradientNamed, type Posed, valueNamed } from '../answer/posed.js';
import { readAnswer } from '../answer/read.js';
import { lineOf } from '../hints/question.js';
import { fine } from '../hints/working.js';
import type { KindAsk, Measure } from './ask.js';
import type { Form } from './form.js';
import { type Asked, asNumber, type Kind, type Marking, sayFrom, wrong } from './kind.js';

type Movement = Extract<KindAsk, { kind: 'movement' }>;

const measures: readonly Measure[] = ['change', 'rate', 'central'];

/** `change of F when X by H`, `rate of …`, `central of …` */
export const movementForm: Form<Movement> = {
  forms: measures.map((measure) => `${measure} of F when X by H`),
  keys: [],
  parse: ([verb, of, name, when, wrt, by, step, more]) => {
    const measure = measures.find((one) => one === verb);
    if (measure === undefined || of !== 'of' || when !== 'when' || by !== 'by' || more !== undefined) return undefined;
    if (name === undefined || wrt === undefined || !/^[-+]?(\d+\.?\d*|\.\d+)(e-?\d+)?$/.test(step ?? ''))
      return undefined;
    return { kind: 'movement', measure, of: name, wrt, by: Number(step) };
  },
  check: ({ of, wrt, by }, { circuit, known, note }) => {
    if (!known(of) || !known(wrt)) return;
    const node = circuit.find(wrt)!;
    if (!circuit.inputs.includes(node)) note('not-an-input', { name: wrt });
    else if (circuit.shape(node).length > 0) note('not-a-number', { name: wrt });
    else if (circuit.shape(circuit.find(of)!).length > 0) note('not-a-number', { name: of });
    else if (by === 0) note('no-step');
  },
};

interface Seen {
  readonly x: number;
  readonly value: number;
  readonly above: number;
  readonly below: number;
  readonly truth: number;
}

function look({ ask, run, circuit }: Asked<Movement>): Seen {
  const x = valueNamed(run, ask.wrt).data[0]!;
  const value = valueNamed(run, ask.of).data[0]!;
  const seed = circuit.shape(circuit.output).length === 0 ? {} : { seed: toNested(run.gradient(circuit.output)) };
  const at = (moved: number): number =>
    valueNamed(runCircuit(circuit, { inputs: { ...inputsOf(run), [ask.wrt]: moved }, ...seed }), ask.of).data[0]!;
  const [above, below] = [at(x + ask.by), at(x - ask.by)];
  return { x, value, above, below, truth: measured(ask, value, above, below) };
}

function inputsOf(run: Run): Record<string, NestedNumbers> {
  const { circuit } = run;
  return Object.fromEntries(circuit.inputs.map((id) => [circuit.name(id), toNested(run.value(id))]));
}

/** Rounded to where the subtraction of two nearly equal numbers still says something. */
function measured({ measure, by }: Movement, value: number, above: number, below: number): number {
  const exact =
    measure === 'change' ? above - value : measure === 'rate' ? (above - value) / by : (above - below) / (2 * by);
  return Number(exact.toPrecision(9));
}

/** Wrong numbers that are known, and the code of what is said of them. */
function misreadings(asked: Asked<Movement>, seen: Seen): readonly (readonly [code: string, number: number])[] {
  const { ask, circuit, run } = asked;
  const { value, above, below, truth } = seen;
  const change = above - value;
  const limit: readonly (readonly [string, number])[] =
    ask.of === circuit.name(circuit.output) ? [['limit', gradientNamed(run, ask.wrt).data[0]!]] : [];
  if (ask.measure === 'change')
    return [
      ['new-value', above],
      ['sign', -change],
      ['per-unit', change / ask.by],
      ['per-unit', limit[0]?.[1] ?? Number.NaN],
    ];
  if (ask.measure === 'rate')
    return [
      ['not-divided', change],
      ['new-value', above],
      ['sign', -truth],
      ...limit,
      ['one-sided', (value - below) / ask.by],
    ];
  return [
    ['half', 2 * truth],
    ['one-sided', change / ask.by],
    ['one-sided', (value - below) / ask.by],
    ['sign', -truth],
    ...limit,
  ];
}

function behind(asked: Asked<Movement>): Posed {
  return asNumber(asked, { kind: 'gradient', of: asked.ask.wrt });
}

function paramsOf(asked: Asked<Movement>, seen: Seen, typed: string): MovementParams {
  const { ask } = asked;
  const written = (x: number): string => fine(Number(x.toPrecision(9)), 8);
  const inBrackets = (x: number): string => (x < 0 ? `(${written(x)})` : written(x));
  return {
    of: ask.of,
    wrt: ask.wrt,
    by: written(ask.by),
    x: written(seen.x),
    above: written(seen.x + ask.by),
    below: written(seen.x - ask.by),
    value: written(seen.value),
    valueIn: inBrackets(seen.value),
    aboveValue: written(seen.above),
    belowValue: written(seen.below),
    belowValueIn: inBrackets(seen.below),
    line: lineOf(behind(asked), ask.of),
    start: '',
    typed,
  };
}

/** The most that a rounded answer may be off, as a share of it: 12.01 is not 12. */
const MOST_OFF = 0.0005;

function mark(text: string, asked: Asked<Movement>): Marking {
  const posed = behind(asked);
  const reading = readAnswer(text, posed);
  if (reading.kind === 'unreadable') return { verdict: 'unreadable', problem: reading.problem };
  const seen = look(asked);
  const x = reading.value.data[0]!;
  const near = (to: number, slack: number): boolean => Math.abs(x - to) <= slack + 1e-7 * Math.max(1, Math.abs(to));
  const isNumber = reading.value.shape.length === 0;
  const known = misreadings(asked, seen).filter(([, number]) => Number.isFinite(number) && !nearly(number, seen.truth));
  const exact = known.find(([, number]) => isNumber && near(number, 0));
  const slack = Math.min(reading.rounding[0] ?? 0, MOST_OFF * Math.abs(seen.truth));
  if (isNumber && exact === undefined && near(seen.truth, slack)) return { verdict: 'right', reading };
  const rounded = known.find(
    ([, number]) => isNumber && near(number, Math.min(reading.rounding[0] ?? 0, 0.01 * Math.abs(number))),
  );
  const [code] = exact ?? rounded ?? ['none'];
  return wrong(code, { ...paramsOf(asked, seen, fine(x, 8)) }, code === 'none' ? {} : { mistake: `movement-${code}` });
}

function nearly(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(b));
}

/** How a name moves when an input is raised by a step. */
export const movement: Kind<Movement> = {
  mark,
  answer: (asked) => fine(look(asked).truth, 8),
  sentences: (asked, lang) => {
    const words = movementWords[lang];
    const { ask, shown } = asked;
    const seen = look(asked);
    const plain = paramsOf(asked, seen, '');
    const start = shown.values.has(ask.of) ? words.start(plain) : '';
    const p = { ...plain, start };
    const answer = fine(seen.truth, 8);
    const working = {
      change: `\`${p.aboveValue} - ${p.valueIn} = ${answer}\``,
      rate: `\`(${p.aboveValue} - ${p.valueIn}) / ${p.by} = ${answer}\``,
      central: `\`(${p.aboveValue} - ${p.belowValueIn}) / (2 * ${p.by}) = ${answer}\``,
    }[ask.measure];
    return {
      question: words.question[ask.measure](p),
      prompt: words.prompt[ask.measure](p),
      hints: [words.hints.which(p), words.hints.rule[ask.measure](p), words.hints.numbers[ask.measure](p), working],
      working,
    };
  },
  say: sayFrom({ en: movementWords.en.said, zh: movementWords.zh.said }),
  behind,
};
