import type { Tensor } from '../../engine/index.js';
import { entryWords } from '../../messages/kinds/entry.js';
import { acceptedRanges } from '../answer/accepted.js';
import type { Posed } from '../answer/posed.js';
import { truth, valueNamed } from '../answer/posed.js';
import { type Reading, readAnswer } from '../answer/read.js';
import { ranks } from '../mistakes/candidate.js';
import { mistakesAt } from '../mistakes/candidates.js';
import { saidTensor } from '../mistakes/facts.js';
import { diagnose } from '../mistakes/index.js';
import type { KindAsk } from './ask.js';
import { type Form, gradientOrValue } from './form.js';
import { gradientFormula } from './formula.js';
import { type Asked, asNumber, type Kind, type Marking, type Remark, sayFrom, wrong } from './kind.js';
import { placeOf } from './line.js';
import { nearNumber } from './near.js';
import { numberAnswer } from './number-answer.js';
import { linesAbout, listed, ownLine } from './words.js';

type Entry = Extract<KindAsk, { kind: 'entry' }>;

/** `entry dN i j`, `entry N i`: indices count from 0. */
export const entryForm: Form<Entry> = {
  forms: ['entry dN i j', 'entry N i j'],
  keys: [],
  parse: ([verb, name, ...indices], _keys, names) =>
    verb === 'entry' && name !== undefined && indices.length > 0 && indices.every((text) => /^\d{1,4}$/.test(text))
      ? { kind: 'entry', ...gradientOrValue(name, names), at: indices.map(Number) }
      : undefined,
  check: ({ of, at }, { circuit, known, note }) => {
    if (!known(of)) return;
    const shape = circuit.shape(circuit.find(of)!);
    if (at.length !== shape.length || at.some((index, axis) => index >= shape[axis]!))
      note('no-entry', { name: of, at: at.join(' '), shape: shape.length === 0 ? '()' : shape.join('x') });
  },
};

function whole(asked: Asked<Entry>): Posed {
  const { gradient, of } = asked.ask;
  return asNumber(asked, { kind: gradient ? 'gradient' : 'value', of });
}

function flatOf({ ask, circuit }: Asked<Entry>): number {
  const shape = circuit.shape(circuit.find(ask.of)!);
  return ask.at.reduce((flat, index, axis) => flat * shape[axis]! + index, 0);
}

function truthOf(asked: Asked<Entry>): Tensor {
  const flat = flatOf(asked);
  const { data } = truth(whole(asked).ask, asked.run);
  return { shape: [], data: data.slice(flat, flat + 1) };
}

function symbolOf({ of, gradient, at }: Entry): string {
  return `${gradient ? 'd' : ''}${of}[${at.join(', ')}]`;
}

function mark(text: string, asked: Asked<Entry>): Marking {
  const posed = whole(asked);
  const body = text.replace(/^[^=]*\[[^\]]*\]\s*=(?!=)/, '');
  const reading = readAnswer(body, posed);
  if (reading.kind === 'unreadable') return { verdict: 'unreadable', problem: reading.problem };
  if (reading.value.shape.length > 0 && reading.value.data.length === 1)
    return mark(String(reading.value.data[0]), asked);
  const flat = flatOf(asked);
  const x = reading.value.data[0]!;
  const range = acceptedRanges(posed)[flat]!;
  const right = truthOf(asked).data[0]!;
  if (reading.value.shape.length === 0 && nearNumber(x, reading.rounding[0]!, right, range))
    return { verdict: 'right', reading };
  return misread(reading, asked, posed, flat);
}

function misread(reading: Reading & { kind: 'value' }, asked: Asked<Entry>, posed: Posed, flat: number): Marking {
  const typed = saidTensor(reading.value);
  const x = reading.value.data[0]!;
  // One number says little: mistakes that are rare do not count.
  const group = mistakesAt(posed).find(
    ({ candidate, value }) => candidate.rank < ranks.branch && Math.abs((value.data[flat] ?? Number.NaN) - x) <= 1e-9,
  );
  if (group !== undefined && reading.value.shape.length === 0) {
    const rounding = Array.from(group.value.data, () => 0);
    const diagnosis = diagnose({ kind: 'value', value: group.value, rounding }, posed);
    if (diagnosis.kind === 'mistake') {
      const facts = { ...diagnosis.facts, n: typed, whole: typed };
      return { verdict: 'wrong', reading, diagnosis: { ...diagnosis, facts }, mistake: diagnosis.id };
    }
  }
  const all = truth(posed.ask, posed.run);
  const symbol = symbolOf(asked.ask);
  const other = all.data.findIndex((entry) => Math.abs(entry - x) <= 1e-9);
  const name = symbol.replace(/\[.*/, '');
  const remark: Remark =
    other >= 0
      ? wrong('neighbour', { typed, symbol, place: `${name}[${placeOf(other, all.shape).join(', ')}]` })
      : wrong('none', { typed, entry: `${asked.ask.of}[${asked.ask.at.join(', ')}]` });
  return remark;
}

/** One entry of a gradient or of a value. */
export const entry: Kind<Entry> = {
  mark,
  answer: (asked) => numberAnswer(truthOf(asked)),
  sentences: (asked, lang) => {
    const words = entryWords[lang];
    const { ask, circuit, shown, run } = asked;
    const posed = whole(asked);
    const symbol = symbolOf(ask);
    const answer = saidTensor(truthOf(asked));
    const written = ask.gradient ? gradientFormula(circuit, circuit.find(ask.of)!) : undefined;
    const formula = written ?? circuit.stages.find(({ name }) => name === ask.of)?.source ?? '';
    const stages = circuit.stages.filter(({ name, reads }) =>
      ask.gradient ? reads.includes(ask.of) : name === ask.of,
    );
    const read = [...new Set(stages.flatMap(({ reads }) => reads))].filter(
      (name) => name !== ask.of && shown.values.has(name),
    );
    const values = read.map((name) => `${name} = ${saidTensor(valueNamed(run, name))}`);
    const upstream = stages
      .filter(({ name, node }) => ask.gradient && shown.gradients.has(name) && circuit.shape(node).length > 0)
      .map(({ name, node }) => `d${name} = ${saidTensor(run.gradient(node))}`);
    // Of more than two lines the values would make a wall of numbers; they stand in the circuit or in the lesson's text.
    const known = stages.length > 2 ? [] : [...values, ...upstream];
    const entryName = `${ask.of}[${ask.at.join(', ')}]`;
    const { hints } = words;
    return {
      question: words.question({
        symbol,
        lines: ask.gradient ? linesAbout(posed, ask.of, lang) : `\`${ownLine(posed, ask.of) || ask.of}\``,
        known: known.length === 0 ? '' : words.known(listed(known, lang)),
      }),
      prompt: symbol,
      hints: [
        hints.which({ entry: entryName, symbol }),
        hints.rule({ formula: `${ask.gradient ? 'd' : ''}${ask.of} = ${formula}` }),
        hints.numbers({ entry: entryName }),
        hints.answer({ symbol, answer }),
      ],
      working: words.working({ symbol, formula, answer }),
    };
  },
  say: sayFrom({ en: entryWords.en.said, zh: entryWords.zh.said }),
};
