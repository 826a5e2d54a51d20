import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/diagram/index.js';
import { build, run } from '../../../src/engine/index.js';
import { chart, chartFrame } from '../../../src/lessons/training/chart.js';
import { courses, forwardLines, hits, predict } from '../../../src/lessons/training/net.js';
import { compileNet, isNet, train, untrained } from '../../../src/lessons/training/train.js';
import { trainedWhole } from '../../../src/lessons/training/whole.js';
import { rightLines, withLine } from './lines.js';

/** The last losses on XOR and on the spiral, by these lines. */
function losses(lines: readonly string[]): readonly number[] {
  const pictures = trainedWhole(lines, false);
  if (!('length' in pictures)) throw new Error(pictures.kind);
  return pictures.map(({ own }) => own.losses.at(-1)!);
}

describe('training', () => {
  test('the right lines learn XOR and the spiral', () => {
    const [xor, spiral] = losses(rightLines);
    expect(xor).toBeLessThan(0.1);
    expect(spiral).toBeLessThan(0.1);
  });

  test('and put every point of both on its side', () => {
    const pictures = trainedWhole(rightLines, true);
    if (!('length' in pictures)) throw new Error(pictures.kind);
    expect(pictures.map(({ own, course }) => hits(own.weights, course.data))).toEqual([4, 40]);
  });

  test('the learner’s lines do exactly what the engine’s gradients do, step by step', () => {
    for (const name of ['xor', 'spiral'] as const) {
      const theirs = compileNet(courses[name], rightLines);
      const engine = compileNet(courses[name]);
      if (!isNet(theirs) || !isNet(engine)) throw new Error('no net');
      const a = train(theirs, untrained(theirs), 40).losses;
      const b = train(engine, untrained(engine), 40).losses;
      for (const [k, loss] of a.entries()) expect(loss).toBeCloseTo(b[k]!, 8);
    }
  });

  test.each([
    ['a wrong sign', 'dv', 'dv = -(hidden.T @ dout)'],
    ['a wrong sign on the way to the first layer', 'dhidden', 'dhidden = -(dout @ v.T)'],
    ['no mask and a factor', 'dZ', 'dZ = dhidden*(Z < 0)'],
  ])('%s does not learn XOR', (_, name, line) => {
    expect(losses(withLine(name, line))[0]! < 0.1).toBe(false);
  });

  test('many steps at once or a few at a time come to the same', () => {
    const net = compileNet(courses.xor, rightLines);
    if (!isNet(net)) throw new Error('no net');
    const whole = train(net, untrained(net), 60);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }), (ticks) => {
        const total = ticks.reduce((sum, tick) => sum + tick, 0);
        fc.pre(total <= 60);
        const parts = ticks.reduce((state, tick) => train(net, state, tick), untrained(net));
        expect(parts.losses).toEqual(whole.losses.slice(0, total));
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  test('a gradient of another shape than its weights takes no step, and says which', () => {
    expect(compileNet(courses.xor, withLine('dv', 'dv = dout.T @ hidden'))).toMatchObject({ kind: 'shape', name: 'v' });
    expect(compileNet(courses.xor, rightLines.slice(0, 4))).toMatchObject({ kind: 'missing', name: 'b' });
    expect(compileNet(courses.xor, withLine('db', 'db = stranger'))).toMatchObject({ names: ['stranger'] });
    expect(compileNet(courses.xor, withLine('db', 'db = ('))).toMatchObject({ kind: 'program' });
  });

  test('numbers that leave the finite ones end the training', () => {
    const net = compileNet(courses.xor, withLine('dv', 'dv = -1e6*(hidden.T @ dout)'));
    if (!isNet(net)) throw new Error('no net');
    const { losses: seen } = train(net, untrained(net), 10_000);
    expect(seen.length).toBeLessThan(courses.xor.steps);
    expect(Number.isFinite(seen.at(-1)!)).toBe(false);
  });

  test('what is drawn all over the square is what the forward lines say', () => {
    const { start, data } = courses.spiral;
    const neurons = start.b.length;
    const nested = [start.W.slice(0, neurons), start.W.slice(neurons)].map((row) => [...row]);
    const circuit = build(forwardLines, {
      inputs: { W: nested, b: [...start.b], v: [...start.v].map((x) => [x]) },
      consts: { X: data.points, y: data.classes.map((one) => [one]) },
    });
    const out = run(circuit).value(circuit.find('out')!).data;
    for (const [k, [x, y]] of data.points.entries()) expect(predict(start, x, y)).toBeCloseTo(out[k]!, 10);
  });
});

describe('the chart', () => {
  const pictures = trainedWhole(withLine('dhidden', 'dhidden = -(dout @ v.T)'), false);

  test.each([
    ['unicode', 80],
    ['ascii', 80],
    ['unicode', 118],
  ] as const)('in %s, %i columns', (glyphs, width) => {
    if (!('length' in pictures)) throw new Error('no pictures');
    for (const lang of ['en', 'zh'] as const) {
      const lines = chart(pictures[1]!, { width, rows: 9, glyphs, lang });
      const text = toText(lines);
      expect(lines).toHaveLength(9 + chartFrame(pictures[1]!));
      if (glyphs === 'ascii' && lang === 'en') expect(text).toMatch(/^[\x20-\x7e\n]*$/);
      expect(text).toContain(lang === 'en' ? 'your lines' : '你的几行');
      expect(text).toContain(lang === 'en' ? 'the right lines: loss 0.0' : '正确的几行：损失 0.0');
    }
  });
});
