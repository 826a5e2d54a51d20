import { describe, expect, test } from 'vitest';
import { runBatch } from '../../src/cli/grad/batch.js';
import { numbersFromJson } from '../../src/cli/json-numbers.js';
import { tensorFrom } from '../../src/engine/index.js';
import { expectClose, referenceCases } from '../engine/reference/cases.js';
import { backpropTutor } from './support/world.js';

async function answers(...requests: unknown[]): Promise<Record<string, unknown>[]> {
  const stdin = requests.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
  const { code, stdout, stderr } = await backpropTutor(['grad', '--batch'], { stdin: `${stdin}\n` });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('grad --batch', () => {
  test('answers a line with a line: values, gradients and the partials of each line of the program', async () => {
    const request = { id: 7, program: 'q = x*x + y\nf = q * 2', inputs: { x: 3, y: 1 } };
    expect(await answers(request)).toEqual([
      {
        id: 7,
        values: { x: 3, y: 1, q: 10, f: 20 },
        gradients: { x: 12, y: 2, q: 2, f: 1 },
        local: { q: { x: 6, y: 1 }, f: { q: 2 } },
      },
    ]);
  });

  test('what is wrong with a request is its answer, and the others are not lost', async () => {
    const good = { id: 'good', program: ['f = x'], inputs: { x: 1 } };
    expect(
      await answers(
        '{ oops',
        '[1]',
        { id: 1 },
        { id: 2, program: 'f = x +', inputs: {} },
        { id: 3, program: 'f = x', inputs: { x: 'one' } },
        { id: 4, program: 'f = x * y', inputs: { x: 1 } },
        { id: 5, program: 'f = x', inputs: { x: 1 }, output: 3 },
        '',
        good,
      ),
    ).toMatchObject([
      { id: null, error: { message: 'this line is not JSON, from its column 3 on', line: 0, column: 0 } },
      { id: null, error: { message: expect.stringContaining('an object'), line: 0, column: 0 } },
      { id: 1, error: { message: 'program is a string or a list of lines' } },
      { id: 2, error: { line: 1, column: 7 } },
      { id: 3, error: { message: 'x is neither a number nor a list of numbers' } },
      { id: 4, error: { message: expect.stringContaining('y') } },
      { id: 5, error: { message: 'output is a name' } },
      { id: 'good', values: { x: 1, f: 1 } },
    ]);
  });

  test('stops when nobody reads any more', async () => {
    let asked = 0;
    async function* requests() {
      for (;;) {
        asked++;
        yield '{"program": "f = x", "inputs": {"x": 1}}';
      }
    }
    await runBatch(requests(), { write: async () => asked < 3 });
    expect(asked).toBe(3);
  });

  test.each(referenceCases)('$id', async (reference) => {
    const [answer] = await answers(reference);
    const { values, gradients, local } = answer as Record<'values' | 'gradients' | 'local', Record<string, unknown>>;
    const close = (got: unknown, want: Parameters<typeof expectClose>[1], what: string) =>
      expectClose(tensorFrom(numbersFromJson(got)!, what), want, reference.rtol, what);
    for (const [name, want] of Object.entries({ ...reference.values, ...reference.exact?.values }))
      close(values[name], want, name);
    for (const [name, want] of Object.entries({ ...reference.grads, ...reference.exact?.grads }))
      close(gradients[name], want, `d${name}`);
    for (const [stage, partials] of Object.entries(reference.local ?? {}))
      for (const [name, want] of Object.entries(partials))
        close((local[stage] as Record<string, unknown>)[name], want, `d${stage}/d${name}`);
  });
});
