import type { Dice } from './dice.js';
import { smallNumber } from './gate-kit.js';

/** A circuit of the source text, or of its kind, to be filled with fresh numbers. */
export interface Pattern {
  readonly program: readonly string[];
  /** Where a gate stands, by the gate's name: `q.x q.y` are lines and operands of theirs that go nowhere else. */
  readonly gates: Readonly<Record<string, string>>;
  /** Walks back along the circuit: the names in `q x` are those whose gradients are asked one after the other. */
  readonly walks: readonly string[];
  /** Names that go to more than one place. */
  readonly forks: readonly string[];
  readonly numbers: (dice: Dice) => Readonly<Record<string, number>>;
}

const odds = [4, 9, 1 / 4, 1 / 9].map(Math.log);
const different = (dice: Dice, count: number): number[] =>
  dice
    .shuffled([2, 3, 4, 5, 6, 7])
    .slice(0, count)
    .map((size) => size * dice.pick([1, -1]));

/** Inputs and a bias that bring a neuron's sum to a number. */
function neuron(dice: Dice, sum: number) {
  const [w0, x0, w1, x1] = different(dice, 4) as [number, number, number, number];
  return { w0, x0, w1, x1, w2: sum - w0 * x0 - w1 * x1 };
}

const weighted = ['a = w0 * x0', 'b = w1 * x1', 's = a + b', 'dot = s + w2'];
const products = 'a.w0 a.x0 b.w1 b.x1';
const sums = 's.a dot.s dot.w2';

