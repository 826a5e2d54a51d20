import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passSteps, toText } from '../../../src/diagram/index.js';
import {
  gallery,
  openPlayground,
  type Playground,
  type PlaygroundEvent,
  playgroundStep,
  statusLines,
} from '../../../src/lessons/playground/index.js';
import { objective, runOf } from '../../../src/lessons/playground/numbers.js';
import { randomProgram } from '../../engine/circuits.js';

const play = (program: string, ...events: readonly PlaygroundEvent[]) =>
  events.reduce(playgroundStep, openPlayground({ program }));
const up: PlaygroundEvent = { type: 'nudge', by: 1 };
const down: PlaygroundEvent = { type: 'nudge', by: -1 };
const said = (state: Playground, lang: 'en' | 'zh' = 'en') =>
  toText(statusLines(state, { width: 78, glyphs: 'unicode', lang }));

describe('inputs', () => {
  test('names that nothing gives a value get one each, and are listed', () => {
    const { values, entries } = play('(x + y) * z');
    expect(values).toEqual({ x: 1, y: 2, z: 3 });
    expect(entries.map(({ label }) => label)).toEqual(['x', 'y', 'z']);
  });

  test('a tensor is listed by its entries', () => {
    const { entries } = play('W = [[2, -1], [3, 5]]; f = sum(W)');
    expect(entries.map(({ label }) => label)).toEqual(['W[0, 0]', 'W[0, 1]', 'W[1, 0]', 'W[1, 1]']);
  });

  test('constants are not nudged', () => {
    const state = openPlayground({ program: 'k * x', at: { x: 2 }, consts: { k: 3 } });
    expect(state.entries.map(({ label }) => label)).toEqual(['x']);
  });
});

