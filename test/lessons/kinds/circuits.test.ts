import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/diagram/index.js';
import { lintLesson } from '../../../src/lessons/author/lint.js';
import { openLesson, start, step, view } from '../../../src/lessons/index.js';
import { loadLesson } from '../../../src/lessons/load/index.js';
import { lessonProblemText } from '../../../src/lessons/problem-text.js';
import type { LessonState } from '../../../src/lessons/state.js';

const files = (circuit: string, steps: string) =>
  new Map([
    ['lesson.yaml', `format: 1\nid: small\npart: gates\nminutes: 1\n${circuit}\nsteps:\n${steps}\n`],
    ['en.md', '# Small\n\n## intro\n\nLook.\n\n## later\n\nNow.\n\n## summary\n\nDone.\n'],
  ]);

const opened = (circuit: string, steps: string, seed = 1): LessonState => {
  const loaded = loadLesson(files(circuit, steps));
  if ('problems' in loaded) throw new Error(loaded.problems.map((p) => lessonProblemText(p, 'en')).join('\n'));
  return start(openLesson(loaded.lesson, seed));
};

const drawing = (state: LessonState) => toText(view(state, { width: 80, lang: 'en', glyphs: 'ascii' }).circuit);
const next = (state: LessonState) => step(state, { type: 'next' }).state;
const problems = (circuit: string, steps = '  - intro\n  - later') => {
  const loaded = loadLesson(files(circuit, steps));
  return 'problems' in loaded ? loaded.problems.map((p) => lessonProblemText(p, 'en')) : [];
};

describe('a masked circuit', () => {
  const circuit = 'circuit: |\n  q = x * y\n  f = q + z\ninputs: {x: 3, y: 7, z: 5}\nmask: [q, z]';

  test('hides its values until a step unmasks them', () => {
    const state = opened(circuit, '  - intro\n  - {id: later, unmask: true}');
    expect(drawing(state)).not.toMatch(/21\.00|5\.00/);
    expect(drawing(state)).toMatch(/26\.00/);
    expect(drawing(next(state))).toMatch(/21\.00[\s\S]*5\.00/);
    expect(drawing(step(next(state), { type: 'back' }).state)).not.toMatch(/21\.00/);
  });

  test('shows what was asked and answered', () => {
    const state = opened(circuit, '  - {id: q, ask: value of q}\n  - intro\n  - later');
    expect(drawing(state)).not.toMatch(/21\.00/);
    const answered = step(state, { type: 'answer', text: '21' }).state;
    expect(drawing(answered)).toMatch(/21\.00/);
    expect(drawing(next(answered))).toMatch(/21\.00/);
    expect(drawing(next(answered))).not.toMatch(/ 5\.00/);
  });

  test('names of the mask are held to the circuit', () => {
    expect(problems(circuit.replace('[q, z]', '[qq]'))).toEqual([
      'lesson.yaml:9:8: the circuit has no qq; did you mean q?',
    ]);
  });
});

describe('a collapsed line', () => {
  const circuit = 'circuit: |\n  s = 1 / (1 + exp(-x))\n  f = s * y\ninputs: {x: 1, y: 2}\ncollapse: [s]';

  test('is one box until it is split', () => {
    const state = opened(circuit, '  - intro\n  - {id: apart, ask: split s}\n  - later');
    expect(drawing(state)).not.toContain('exp |');
    const asked = next(state);
    expect(drawing(asked)).not.toContain('exp |');
    const answered = step(asked, { type: 'answer', text: 'neg exp add div' }).state;
    expect(drawing(answered)).toContain('exp');
    expect(drawing(next(answered))).toContain('exp');
  });

  test('can only be a line of several gates, or a pattern', () => {
    expect(problems(circuit.replace('[s]', '[f]'))[0]).toMatch("lesson.yaml:9:12: f can't be drawn as one box");
    expect(problems(circuit.replace('[s]', '[sigmoid]'))).toEqual([]);
  });
});

describe('a drawn seed', () => {
  const circuit = (shape: string) =>
    `circuit: |\n  Y = W @ X\ninputs:\n  W: {shape: [2, 3], from: -3, to: 3, step: 1}\n  X: {shape: [3, 2], from: -3, to: 3, step: 1}\nseed: {shape: ${shape}, from: -2, to: 2, step: 1}`;
  const gradient = (state: LessonState) => {
    const { run, circuit: built } = [...state.open.circuits.values()][0]!;
    return [...run.gradient(built.output).data];
  };

  test('is another upstream gradient for every lesson seed', () => {
    const at = (seed: number) => gradient(opened(circuit('[2, 2]'), '  - intro\n  - later', seed));
    expect(at(1)).toEqual(at(1));
    expect(at(1)).not.toEqual(at(2));
    for (const x of at(3)) expect([-2, -1, 0, 1, 2]).toContain(x);
  });

  test('has the output’s shape', () => {
    expect(problems(circuit('[2, 3]'))[0]).toMatch(/^lesson\.yaml:10:7: /);
    expect(problems(circuit('[2, 2]').replace('from: -2, to: 2, step: 1}', 'from: 2, to: 1, step: 1}'))[0]).toMatch(
      'lesson.yaml:10:7: from must not be above to',
    );
  });
});

test('a tie is an error for the linter, unless it is announced', () => {
  const tie = 'circuit: |\n  f = maximum(x, y)\ninputs: {x: 3, y: 3}';
  const errors = (circuit: string) => lintLesson(files(circuit, '  - intro\n  - later')).errors.map(({ code }) => code);
  expect(errors(tie)).toEqual(['at-kink']);
  expect(errors(`${tie}\nkinks: true`)).toEqual([]);
});

test('a mistake that can be made at some seeds only is an error for the linter', () => {
  const relu = (x: string) =>
    files(
      `circuit: |\n  r = relu(x)\n  f = r * y\ninputs: {x: ${x}, y: 3}`,
      '  - {id: found, ask: blame, plant: {mistake: relu-open, at: x}}\n  - intro\n  - later',
    );
  const found = (x: string) => lintLesson(relu(x)).errors.map((problem) => lessonProblemText(problem, 'en'));
  expect(found('{from: -4, to: -1, step: 1}')).toEqual([]);
  expect(found('{from: -4, to: 4, step: 8}')[0] ?? '').toMatch("relu-open can't be made at dx");
});

test('when a planted mistake is mended, what followed from it is shown right, and stays', () => {
  const state = opened(
    'circuit: |\n  q = x * y\n  f = q * z\ninputs: {x: 2, y: 5, z: 3}',
    '  - {id: found, ask: blame, plant: {mistake: no-local, at: q}}\n  - intro\n  - later',
  );
  const found = step(step(state, { type: 'answer', text: 'dq' }).state, { type: 'next' }).state;
  expect(drawing(found)).toContain('?');
  const mended = step(step(found, { type: 'answer', text: '3' }).state, { type: 'next' }).state;
  // dx = 15 and dy = 6 followed from dq.
  for (const gradient of ['3.00', '15.00', '6.00', '10.00']) expect(drawing(mended)).toContain(gradient);
  expect(drawing(mended)).not.toContain('?');
});

test('gates that were put together are drawn as one', () => {
  const state = opened(
    'circuit: |\n  s = 1 / (1 + exp(-x))\n  f = s * y\ninputs: {x: 1, y: 2}',
    '  - {id: one, ask: fuse s}\n  - intro\n  - later',
  );
  expect(drawing(state)).toContain('exp');
  const fused = drawing(step(state, { type: 'answer', text: 's * (1 - s)' }).state);
  expect(fused).toMatch(/sig/);
  expect(fused).not.toContain('exp');
});
