import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/diagram/index.js';
import { nudge } from '../../../src/lessons/hints/nudge.js';
import { step, view } from '../../../src/lessons/index.js';
import { begin, type Fixture, seen } from '../kinds/fixture.js';
import { chain } from '../pose.js';

const small: Fixture = {
  program: 'q = x + y\nf = q * z',
  inputs: 'x: -2, y: 5, z: -4',
  ask: 'gradient of x',
};

describe('a nudge', () => {
  test('moves what lies between the nudged name and the output, and nothing else', () => {
    const { moved } = nudge(chain('gradient of q'))!;
    const { circuit } = chain('gradient of q');
    const names = [...moved.keys()].map((node) => circuit.name(node));
    expect(names.sort()).toEqual(['f', 'p', 'q']);
    const f = moved.get(circuit.output)!;
    expect(f.to.data[0]! - f.from.data[0]!).toBeCloseTo(-0.003, 9);
  });

  test('of a local gradient moves the line alone', () => {
    const posed = chain('local q wrt x');
    const names = [...nudge(posed)!.moved.keys()].map((node) => posed.circuit.name(node));
    expect(names.sort()).toEqual(['q', 'x']);
  });

  test('stands on the circuit, each number in its place, until the next event', () => {
    const state = begin(small);
    const before = seen(state).circuit;
    const nudged = step(state, { type: 'nudge' }).state;
    const drawn = seen(nudged).circuit;
    expect(drawn).toContain('-1.999');
    expect(drawn).toContain('3.001');
    expect(drawn).toContain('-12.004');
    expect(drawn.replace(/-?\d+\.\d+/g, (number) => ' '.repeat(number.length))).toBe(
      before.replace(/-?\d+\.\d+/g, (number) => ' '.repeat(number.length)),
    );
    expect(seen(step(nudged, { type: 'answer', text: '3' }).state).circuit).toContain('-12.00');
  });

  test('marks what moved, and leaves y and z as they were', () => {
    const nudged = step(begin(small), { type: 'nudge' }).state;
    const { circuit } = view(nudged, { width: 80, lang: 'en', glyphs: 'unicode' });
    const marked = circuit.flat().filter(({ role }) => role === 'hint');
    expect(marked.map(({ text }) => text.trim()).sort()).toEqual(['-1.999', '-12.004', '3.001']);
    expect(toText(circuit)).toContain('5.00');
  });

  test('of a share raises the name in one line alone', () => {
    const fork: Fixture = { program: 's = x*x\nf = s + 4*x', inputs: 'x: 3', ask: 'contributions of x' };
    const nudged = step(begin(fork), { type: 'nudge' }).state;
    expect(seen(nudged).feedback).toBe(
      'Raise x by 0.001 in s = x*x alone, as the circuit shows now: f goes from 21 to 21.006001, a move of 0.006001. How much is that per unit of x?',
    );
    expect(seen(nudged, 'zh').feedback).toContain('只在 s = x*x 这一行里把 x 增加 0.001');
    expect(seen(nudged).circuit).toContain('9.006');
    expect(seen(nudged).circuit).not.toContain('3.001');
  });

  test('where the output goes on into something not drawn: how strongly that reacts is said', () => {
    const seeded: Fixture = { program: 'a = w*x', inputs: 'w: 2, x: 5', ask: 'gradient of x', circuit: 'seed: 6' };
    const said = seen(step(begin(seeded), { type: 'nudge' }).state).feedback;
    expect(said).toContain('Per unit of a the final result moves 6. How much does it move per unit of x?');
    expect(seen(step(begin(seeded), { type: 'why' }).state).feedback).toContain(': 12.');
  });
});

test('where the output is a matrix: what its entries do to the final result', () => {
  const product: Fixture = {
    program: 'D = W @ X',
    inputs: 'W: [[2, -1], [3, 5]], X: [[1, 4], [-2, 6]]',
    circuit: 'seed: [[2, -3], [7, 1]]',
    ask: 'gradient of W',
  };
  const said = (lang: 'en' | 'zh') => seen(step(begin(product), { type: 'nudge' }).state, lang).feedback;
  // dW[0, 0] = 2 * 1 - 3 * 4.
  expect(said('en')).toBe(
    'Raise W[0, 0] by 0.001: entries of D move, and with dD as it is the final result moves -0.01. How much is that per unit of W[0, 0]?',
  );
  expect(said('zh')).toContain('最终结果变化 -0.01。W[0, 0] 每增加 1，最终结果变化多少？');
});