describe('a nudge', () => {
  test('of 0.1 twice makes 0.2, not 0.30000000000000004 - 0.1', () => {
    expect(play('x = 0.1; f = x * 1', { type: 'coarser' }, up, up).values).toEqual({ x: 0.3 });
  });

  test('says how far the output moved and what the gradient had said', () => {
    const state = play('x = 3; y = -4; f = x * y', up);
    expect(said(state)).toBe('x nudged by +0.01: f moved -0.0400, the gradient said -0.0400.');
    expect(said(state, 'zh')).toContain('梯度预测 -0.0400');
  });

  test('where f bends it says so, and at a kink which gate took its other branch', () => {
    const large: PlaygroundEvent[] = [{ type: 'coarser' }, { type: 'coarser' }];
    expect(said(play('x = 3; f = x ** 2', ...large, up))).toContain('It bends here.');
    expect(said(play('x = -0.5; f = relu(x)', ...large, up))).toContain('f took its other branch');
    expect(said(play('x = -0.5; f = relu(x) * 2', ...large, up))).toContain('relu(x) took its other branch');
    expect(said(play('x = -0.5; y = 3; f = x * y', ...large, up))).not.toContain('bends');
  });

  test('there and back again restores every number', () => {
    fc.assert(
      fc.property(randomProgram(6), fc.nat(20), fc.integer({ min: 1, max: 5 }), ({ lines, inputs }, at, times) => {
        const first = playgroundStep(openPlayground({ program: lines.join('\n'), at: inputs }), {
          type: 'entry',
          by: at,
        });
        const again = [...Array(times).fill(up), ...Array(times).fill(down)].reduce(playgroundStep, first);
        expect(again.values).toEqual(first.values);
        expect(objective(again)).toBe(objective(first));
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  test('what is predicted is the gradient times the way', () => {
    fc.assert(
      fc.property(randomProgram(6), fc.nat(20), ({ lines, inputs }, at) => {
        const state = playgroundStep(openPlayground({ program: lines.join('\n'), at: inputs }), {
          type: 'entry',
          by: at,
        });
        const entry = state.entries[state.cursor];
        if (entry === undefined) return;
        const gradient = runOf(state).gradient(entry.input).data[entry.at]!;
        const { movement } = playgroundStep(state, up);
        expect(movement!.predicted).toBe(gradient * movement!.by);
        expect(movement!.by).toBeCloseTo(state.step, 12);
      }),
      { seed: 8, numRuns: 100 },
    );
  });

  test('the smaller the step, the nearer the two', () => {
    const apart = (step: PlaygroundEvent[]) => {
      const { moved, predicted } = play('x = 0.3; f = exp(sin(x))', ...step, up).movement!;
      return Math.abs(moved / predicted - 1);
    };
    const finer: PlaygroundEvent = { type: 'finer' };
    expect(apart([finer])).toBeLessThan(apart([]) / 5);
    expect(apart([finer, finer])).toBeLessThan(apart([finer]) / 5);
  });

  test('an output that is no single number is summed, or weighed by the seed', () => {
    const program = 'W = [[2, -1], [3, 5]]; x = [1, 4]; D = W @ x';
    expect(objective(play(program))).toBe(-2 + 23);
    expect(said(play(program))).toContain('D is [2]');
    const weighed = openPlayground({ program, seed: [1, -1] });
    expect(objective(weighed)).toBe(-2 - 23);
    const { moved, predicted } = playgroundStep(weighed, up).movement!;
    expect(moved).toBeCloseTo(predicted, 12);
  });

  test('what has no value is shown, said, and lived with', () => {
    const state = play('x = 0.01; f = log(x)', down, down);
    expect(objective(state)).toBeNaN();
    expect(said(state)).toContain('the formula has no value here');
    expect(objective(playgroundStep(state, { type: 'reset' }))).toBeCloseTo(Math.log(0.01));
    expect(said(play('x = 0.01; f = 1 / x', down))).toContain('divides by zero');
  });

  test('of what has to be whole is refused, and nothing changes', () => {
    const state = play('y = 1; Z = [1, 2, 3]; f = cross_entropy(Z, y)');
    const y = state.entries.findIndex(({ label }) => label === 'y');
    const after = [{ type: 'entry', by: y } as const, up].reduce(playgroundStep, state);
    expect(after.remark?.kind).toBe('refused');
    expect(after.values).toEqual(state.values);
    expect(objective(after)).toBe(objective(state));
  });
});

describe('a typed value', () => {
  test('is a number or arithmetic', () => {
    expect(play('x = 3; f = x ** 2', { type: 'set', text: '-2.5' }).values).toEqual({ x: -2.5 });
    expect(play('x = 3; f = x ** 2', { type: 'set', text: '1/4 + 1' }).values).toEqual({ x: 1.25 });
  });

  test.each(['', 'q', '[1, 2]', '1 +'])('%j is none, and nothing changes', (text) => {
    const state = play('x = 3; f = x ** 2', { type: 'set', text });
    expect(state.values).toEqual({ x: 3 });
    expect(state.remark).toBeDefined();
  });
});

describe('the passes', () => {
  test.each(gallery)('$name: stepped to the end all numbers are shown, as the engine computes them', ({ source }) => {
    let state = openPlayground(source);
    const numbers = objective(state);
    const steps = passSteps(state.circuit);
    const half = steps.filter(({ pass }) => pass === 'forward').length;
    for (let turn = 0; turn < half; turn++) {
      state = playgroundStep(state, { type: 'forward' });
      expect(state.done).toBe(turn);
      expect(state.box).toBe(steps[turn]!.gate);
    }
    for (let turn = half; turn < steps.length; turn++) {
      state = playgroundStep(state, { type: 'backward' });
      expect(state.box).toBe(steps[turn]!.gate);
    }
    state = playgroundStep(state, { type: 'backward' });
    expect(state.done).toBeUndefined();
    expect(objective(state)).toBe(numbers);
  });

  test('each turn says which gate, and what its inputs get', () => {
    const state = play('x = -2; y = 5; z = -4; q = x + y; f = q * z', { type: 'forward' });
    expect(said(state)).toBe('Forward, gate 1 of 2: q = x + y is next.');
    expect(said(playgroundStep(state, { type: 'backward' }))).toBe(
      'Backward, gate 1 of 2: through f = q * z.\nq gets z * df = -4.00; z gets q * df = 3.00',
    );
  });

  test('a box of several gates takes one turn', () => {
    const tab: PlaygroundEvent = { type: 'box', by: 1 };
    const state = play('dot = w*x + v*y + b; f = tanh(dot)', tab, { type: 'change' });
    expect(state.boxes).toEqual(['dot']);
    const first = playgroundStep(state, { type: 'forward' });
    expect(first.circuit.name(first.box!)).toBe('dot');
    const second = playgroundStep(first, { type: 'forward' });
    expect(second.circuit.name(second.box!)).toBe('f');
  });
});

describe('splitting and fusing', () => {
  const last: PlaygroundEvent = { type: 'box', by: -1 };
  const change: PlaygroundEvent = { type: 'change' };

  test('a sigmoid is split into simpler gates and fused again; the numbers stay', () => {
    const whole = play('x = 0.7; f = sigmoid(x)', last);
    const apart = playgroundStep(whole, change);
    expect(apart.circuit.size).toBeGreaterThan(whole.circuit.size);
    expect(objective(apart)).toBeCloseTo(objective(whole), 12);
    const again = playgroundStep(apart, change);
    expect(again.circuit.gate(again.box!)).toBe('sigmoid');
  });

  test('a sigmoid that was typed out is fused', () => {
    const state = play('f = 1 / (1 + exp(-x))', last, change);
    expect(state.circuit.gate(state.box!)).toBe('sigmoid');
  });

  test('a simple gate says that it is one', () => {
    expect(said(play('f = x * y', last, change))).toContain('one simple gate');
    expect(play('f = x * y', change).remark).toEqual({ kind: 'no-box' });
  });

  test('can be undone', () => {
    const state = play('f = sigmoid(x)', last, change, { type: 'undo' });
    expect(state.circuit.gate(state.circuit.output)).toBe('sigmoid');
  });
});

describe('undo and reset', () => {
  test('undo goes back nudge by nudge, and says when there is nothing left', () => {
    const state = play('x = 3; f = x ** 2', up, up, { type: 'undo' });
    expect(state.values).toEqual({ x: 3.01 });
    const bottom = [{ type: 'undo' }, { type: 'undo' }].reduce(
      (at, event) => playgroundStep(at, event as PlaygroundEvent),
      state,
    );
    expect(bottom.values).toEqual({ x: 3 });
    expect(bottom.remark).toEqual({ kind: 'nothing-to-undo' });
  });

  test('a long past does not grow without end', () => {
    const state = play('x = 3; f = x ** 2', ...Array<PlaygroundEvent>(500).fill(up));
    expect(state.past.length).toBeLessThanOrEqual(200);
    expect(state.past.every(({ past }) => past.length === 0)).toBe(true);
  });

  test('reset gives the numbers of the program, and can be undone', () => {
    const state = play('x = 3; f = x * y', up, { type: 'reset' });
    expect(state.values).toEqual({ x: 3, y: 1 });
    expect(playgroundStep(state, { type: 'undo' }).values).toEqual({ x: 3.01, y: 1 });
  });
});

describe('another program', () => {
  test('inputs keep their values, but for what the program now says', () => {
    const nudged = play('x = 3; f = x * y', up);
    expect(playgroundStep(nudged, { type: 'program', text: 'x = 3; f = x + y' }).values).toEqual({ x: 3.01, y: 1 });
    expect(playgroundStep(nudged, { type: 'program', text: 'x = 4; f = x + y' }).values).toEqual({ x: 4, y: 1 });
  });

  test('that can’t be read is refused with its place, and the circuit stays', () => {
    const state = play('x * y', { type: 'program', text: 'x * (y' });
    expect(state.source.program).toBe('x * y');
    expect(said(state)).toContain('never closed');
  });

  test('values of names that are gone are forgotten', () => {
    const state = openPlayground({ program: 'W @ x', at: { W: [[1, 2]], x: [3, 4] } });
    const after = playgroundStep(state, { type: 'program', text: 'x * 2' });
    expect(after.values).toEqual({ x: [3, 4] });
  });
});
