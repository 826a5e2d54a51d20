import { beforeAll, describe, expect, test } from 'vitest';
import { formatNumber } from '../../../src/engine/index.js';
import { judge, type Posed, readAnswer, truth } from '../../../src/lessons/answer/index.js';
import { parseAsk } from '../../../src/lessons/ask.js';
import { type Diagnosis, diagnose, drawDiagnosable, mistakesAt } from '../../../src/lessons/mistakes/index.js';
import { random } from '../../../src/lessons/random.js';
import type { Ask } from '../../../src/lessons/types.js';
import { pose } from '../pose.js';

/** Every gate, in a circuit where two more gates follow, so that upstream is a number of its own. */
const gates = [
  'x + y',
  'x + 7',
  'x - y',
  'y - x',
  '-x',
  'x * y',
  '-1.5 * x',
  'x / y',
  'y / x',
  '1 / x',
  'x**3',
  'x**2',
  'x * x',
  '3**x',
  'exp(x)',
  'log(x)',
  'sqrt(x)',
  'abs(x)',
  'sigmoid(x)',
  'tanh(x)',
  'relu(x)',
  'leaky_relu(x, 0.1)',
  'maximum(x, y)',
  'minimum(x, y)',
  'softplus(x)',
  'sin(x)',
  'cos(x)',
];
const circuits: readonly (readonly [string, readonly string[]])[] = [
  ...gates.map(
    (gate) => [`u = ${gate}\nv = u * g\nf = v * c`, ['gradient of x', 'local u wrt x', 'value of u']] as const,
  ),
  ['p = x * y\nq = x * z\ns = p + q\nf = s * c', ['gradient of x']],
  ['p = x * y\nf = p * z - c * p', ['gradient of x']],
  ['f = x * y + x * z - 4 * x', ['gradient of x']],
];
/** Sets of numbers for each question; 100 take two minutes (SETS=100). */
const SETS = Number(process.env.SETS ?? 5);

interface Tally {
  named: number;
  among: number;
  total: number;
}
const tally = (): Tally => ({ named: 0, among: 0, total: 0 });
const rate = (part: number, { total }: Tally) => `${((100 * part) / total).toFixed(1)}%`;

function count(into: Tally, diagnosis: Diagnosis, is: (id: string) => boolean): void {
  into.total++;
  if (diagnosis.kind === 'mistake' && is(diagnosis.id)) into.named++;
  else if (diagnosis.kind === 'either' && diagnosis.ids.some(is)) into.among++;
}

const typed = (text: string, posed: Posed) => {
  const reading = readAnswer(text, posed);
  if (reading.kind !== 'value') throw new Error(`${text} was not read`);
  return reading;
};

const mixed = random(11);
const own = tally();
const rounded = tally();
const pairs = tally();
const off = tally();
const rights = tally();
const perId = new Map<string, Tally>();

beforeAll(() => {
  for (const [program, asks] of circuits)
    for (const text of asks) {
      const ask = parseAsk(text) as Ask;
      for (let seed = 0; seed < SETS; seed++) {
        const inputs = drawDiagnosable(program, [ask], seed);
        if (inputs !== undefined) measure(pose(program, inputs, text), mixed);
      }
    }
}, 600_000);

function measure(posed: Posed, next: () => number): void {
  const right = truth(posed.ask, posed.run).data[0]!;
  for (const text of [String(right), formatNumber(right, { significant: 2 })]) {
    rights.total++;
    if (judge(typed(text, posed), posed).verdict === 'right') rights.named++;
  }
  const groups = mistakesAt(posed);
  for (const { candidate, ids, value } of groups) {
    const x = value.data[0]!;
    const diagnosis = diagnose(typed(String(x), posed), posed);
    if (candidate.also !== undefined) {
      count(pairs, diagnosis, (id) => id === candidate.id);
      continue;
    }
    if (candidate.branch?.which === 'one') continue;
    const mine = perId.get(candidate.id) ?? tally();
    perId.set(candidate.id, mine);
    count(mine, diagnosis, (id) => ids.has(id as never));
    count(own, diagnosis, (id) => ids.has(id as never));
    const shown = formatNumber(x, { significant: 2 });
    if (shown !== String(x) && judge(typed(shown, posed), posed).verdict === 'wrong')
      count(rounded, diagnose(typed(shown, posed), posed), (id) => ids.has(id as never));
  }
  for (let k = 0; k < 5; k++) {
    const digits = Math.floor(100 + 900 * next()) / 100;
    const text = String(next() < 0.5 ? digits : -digits);
    if (judge(typed(text, posed), posed).verdict !== 'wrong') continue;
    off.total++;
    if (diagnose(typed(text, posed), posed).kind !== 'none') off.named++;
  }
}

describe('mistakes at every gate, over numbers that tell them apart', () => {
  test("a mistake's own number is recognised as that mistake", () => {
    console.log(
      [
        `mistakes: ${perId.size} ids, ${own.total} numbers: ${rate(own.named, own)} named, ${rate(own.among, own)} among several`,
        `rounded to the digits shown: ${rate(rounded.named, rounded)} named, ${rate(rounded.among, rounded)} among several`,
        `pairs of mistakes: ${rate(pairs.named, pairs)} by their first, ${rate(pairs.among, pairs)} among several (of ${pairs.total})`,
        `three random digits: ${rate(off.named, off)} called a mistake (of ${off.total})`,
      ].join('\n'),
    );
    expect(own.named / own.total).toBeGreaterThanOrEqual(0.95);
    expect(own.named + own.among).toBe(own.total);
    for (const [id, mine] of perId) expect([id, (mine.named + mine.among) / mine.total]).toEqual([id, 1]);
  });

  test('at least sixty different mistakes come up', () => {
    expect(perId.size).toBeGreaterThanOrEqual(60);
  });

  test('the right answer is never called a mistake', () => {
    expect(rights.named).toBe(rights.total);
  });

  test('a number off the grid is called a mistake in at most 2 of 100 cases', () => {
    expect(off.named / off.total).toBeLessThanOrEqual(0.02);
  });
});
