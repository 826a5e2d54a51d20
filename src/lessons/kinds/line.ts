import { sizeOf } from '../../engine/index.js';
import { lineWords } from '../../messages/kinds/line.js';
import { assess } from '../answer/assess.js';
import { type Posed, readersOf, truth } from '../answer/posed.js';
import { lineOf } from '../hints/question.js';
import { saidTensor } from '../mistakes/facts.js';
import type { EarlierAnswer } from '../mistakes/index.js';
import { holdsAnywhere } from './anywhere.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { gradientFormula } from './formula.js';
import { type Asked, asNumber, type Kind, type Marking, sayFrom, unread, wrong } from './kind.js';
import { linesAbout, listed, namesIn, shapesOf, shapeWord, withBlank } from './words.js';

type Line = Extract<KindAsk, { kind: 'line' }>;

/** `line dN` */
export const lineForm: Form<Line> = {
  forms: ['line dN'],
  keys: [],
  parse: ([verb, name, more], _keys, names) =>
    verb === 'line' && name !== undefined && more === undefined && /^d./.test(name)
      ? { kind: 'line', of: names.has(name) && !names.has(name.slice(1)) ? name : name.slice(1) }
      : undefined,
  check: ({ of }, { circuit, known, note }) => {
    if (!known(of)) return;
    if (readersOf(circuit, of).length === 0) note('no-reader', { name: of });
    else if (gradientFormula(circuit, circuit.find(of)!) === undefined) note('no-one-line', { name: of });
  },
};

function posedOf(asked: Asked<Line>): Posed {
  return asNumber(asked, { kind: 'gradient', of: asked.ask.of });
}

function formulaOf({ ask, circuit }: Asked<Line>): string {
  return gradientFormula(circuit, circuit.find(ask.of)!)!;
}

/** NumPy's ways of writing what the language writes as operators and functions. */
export function withoutNumPy(text: string): string {
  return text
    .replace(/\b(?:np|numpy|torch)\./g, '')
    .replace(/([\p{L}_][\p{L}\p{N}_]*(?:\.T)?)\.dot\(([^()]*)\)/gu, '($1 @ ($2))')
    .replace(/\+=/, '=');
}

function mark(text: string, asked: Asked<Line>, earlier: readonly EarlierAnswer[]): Marking {
  const posed = posedOf(asked);
  const { ask, circuit } = asked;
  const symbol = `d${ask.of}`;
  const marking = assess(withoutNumPy(text), posed, earlier);
  const typed = text.replace(/^\s*[\p{L}_][\p{L}\p{N}_]*\s*\+?=(?!=)/u, '').trim();
  if (marking.verdict === 'unreadable') {
    if (marking.problem.code !== 'shapes-differ') return marking;
    return unread('no-fit', { typed, shapes: shapesOf(circuit, namesIn(typed)).join('; ') });
  }
  const { formula } = marking.reading;
  if (formula === undefined) return unread('numbers', { symbol });
  if (marking.verdict === 'right') return holdsAnywhere(formula, posed) ? marking : unread('numbers', { symbol });
  if (marking.diagnosis.kind === 'shape') {
    const { got, expected } = marking.diagnosis;
    const params = { typed, got: shapeWord(got), symbol, expected: shapeWord(expected), name: ask.of };
    const code = /@/.test(formula) ? 'wrong-shape' : sizeOf(got) < sizeOf(expected) ? 'too-few' : 'wrong-count';
    return wrong(code, params, { mistake: 'shape' });
  }
  if (marking.diagnosis.kind !== 'none' && marking.diagnosis.kind !== 'entries') return marking;
  const right = truth(posed.ask, posed.run);
  const value = marking.reading.value;
  const at = value.data.findIndex((x, k) => Math.abs(x - right.data[k]!) > 1e-9);
  if (right.shape.length === 0 || at < 0) return marking;
  const one = (data: Float64Array) => saidTensor({ shape: [], data: data.slice(at, at + 1) });
  const place = `${symbol}[${placeOf(at, right.shape).join(', ')}]`;
  return wrong('value', { typed, symbol, place, value: one(value.data), truth: one(right.data) });
}

/** The indices of an entry from its flat place. */
export function placeOf(flat: number, shape: readonly number[]): readonly number[] {
  let rest = flat;
  return [...shape]
    .reverse()
    .map((extent) => {
      const index = rest % extent;
      rest = Math.floor(rest / extent);
      return index;
    })
    .reverse();
}

/** A line of the backward pass, judged by what it computes. */
export const line: Kind<Line> = {
  mark,
  answer: (asked) => `d${asked.ask.of} = ${formulaOf(asked)}`,
  sentences: (asked, lang) => {
    const words = lineWords[lang];
    const { ask, circuit, shown } = asked;
    const posed = posedOf(asked);
    const symbol = `d${ask.of}`;
    const readers = readersOf(circuit, ask.of);
    const known = readers.filter(({ name }) => shown.gradients.has(name)).map(({ name }) => `d${name}`);
    const formula = `${symbol} = ${formulaOf(asked)}`;
    const shape = circuit.shape(circuit.find(ask.of)!);
    const names = [...new Set([...readers.flatMap((stage) => [`d${stage.name}`, ...stage.reads])])];
    const { hints } = words;
    return {
      question: words.question({
        symbol,
        lines: listed(
          readers.map(({ name }) => lineOf(posed, name)),
          lang,
        ),
        known: known.length === 0 ? '' : words.known({ list: listed(known, lang), many: known.length > 1 }),
      }),
      prompt: `${symbol} =`,
      hints: [
        hints.which({ name: ask.of, lines: linesAbout(posed, ask.of, lang) }),
        shape.length === 0
          ? hints.rule()
          : hints.shapes({ shapes: shapesOf(circuit, names).join('; '), symbol, shape: shapeWord(shape) }),
        hints.blank({ formula: withBlank(formula) }),
        hints.answer({ formula }),
      ],
      working: words.working({ formula }),
    };
  },
  say: sayFrom({ en: lineWords.en.said, zh: lineWords.zh.said }),
  behind: posedOf,
};
