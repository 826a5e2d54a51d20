import type { Shape } from '../../engine/index.js';
import { type ShapeWords, shapeWords } from '../../messages/kinds/shape.js';
import { normalise } from '../answer/normalise.js';
import { namesOf } from '../answer/posed.js';
import type { KindAsk } from './ask.js';
import { type Form, gradientOrValue } from './form.js';
import { type Asked, asNumber, type Kind, type Remark, sayFrom, unread, wrong } from './kind.js';
import { ownLine, shapesOf, shapeWord } from './words.js';

type ShapeAsk = Extract<KindAsk, { kind: 'shape' }>;

/** `shape of dN`, `shape of N`. */
export const shapeForm: Form<ShapeAsk> = {
  forms: ['shape of dN', 'shape of N'],
  keys: [],
  parse: ([verb, of, name, more], _keys, names) =>
    verb === 'shape' && of === 'of' && name !== undefined && more === undefined
      ? { kind: 'shape', ...gradientOrValue(name, names) }
      : undefined,
  check: ({ of }, { known }) => {
    known(of);
  },
};

const MOST_AXES = 8;

/** Reads `5x10`, `(5, 10)`, `[5,10]`, `3`, `()`; undefined when it is no shape. */
export function readShape(text: string): Shape | undefined {
  if (text.length > 80) return undefined;
  const plain = normalise(text, () => false)
    .replace(/\*/g, 'x')
    .trim();
  if (/^(?:\(\s*\)|\[\s*\]|scalar|标量|一个数)$/i.test(plain)) return [];
  const inner = /^\((.*)\)$|^\[(.*)\]$/.exec(plain);
  const parts = (inner ? (inner[1] ?? inner[2] ?? '') : plain)
    .replace(/,\s*$/, '')
    .trim()
    .split(/\s*[x,\s]\s*/i);
  if (parts.length > MOST_AXES || !parts.every((part) => /^\d{1,6}$/.test(part))) return undefined;
  return parts.map(Number);
}

const same = (a: Shape, b: Shape): boolean => a.length === b.length && a.every((extent, axis) => extent === b[axis]);
const count = (shape: Shape): number => shape.reduce((product, extent) => product * extent, 1);

function truthOf({ ask, circuit }: Asked<ShapeAsk>): Shape {
  return circuit.shape(circuit.find(ask.of)!);
}

function mark(text: string, asked: Asked<ShapeAsk>): Remark {
  const { ask, circuit } = asked;
  const got = readShape(text);
  if (got === undefined) return unread('unread');
  const right = truthOf(asked);
  const typed = shapeWord(got);
  if (same(got, right) || (right.length === 0 && same(got, [1])))
    return { verdict: 'right', ...(typed === text.trim() ? {} : { echo: typed }) };
  const symbol = symbolOf(ask);
  const about = { typed, symbol, name: ask.of, count: count(got), wanted: count(right) };
  if (!ask.gradient) return wrong('value', about);
  if (got.length > 1 && same([...got].reverse(), right)) return wrong('turned', about, { mistake: 'shape-turned' });
  const other = namesOf(circuit).find((name) => name !== ask.of && same(circuit.shape(circuit.find(name)!), got));
  if (other !== undefined && got.length > 0) return wrong('other', { ...about, other }, { mistake: 'shape-other' });
  return wrong(count(got) === count(right) ? 'same' : 'count', about);
}

function symbolOf({ of, gradient }: ShapeAsk): string {
  return gradient ? `d${of}` : of;
}

/** The shape of a gradient or of a value. */
export const shape: Kind<ShapeAsk> = {
  mark,
  answer: (asked) => shapeWord(truthOf(asked)),
  sentences: (asked, lang) => {
    const words: ShapeWords = shapeWords[lang];
    const { ask, circuit } = asked;
    const posed = asNumber(asked, { kind: ask.gradient ? 'gradient' : 'value', of: ask.of });
    const symbol = symbolOf(ask);
    const about = { name: ask.of, gradient: ask.gradient };
    const right = { symbol, shape: shapeWord(truthOf(asked)) };
    const reads = circuit.stages.find(({ name }) => name === ask.of)?.reads ?? [];
    const { hints } = words;
    return {
      question: words.question({ symbol, line: ownLine(posed, ask.of) }),
      prompt: symbol,
      hints: [
        hints.which(about),
        hints.rule(about),
        hints.numbers({ name: ask.of, shapes: shapesOf(circuit, ask.gradient ? [ask.of] : reads).join('   ') }),
        hints.answer(right),
      ],
      working: words.working({ ...right, ...about }),
    };
  },
  say: sayFrom({ en: shapeWords.en.said, zh: shapeWords.zh.said }),
};
