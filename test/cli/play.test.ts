import { describe, expect, test } from 'vitest';
import { backpropTutor } from './support/world.js';

describe('play', () => {
  test('opens the playground with a program and its values, or at the choice of one', async () => {
    const { opened, code } = await backpropTutor(['play', 'k * x', '--at', 'x=2', '--const', 'k=3'], {
      interactive: true,
    });
    expect(code).toBe(0);
    expect(opened?.playground).toEqual({ program: 'k * x', at: { x: 2 }, consts: { k: 3 } });
    expect((await backpropTutor(['play'], { interactive: true })).opened?.playground).toBe('choose');
  });

  test('takes a file', async () => {
    const { opened } = await backpropTutor(['play', 'net.txt'], {
      interactive: true,
      files: { 'net.txt': 'q = x + y\nf = q * z' },
    });
    expect(opened?.playground).toEqual({ program: 'q = x + y\nf = q * z' });
  });

  test('refuses what can’t be read: place, caret and the near name', async () => {
    const { code, stderr, opened } = await backpropTutor(['play', 'f = sigmiod(x)'], { interactive: true });
    expect({ code, opened }).toEqual({ code: 2, opened: undefined });
    expect(stderr).toContain('program:1:5: unknown function sigmiod; did you mean sigmoid?');
    expect(stderr).toContain('^^^^^^^');
    const at = await backpropTutor(['play', 'x * y', '--at', 'z=1'], { interactive: true });
    expect(at.code).toBe(2);
    const seed = await backpropTutor(['play', 'x * y', '--seed', '[1,2]'], { interactive: true });
    expect(seed.code).toBe(2);
  });

  test('without a terminal names draw and grad', async () => {
    const { code, stderr } = await backpropTutor(['play', '(x + y) * z', '--at', 'x=1,y=2,z=3']);
    expect(code).toBe(2);
    expect(stderr).toContain('backprop-tutor draw "(x + y) * z" --at x=1,y=2,z=3');
    expect(stderr).toContain('backprop-tutor grad "(x + y) * z" --at x=1,y=2,z=3');
    expect((await backpropTutor(['play', '--lang', 'zh'])).stderr).toContain('终端');
  });
});
