import type { Source } from './program.js';

/** Circuits to begin with: those of the notes, and two of the larger ones that the course comes to. */
export const gallery: readonly {
  readonly name: 'first' | 'neuron' | 'staged' | 'patterns' | 'softmax' | 'matmul';
  readonly source: Source;
}[] = [
  { name: 'first', source: { program: 'x = -2; y = 5; z = -4\nq = x + y\nf = q * z' } },
  {
    name: 'neuron',
    source: {
      program: 'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3\ndot = w0*x0 + w1*x1 + w2\nf = 1 / (1 + exp(-dot))',
    },
  },
  {
    name: 'staged',
    source: { program: 'x = 3; y = -4\nnum = x + sigmoid(y)\nden = sigmoid(x) + (x + y)**2\nf = num / den' },
  },
  { name: 'patterns', source: { program: 'x = 3; y = -4; z = 2; w = -1\nf = 2 * (x*y + max(z, w))' } },
  {
    name: 'softmax',
    source: { program: 'a = 1; b = -2; c = 0.5\ns = exp(a) + exp(b) + exp(c)\np = exp(a) / s\nf = -log(p)' },
  },
  { name: 'matmul', source: { program: 'W = [[2, -1], [3, 5]]\nX = [[1, 4], [-2, 6]]\nD = W @ X\nf = sum(D**2)' } },
];
