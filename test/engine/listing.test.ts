import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { build, run, split, toNested } from '../../src/engine/index.js';
import { sidesOf } from '../../src/engine/kinks.js';
import { listing } from '../../src/engine/listing.js';
import type { Circuit } from '../../src/engine/types.js';
import { randomProgram } from './circuits.js';

/** The inputs' values by name, and the constants' that have one. */
function leavesOf(circuit: Circuit) {
  const numbers = run(circuit);
  const named = (gate: string) =>
    Object.fromEntries(
      Array.from({ length: circuit.size }, (_, id) => id)
        .filter((id) => circuit.gate(id) === gate && circuit.named(id) && listing(circuit).includes(circuit.name(id)))
        .map((id) => [circuit.name(id), toNested(numbers.value(id))]),
    );
  return { inputs: named('input'), consts: named('const') };
}

/** Value of the output and gradients of the inputs. */
function numbersOf(circuit: Circuit, inputs = circuit.inputs.map((id) => circuit.name(id))) {
  const passes = run(circuit);
  const gradients = inputs.map((name) => [name, toNested(passes.gradient(circuit.find(name)!))]);
  return { f: toNested(passes.value(circuit.output)), gradients };
}

describe('a circuit as a program with a line for each gate', () => {
  test('lines of many gates come apart; literals are written out', () => {
    const circuit = build('f = max(0, x) + 2 * sigmoid(-x) ** -1', { inputs: { x: 1 } });
    expect(listing(circuit)).toBe(
      ['t1 = maximum(0, x)', 't2 = -x', 't3 = sigmoid(t2)', 't4 = t3 ** (-1)', 't5 = 2 * t4', 'f = t1 + t5'].join('\n'),
    );
  });

  test.each([
    'D = W @ X; f = sum(D ** 2)',
    'D = W @ X; f = sum(D[:, 0:1] * reshape(X, 2, 2).T) + mean(concat(W, X), axis=0)[1]',
    'f = sum(W * [[1, 2], [3, -4]]) + sum(W[[1, 0], [0, 0]])',
    'f = cross_entropy(W @ X, [0, 1])',
    'f = sum(softmax(W, axis=0) * logsumexp(X, axis=1, keepdims=True)) + sum([W[0], X[1]])',
  ])('%s computes the same from its gates', (program) => {
    const inputs = {
      W: [
        [2, -1],
        [3, 5],
      ],
      X: [
        [1, 4],
        [-2, 6],
      ],
    };
    const used = Object.fromEntries(Object.entries(inputs).filter(([name]) => program.includes(name)));
    const circuit = build(program, { inputs: used });
    const again = build(listing(circuit), leavesOf(circuit));
    expect(numbersOf(again, Object.keys(used))).toEqual(numbersOf(circuit, Object.keys(used)));
    for (const stage of again.stages) expect(stage.gates.length, stage.source).toBe(1);
  });

  test('any program computes the same from its gates', () => {
    fc.assert(
      fc.property(randomProgram(8), ({ lines, inputs }) => {
        const circuit = build(lines, { inputs });
        const leaves = leavesOf(circuit);
        const again = build(listing(circuit), leaves);
        const names = Object.keys(leaves.inputs);
        expect(numbersOf(again, names)).toEqual(numbersOf(circuit, names));
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  test('a gate that was split is listed as the gates that it was split into', () => {
    const circuit = build('f = sigmoid(x)', { inputs: { x: 1 } });
    expect(listing(split(circuit, circuit.output))).toContain('exp(');
  });
});

test('the side of a kink changes as a number passes it, and only then', () => {
  const circuit = build('f = max(x, y) + relu(z)', { inputs: { x: 1, y: 2, z: 1 } });
  const sides = (x: number) => [...sidesOf(run(circuit, { inputs: { x } })).values()];
  expect(sides(1)).toEqual(sides(1.99));
  expect(sides(1)).not.toEqual(sides(2.01));
});
