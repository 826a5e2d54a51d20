import { expect, test } from 'vitest';
import { drawRun, layout, paint, passSteps, stepMarks, toText, viewGraph } from '../../src/diagram/index.js';
import { build, run } from '../../src/engine/index.js';
import { programs } from './programs.js';

const circuit = build(programs['circuit-1']!);
const finished = run(circuit);
const steps = passSteps(circuit);
const drawn = layout(viewGraph(circuit, { run: finished }), { width: 80, glyphs: 'unicode' });
const after = (done: number) => toText(paint(drawn, stepMarks(circuit, finished, steps, done)));

test('both passes go gate by gate, the backward one in reverse', () => {
  expect(steps.map(({ pass, gate }) => `${pass} ${circuit.name(gate)}`)).toEqual([
    'forward q',
    'forward f',
    'backward f',
    'backward q',
  ]);
});

test('values appear from left to right, then gradients from right to left, until all is there', () => {
  expect(after(0)).not.toMatch(/3\.00|-12\.00/);
  expect(after(1)).toContain('3.00');
  expect(after(1)).not.toContain('-12.00');
  expect(after(2)).toContain('-12.00');
  // When the backward pass begins the output's own gradient is 1; everything else is still to come.
  expect(after(2).match(/\?/g)).toHaveLength(4);
  expect(after(3).match(/\?/g)).toHaveLength(2);
  const strip = (text: string) => text.replace(/[┏┓┗┛━┃┨┠]/g, '');
  expect(strip(after(4))).toBe(strip(toText(drawRun(circuit, finished, { width: 80, glyphs: 'unicode' }))));
});

test('at a fork the sum waits for every branch', () => {
  const fork = build('x = 3\na = x * 2\nb = x * 5\nf = a * b');
  const done = run(fork);
  const turns = passSteps(fork);
  const x = fork.find('x')!;
  const gradient = (count: number) => stepMarks(fork, done, turns, count).gradient(x)!.text;
  const all = turns.length;
  expect([gradient(all - 2), gradient(all - 1), gradient(all)]).toEqual(['?', '?', '60.00']);
  const share = stepMarks(fork, done, turns, all - 1).share([{ node: fork.find('b')!, k: 0 }]);
  expect(share!.text).toBe('30.00');
});

test('a gate that the output does not depend on has no turn in the backward pass', () => {
  const idle = build('x = 3\na = x * 2\nb = x + 1\nf = a * x');
  const backward = passSteps(idle).filter(({ pass }) => pass === 'backward');
  expect(backward.map(({ gate }) => idle.name(gate))).toEqual(['f', 'a']);
});