export const patterns: readonly Pattern[] = [
  {
    program: ['q = x + y', 'f = q * z'],
    gates: { add: 'q.x q.y', mul: 'f.q f.z' },
    walks: ['q x'],
    forks: [],
    numbers: (dice) => {
      const [x, y, z] = different(dice, 3) as [number, number, number];
      return { x, y, z };
    },
  },
  {
    program: [...weighted, 'u = sigmoid(dot)', 'f = k * u'],
    gates: { mul: products, add: sums, sigmoid: 'u.dot' },
    walks: ['dot a w0', 'u dot', 'dot b x1'],
    forks: [],
    numbers: (dice) => ({ ...neuron(dice, dice.pick(odds)), k: dice.pick([20, 30, 40, 60, 70, -20, -30, -60]) }),
  },
  {
    program: [...weighted, 'neg = -dot', 'e = exp(neg)', 'den = 1 + e', 'u = 1 / den', 'f = 50 * u'],
    gates: { neg: 'neg.dot', exp: 'e.neg', shift: 'den.e', reciprocal: 'u.den', mul: products },
    walks: ['u den e', 'e neg dot'],
    forks: [],
    numbers: (dice) => neuron(dice, -Math.log(dice.pick([4, 9, 1 / 4]))),
  },
  {
    program: ['p = a * b', 'num = p + a', 'sq = b**2', 'den = sq + 1', 'inv = 1 / den', 'f = num * inv'],
    gates: { mul: 'f.num f.inv', add: 'num.p', shift: 'den.sq', reciprocal: 'inv.den' },
    walks: ['inv den', 'den sq', 'num p'],
    forks: ['a', 'b'],
    numbers: (dice) => ({ a: dice.pick([10, 20, 30, -10, -20, 5, 15]), b: dice.pick([2, 3, -2, -3]) }),
  },
  {
    program: ['p = x * y', 'm = max(z, w)', 's = p + m', 'f = 2 * s'],
    gates: { mul: 'p.x p.y', max: 'm.z m.w', add: 's.p s.m', scale: 'f.s' },
    walks: ['s p x', 's m z'],
    forks: [],
    numbers: (dice) => {
      const [x, y, z, w] = different(dice, 4) as [number, number, number, number];
      return { x, y, z, w };
    },
  },
  ...['relu', 'leaky_relu', 'abs', 'tanh', 'softplus'].map((name): Pattern => {
    const call = name === 'leaky_relu' ? 'leaky_relu(s, 0.1)' : `${name}(s)`;
    return {
      program: ['p = w * x', 's = p + b', `h = ${call}`, 'f = h * v'],
      gates: {
        [name]: 'h.s',
        mul: 'f.h p.x',
        add: 's.p',
      },
      walks: ['h s p', 's p x'],
      forks: [],
      numbers: (dice) => {
        const [w, x, v] = different(dice, 3) as [number, number, number];
        const smooth = { tanh: [2, 3, 1 / 2, 1 / 3].map(Math.log), softplus: odds }[name];
        return { w, x, v: smooth ? 10 * v : v, b: dice.pick(smooth ?? [4, 5, 7, -4, -5, -7]) - w * x };
      },
    };
  }),
  {
    // One weight used at two moments, as in a recurrent net.
    program: ['h = w * x', 's = h + y', 'k = w * s', 'f = k * v'],
    gates: { mul: 'h.x k.s f.v', add: 's.h s.y' },
    walks: ['s h x'],
    forks: ['w'],
    numbers: (dice) => {
      const [w, x, y, v] = different(dice, 4) as [number, number, number, number];
      return { w, x, y, v };
    },
  },
  {
    // A residual connection.
    program: ['r = w * x', 's = r + x', 'f = s * v'],
    gates: { mul: 'r.w f.s', add: 's.r' },
    walks: ['s r w'],
    forks: ['x'],
    numbers: (dice) => {
      const [w, x, v] = different(dice, 3) as [number, number, number];
      return { w, x, v };
    },
  },
  {
    program: ['n = x + y', 'd = x - y', 'f = n * d'],
    gates: { mul: 'f.n f.d' },
    walks: [],
    forks: ['x', 'y'],
    numbers: (dice) => {
      const [x, y] = different(dice, 2) as [number, number];
      return { x, y };
    },
  },
  {
    program: ['u = x * y', 'v = x - u', 'f = u * v'],
    gates: { mul: 'u.y f.v' },
    walks: [],
    forks: ['x', 'u'],
    numbers: (dice) => {
      const [x, y] = different(dice, 2) as [number, number];
      return { x, y };
    },
  },
  {
    program: ['d = x - y', 'sq = d**2', 'f = c * sq'],
    gates: { sub: 'd.x d.y', square: 'sq.d' },
    walks: ['sq d y'],
    forks: [],
    numbers: (dice) => {
      const [x, d, c] = different(dice, 3) as [number, number, number];
      return { x, y: x - d, c };
    },
  },
  {
    program: ['a = x**2', 'b = y**2', 's = a + b', 'n = sqrt(s)', 'f = n * w'],
    gates: { sqrt: 'n.s', square: 'a.x b.y' },
    walks: ['n s'],
    forks: [],
    numbers: (dice) => {
      const [x, y] = dice.pick([
        [6, 8],
        [0.6, 0.8],
        [1.5, 2],
        [1.2, 1.6],
        [2.4, 3.2],
      ]) as [number, number];
      return { x: x * dice.pick([1, -1]), y: y * dice.pick([1, -1]), w: smallNumber(dice) };
    },
  },
  {
    program: ['n = x + y', 'd = z - w', 'q = n / d', 'f = q * c'],
    gates: { div: 'q.n q.d', add: 'n.x', sub: 'd.z d.w' },
    walks: ['q n x', 'q d w'],
    forks: [],
    numbers: (dice) => {
      const [x, z] = different(dice, 2) as [number, number];
      return { x, y: smallNumber(dice), z, w: z - dice.pick([2, 4, 5, -2, -4, -5]), c: 10 * smallNumber(dice) };
    },
  },
  {
    program: ['p = w * x', 'u = sigmoid(p)', 'l = log(u)', 'f = -l'],
    gates: { log: 'l.u', neg: 'f.l' },
    walks: ['u p'],
    forks: [],
    numbers: (dice) => {
      const w = smallNumber(dice);
      return { w, x: dice.pick(odds) / w };
    },
  },
];
