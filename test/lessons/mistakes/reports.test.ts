import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatNumber, type NestedNumbers, toNested } from '../../../src/engine/index.js';
import { everything, judge, type Posed, readAnswer, truth } from '../../../src/lessons/answer/index.js';
import { parseAsk } from '../../../src/lessons/ask.js';
import { loadLesson } from '../../../src/lessons/load/index.js';
import { followed } from '../../../src/lessons/mistakes/follow.js';
import {
  diagnose,
  drawDiagnosable,
  type EarlierAnswer,
  indistinct,
  mistakesAt,
} from '../../../src/lessons/mistakes/index.js';
import { isNumberQuestion, openLesson } from '../../../src/lessons/open.js';
import { random } from '../../../src/lessons/random.js';
import type { Ask, Lesson } from '../../../src/lessons/types.js';
import { pose } from '../pose.js';

const read = (text: string, posed: Posed) => {
  const reading = readAnswer(text, posed);
  if (reading.kind !== 'value') throw new Error(`${text} was not read`);
  return reading;
};
const written = (value: NestedNumbers) => JSON.stringify(value);

describe('mistakes at matrices and losses, over drawn entries', () => {
  const matrix = (next: () => number, rows: number, columns: number) =>
    Array.from({ length: rows }, () => vector(next, columns));
  const vector = (next: () => number, size: number) =>
    Array.from({ length: size }, () => Math.round((next() * 9 - 4.5) * 10) / 10 || 0.7);
  type Draw = (next: () => number) => Posed;
  const draws: Readonly<Record<string, Draw>> = {
    'W @ X, dW': (n) =>
      pose('D = W @ X', { W: matrix(n, 2, 2), X: matrix(n, 2, 2) }, 'gradient of W', { seed: matrix(n, 2, 2) }),
    'W @ X, dX': (n) =>
      pose('D = W @ X', { W: matrix(n, 2, 2), X: matrix(n, 2, 2) }, 'gradient of X', { seed: matrix(n, 2, 2) }),
    'a @ b': (n) =>
      pose('s = a @ b\nf = s * c', { a: vector(n, 3), b: vector(n, 3), c: vector(n, 1)[0]! }, 'gradient of a'),
    sum: (n) => pose('s = sum(a)\nf = s * c', { a: vector(n, 4), c: vector(n, 1)[0]! }, 'gradient of a'),
    mean: (n) => pose('m = mean(X, axis=0)', { X: matrix(n, 3, 2) }, 'gradient of X', { seed: vector(n, 2) }),
    bias: (n) => pose('Y = X + b', { X: matrix(n, 3, 3), b: vector(n, 3) }, 'gradient of b', { seed: matrix(n, 3, 3) }),
    centring: (n) => pose('m = mean(x)\ny = x - m', { x: vector(n, 3) }, 'gradient of x', { seed: vector(n, 3) }),
    variance: (n) => pose('v = var(x)\nf = v * c', { x: vector(n, 5), c: vector(n, 1)[0]! }, 'gradient of x'),
    softmax: (n) => pose('p = softmax(z)', { z: vector(n, 3) }, 'gradient of z', { seed: vector(n, 3) }),
    'cross-entropy': (n) =>
      pose('L = cross_entropy(Z, y)', { Z: matrix(n, 3, 3) }, 'gradient of Z', { consts: { y: [2, 0, 1] } }),
    hinge: (n) => pose('L = svm_hinge(S, y)', { S: matrix(n, 3, 4) }, 'gradient of S', { consts: { y: [0, 3, 1] } }),
    mse: (n) => pose('L = mse(a, b)', { a: vector(n, 5), b: vector(n, 5) }, 'gradient of a'),
    batchnorm: (n) =>
      pose('Y = batchnorm(X, g, b)', { X: matrix(n, 4, 2), g: vector(n, 2), b: vector(n, 2) }, 'gradient of X', {
        seed: matrix(n, 4, 2),
      }),
    'conv1d, its input': (n) =>
      pose('y = conv1d(x, w, pad=1)', { x: vector(n, 4), w: vector(n, 3) }, 'gradient of x', { seed: vector(n, 4) }),
    'conv1d, its kernel': (n) =>
      pose('y = conv1d(x, w, pad=1)', { x: vector(n, 4), w: vector(n, 3) }, 'gradient of w', { seed: vector(n, 4) }),
    'conv2d, its kernel': (n) =>
      pose('Y = conv2d(X, W)', { X: [[matrix(n, 3, 3)]], W: [[matrix(n, 2, 2)]] }, 'gradient of W', {
        seed: [[matrix(n, 2, 2)]],
      }),
    maxpool: (n) => pose('Y = maxpool2(X)', { X: [[matrix(n, 2, 4)]] }, 'gradient of X', { seed: [[matrix(n, 1, 2)]] }),
    'max of rows': (n) => pose('m = max(X, axis=1)', { X: matrix(n, 2, 3) }, 'gradient of X', { seed: vector(n, 2) }),
    'a hidden layer': (n) =>
      pose('a = sigmoid(z)\ny = v @ a\nL = 0.5 * (y - 1)**2', { z: vector(n, 3), v: vector(n, 3) }, 'gradient of z'),
    'entry by entry': (n) =>
      pose('y = a * b\nz = tanh(y)', { a: vector(n, 3), b: vector(n, 3) }, 'gradient of y', { seed: vector(n, 3) }),
  };
  const ids = new Set<string>();
  let named = 0;
  let total = 0;
  let rights = 0;
  let asked = 0;
  let offGrid = 0;
  let offGridNamed = 0;

  beforeAll(() => {
    for (const [k, draw] of Object.values(draws).entries())
      for (let seed = 0; seed < 12; seed++) {
        const next = random(1000 * k + seed);
        const posed = draw(next);
        const right = truth(posed.ask, posed.run);
        asked++;
        if (judge(read(written(toNested(right)), posed), posed).verdict === 'right') rights++;
        for (const { candidate, ids: known, value } of mistakesAt(posed)) {
          if (candidate.also !== undefined || candidate.branch?.which === 'one') continue;
          const reading = read(written(toNested(value)), posed);
          if (judge(reading, posed).verdict === 'right') continue;
          total++;
          ids.add(candidate.id);
          const diagnosis = diagnose(reading, posed);
          if (diagnosis.kind === 'mistake' && known.has(diagnosis.id)) named++;
        }
        const noise = toNested({ shape: right.shape, data: right.data.map(() => Math.round(next() * 900) / 100) });
        offGrid++;
        if (diagnose(read(written(noise), posed), posed).kind === 'mistake') offGridNamed++;
      }
  }, 120_000);

  test('each is recognised by its own numbers, the right answer by none', () => {
    console.log(
      `matrices and losses: ${ids.size} ids, ${((100 * named) / total).toFixed(1)}% of ${total} named; noise ${offGridNamed} of ${offGrid}`,
    );
    expect(named / total).toBeGreaterThanOrEqual(0.95);
    expect(rights).toBe(asked);
    expect(offGridNamed / offGrid).toBeLessThanOrEqual(0.02);
  });
});

