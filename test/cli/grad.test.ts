import { describe, expect, test } from 'vitest';
import type { GradientsJson } from '../../src/cli/grad/json.js';
import { backpropTutor } from './support/world.js';

async function json(program: string, ...more: string[]): Promise<GradientsJson> {
  const { code, stdout, stderr } = await backpropTutor(['grad', program, '--json', ...more]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('grad', () => {
  test('prints a line for every input and every gate', async () => {
    const { stdout } = await backpropTutor(['grad', 'q = x + y; f = q * z', '--at', 'x=-2,y=5,z=-4']);
    expect(stdout).toBe(
      [
        'name  gate    value  local gradients    gradient',
        'x     input   -2.00                        -4.00',
        'y     input    5.00                        -4.00',
        'q     add      3.00  x: 1.00  y: 1.00      -4.00',
        'z     input   -4.00                         3.00',
        'f     mul    -12.00  q: -4.00  z: 3.00      1.00',
        '',
      ].join('\n'),
    );
  });

  test('--json names the output and holds every node with full precision', async () => {
    const { output, nodes } = await json('q = x + y; f = q * z', '--at', 'x=-2,y=5,z=-4');
    expect(output).toBe('f');
    expect(nodes.map(({ name }) => name)).toEqual(['x', 'y', 'q', 'z', 'f']);
    expect(nodes.at(-1)).toEqual({
      name: 'f',
      gate: 'mul',
      args: ['q', 'z'],
      shape: [],
      value: -12,
      local: { q: -4, z: 3 },
      gradient: 1,
    });
  });

  test('a name read twice has the sum of both local gradients', async () => {
    const { nodes } = await json('x * x', '--at', 'x=3');
    expect(nodes.at(-1)).toMatchObject({ args: ['x', 'x'], local: { x: 6 } });
    expect(nodes[0]).toMatchObject({ name: 'x', gradient: 6 });
  });

  test('literal operands are numbers in their place, without a local gradient', async () => {
    const { nodes } = await json('f = 1 + exp(t6)', '--at', 't6=0');
    expect(nodes.at(-1)).toMatchObject({ gate: 'add', args: [1, 't1'], local: { t1: 1 } });
  });

  test('gates without a name are t1, t2, …, past names that are taken', async () => {
    const { nodes } = await json('f = (t1 + y) * y + 2', '--at', 't1=1,y=2');
    expect(nodes.map(({ name }) => name)).toEqual(['t1', 'y', 't2', 't3', 'f']);
  });

  test('constants get no gradient and are no nodes', async () => {
    const { nodes } = await json('k * x', '--at', 'x=3', '--const', 'k=2');
    expect(nodes.map(({ name, local }) => [name, local])).toEqual([
      ['x', {}],
      ['f', { x: 2 }],
    ]);
  });

  test('--seed is the upstream gradient of the output', async () => {
    const { nodes } = await json('a * b', '--at', 'a=[2,-1],b=[4,5]', '--seed', '[3,-2]');
    expect(nodes.map(({ name, gradient }) => [name, gradient])).toEqual([
      ['a', [12, -10]],
      ['b', [6, 2]],
      ['f', [3, -2]],
    ]);
  });

  test('a seed of another shape than the output is refused', async () => {
    const { code, stderr } = await backpropTutor(['grad', 'a * b', '--at', 'a=[2,-1],b=[4,5]', '--seed', '3']);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'backprop-tutor: the seed has the shape [], and the output f has [2]\n',
    });
  });

  test('numbers that JSON lacks are strings', async () => {
    const { nodes } = await json('1 / x', '--at', 'x=0');
    expect(nodes.map(({ gradient, value }) => [value, gradient])).toEqual([
      [0, '-Infinity'],
      ['Infinity', 1],
    ]);
  });
});
