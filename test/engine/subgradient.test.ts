import { describe, expect, it } from 'vitest';
import { build, type NestedNumbers, run, subgradient } from '../../src/engine/index.js';
import { referenceCases } from './reference/cases.js';

function boundsOf(
  program: string,
  inputs: Record<string, NestedNumbers>,
  seed?: NestedNumbers,
): Record<string, readonly (readonly [number, number])[]> {
  const circuit = build(program, { inputs });
  const bounds = subgradient(run(circuit, seed === undefined ? {} : { seed }));
  return Object.fromEntries(
    circuit.inputs.map((id) => {
      const { lo, hi } = bounds(id);
      return [circuit.name(id), Array.from(lo.data, (low, k) => [low, hi.data[k]!] as const)];
    }),
  );
}

describe('bounds of gradients at kinks', () => {
  it.each(referenceCases.filter((one) => one.subgradient !== undefined).map((one) => [one.id, one] as const))(
    'are those of the reference: %s',
    (_id, one) => {
      const got = boundsOf(one.program.join('\n'), one.inputs);
      for (const [name, low] of Object.entries(one.subgradient!.lo))
        expect(got[name]).toEqual([[low, one.subgradient!.hi[name]]]);
    },
  );

  it('are the gradient itself where there is no kink', () => {
    expect(boundsOf('f = maximum(x, y) * abs(z)', { x: 3, y: 1, z: -2 })).toEqual({
      x: [[2, 2]],
      y: [[0, 0]],
      z: [[-3, -3]],
    });
  });

  it('turn with the sign of what comes from above, and go back through further gates', () => {
    expect(boundsOf('f = -3 * relu(2 * x)', { x: 0 })).toEqual({ x: [[-6, 0]] });
    expect(boundsOf('f = abs(x) * 5', { x: 0 })).toEqual({ x: [[-5, 5]] });
    expect(boundsOf('f = leaky_relu(x, 0.25)', { x: 0 })).toEqual({ x: [[0.25, 1]] });
    expect(boundsOf('f = relu(relu(x) * y)', { x: 0, y: 4 })).toEqual({ x: [[0, 4]], y: [[0, 0]] });
  });

  it('are given entry by entry', () => {
    expect(boundsOf('f = relu(x)', { x: [-1, 0, 2] }, [1, 2, 3])).toEqual({
      x: [
        [0, 0],
        [0, 2],
        [3, 3],
      ],
    });
    expect(boundsOf('f = max(x)', { x: [3, 1, 3] }, -2)).toEqual({
      x: [
        [-2, 0],
        [0, 0],
        [-2, 0],
      ],
    });
    expect(boundsOf('f = svm_hinge(s, 0)', { s: [2, 1, 3, -4] })).toEqual({
      s: [
        [-2, -1],
        [0, 1],
        [1, 1],
        [0, 0],
      ],
    });
    expect(boundsOf('f = sum(relu(W @ x))', { W: [[1, -2]], x: [2, 1] })).toEqual({
      W: [
        [0, 2],
        [0, 1],
      ],
      x: [
        [0, 1],
        [-2, 0],
      ],
    });
  });
});