describe('follow-through', () => {
  test('an answer worked out from an own wrong number is said to follow', () => {
    const program = 'q = x * y\np = q + w\nf = p * z';
    let follows = 0;
    let total = 0;
    for (let seed = 0; seed < 60; seed++) {
      const inputs = drawDiagnosable(program, [parseAsk('gradient of x') as Ask], seed)!;
      for (const [first, then] of [
        ['value of q', 'value of f'],
        ['value of q', 'local f wrt z'],
        ['gradient of p', 'gradient of x'],
        ['gradient of q', 'gradient of y'],
        ['local q wrt x', 'gradient of x'],
      ] as const) {
        const before = pose(program, inputs, first);
        const posed = pose(program, inputs, then);
        const off = mistakesAt(before)[seed % 4];
        if (off === undefined) continue;
        const earlier: EarlierAnswer = { ask: before.ask, value: off.value };
        const value = followed(posed, [earlier])!;
        const reading = read(String(value.data[0]), posed);
        if (judge(reading, posed).verdict === 'right') continue;
        total++;
        if (diagnose(reading, posed, [earlier]).kind === 'follows') follows++;
      }
    }
    console.log(`follow-through: ${follows} of ${total}`);
    expect(follows).toBe(total);
  });
});

test("the lessons' fixed numbers: the right answer is right, and how far mistakes are told apart is reported", () => {
  const library = new URL('../../../src/lessons/library/', import.meta.url);
  const lines: string[] = [];
  for (const id of readdirSync(library)) {
    const files = ['lesson.yaml', 'en.md', 'zh.md'].map(
      (file) => [file, readFileSync(new URL(`${id}/${file}`, library), 'utf8')] as const,
    );
    const { lesson } = loadLesson(new Map(files)) as { lesson: Lesson };
    const asked = openLesson(lesson).items.flatMap((item) =>
      item.kind === 'question' && isNumberQuestion(item.question) ? [item.question] : [],
    );
    let clear = 0;
    for (const { on, ask } of asked) {
      const posed = { ask, circuit: on.circuit, run: on.run, shown: everything(on.circuit) };
      const right = truth(ask, on.run);
      for (const text of [
        written(toNested(right)),
        ...(right.shape.length === 0 ? [formatNumber(right.data[0]!, { significant: 2 })] : []),
      ])
        expect([id, ask, text, judge(read(text, posed), posed).verdict]).toEqual([id, ask, text, 'right']);
      if (indistinct(posed).length === 0) clear++;
    }
    lines.push(`${id}: ${clear} of ${asked.length} questions tell their mistakes apart`);
  }
  console.log(lines.join('\n'));
});
